using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.RuleSets;

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
