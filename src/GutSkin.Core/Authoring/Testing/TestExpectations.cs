using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.Authoring.Testing;

/// <summary>Holds an assessment to what a test expects.</summary>
internal static class Expectations
{
    private const string NotApplicable = "not-applicable";
    private const string NoIndex = "no index: no scored rule aims at it";

    /// <summary>The expectations that do not hold, in the order of the format.</summary>
    public static ImmutableArray<RuleSetTestFailure> Check(RuleSetTest test, Assessment assessment)
    {
        var failures = ImmutableArray.CreateBuilder<RuleSetTestFailure>();
        foreach (var (id, range) in test.Scores)
        {
            var score = assessment.Condition(id);
            if (score?.Score is not { } index || index < range.AtLeast || index > range.AtMost)
                failures.Add(Failure($"score of {id}", InWords(range), score is null ? "no such condition" : Actual(score.Score, range), score));
        }

        foreach (var (id, band) in test.Band)
        {
            var score = assessment.Condition(id);
            if (score?.Band != band)
                failures.Add(Failure($"band of {id}", $"'{band}'", score is null ? "no such condition" : score.Score is { } index ? $"'{score.Band}' (score {Number(index)})" : NoIndex, score));
        }

        if (test.Triage is { } triage && Word(assessment.Triage.Level) != triage)
            failures.Add(new RuleSetTestFailure("triage", triage, Word(assessment.Triage.Level), Reasons.OfTriage(assessment.Triage)));
        foreach (string id in test.Recommended)
            CheckStatus(id, RecommendationStatus.Recommended);
        foreach (string id in test.Blocked)
            CheckStatus(id, RecommendationStatus.Blocked);
        for (int i = 0; i < test.First.Length; i++)
        {
            string? actual = i < assessment.Recommendations.Length && assessment.Recommendations[i].IsSuggested
                ? assessment.Recommendations[i].Intervention
                : null;
            if (actual != test.First[i])
                failures.Add(new RuleSetTestFailure(
                    string.Create(CultureInfo.InvariantCulture, $"suggestion {i + 1}"), test.First[i], actual ?? "none",
                    Reasons.OfStatus(assessment.Recommendation(test.First[i]))));
        }

        foreach (string id in test.NotSuggested)
        {
            if (assessment.Recommendation(id) is { IsSuggested: true } found)
                failures.Add(new RuleSetTestFailure(id, "not suggested", Word(found.Status), Reasons.OfStatus(found)));
        }

        foreach (var (id, expected) in test.Status)
        {
            var found = assessment.Recommendation(id);
            string actual = found is null ? NotApplicable : Word(found.Status);
            if (actual != expected)
                failures.Add(new RuleSetTestFailure(id, expected, actual, Reasons.OfStatus(found)));
        }

        foreach (string id in test.Flags)
        {
            if (!IsUp(id))
                failures.Add(new RuleSetTestFailure(id, "up", "not up", Reasons.OfTriage(assessment.Triage)));
        }

        foreach (string id in test.NoFlags)
        {
            if (IsUp(id))
                failures.Add(new RuleSetTestFailure(id, "not up", "up", Reasons.OfTriage(assessment.Triage)));
        }

        foreach (var (id, expected) in test.Cautions)
        {
            var found = assessment.Recommendation(id);
            var actual = (found?.Safety ?? []).Where(s => s is { Kind: SafetyKind.Caution, State: SafetyState.True }).Select(s => s.Rule).Order(StringComparer.Ordinal);
            if (!actual.SequenceEqual(expected.Order(StringComparer.Ordinal), StringComparer.Ordinal))
                failures.Add(new RuleSetTestFailure(
                    $"cautions of {id}", Listed(expected.Order(StringComparer.Ordinal)), found is null ? NotApplicable : Listed(actual), Reasons.OfStatus(found)));
        }

        foreach (var (id, range) in test.Derived)
        {
            var derived = assessment.Derived.FirstOrDefault(d => d.Factor == id);
            if (derived is null || derived.Value < range.AtLeast || derived.Value > range.AtMost)
                failures.Add(new RuleSetTestFailure($"derived {id}", InWords(range), derived is null ? "not derived" : Actual(derived.Value, range), Reasons.OfDerived(derived, id, assessment)));
        }

        return failures.ToImmutable();

        bool IsUp(string flag) => assessment.Triage.Flags.Any(f => f.Rule == flag);

        void CheckStatus(string id, RecommendationStatus expected)
        {
            var recommendation = assessment.Recommendation(id);
            if (recommendation?.Status != expected)
                failures.Add(new RuleSetTestFailure(
                    id, Word(expected), recommendation is null ? NotApplicable : Word(recommendation.Status), Reasons.OfStatus(recommendation)));
        }
    }

    /// <summary>A number for people: four digits behind the point.</summary>
    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static RuleSetTestFailure Failure(string subject, string expected, string actual, ConditionScore? score) =>
        new(subject, expected, actual, score is null ? [] : Reasons.OfScore(score));

    private static string InWords(ScoreExpectation range) => (range.AtLeast, range.AtMost) switch
    {
        ({ } low, { } high) => $"{Exact(low)} to {Exact(high)}",
        ({ } low, null) => $"at least {Exact(low)}",
        (null, { } high) => $"at most {Exact(high)}",
        _ => "any",
    };

    /// <summary>The score, with as many digits as it takes to see that it does not fit.</summary>
    private static string Actual(double? index, ScoreExpectation range)
    {
        if (index is not { } score)
            return NoIndex;
        double rounded = double.Parse(Number(score), CultureInfo.InvariantCulture);
        bool seen = rounded < range.AtLeast || rounded > range.AtMost;
        return seen ? Number(score) : Exact(score);
    }

        private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids.DefaultIfEmpty("none"));

    private static string Word(TriageLevel level) => Keywords.Triage[(int)level];

    /// <summary>A status as it stands in an assessment.</summary>
    public static string Word(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Recommended => "recommended",
        RecommendationStatus.Caution => "caution",
        RecommendationStatus.NeedsCheck => "needs-check",
        RecommendationStatus.Deferred => "deferred",
        RecommendationStatus.Blocked => "blocked",
        RecommendationStatus.AdvisedAgainst => "advised-against",
        RecommendationStatus.AlreadyMet => "already-met",
        RecommendationStatus.NotAssessed => "not-assessed",
        _ => "no-expected-benefit",
    };
}
