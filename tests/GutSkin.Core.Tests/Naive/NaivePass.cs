namespace GutSkin.Core.Tests.Naive;

/// <summary>What one rule gives: its gate, its range [l, u], its value, and its burden where the answer is known.</summary>
internal sealed record NaiveOutcome(NaiveRule Rule, Truth Gate, double? Burden, double Low, double High, double Value)
{
    public bool Determined => High - Low <= 1e-12;
}

/// <summary>A single rule or an overlap group of one condition, as it enters the sums.</summary>
internal sealed record NaiveItem(IReadOnlyList<NaiveOutcome> Members, bool IsGroup)
{
    /// <summary>The smallest member id: the members are in the order of their ids.</summary>
    public string Id => Members[0].Rule.Id;

    /// <summary>Negative where the members lower the odds; a zero effect has no say.</summary>
    public bool IsNegative => Members.Any(m => m.Rule.Effect.Lambda < 0);

    /// <summary>The member that counts: the greatest |value|; of equals one whose gate is not false, then the smallest id.</summary>
    public NaiveOutcome Counted => NaiveTies.Greatest(Members, m => Math.Abs(m.Value)).OrderBy(m => m.Gate == Truth.False).First();

    public double Value => Counted.Value;

    public double Low => IsNegative ? Members.Min(m => m.Low) : Members.Max(m => m.Low);

    public double High => IsNegative ? Members.Min(m => m.High) : Members.Max(m => m.High);
}

/// <summary>One full pass over all rules for one set of answers.</summary>
internal sealed class NaivePass
{
    private readonly Dictionary<string, NaiveOutcome> outcomes;

    /// <param name="knowledge">The rule set.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="before">For a score after a change: the pass whose markers keep their value and range.</param>
    public NaivePass(NaiveKnowledge knowledge, NaiveAnswers answers, NaivePass? before = null)
    {
        Answers = answers;
        outcomes = knowledge.Rules.ToDictionary(
            r => r.Id,
            r => before is not null && r.Role == "marker" ? before.outcomes[r.Id] : Outcome(r, answers),
            StringComparer.Ordinal);
        Items = knowledge.Conditions.ToDictionary(c => c.Id, c => ItemsOf(c.Id), StringComparer.Ordinal);
    }

    public NaiveAnswers Answers { get; }

    /// <summary>The items of each condition in the order of addition.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NaiveItem>> Items { get; }

    /// <summary>All outcomes of a condition, informational ones too, by rule id.</summary>
    public IReadOnlyList<NaiveOutcome> Outcomes(string condition) =>
        [.. outcomes.Values.Where(o => o.Rule.Condition == condition).OrderBy(o => o.Rule.Id, StringComparer.Ordinal)];

    /// <summary>Whether the condition has an index at all: some rule of it is scored.</summary>
    public bool IsScored(string condition) => Items[condition].Count > 0;

    /// <summary>L of a condition.</summary>
    public double LogOdds(string condition) => FourWay(Items[condition].Select(i => i.Value));

    public double LowLogOdds(string condition) => FourWay(Items[condition].Select(i => i.Low));

    public double HighLogOdds(string condition) => FourWay(Items[condition].Select(i => i.High));

    /// <summary>S(L) = 100 × (1 − e^(−max(0, L))).</summary>
    public static double Score(double logOdds) => 100 * (1 - Math.Exp(-Math.Max(0, logOdds)));

    /// <summary>Item i goes to partial sum i mod 4; the result is (s0 + s2) + (s1 + s3).</summary>
    private static double FourWay(IEnumerable<double> numbers)
    {
        var s = new double[4];
        var i = 0;
        foreach (var x in numbers)
            s[i++ % 4] += x;
        return (s[0] + s[2]) + (s[1] + s[3]);
    }

    private static NaiveOutcome Outcome(NaiveRule rule, NaiveAnswers answers)
    {
        var beta = rule.Effect.Beta;
        var gate = NaiveGate.Evaluate(rule.When, answers);
        var missing = rule.Factor is { } factor && !answers.Knows(factor);
        double? b = missing ? null : rule.Burden.Of(rule.Factor is null ? null : answers[rule.Factor]);
        var (one, other) = gate switch
        {
            Truth.False => (0.0, 0.0),
            Truth.True => (beta * (b ?? rule.Burden.Least), beta * (b ?? rule.Burden.Greatest)),
            _ => (0.0, beta * (b ?? rule.Burden.Greatest)),
        };
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        var value = rule.Informational ? 0 : Math.Max(low, Math.Min(0, high));
        return new NaiveOutcome(rule, gate, b, low, high, value);
    }

    private IReadOnlyList<NaiveItem> ItemsOf(string condition)
    {
        var scored = Outcomes(condition).Where(o => !o.Rule.Informational).ToList();
        var singles = scored.Where(o => o.Rule.Overlap is null).Select(o => new NaiveItem([o], false));
        var groups = scored.Where(o => o.Rule.Overlap is not null).GroupBy(o => o.Rule.Overlap).Select(g => new NaiveItem([.. g], true));
        return [.. singles.Concat(groups).OrderBy(i => i.Id, StringComparer.Ordinal)];
    }
}
