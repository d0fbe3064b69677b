using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Puts a comparison together, or says why the two cannot be compared.</summary>
internal static class ComparisonBuilder
{
    /// <summary>Everything that forbids a comparison.</summary>
    public static ImmutableArray<Diagnostic> Refusals(Assessment before, Assessment after, ResolvedRuleSet rules)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        if (before.ProfileId is { } one && after.ProfileId is { } other && one != other)
            faults.Add(FollowUpDiagnostics.Of(FollowUpDiagnostics.TwoPeople, "$.profileId", "The two are of two people: their ids differ."));
        if (before.AsOf is { } first && after.AsOf is { } second && second < first)
        {
            faults.Add(FollowUpDiagnostics.Of(
                FollowUpDiagnostics.WrongOrder, "$.asOf", $"The earlier one is of {Day(first)}, the later one of {Day(second)}: they stand in the wrong order."));
        }

        foreach (var (assessment, which) in new[] { (before, "earlier"), (after, "later") })
        {
            if (assessment.RuleSet.Sha256 != rules.Sha256)
            {
                faults.Add(FollowUpDiagnostics.Of(
                    FollowUpDiagnostics.OtherRuleSet, "$.ruleSet",
                    $"Another rule set made the {which} assessment: {assessment.RuleSet.Id} {assessment.RuleSet.Version}; this is {rules.Data.Id} {rules.Data.Version}."));
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>Compares two sides that can be compared.</summary>
    public static Comparison Build(ResolvedRuleSet rules, ComparedSide before, ComparedSide after, ImmutableArray<SeverityChange> severity, WordTable? words)
    {
        var (was, now) = (before.Assessment, after.Assessment);
        var names = new RuleSetWords(rules, now.Culture, words ?? WordTable.For(now.Culture));
        return new Comparison
        {
            Culture = now.Culture,
            ProfileId = now.ProfileId ?? was.ProfileId,
            AsOfBefore = was.AsOf,
            AsOfAfter = now.AsOf,
            Days = now.AsOf?.DayNumber - was.AsOf?.DayNumber,
            RuleSet = now.RuleSet,
            IntendedUse = now.IntendedUse,
            Disclaimer = now.Disclaimer,
            TriageBefore = was.Triage.Level,
            TriageAfter = now.Triage.Level,
            TriageComplete = now.Triage.Complete,
            Safety = SafetyChanges.Build(rules, was, now),
            Severity = [.. severity.OrderBy(s => s.Condition, StringComparer.Ordinal).ThenBy(s => s.Instrument, StringComparer.Ordinal)],
            Conditions = ConditionChangeBuilder.Build(rules, before, after),
            Answers = AnswerChanges.Build(names, before, after),
            Suggestions = SuggestionChanges.Build(before, after),
            Notices = Notices(before, after),
            Knowledge = rules,
            Words = words,
        };
    }

    private static ImmutableArray<string> Notices(ComparedSide before, ComparedSide after)
    {
        var (was, now) = (before.Assessment, after.Assessment);
        var notices = new SortedSet<string>(StringComparer.Ordinal);
        if (was.ProfileId is null || now.ProfileId is null)
            notices.Add("no-id");
        if (was.AsOf is null || now.AsOf is null)
            notices.Add("no-date");
        if (!Advised(was).SetEquals(Advised(now)))
            notices.Add("concerns-differ");
        if (!before.IsWhole || !after.IsWhole)
            notices.Add("only-shown-answers");
        return [.. notices];
    }

    private static HashSet<string> Advised(Assessment assessment) =>
        assessment.Conditions.Where(c => c.Concern).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>Which answers differ, and whether by more than two measurements of the same may.</summary>
internal static class AnswerChanges
{
    /// <summary>The answers that differ, by factor id.</summary>
    public static ImmutableArray<AnswerChange> Build(RuleSetWords names, ComparedSide before, ComparedSide after) =>
    [
        .. before.Answers.Keys.Union(after.Answers.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(f => Change(names, f, before.Answers.GetValueOrDefault(f), after.Answers.GetValueOrDefault(f)))
            .OfType<AnswerChange>(),
    ];

    /// <summary>The smallest difference of two measurements that is more than error; null where no error is modeled.</summary>
    public static double? Detectable(KnownAnswer was, KnownAnswer now) =>
        was.Error is { } first && now.Error is { } second ? Effect.NormalQuantile * Math.Sqrt((first * first) + (second * second)) : null;

    private static AnswerChange? Change(RuleSetWords names, string factor, KnownAnswer? was, KnownAnswer? now)
    {
        if (was?.Value == now?.Value)
            return null;
        bool isNumber = was?.Value.Kind == FactorValueKind.Number && now?.Value.Kind == FactorValueKind.Number;
        double? detectable = isNumber ? Detectable(was!, now!) : null;
        return new AnswerChange
        {
            Factor = factor,
            Name = names.Factor(factor),
            Kind = was is null ? AnswerChangeKind.BecameKnown : now is null ? AnswerChangeKind.KnownNoLonger : AnswerChangeKind.Changed,
            From = was?.Value,
            To = now?.Value,
            DerivedBefore = was?.Derived,
            DerivedAfter = now?.Derived,
            Detectable = detectable,
            WithinError = detectable is { } least ? Math.Abs(now!.Value.AsNumber - was!.Value.AsNumber) <= least : null,
        };
    }
}

/// <summary>Of which safety rules something else is known than before.</summary>
internal static class SafetyChanges
{
    /// <summary>Red flags by urgency, then contraindications and cautions; each by id.</summary>
    public static ImmutableArray<SafetyChange> Build(ResolvedRuleSet rules, Assessment before, Assessment after)
    {
        var was = Findings(before);
        var now = Findings(after);
        var changes = new List<SafetyChange>();
        foreach (string id in was.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var (from, to) = (was.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (from.State == to.State || rules.Index.Safety.GetValueOrDefault(id) is not { } rule)
                continue;
            changes.Add(new SafetyChange
            {
                Rule = id,
                Kind = rule.Kind,
                Urgency = rule.Kind == SafetyKind.RedFlag ? rule.Urgency : null,
                Before = from.State,
                After = to.State,
                Message = to.Message ?? from.Message,
            });
        }

        return
        [
            .. changes.OrderBy(c => c.Kind != SafetyKind.RedFlag).ThenBy(c => c.Urgency).ThenBy(c => c.Kind).ThenBy(c => c.Rule, StringComparer.Ordinal),
        ];
    }

    /// <summary>What an assessment says of each safety rule; one that it does not name does not hold, or reaches nothing that is meant for the person.</summary>
    private static Dictionary<string, (FindingState State, string? Message)> Findings(Assessment assessment)
    {
        var findings = new Dictionary<string, (FindingState State, string? Message)>(StringComparer.Ordinal);
        foreach (var flag in assessment.Triage.Flags)
            findings[flag.Rule] = (FindingState.Holds, flag.Message);
        foreach (var flag in assessment.Triage.Unresolved)
            findings[flag.Rule] = (FindingState.Open, null);
        foreach (var finding in assessment.Recommendations.SelectMany(r => r.Safety))
            findings[finding.Rule] = (finding.State == SafetyState.True ? FindingState.Holds : FindingState.Open, finding.Message);
        return findings;
    }
}

/// <summary>What became of suggestions.</summary>
internal static class SuggestionChanges
{
    /// <summary>The suggestions of which something else can be said, by kind, then id. What moves no factor cannot be seen, and is not judged.</summary>
    public static ImmutableArray<SuggestionChange> Build(ComparedSide before, ComparedSide after)
    {
        var was = before.Assessment.Recommendations.ToDictionary(r => r.Intervention, StringComparer.Ordinal);
        var now = after.Assessment.Recommendations.ToDictionary(r => r.Intervention, StringComparer.Ordinal);
        return
        [
            .. was.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(id => Change(was.GetValueOrDefault(id), now.GetValueOrDefault(id), after))
                .OfType<SuggestionChange>()
                .OrderBy(c => c.Kind).ThenBy(c => c.Intervention, StringComparer.Ordinal),
        ];
    }

    private static SuggestionChange? Change(Recommendation? was, Recommendation? now, ComparedSide after)
    {
        var shown = now ?? was!;
        bool wasSuggested = was is { IsSuggested: true }, isSuggested = now is { IsSuggested: true };
        var progress = wasSuggested ? Progress(was!, after) : [];
        SuggestionChangeKind? kind = (was?.Status, now?.Status) switch
        {
            (_, RecommendationStatus.AlreadyMet) when wasSuggested => SuggestionChangeKind.TakenUp,
            (RecommendationStatus.AlreadyMet, not null) when now!.Room == Room.Open => SuggestionChangeKind.Lapsed,
            _ when wasSuggested && progress.Any(p => IsNearer(p, after)) => SuggestionChangeKind.TakenUpInPart,
            _ when isSuggested && !wasSuggested => SuggestionChangeKind.New,
            _ when wasSuggested && !isSuggested => SuggestionChangeKind.Withdrawn,
            _ => null,
        };
        return kind is not { } found ? null : new SuggestionChange
        {
            Intervention = shown.Intervention,
            Name = shown.Name,
            Kind = found,
            Before = was?.Status,
            After = now?.Status,
            Factors = found is SuggestionChangeKind.TakenUp or SuggestionChangeKind.TakenUpInPart ? progress : [],
        };
    }

    private static ImmutableArray<FactorProgress> Progress(Recommendation was, ComparedSide after) =>
    [
        .. was.Changes.Where(c => after.Answers.ContainsKey(c.Factor)).Select(c => new FactorProgress(c.Factor, c.From, c.To, after.Answers[c.Factor].Value)),
    ];

    /// <summary>Whether a factor moved its way: a choice to the one suggested, a number by more than two measurements of the same may differ.</summary>
    private static bool IsNearer(FactorProgress progress, ComparedSide after)
    {
        if (progress.From.Kind != FactorValueKind.Number || progress.Now.Kind != FactorValueKind.Number)
            return progress.Now == progress.Toward && progress.Now != progress.From;
        double way = progress.Toward.AsNumber - progress.From.AsNumber, gone = progress.Now.AsNumber - progress.From.AsNumber;
        double least = after.Answers[progress.Factor] is { Error: not null } now ? AnswerChanges.Detectable(now, now)!.Value : 0;
        return way * gone > 0 && Math.Abs(gone) > least;
    }
}
