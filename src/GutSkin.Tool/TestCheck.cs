using System.Globalization;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>Compares what a test of a rule set expects with what comes out.</summary>
internal static class TestCheck
{
    /// <summary>What is not as the test expects; empty where it passes.</summary>
    public static IReadOnlyList<string> Failures(ScoringService service, RuleSetTest test)
    {
        var assessed = service.TryAssess(test.Profile);
        if (!assessed.Success)
            return [.. assessed.Diagnostics.Select(d => d.ToString())];

        var assessment = assessed.Value;
        return
        [
            .. test.Scores.SelectMany(s => Score(assessment, s.Key, s.Value)),
            .. test.Band.SelectMany(b => Band(assessment, b.Key, b.Value)),
            .. test.Triage is { } expected && Word(assessment.Triage.Level) != expected
                ? (string[])[$"triage: expected {expected}, was {Word(assessment.Triage.Level)}{Flags(assessment)}"]
                : [],
            .. test.Recommended.SelectMany(i => Status(assessment, i, RecommendationStatus.Recommended)),
            .. test.Blocked.SelectMany(i => Status(assessment, i, RecommendationStatus.Blocked)),
        ];
    }

    private static IEnumerable<string> Score(Assessment assessment, string id, ScoreExpectation expected)
    {
        if (assessment.Condition(id) is not { } condition)
            yield return $"{id}: there is no such condition";
        else if (expected.AtLeast is { } least && condition.Score < least)
            yield return $"{id}: expected a score of at least {Number(least)}, was {Number(condition.Score)}{MadeOf(condition)}";
        else if (expected.AtMost is { } most && condition.Score > most)
            yield return $"{id}: expected a score of at most {Number(most)}, was {Number(condition.Score)}{MadeOf(condition)}";
    }

    private static IEnumerable<string> Band(Assessment assessment, string id, string expected)
    {
        if (assessment.Condition(id) is not { } condition)
            yield return $"{id}: there is no such condition";
        else if (condition.Band != expected)
            yield return $"{id}: expected the band {expected}, was {condition.Band} ({Number(condition.Score)}){MadeOf(condition)}";
    }

    private static IEnumerable<string> Status(Assessment assessment, string id, RecommendationStatus expected)
    {
        var recommendation = assessment.Recommendation(id);
        if (recommendation?.Status == expected)
            yield break;
        string why = recommendation is null ? "it is not listed: there is no such intervention, or its gate is false" : Word(recommendation.Status);
        string safety = recommendation is { Safety.Length: > 0 } ? $" ({string.Join(", ", recommendation.Safety.Select(s => $"{s.Rule} {Word(s.State)}"))})" : "";
        string ask = recommendation is { Ask.Length: > 0 } ? $"; to ask: {string.Join(", ", recommendation.Ask)}" : "";
        yield return $"{id}: expected {Word(expected)}, was {why}{safety}{ask}";
    }

    private static string MadeOf(ConditionScore condition)
    {
        var counted = condition.Contributions.Where(c => c.Counted && c.LogOdds != 0)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Rule} {c.LogOdds:+0.###;-0.###}"))
            .ToList();
        return counted.Count == 0 ? "; no rule counts" : $"; made of {string.Join(", ", counted)}";
    }

    private static string Flags(Assessment assessment) =>
        assessment.Triage.Flags.Length == 0 ? "" : $" ({string.Join(", ", assessment.Triage.Flags.Select(f => f.Rule))})";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
