using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// Scores profiles against one rule set. Pure and synchronous: no clock, no culture, no randomness, no I/O. Immutable and
/// safe for any number of threads; register it as a singleton. Five members: <see cref="ScoringServiceExtensions"/> has what is made
/// of them, so that a fake or a decorator is written in a minute.
/// </summary>
/// <example>
/// <code>
/// IScoringService scoring = ScoringService.Default;
/// var person = PersonProfile.Create().With(Factors.Diet.Milk, 2).Build();
/// if (scoring.TryAssess(person) is { Success: true } assessed)
///     Console.WriteLine(assessed.Value!.Triage.Level);
/// foreach (var fault in scoring.Check(person))
///     Console.WriteLine(fault);
/// </code>
/// </example>
public interface IScoringService
{
    /// <summary>The rule set in force.</summary>
    ResolvedRuleSet RuleSet { get; }

    /// <summary>Everything that is wrong with a profile for this rule set.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How the assessment would be made; null = the defaults.</param>
    /// <returns>The diagnostics; empty where the profile can be assessed.</returns>
    ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null);

    /// <summary>Assesses a profile, or says everything that is wrong with it.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <returns>The assessment, or the diagnostics.</returns>
    ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null);

    /// <summary>Scores one person's answers: the bits are those of <see cref="TryAssess"/>. Allocates nothing.</summary>
    /// <param name="buffer">The answers, in a buffer made for this service's rule set.</param>
    /// <param name="scores">Where the scores go, in the order of <see cref="ScoringBuffer.Conditions"/>.</param>
    /// <exception cref="ArgumentException">The buffer was made for another rule set, or the span is too short.</exception>
    void Score(ScoringBuffer buffer, Span<ScoreResult> scores);

    /// <summary>Scores a cohort: for every row the bits that <see cref="Score"/> gives. Allocates nothing a row.</summary>
    /// <param name="columns">The answers.</param>
    /// <param name="results">Where the scores go: made for this service's rule set.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <param name="cancellationToken">Ends the work between two tiles of rows.</param>
    /// <exception cref="ArgumentException">A column does not fit the rule set, the results were made for another rule set, or have too few rows.</exception>
    void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default);
}

/// <summary>
/// The score of one condition, with what answers still missing could make of it. No probability, no diagnosis. All three numbers are
/// NaN for a condition without a scored rule.
/// </summary>
/// <param name="Score">The index, 0 to 100.</param>
/// <param name="Interval">What answers still missing could make of it.</param>
public readonly record struct ScoreResult(double Score, Interval Interval);
