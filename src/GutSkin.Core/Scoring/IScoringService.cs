using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// Scores profiles against one rule set. Pure and synchronous: no clock, no culture, no randomness, no I/O. Immutable and
/// safe for any number of threads; register it as a singleton.
/// </summary>
public interface IScoringService
{
    /// <summary>The rule set in force.</summary>
    ResolvedRuleSet RuleSet { get; }

    /// <summary>Reads a profile from JSON and checks it for this rule set: every fault of form and meaning at once.</summary>
    /// <param name="utf8">The text in UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <param name="options">How it would be assessed; null = the defaults.</param>
    /// <returns>The profile, or everything that is wrong with it, in the order of the text.</returns>
    ReadResult<PersonProfile> ReadProfile(ReadOnlyMemory<byte> utf8, string? file = null, AssessmentOptions? options = null);

    /// <summary>Everything that is wrong with a profile for this rule set.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How the assessment would be made; null = the defaults.</param>
    /// <returns>The diagnostics; empty where the profile can be assessed.</returns>
    ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null);

    /// <summary>Assesses a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="InvalidInputException">The profile has errors; it carries all of them.</exception>
    Assessment Assess(PersonProfile profile, AssessmentOptions? options = null);

    /// <summary>Assesses a profile, or says everything that is wrong with it.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <returns>The assessment, or the diagnostics.</returns>
    ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null);

    /// <summary>Says what an id means, and what it does in an assessment: why, and why not.</summary>
    /// <param name="assessment">An assessment by this rule set.</param>
    /// <param name="id">The id of a rule, factor, intervention, safety rule, condition, mechanism or evidence entry; or <c>factor/condition</c>: what the two have to do with each other.</param>
    /// <returns>The explanation; null where nothing has that id.</returns>
    Explanation? Explain(Assessment assessment, string id);

    /// <summary>Says what changes to answers would do to the scores, all applied at once. Markers keep what they say: changing a sign does not change its cause.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="changes">New answers by factor id, in the factors' own units. A factor that is missing so far is set too.</param>
    /// <returns>What would change.</returns>
    /// <exception cref="InvalidInputException">The profile or a change has errors.</exception>
    WhatIfResult WhatIf(PersonProfile profile, IReadOnlyDictionary<string, FactorValue> changes);

    /// <summary>Makes a buffer for one person's answers, to be scored again and again without allocating.</summary>
    /// <param name="profile">The answers to begin with; null = none.</param>
    /// <returns>The buffer.</returns>
    /// <exception cref="InvalidInputException">The profile has errors.</exception>
    ScoringBuffer CreateBuffer(PersonProfile? profile = null);

    /// <summary>Scores one person's answers: the bits are those of <see cref="Assess"/>. Allocates nothing.</summary>
    /// <param name="buffer">The answers, in a buffer of this service's.</param>
    /// <param name="scores">Where the scores go, in the order of <see cref="ScoringBuffer.Conditions"/>.</param>
    /// <exception cref="ArgumentException">The buffer is another service's, or there is no room.</exception>
    void Score(ScoringBuffer buffer, Span<ScoreResult> scores);

    /// <summary>Makes room for the scores of a cohort.</summary>
    /// <param name="rows">How many people it has at most.</param>
    /// <returns>The room.</returns>
    CohortResults CreateResults(int rows);

    /// <summary>Scores a cohort: for every row the bits that <see cref="Score"/> gives. Allocates nothing a row.</summary>
    /// <param name="columns">The answers.</param>
    /// <param name="results">Where the scores go: room made by this service.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <param name="cancellationToken">Ends the work between two tiles of rows.</param>
    /// <exception cref="ArgumentException">A column does not fit the rule set, the results are another service's, or there is no room.</exception>
    void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default);
}
