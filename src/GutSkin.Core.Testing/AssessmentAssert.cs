using System.Globalization;

namespace GutSkin.Core.Testing;

/// <summary>What must come of an assessment, in one line each. A message names entries and results, never an answer of the person.</summary>
public static class AssessmentAssert
{
    /// <summary>The index of a condition lies in a range.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="condition">The id of the condition.</param>
    /// <param name="low">The least index allowed, 0 to 100.</param>
    /// <param name="high">The greatest index allowed, 0 to 100.</param>
    /// <exception cref="GutSkinAssertionException">It does not, or the condition has no index.</exception>
    public static void ScoreIsBetween(Assessment assessment, string condition, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Condition(condition)?.Score is not { } score)
            throw new GutSkinAssertionException($"The assessment has no index of '{condition}'; it has {Listed(assessment.Conditions.Where(c => c.Score is not null).Select(c => c.Id))}.");
        if (!(score >= low && score <= high))
            throw new GutSkinAssertionException(string.Create(CultureInfo.InvariantCulture, $"The index of {condition} was expected between {low} and {high}, and is {score:0.0###}."));
    }

    /// <summary>An intervention is suggested: recommended, or possible with a caution to read first.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="intervention">The id of the intervention.</param>
    /// <exception cref="GutSkinAssertionException">It is not; the message says what it is, and which rules hold it.</exception>
    public static void Suggests(Assessment assessment, string intervention)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Recommendation(intervention) is not { IsSuggested: true })
            throw new GutSkinAssertionException($"{intervention} was expected to be suggested, and is {Standing(assessment, intervention)}.");
    }

    /// <summary>An intervention is not suggested.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="intervention">The id of the intervention.</param>
    /// <exception cref="GutSkinAssertionException">It is.</exception>
    public static void DoesNotSuggest(Assessment assessment, string intervention)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Recommendation(intervention) is { IsSuggested: true })
            throw new GutSkinAssertionException($"{intervention} was expected not to be suggested, and is {Standing(assessment, intervention)}.");
    }

    /// <summary>An intervention has a status.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="intervention">The id of the intervention.</param>
    /// <param name="status">The status.</param>
    /// <exception cref="GutSkinAssertionException">It has another one, or none.</exception>
    public static void HasStatus(Assessment assessment, string intervention, RecommendationStatus status)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Recommendation(intervention)?.Status != status)
            throw new GutSkinAssertionException($"{intervention} was expected to be {status}, and is {Standing(assessment, intervention)}.");
    }

    /// <summary>A red flag is up, and someone should be seen at least as soon as it says.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="rule">The id of the safety rule.</param>
    /// <param name="urgency">How soon; null = no matter how soon.</param>
    /// <exception cref="GutSkinAssertionException">It is not up, or has another urgency.</exception>
    public static void HasRedFlag(Assessment assessment, string rule, Urgency? urgency = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var flag = assessment.Triage.Flags.FirstOrDefault(f => f.Rule == rule)
            ?? throw new GutSkinAssertionException($"The red flag {rule} was expected, and up are {Listed(assessment.Triage.Flags.Select(f => f.Rule))}.");
        if (urgency is { } expected && flag.Urgency != expected)
            throw new GutSkinAssertionException($"The red flag {rule} was expected to be {expected}, and is {flag.Urgency}.");
    }

    /// <summary>No red flag is up, and on demand none is left undecided.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="complete">Whether every red flag must be decided too: without that, no flag is no all-clear.</param>
    /// <exception cref="GutSkinAssertionException">One is up, or undecided.</exception>
    public static void HasNoRedFlag(Assessment assessment, bool complete = false)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (!assessment.Triage.Flags.IsEmpty)
            throw new GutSkinAssertionException($"No red flag was expected, and up are {Listed(assessment.Triage.Flags.Select(f => f.Rule))}.");
        if (complete && !assessment.Triage.Complete)
            throw new GutSkinAssertionException($"Every red flag was expected to be decided, and open are {Listed(assessment.Triage.Unresolved.Select(f => f.Rule))}.");
    }

    /// <summary>A rule contributes to a condition.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="condition">The id of the condition.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <exception cref="GutSkinAssertionException">It does not.</exception>
    public static void Counts(Assessment assessment, string condition, string rule)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var contributions = assessment.Condition(condition)?.Contributions ?? [];
        if (!contributions.Any(c => c.Rule == rule && c.LogOdds != 0))
            throw new GutSkinAssertionException($"{rule} was expected to count towards {condition}, and these do: {Listed(contributions.Where(c => c.LogOdds != 0).Select(c => c.Rule))}.");
    }

    private static string Standing(Assessment assessment, string intervention) => assessment.Recommendation(intervention) is { } found
        ? $"{found.Status}{(found.Safety.IsEmpty ? "" : $" ({string.Join(", ", found.Safety.Select(s => s.Rule))})")}{(found.Ask.IsEmpty ? "" : $", to be asked first: {string.Join(", ", found.Ask)}")}"
        : "not among what is meant for this person";

    private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } listed ? listed : "none";
}
