using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What to ask next: section 8 of the scoring model.</summary>
internal sealed class NaiveQuestions
{
    private const int UrgentStake = 0;
    private const int RedFlagStake = 1;
    private const int InterventionStake = 2;
    private const int NoStake = 3;

    private readonly NaiveContext context;
    private readonly List<Candidate> candidates;

    public NaiveQuestions(NaiveContext context)
    {
        this.context = context;
        candidates = [.. context.Knowledge.Factors.Values.Where(f => context.Asking.IsCandidate(f.Id)).Select(AsCandidate)];
    }

    /// <summary>No safety question is open and no factor to ask for has a gain of its own of 0.05 or more.</summary>
    public bool Enough => candidates.All(c => c.Stake == NoStake && !(c.Factor.Acquisition == "ask" && c.Gain >= 0.05));

    public IEnumerable<JsonObject> Next() => candidates
        .GroupBy(c => context.Asking.ScreenOf(c.Factor.Id)?.Id ?? "factor " + c.Factor.Id)
        .Select(g => context.Asking.ScreenOf(g.First().Factor.Id) is { } screen ? OfScreen(screen, [.. g]) : OfFactor(g.Single()))
        .Where(q => q.Stake != NoStake || q.Gain != 0)
        .OrderBy(q => q.Stake)
        .ThenByDescending(q => q.Priority)
        .ThenByDescending(q => q.Stake == NoStake ? q.Gain * q.Weight : q.Gain)
        .ThenBy(q => q.Id, StringComparer.Ordinal)
        .Take(12)
        .Select(Describe);

    private static JsonObject Describe(Question q)
    {
        var result = new JsonObject { [q.Items is null ? "factor" : "screen"] = q.Id };
        if (q.Items is not null)
            result["items"] = NaiveJson.Array(q.Items);
        result["reason"] = q.Stake == NoStake ? "score" : "safety";
        result["gain"] = NaiveJson.Num(q.Gain);
        result["decides"] = NaiveJson.Array(q.Decides);
        if (q.Factor is { } factor)
        {
            result["kind"] = factor.Kind;
            if (factor.Choices.Count > 0)
                result["choices"] = NaiveJson.Array(factor.Choices);
            if (factor.Unit is not null)
                result["unit"] = factor.Unit;
            if (factor.Min is { } min)
                result["min"] = NaiveJson.Num(min);
            if (factor.Max is { } max)
                result["max"] = NaiveJson.Num(max);
        }

        return result;
    }

    private static Question OfFactor(Candidate c) => new(
        c.Factor.Id, c.Factor, null, c.Stake, c.Priority, c.Gain, c.Factor.Acquisition == "ask" ? 1 : 0.25, c.Decides);

    private static Question OfScreen(NaiveScreen screen, IReadOnlyList<Candidate> members)
    {
        var stake = members.Min(m => m.Stake);
        return new Question(
            screen.Id, null, [.. screen.Factors.Where(f => members.Any(m => m.Factor.Id == f))], stake,
            members.Where(m => m.Stake == stake).Max(m => m.Priority), members.Sum(m => m.Gain), 1,
            [.. members.SelectMany(m => m.Decides).Distinct().Order(StringComparer.Ordinal)]);
    }

    private Candidate AsCandidate(NaiveFactor factor)
    {
        var gain = Gain(factor.Id);
        if (factor.Acquisition != "ask")
            return new Candidate(factor, gain, NoStake, 0, []);

        var flags = context.Triage.Unresolved.Where(s => context.Asking.Deciding(s.When).Contains(factor.Id)).ToList();
        var interventions = context.Recommendations
            .Where(r => r.OpenGates().Any(g => context.Asking.Deciding(g).Contains(factor.Id)))
            .ToList();
        var stake = flags.Any(s => s.Urgency == "urgent") ? UrgentStake
            : flags.Count > 0 ? RedFlagStake
            : interventions.Count > 0 ? InterventionStake
            : NoStake;
        return new Candidate(
            factor, gain, stake,
            stake == InterventionStake ? interventions.Max(r => r.Priority) : 0,
            [.. flags.Select(s => s.Id).Concat(interventions.Select(r => r.Intervention.Id)).Distinct().Order(StringComparer.Ordinal)]);
    }

    private double Gain(string factor)
    {
        var gains =
            from concern in context.Concerns
            from item in context.Pass.Items[concern]
            from o in item.Members
            where !o.Determined && (o.Rule.Factor == factor || NaiveGate.Factors(o.Rule.When).Contains(factor))
            select !item.IsGroup ? o.High - o.Low
                : item.IsNegative ? Math.Max(0, item.High - o.Low)
                : Math.Max(0, o.High - item.Low);
        return gains.Sum();
    }

    private sealed record Candidate(NaiveFactor Factor, double Gain, int Stake, double Priority, IReadOnlyList<string> Decides);

    private sealed record Question(
        string Id, NaiveFactor? Factor, IReadOnlyList<string>? Items, int Stake, double Priority, double Gain, double Weight,
        IReadOnlyList<string> Decides);
}
