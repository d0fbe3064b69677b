using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>Runs the tests that stand inside a rule set.</summary>
internal static class OverlayTests
{
    public static TestOutcome[] Run(IScoringService scoring, ImmutableArray<RuleSetTest> tests) =>
        [.. tests.Select(test => Run(scoring, test))];

    private static TestOutcome Run(IScoringService scoring, RuleSetTest test)
    {
        var assessed = scoring.TryAssess(test.Profile);
        string[] failures = assessed.Value is { } assessment
            ? [.. Failures(test, assessment)]
            : [.. assessed.Diagnostics.Select(d => d.Message)];
        return new TestOutcome(test.Name, failures.Length == 0, failures);
    }

    private static IEnumerable<string> Failures(RuleSetTest test, Assessment assessment)
    {
        foreach (var (condition, expected) in test.Scores)
        {
            double? score = assessment.Condition(condition)?.Score;
            if (score is null || score < expected.AtLeast || score > expected.AtMost)
                yield return $"{condition}: the index is {Number(score)}, expected {Number(expected.AtLeast)} to {Number(expected.AtMost)}.";
        }

        foreach (var (condition, band) in test.Band)
        {
            string? found = assessment.Condition(condition)?.Band;
            if (found != band)
                yield return $"{condition}: the band is {found}, expected {band}.";
        }

        string level = Kebab.Of(assessment.Triage.Level);
        if (test.Triage is { } triage && triage != level)
            yield return $"triage is {level}, expected {triage}.";
        foreach (string failure in Statuses(test.Recommended, RecommendationStatus.Recommended, assessment))
            yield return failure;
        foreach (string failure in Statuses(test.Blocked, RecommendationStatus.Blocked, assessment))
            yield return failure;
    }

    private static IEnumerable<string> Statuses(ImmutableArray<string> interventions, RecommendationStatus expected, Assessment assessment)
    {
        foreach (string id in interventions)
        {
            var status = assessment.Recommendation(id)?.Status;
            if (status != expected)
                yield return $"{id} is {(status is { } found ? Kebab.Of(found) : "not-applicable")}, expected {Kebab.Of(expected)}.";
        }
    }

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "any";
}
