using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Testing;

/// <summary>
/// Makes an assessment by hand, for tests of what shows or stores one. Names, categories and bands are those of a rule set; what it does
/// not know is refused at once, so that a test does not speak of an entry that is gone.
/// </summary>
/// <param name="ruleSet">The rule set; null = the built-in one.</param>
/// <example>
/// <code>
/// var assessment = new AssessmentBuilder()
///     .WithScore(SkinConditions.AcneVulgaris, 42, low: 30, high: 55)
///     .WithRecommendation(Interventions.DietReduceMilk, RecommendationStatus.Recommended)
///     .Asking("diet.milk")
///     .Build();
/// </code>
/// </example>
public sealed class AssessmentBuilder(ResolvedRuleSet? ruleSet = null)
{
    private readonly ResolvedRuleSet rules = ruleSet ?? BuiltInRuleSet.Resolved;
    private readonly List<ConditionScore> conditions = [];
    private readonly List<Recommendation> recommendations = [];
    private readonly List<RedFlag> flags = [];
    private readonly List<NextQuestion> questions = [];

    /// <summary>Adds the index of a condition; the condition is of concern.</summary>
    /// <param name="condition">The id of the condition.</param>
    /// <param name="score">The index, 0 to 100.</param>
    /// <param name="low">The least it can still be; null = the index.</param>
    /// <param name="high">The most it can still be; null = the index.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The rule set has no such condition, or the numbers are not in order from 0 to 100.</exception>
    public AssessmentBuilder WithScore(string condition, double score, double? low = null, double? high = null)
    {
        var known = rules.FindCondition(condition) ?? throw Unknown("condition", condition, nameof(condition));
        var interval = new Interval(low ?? score, high ?? score);
        if (!(interval.Low >= 0 && interval.Low <= score && score <= interval.High && interval.High <= 100))
            throw new ArgumentException("An index lies within its interval, and both from 0 to 100.", nameof(score));
        conditions.RemoveAll(c => c.Id == condition);
        conditions.Add(new ConditionScore
        {
            Id = condition,
            Name = known.Name,
            Kind = known.Kind,
            Concern = true,
            Score = score,
            LogOdds = -Math.Log(1 - Math.Min(score / 100, 1 - 1e-12)),
            Interval = interval,
            Uncertainty = interval,
            Ceiling = 100,
            Settled = interval.Width <= rules.Model.SettledWidth,
            Completeness = 1 - (interval.Width / 100),
            Band = rules.Model.BandOf(score),
        });
        return this;
    }

    /// <summary>Adds a red flag that is up.</summary>
    /// <param name="rule">The id of the safety rule.</param>
    /// <param name="urgency">How soon someone should be seen.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The rule set has no such safety rule.</exception>
    public AssessmentBuilder WithRedFlag(string rule, Urgency urgency)
    {
        var known = rules.FindSafety(rule) ?? throw Unknown("safety rule", rule, nameof(rule));
        flags.Add(new RedFlag { Rule = rule, Urgency = urgency, Message = known.Message });
        return this;
    }

    /// <summary>Adds what is said of an intervention.</summary>
    /// <param name="intervention">The id of the intervention.</param>
    /// <param name="status">What is said of it.</param>
    /// <param name="benefit">The sort key, in log odds; positive = better.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The rule set has no such intervention.</exception>
    public AssessmentBuilder WithRecommendation(string intervention, RecommendationStatus status, double benefit = 0)
    {
        var known = rules.FindIntervention(intervention) ?? throw Unknown("intervention", intervention, nameof(intervention));
        recommendations.Add(new Recommendation
        {
            Intervention = intervention,
            Name = known.Name,
            Category = known.Category,
            Status = status,
            Tier = 3,
            Benefit = benefit,
            Room = status == RecommendationStatus.AlreadyMet ? Room.Met : Room.Open,
            Effort = known.Effort,
            Cost = known.Cost,
            Weeks = known.Weeks,
            Dose = known.Dose,
            Summary = known.Summary,
            Evidence = known.Evidence,
        });
        return this;
    }

    /// <summary>Adds questions that are asked next, in order: a factor each.</summary>
    /// <param name="factors">The ids of the factors.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The rule set has no such factor.</exception>
    public AssessmentBuilder Asking(params string[] factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var words = new RuleSetWords(rules);
        foreach (string id in factors)
        {
            var known = rules.FindFactor(id) ?? throw Unknown("factor", id, nameof(factors));
            questions.Add(new NextQuestion
            {
                Id = id,
                Asks = QuestionKind.Factor,
                Title = words.Question(id) ?? known.Name,
                Reason = QuestionReason.Score,
                Gain = 0.1,
                Items =
                [
                    new QuestionItem
                    {
                        Factor = id,
                        Question = words.Question(id) ?? known.Name,
                        Kind = known.Kind,
                        Choices = [.. known.Choices.Select(c => new QuestionChoice(c, words.Choice(id, c)))],
                        Unit = known.Unit,
                        Min = known.Min,
                        Max = known.Max,
                    },
                ],
            });
        }

        return this;
    }

    /// <summary>The assessment: conditions by index, red flags by urgency, recommendations by status and benefit.</summary>
    /// <returns>The assessment; with the rule set's own disclaimer and identity.</returns>
    public Assessment Build() => new()
    {
        RuleSet = new RuleSetIdentity(rules.Data.Id, rules.Data.Version, rules.Sha256),
        IntendedUse = rules.IntendedUse,
        Disclaimer = rules.Disclaimer,
        Triage = new Triage
        {
            Level = flags.Count == 0 ? TriageLevel.None : flags.Max(f => f.Urgency) switch
            {
                Urgency.Urgent => TriageLevel.ReferUrgent,
                Urgency.Soon => TriageLevel.ReferSoon,
                _ => TriageLevel.ReferRoutine,
            },
            Complete = questions.Count == 0,
            Flags = [.. flags.OrderByDescending(f => f.Urgency).ThenBy(f => f.Rule, StringComparer.Ordinal)],
        },
        Conditions = [.. conditions.OrderByDescending(c => c.Score).ThenBy(c => c.Id, StringComparer.Ordinal)],
        Recommendations = [.. recommendations.OrderBy(r => r.Status).ThenByDescending(r => r.Benefit).ThenBy(r => r.Intervention, StringComparer.Ordinal)],
        NextQuestions = [.. questions],
        Enough = questions.Count == 0,
        Full = questions.Count == 0,
        Knowledge = rules,
    };

    private static ArgumentException Unknown(string noun, string id, string parameter) => new($"The rule set has no {noun} '{id}'.", parameter);
}
