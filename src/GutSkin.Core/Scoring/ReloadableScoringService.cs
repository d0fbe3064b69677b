using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Scoring;

namespace GutSkin.Core;

/// <summary>
/// A scoring service whose rule set can be exchanged while others score. Every call is answered by exactly one version: the
/// one in force when it began; for several calls that belong together hold on to <see cref="Current"/>. Buffers and tables
/// stay with the version that made them. Safe for any number of threads; nothing waits.
/// </summary>
/// <example>
/// <code>
/// var scoring = new ReloadableScoringService(BuiltInRuleSet.Resolved);
/// scoring.Reload(RuleSetComposer.Compose(BuiltInRuleSet.Document).GetValueOrThrow());   // others score on while it changes
/// Console.WriteLine(scoring.RuleSet.Sha256);
/// </code>
/// </example>
public sealed class ReloadableScoringService : IScoringService
{
    private volatile ScoringService current;

    /// <summary>Makes a service of a first rule set.</summary>
    /// <param name="ruleSet">The rule set, as <see cref="RuleSetComposer"/> resolves it.</param>
    public ReloadableScoringService(ResolvedRuleSet ruleSet)
        : this(new ScoringService(ruleSet))
    {
    }

    internal ReloadableScoringService(ScoringService first) => current = first;

    /// <summary>The service of the version in force; it stays that version's when another comes.</summary>
    public IScoringService Current => current;

    internal ScoringService Latest => current;

    /// <inheritdoc/>
    public ResolvedRuleSet RuleSet => current.RuleSet;

    /// <summary>Puts another version in force, once it is ready. Calls that have begun end with the one before.</summary>
    /// <param name="ruleSet">The rule set, as <see cref="RuleSetComposer"/> resolves it.</param>
    public void Reload(ResolvedRuleSet ruleSet) => current = new ScoringService(ruleSet, current.Words);

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null) => current.Check(profile, options);

    /// <inheritdoc/>
    public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null) => current.TryAssess(profile, options);

    /// <summary>Scores one person's answers with the version that made the buffer, in force or not: the bits are those of <see cref="TryAssess"/>. Allocates nothing.</summary>
    /// <param name="buffer">The answers.</param>
    /// <param name="scores">Where the scores go, in the order of <see cref="ScoringBuffer.Conditions"/>.</param>
    /// <exception cref="ArgumentException">There is no room.</exception>
    public void Score(ScoringBuffer buffer, Span<ScoreResult> scores)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        CohortScorer.Score(buffer, scores);
    }

    /// <summary>Scores a cohort with the version that made the room for the results, in force or not.</summary>
    /// <param name="columns">The answers.</param>
    /// <param name="results">Where the scores go.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <param name="cancellationToken">Ends the work between two blocks of rows.</param>
    /// <exception cref="ArgumentException">A column does not fit the rule set, or there is no room.</exception>
    public void ScoreTable(
        CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(results);
        CohortScorer.ScoreTable(columns, results, options, cancellationToken);
    }
}
