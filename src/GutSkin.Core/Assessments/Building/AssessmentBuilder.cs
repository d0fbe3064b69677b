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
    private readonly AnswerBuilder answers;
    private readonly ConditionScoreBuilder scores;
    private readonly TriageBuilder triage;
    private readonly RecommendationBuilder recommendations;
    private readonly LeverBuilder levers;
    private readonly QuestionBuilder questions;
    private readonly TestBuilder tests;
    private readonly ImmutableArray<WordTable> languages;
    private readonly int[] order;
    private (string? Culture, QuestionTexts Texts)? spoken;

    public AssessmentBuilder(CompiledRuleSet rules, ImmutableArray<WordTable> languages)
    {
        this.languages = languages;
        context = new EvaluationContext(rules);
        order = new int[rules.SkinConditions.Length];
        answers = new AnswerBuilder(context);
        scores = new ConditionScoreBuilder(context);
        var waiting = new Waiting(context);
        triage = new TriageBuilder(context, waiting);
        recommendations = new RecommendationBuilder(context, triage, waiting);
        levers = new LeverBuilder(context, triage, recommendations);
        var gains = new GainBuilder(context);
        questions = new QuestionBuilder(context, triage, new QuestionStakes(context, triage, recommendations, gains));
        tests = new TestBuilder(context, triage, recommendations, gains);
    }

    /// <summary>Assesses a checked profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">How.</param>
    /// <param name="ignored">The unknown factors that were left out; null = none.</param>
    public Assessment Build(PersonProfile profile, AssessmentOptions options, List<string>? ignored) =>
        Build(profile, options, ignored, static (assessment, _, _) => assessment);

    /// <summary>Assesses a checked profile, and looks at what the assessment was made of before that is forgotten.</summary>
    public T Build<T>(
        PersonProfile profile, AssessmentOptions options, List<string>? ignored, Func<Assessment, EvaluationContext, RecommendationBuilder, T> look)
    {
        context.Begin(profile, options.Culture);
        var result = look(Answer(profile, options, ignored), context, recommendations);
        Forget();
        return result;
    }

    /// <summary>Finds all that an assessment of a checked profile rests on, and says nothing of it. <see cref="Forget"/> ends that.</summary>
    public (EvaluationContext Context, TriageBuilder Triage, RecommendationBuilder Recommendations) Find(PersonProfile profile)
    {
        context.Begin(profile, null);
        triage.Begin(onlyWhetherHeldBack: true);
        recommendations.Appraise();
        return (context, triage, recommendations);
    }

    /// <summary>Forgets the person.</summary>
    public void Forget()
    {
        recommendations.End();
        context.End();
    }

    /// <summary>Assesses a checked profile, and says L′ of every condition were some answers others.</summary>
    public (Assessment Before, double[] LogOddsAfter) BuildWithChanges(
        PersonProfile profile, PersonProfile changed, AssessmentOptions options)
    {
        context.Begin(profile, options.Culture);
        var before = Answer(profile, options, null);
        double[] after = new double[order.Length];
        context.LogOddsWith(changed, after);
        Forget();
        return (before, after);
    }

    private Assessment Answer(PersonProfile profile, AssessmentOptions options, List<string>? ignored)
    {
        string? culture = options.Culture;
        var words = string.IsNullOrEmpty(culture) ? null : WordTable.Find(culture, languages);
        var rules = context.Rules;
        // Conditions are compiled in the order of their ids; those without an index are last.
        int scored = 0, unscored = order.Length - rules.WithoutIndex.Length;
        for (int i = 0; i < order.Length; i++)
            order[rules.HasIndex(i) ? scored++ : unscored++] = i;
        Ties.SortDescending(order.AsSpan(0, scored), context.State.Indexes);
        var conditions = ImmutableArray.CreateBuilder<ConditionScore>(order.Length);
        foreach (int c in order)
            conditions.Add(scores.Build(c));

        triage.Begin();
        var recommended = recommendations.Build();
        var texts = TextsIn(culture, words);
        var (next, enough, full) = questions.Build(texts, options.AllQuestions);
        var set = rules.Resolved.Data;
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
            Derived = answers.Derived(),
            Levers = levers.Build(),
            Recommendations = recommended,
            Enough = enough,
            Full = full,
            NextQuestions = next,
            Tests = tests.Build(texts),
            Inapplicable = answers.Inapplicable(),
            Notices = answers.Notices(profile, Others(ignored, words is null ? culture : null)),
            Source = profile,
            Knowledge = rules.Resolved,
            Culture = culture,
            Words = words,
        };
    }

    /// <summary>What questions say in a culture; those of the last one are kept.</summary>
    private QuestionTexts TextsIn(string? culture, WordTable? words)
    {
        if (spoken is null || spoken.Value.Culture != culture)
            spoken = (culture, new QuestionTexts(context.Rules, new RuleSetWords(context.Rules.Resolved, culture, words ?? WordTable.For(culture))));
        return spoken.Value.Texts;
    }

    private List<Notice> Others(List<string>? ignored, string? unspoken)
    {
        var notices = new List<Notice>();
        triage.AddDeclinedSafety(notices);
        foreach (string id in ignored ?? [])
        {
            notices.Add(new Notice
            {
                Code = "unknown-factor-ignored",
                Message = $"The rule set does not know the factor '{id}'; it was ignored.",
                Factor = id,
            });
        }

        if (!string.IsNullOrEmpty(unspoken))
        {
            notices.Add(new Notice
            {
                Code = "unspoken-culture",
                Message = $"There are no words for the culture '{unspoken}': sentences are in English.",
            });
        }

        return notices;
    }
}
