using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Puts an assessment together: score, triage, recommendations, levers, questions.</summary>
internal static class AssessmentBuilder
{
    public static Assessment Build(CompiledRuleSet rules, BoundProfile profile, AssessmentOptions options, IReadOnlyList<string> ignored)
    {
        var context = new EvaluationContext(rules, profile, options.Culture);
        var scores = new ConditionScoreBuilder(context);
        var conditions = Enumerable.Range(0, rules.Conditions.Length).Select(scores.Build).ToArray();
        // Conditions are compiled in the order of their ids, and OrderBy is stable.
        int[] order = [.. Enumerable.Range(0, conditions.Length).OrderByDescending(c => conditions[c].Score)];

        var triage = new TriageBuilder(context);
        var recommendations = new RecommendationBuilder(context, triage, order);
        var recommended = recommendations.Build();
        var levers = new LeverBuilder(context, triage, recommendations, order).Build();
        var (questions, enough) = new QuestionBuilder(context, triage, recommendations).Build();
        var set = rules.Resolved.RuleSet;
        return new Assessment
        {
            ProfileId = profile.Profile.Id,
            AsOf = profile.Profile.AsOf,
            RuleSet = new RuleSetIdentity(set.Id, set.Version, rules.Resolved.Sha256),
            IntendedUse = set.IntendedUse,
            Disclaimer = context.Localizer.Text("ruleSet", set.Id, "disclaimer", set.Disclaimer),
            Triage = triage.Build(),
            Conditions = [.. order.Select(c => conditions[c])],
            Levers = levers,
            Recommendations = recommended,
            Enough = enough,
            NextQuestions = questions,
            Notices = Notices(ignored),
            Knowledge = rules.Resolved,
            Culture = options.Culture,
        };
    }

    private static ImmutableArray<Notice> Notices(IReadOnlyList<string> ignored) =>
    [
        .. ignored.Order(StringComparer.Ordinal).Select(id => new Notice
        {
            Code = "unknown-factor-ignored",
            Message = $"The rule set does not know the factor '{id}'; it was ignored.",
            Factor = id,
        }),
    ];
}
