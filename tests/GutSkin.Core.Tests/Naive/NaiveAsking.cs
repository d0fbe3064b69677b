namespace GutSkin.Core.Tests.Naive;

/// <summary>What can be asked, itself or through the items of a derivation, and which missing factors decide what is unknown.</summary>
internal sealed class NaiveAsking
{
    private readonly NaiveKnowledge knowledge;
    private readonly NaiveAnswers answers;
    private readonly bool declinedToo;
    private readonly Dictionary<string, IReadOnlyList<string>?> items = new(StringComparer.Ordinal);

    public NaiveAsking(NaiveKnowledge knowledge, NaiveAnswers answers)
        : this(knowledge, answers, false) => OrDeclined = new NaiveAsking(knowledge, answers, true);

    private NaiveAsking(NaiveKnowledge knowledge, NaiveAnswers answers, bool declinedToo)
    {
        this.knowledge = knowledge;
        this.answers = answers;
        this.declinedToo = declinedToo;
        OrDeclined = this;
    }

    /// <summary>The same, with what would be askable but for having been declined, itself or in an item.</summary>
    public NaiveAsking OrDeclined { get; }

    /// <summary>A candidate, or a target that is asked through its items.</summary>
    public bool IsAskable(string factor) => IsCandidate(factor) || Items(factor) is not null;

    /// <summary>Missing, a person can be asked, did not decline, and nothing says that it does not concern them.</summary>
    public bool IsCandidate(string factor) =>
        IsOpen(factor)
        && knowledge.Factors[factor].Acquisition == "ask"
        && NaiveGate.Evaluate(knowledge.Factors[factor].AskWhen, answers) != Truth.False
        && Items(factor) is null;

    /// <summary>The factors through which a missing target is asked: those of its first open derivation. Null where it is not.</summary>
    public IReadOnlyList<string>? Items(string factor)
    {
        if (!items.TryGetValue(factor, out var found))
        {
            found = IsOpen(factor)
                ? knowledge.DerivationsOf(factor).Select(OpenItems).FirstOrDefault(i => i is not null)
                : null;
            items[factor] = found;
        }

        return found;
    }

    /// <summary>What a missing target lacks: of the case at which a search ends, the missing factors that it needs, or that its unknown gate reads.</summary>
    public IReadOnlyList<string> Lacking(NaiveDerivation derivation)
    {
        if (derivation.Found(answers) is not { } found)
            return [];
        var wanted = NaiveGate.Evaluate(found.When, answers) == Truth.True ? found.Needs : (IEnumerable<string>)NaiveGate.Factors(found.When);
        return [.. wanted.Where(f => !answers.Knows(f))];
    }

    /// <summary>
    /// The missing factors that decide a point; none where it is not unknown. Those of which some allowed value makes it
    /// true or false; and where none of these is askable, the askable ones reached through what is unknown.
    /// </summary>
    public IReadOnlySet<string> Deciding(NaivePoint point)
    {
        if (point.Value(answers) != Truth.Unknown)
            return new HashSet<string>();
        var deciding = point.Reads.Where(f => !answers.Knows(f) && DecidesAlone(point, f)).ToHashSet(StringComparer.Ordinal);
        if (!deciding.Any(IsAskable))
            deciding.UnionWith(point.Reached(answers).Where(IsAskable));
        return deciding;
    }

    /// <summary>A missing factor that only a measurement gives: asked by its own id.</summary>
    public bool IsTest(string factor) => IsOpen(factor) && knowledge.Factors[factor].Acquisition == "measure" && Items(factor) is null;

    /// <summary>The declined factors, or declined items, that would decide some of these points: what would be asked, or measured, but for that.</summary>
    public IReadOnlyCollection<string> DeclinedFor(IEnumerable<NaivePoint> points)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var factor in points.SelectMany(OrDeclined.Deciding).Where(f => !IsAskable(f) && (OrDeclined.IsAskable(f) || OrDeclined.IsTest(f))))
            AddDeclined(factor, found);
        return found;
    }

    /// <summary>The factor itself where it was declined, or else what was declined of the items through which it would be asked.</summary>
    private void AddDeclined(string factor, SortedSet<string> found)
    {
        if (answers.Declined.Contains(factor))
        {
            found.Add(factor);
            return;
        }

        foreach (var item in OrDeclined.Items(factor) ?? [])
            AddDeclined(item, found);
    }

    private bool IsOpen(string factor) => !answers.Knows(factor) && (declinedToo || !answers.Declined.Contains(factor));

    private IReadOnlyList<string>? OpenItems(NaiveDerivation derivation)
    {
        var lacking = Lacking(derivation);
        return lacking.Count > 0 && lacking.All(IsAskable) ? lacking : null;
    }

    private bool DecidesAlone(NaivePoint point, string factor) =>
        Representatives(knowledge.Factors[factor], point).Any(answer => point.Value(answers.With(factor, answer)) != Truth.Unknown);

    /// <summary>Allowed answers of which at least one stands for every way in which the point can read the factor.</summary>
    private static IEnumerable<object> Representatives(NaiveFactor factor, NaivePoint point)
    {
        if (factor.Kind == "boolean")
            return [true, false];
        if (factor.Kind == "choice")
            return factor.Choices;

        var thresholds = point.Thresholds(factor.Id)
            .Concat(new[] { factor.Min, factor.Max }.OfType<double>())
            .DefaultIfEmpty(0)
            .Distinct()
            .Order()
            .ToList();
        var between = thresholds.Zip(thresholds.Skip(1), (a, b) => a + ((b - a) / 2));
        var tried = factor.Kind == "integer"
            ? thresholds.SelectMany(t => new[] { Math.Floor(t) - 1, Math.Floor(t), Math.Ceiling(t), Math.Ceiling(t) + 1 })
            : thresholds.SelectMany(t => new[] { t, Math.BitDecrement(t), Math.BitIncrement(t), t - 1, t + 1 }).Concat(between);
        return tried.Where(factor.Allows).Distinct().Cast<object>();
    }
}
