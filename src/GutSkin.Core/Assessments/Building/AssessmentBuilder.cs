using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Puts assessments together: score, triage, recommendations, levers, questions. One after the other, by one thread at a
/// time; what it needs in between is allocated once.
/// </summary>
internal sealed class AssessmentBuilder
{
    private readonly EvaluationContext context;
    private readonly ConditionScoreBuilder scores;
    private readonly TriageBuilder triage;
    private readonly RecommendationBuilder recommendations;
    private readonly LeverBuilder levers;
    private readonly QuestionBuilder questions;
    private readonly ImmutableArray<WordTable> languages;
    private readonly int[] order;

    public AssessmentBuilder(CompiledRuleSet rules, ImmutableArray<WordTable> languages)
    {
        this.languages = languages;
        context = new EvaluationContext(rules);
        order = new int[rules.SkinConditions.Length];
        scores = new ConditionScoreBuilder(context);
        triage = new TriageBuilder(context);
        recommendations = new RecommendationBuilder(context, triage, order);
        levers = new LeverBuilder(context, triage, recommendations, order);
        questions = new QuestionBuilder(context, triage, recommendations);
    }

    /// <summary>Assesses a checked profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How.</param>
    /// <param name="ignored">The unknown factors that were left out; null = none.</param>
    public Assessment Build(PersonProfile profile, AssessmentOptions options, List<string>? ignored)
    {
        context.Begin(profile, options.Culture);
        var assessment = Answer(profile, options, ignored);
        context.End();
        return assessment;
    }

    /// <summary>Assesses a checked profile, and says L′ of every condition after changes to slots.</summary>
    public (Assessment Before, double[] LogOddsAfter) BuildWithChanges(
        PersonProfile profile, AssessmentOptions options, ReadOnlySpan<(int Slot, double Value)> changes)
    {
        context.Begin(profile, options.Culture);
        var before = Answer(profile, options, null);
        double[] after = new double[order.Length];
        context.LogOddsAfter(changes, after);
        context.End();
        return (before, after);
    }

    private Assessment Answer(PersonProfile profile, AssessmentOptions options, List<string>? ignored)
    {
        string? culture = options.Culture;
        var words = string.IsNullOrEmpty(culture) ? null : WordTable.Find(culture, languages);
        var rules = context.Rules;
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        double[] indexes = context.State.Indexes;
        // Conditions are compiled in the order of their ids.
        order.AsSpan().Sort((a, b) =>
            rules.HasIndex(a) != rules.HasIndex(b) ? rules.HasIndex(b).CompareTo(rules.HasIndex(a))
            : rules.HasIndex(a) && indexes[a] != indexes[b] ? indexes[b].CompareTo(indexes[a])
            : a.CompareTo(b));
        var conditions = ImmutableArray.CreateBuilder<ConditionScore>(order.Length);
        foreach (int c in order)
            conditions.Add(scores.Build(c));

        triage.Begin();
        var recommended = recommendations.Build();
        var (next, enough) = options.WithoutAdvice ? ([], false) : questions.Build();
        var set = rules.Resolved.RuleSet;
        return new Assessment
        {
            ProfileId = profile.Id,
            AsOf = profile.AsOf,
            RuleSet = new RuleSetIdentity(set.Id, set.Version, rules.Resolved.Sha256)
            {
                Classes = rules.Resolved.Classes.IsEmpty ? null : rules.Resolved.Classes,
            },
            IntendedUse = rules.Resolved.IntendedUse,
            Disclaimer = context.Localizer.Text("ruleSet", set.Id, "disclaimer", rules.Resolved.Disclaimer),
            Triage = triage.Build(),
            Conditions = conditions.MoveToImmutable(),
            Levers = options.WithoutAdvice ? [] : levers.Build(),
            Recommendations = recommended,
            Enough = enough,
            Full = enough && next.IsEmpty,
            NextQuestions = next,
            Notices = [.. Notices(ignored), .. words is null ? Unspoken(culture) : []],
            Knowledge = rules.Resolved,
            Culture = culture,
            Words = words,
        };
    }

    private static ImmutableArray<Notice> Notices(List<string>? ignored)
    {
        if (ignored is null || ignored.Count == 0)
            return [];
        ignored.Sort(StringComparer.Ordinal);
        return
        [
            .. ignored.Select(id => new Notice
            {
                Code = "unknown-factor-ignored",
                Message = $"The rule set does not know the factor '{id}'; it was ignored.",
                Factor = id,
            }),
        ];
    }

    private static ImmutableArray<Notice> Unspoken(string? culture) => string.IsNullOrEmpty(culture) ? [] :
    [
        new Notice
        {
            Code = "unspoken-culture",
            Message = $"There are no words for the culture '{culture}': sentences are in English.",
        },
    ];
}
