using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Testing;

/// <summary>
/// A scoring service that answers what a test wants and remembers what it was asked: for tests of what stands around the scoring, where the
/// numbers do not matter. Safe for several threads.
/// </summary>
/// <example>
/// <code>
/// var scoring = new FakeScoringService(new AssessmentBuilder().WithRedFlag("urgent-fever", Urgency.Urgent).Build());
/// var page = new ResultPage(scoring);          // what is tested takes an IScoringService
/// page.Show(profile);
/// Assert.Equal(profile, Assert.Single(scoring.Asked));
/// </code>
/// </example>
public sealed class FakeScoringService : IScoringService
{
    private readonly Func<PersonProfile, AssessmentOptions?, ReadResult<Assessment>> answer;
    private readonly Lock gate = new();
    private ImmutableArray<PersonProfile> asked = [];

    /// <summary>A service that gives one answer to everyone.</summary>
    /// <param name="assessment">The answer; <see cref="AssessmentBuilder"/> makes one.</param>
    public FakeScoringService(Assessment assessment)
        : this((_, _) => ReadResult.Of(assessment), assessment?.Knowledge) => ArgumentNullException.ThrowIfNull(assessment);

    /// <summary>A service that answers by a function.</summary>
    /// <param name="answer">The answer to a profile.</param>
    /// <param name="ruleSet">The rule set it says to be of; null = the built-in one.</param>
    public FakeScoringService(Func<PersonProfile, AssessmentOptions?, Assessment> answer, ResolvedRuleSet? ruleSet = null)
        : this((profile, options) => ReadResult.Of(answer(profile, options)), ruleSet) => ArgumentNullException.ThrowIfNull(answer);

    private FakeScoringService(Func<PersonProfile, AssessmentOptions?, ReadResult<Assessment>> answer, ResolvedRuleSet? ruleSet)
    {
        this.answer = answer;
        RuleSet = ruleSet ?? BuiltInRuleSet.Resolved;
    }

    /// <inheritdoc/>
    public ResolvedRuleSet RuleSet { get; }

    /// <summary>The profiles that were to be assessed, in order.</summary>
    public ImmutableArray<PersonProfile> Asked
    {
        get
        {
            lock (gate)
                return asked;
        }
    }

    /// <summary>A service that refuses every profile.</summary>
    /// <param name="faults">What is wrong with it, at least one error.</param>
    /// <returns>The service.</returns>
    public static FakeScoringService Refusing(params Diagnostic[] faults) =>
        new((_, _) => ReadResult.Failed<Assessment>([.. faults]), null);

    /// <inheritdoc/>
    /// <remarks>What its answer to the profile holds; it is not remembered as asked.</remarks>
    public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null) => answer(profile, options).Diagnostics;

    /// <inheritdoc/>
    public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        lock (gate)
            asked = asked.Add(profile);
        return answer(profile, options);
    }

    /// <inheritdoc/>
    /// <remarks>The indices of its answer to a person of whom nothing is known; of a condition it does not have, 0 and all that is possible.</remarks>
    public void Score(ScoringBuffer buffer, Span<ScoreResult> scores)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (scores.Length < buffer.Conditions.Length)
            throw new ArgumentException($"There are {buffer.Conditions.Length} conditions and a place for {scores.Length}.", nameof(scores));
        var assessment = answer(PersonProfile.Create().Build(), null).Value;
        for (int i = 0; i < buffer.Conditions.Length; i++)
        {
            var condition = assessment?.Condition(buffer.Conditions[i]);
            scores[i] = new ScoreResult(condition?.Score ?? 0, condition?.Interval ?? new Interval(0, 100));
        }
    }

    /// <inheritdoc/>
    /// <remarks>A cohort is scored truly, by the rule set: a table of made-up numbers would prove nothing.</remarks>
    public void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default) =>
        new ScoringService(RuleSet).ScoreTable(columns, results, options, cancellationToken);
}
