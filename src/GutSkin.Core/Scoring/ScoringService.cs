using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Scoring;

namespace GutSkin.Core;

/// <summary>The scoring service: one immutable rule set, compiled once.</summary>
/// <example>
/// <code>
/// var person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Diet.SugaryDrinks, 9).Build();
/// var assessment = ScoringService.Default.Assess(person);
/// Console.WriteLine(assessment.ToText());
/// </code>
/// </example>
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
        compiled = CompiledRuleSet.Of(ruleSet);
    }

    /// <summary>The service over the built-in rule set <c>gutskin.evidence</c>, made when first asked for.</summary>
    public static ScoringService Default => DefaultService.Value;

    /// <inheritdoc/>
    public ResolvedRuleSet RuleSet { get; }

    /// <summary>The languages it speaks besides the built-in ones.</summary>
    public ImmutableArray<WordTable> Words { get; }

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return ProfileChecker.Check(profile, RuleSet.Index, (options ?? AssessmentOptions.Default).IgnoreUnknownFactors, out _);
    }

    /// <inheritdoc/>
    public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return TryAssess(profile, options ?? AssessmentOptions.Default, static (assessment, _, _) => assessment);
    }

    /// <inheritdoc/>
    public void Score(ScoringBuffer buffer, Span<ScoreResult> scores)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (!ReferenceEquals(buffer.State.Rules, compiled))
            throw new ArgumentException("The buffer was made for another rule set.", nameof(buffer));
        CohortScorer.Score(buffer, scores);
    }

    /// <inheritdoc/>
    public void ScoreTable(
        CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(results);
        if (!ReferenceEquals(results.Rules, compiled))
            throw new ArgumentException("The results were made for another rule set.", nameof(results));
        CohortScorer.ScoreTable(columns, results, options, cancellationToken);
    }

    /// <summary>The service that does a service's work.</summary>
    internal static ScoringService Behind(IScoringService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service switch
        {
            ScoringService own => own,
            ReloadableScoringService reloadable => reloadable.Latest,
            ObservedScoringService observed => Behind(observed.Inner),
            _ => new ScoringService(service.RuleSet),
        };
    }

    /// <summary>Assesses a profile and looks at what the assessment was made of, or says everything that is wrong with it.</summary>
    internal ReadResult<T> TryAssess<T>(PersonProfile profile, AssessmentOptions options, Func<Assessment, EvaluationContext, RecommendationBuilder, T> look)
        where T : class
    {
        var diagnostics = ProfileChecker.Check(profile, RuleSet.Index, options.IgnoreUnknownFactors, out var ignored);
        if (diagnostics.Length > 0)
            return new ReadResult<T>(null, diagnostics);
        var builder = Rent();
        var result = builder.Build(profile, options, ignored, look);
        idle = builder;
        return new ReadResult<T>(result, []);
    }

    /// <summary>The assessment before changes, and the sum of each condition after them.</summary>
    internal (Assessment Before, double[] After) AssessWithChanges(PersonProfile profile, PersonProfile changed, AssessmentOptions options)
    {
        var builder = Rent();
        var result = builder.BuildWithChanges(profile, changed, options);
        idle = builder;
        return result;
    }

    /// <summary>A builder of its own for one thread that evaluates many people.</summary>
    internal AssessmentBuilder CreateBuilder() => new(compiled, Words);

    /// <summary>The builder that nobody uses, or a new one. What fails does not give it back.</summary>
    private AssessmentBuilder Rent() => Interlocked.Exchange(ref idle, null) ?? new AssessmentBuilder(compiled, Words);
}
