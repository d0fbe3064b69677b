using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Explaining;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Scoring;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>The scoring service: one immutable rule set, compiled once.</summary>
public sealed class ScoringService : IScoringService
{
    private static readonly Lazy<ScoringService> DefaultService = new(() => new ScoringService(BuiltInRuleSet.Resolved));

    private readonly CompiledRuleSet compiled;
    private AssessmentBuilder? idle;

    /// <summary>Makes a service of a rule set. Its intended use and disclaimer are part of every result.</summary>
    /// <param name="ruleSet">The rule set, as <see cref="RuleSetComposer"/> resolves it.</param>
    public ScoringService(ResolvedRuleSet ruleSet)
        : this(ruleSet, [])
    {
    }

    /// <summary>Makes a service of a rule set that speaks more languages than the built-in ones.</summary>
    /// <param name="ruleSet">The rule set, as <see cref="RuleSetComposer"/> resolves it.</param>
    /// <param name="words">Languages, as <see cref="Core.WordTable.Read(string, string)"/> reads them; they come before the built-in ones, and of two for the same culture the last counts.</param>
    public ScoringService(ResolvedRuleSet ruleSet, ImmutableArray<WordTable> words)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        if (words.IsDefault)
            throw new ArgumentException("The array is not initialized.", nameof(words));
        RuleSet = ruleSet;
        Words = words;
        compiled = new CompiledRuleSet(ruleSet);
    }

    /// <summary>The service over the built-in rule set <c>gutskin.evidence</c>, made when first asked for.</summary>
    public static ScoringService Default => DefaultService.Value;

    /// <inheritdoc/>
    public ResolvedRuleSet RuleSet { get; }

    /// <summary>The languages it speaks besides the built-in ones.</summary>
    public ImmutableArray<WordTable> Words { get; }

    /// <inheritdoc/>
    public ReadResult<PersonProfile> ReadProfile(ReadOnlyMemory<byte> utf8, string? file = null, AssessmentOptions? options = null)
    {
        var (profile, faults) = ProfileJson.ReadPartly(utf8, file);
        if (profile is not null)
            faults = [.. faults.Concat(Check(profile, options)).OrderBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)];

        return new ReadResult<PersonProfile>(faults.IsEmpty ? profile : null, faults);
    }

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return ProfileChecker.Check(profile, compiled.Lookup, (options ?? AssessmentOptions.Default).IgnoreUnknownFactors, out _);
    }

    /// <inheritdoc/>
    public Assessment Assess(PersonProfile profile, AssessmentOptions? options = null) =>
        TryAssess(profile, options).GetValueOrThrow();

    /// <inheritdoc/>
    public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        options ??= AssessmentOptions.Default;
        var diagnostics = ProfileChecker.Check(profile, compiled.Lookup, options.IgnoreUnknownFactors, out var ignored);
        if (diagnostics.Length > 0)
            return new ReadResult<Assessment>(null, diagnostics);
        var builder = Rent();
        var assessment = builder.Build(profile, options, ignored);
        idle = builder;
        return new ReadResult<Assessment>(assessment, []);
    }

    /// <inheritdoc/>
    public Explanation? Explain(Assessment assessment, string id)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(id);
        return new Explainer(RuleSet, assessment).Explain(id);
    }

    /// <inheritdoc/>
    public WhatIfResult WhatIf(PersonProfile profile, IReadOnlyDictionary<string, FactorValue> changes)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(changes);
        // The profile is checked, then the changes alone: what both say together cannot be wrong where neither is.
        var changed = PersonProfile.Create();
        foreach (var (factor, value) in changes)
            changed.With(factor, value);
        foreach (var input in (ReadOnlySpan<PersonProfile>)[profile, changed.Build()])
        {
            var faults = Check(input);
            if (faults.Length > 0)
                throw new InvalidInputException(faults);
        }

        var slots = changes
            .Select(c => (Slot: compiled.Slots.IndexOf(c.Key), Value: c.Value))
            .Select(c => (c.Slot, Slots.Encode(c.Value, compiled.Slots.Factors[c.Slot])))
            .ToArray();
        var builder = Rent();
        var (before, after) = builder.BuildWithChanges(profile, AssessmentOptions.Default, slots);
        idle = builder;
        return new WhatIfResult
        {
            Before = before,
            Conditions =
            [
                .. before.Conditions.Select(condition => new WhatIfCondition
                {
                    Condition = condition.Id,
                    ScoreBefore = condition.Score,
                    ScoreAfter = condition.Score is null ? null : DeterministicMath.Index(after[compiled.ConditionIndex[condition.Id]]),
                    Gain = condition.LogOdds - after[compiled.ConditionIndex[condition.Id]],
                }),
            ],
        };
    }

    /// <inheritdoc/>
    public ScoringBuffer CreateBuffer(PersonProfile? profile = null)
    {
        var buffer = new ScoringBuffer(compiled);
        if (profile is not null)
            buffer.Load(profile);
        return buffer;
    }

    /// <inheritdoc/>
    public void Score(ScoringBuffer buffer, Span<ScoreResult> scores)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (!ReferenceEquals(buffer.State.Rules, compiled))
            throw new ArgumentException("The buffer was made by another service.", nameof(buffer));
        CohortScorer.Score(buffer, scores);
    }

    /// <inheritdoc/>
    public CohortResults CreateResults(int rows) => new(compiled, rows);

    /// <inheritdoc/>
    public void ScoreTable(
        CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(results);
        if (!ReferenceEquals(results.Rules, compiled))
            throw new ArgumentException("The results were made by another service.", nameof(results));
        CohortScorer.ScoreTable(columns, results, options, cancellationToken);
    }

    /// <summary>The builder that nobody uses, or a new one. What fails does not give it back.</summary>
    private AssessmentBuilder Rent() => Interlocked.Exchange(ref idle, null) ?? new AssessmentBuilder(compiled, Words);
}
