using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Explaining;

/// <summary>Explains an intervention: what it changes, and why it is recommended, held back, blocked, or none of these.</summary>
internal static class InterventionExplainer
{
    public static Explanation Explain(Intervention intervention, ExplainContext context)
    {
        var words = context.Words;
        var recommendation = context.Assessment.Recommendation(intervention.Id);
        return new Explanation
        {
            Id = intervention.Id,
            Kind = ExplanationKind.Intervention,
            Title = context.Names.Intervention(intervention.Id),
            Lines = ExplainContext.Lines(
            [
                context.Names.Optional("interventions", intervention.Id, "summary", intervention.Summary),
                .. intervention.Changes.Select(c => WordTable.Fill(words.ItChanges, context.Names.Factor(c.Factor), Change(c, context))),
                intervention.When is { } gate ? WordTable.Fill(words.MeantWhere, context.Gates.Write(gate)) : null,
                .. recommendation is null ? [words.NotMeant] : Here(recommendation, context),
                .. context.Sources(intervention.Evidence),
                context.From("interventions", intervention.Id),
            ]),
            Evidence = intervention.Evidence,
        };
    }

    private static IEnumerable<string> Here(Recommendation recommendation, ExplainContext context)
    {
        var words = context.Words;
        yield return Status(recommendation, context);
        if (recommendation.Category != Intervention.ReferralCategory)
            yield return recommendation.Tier switch { 1 => words.StandsFirst, 2 => words.StandsEarly, _ => words.StandsByStudies };
        foreach (string sentence in PlaceExplainer.Explain(recommendation, context))
            yield return sentence;
        foreach (var advice in recommendation.Indications)
            yield return Advice(advice, words);
        foreach (var effect in recommendation.Effects)
        {
            string condition = context.Names.Condition(effect.Condition);
            foreach (var trial in effect.Trials.Where(t => t.Outcome is not null || t.Effect is not null))
                yield return Trial(trial, condition, context);
            if (effect.ScoreAfter is { } after && context.Assessment.Condition(effect.Condition)?.Score is { } score)
                yield return WordTable.Fill(words.IndexAfterIt, condition, context.Numbers.Index(score), context.Numbers.Index(after));
        }

        if (recommendation.Notices.Contains("no-clear-effect"))
            yield return words.TrialCountsNothing;
        foreach (var finding in recommendation.Safety)
        {
            yield return WordTable.Fill(
                finding.State == SafetyState.True ? words.FindingHolds : words.FindingOpen, finding.Message, words.Say(finding.Kind), finding.Rule);
        }
    }

    private static string Advice(ActiveIndication advice, WordTable words)
    {
        string strength = advice.Strength == IndicationStrength.Strong ? words.StrengthStrong : words.StrengthConditional;
        return advice.Direction switch
        {
            IndicationDirection.For => WordTable.Fill(words.AdviceFor, strength, advice.Text),
            IndicationDirection.Against => WordTable.Fill(words.AdviceAgainst, strength, advice.Text),
            _ => WordTable.Fill(words.AdviceNone, advice.Text),
        };
    }

    /// <summary>What a trial saw, and whether it counts for this person: it counts for those it could have studied.</summary>
    private static string Trial(TrialFinding trial, string condition, ExplainContext context)
    {
        var words = context.Words;
        string outcome = trial.Outcome ?? context.Numbers.Effect(trial.Effect!);
        if (trial.Chosen)
            return WordTable.Fill(words.TrialCounts, condition, outcome);
        if (trial.Informational || trial.Eligible)
            return WordTable.Fill(words.TrialShown, condition, outcome);
        string studied = trial.Population ?? (trial.N is { } n ? WordTable.Fill(words.StudiedPeople, NumberWords.Count((int)Math.Min(n, int.MaxValue))) : words.StudiedUnknown);
        return WordTable.Fill(words.TrialNotYou, condition, studied, outcome);
    }

    private static string Status(Recommendation recommendation, ExplainContext context)
    {
        var words = context.Words;
        return recommendation.Status switch
        {
            RecommendationStatus.Recommended => words.IsRecommended,
            RecommendationStatus.Caution => words.IsPossible,
            RecommendationStatus.NeedsCheck => WordTable.Fill(words.IsHeldBack, Asked(recommendation, context)),
            RecommendationStatus.Deferred => words.IsDeferred,
            RecommendationStatus.Blocked => WordTable.Fill(words.IsBlocked, string.Join(", ", recommendation.Safety
                .Where(s => s.State == SafetyState.True && s.Kind == SafetyKind.Contraindication).Select(s => s.Rule))),
            RecommendationStatus.AlreadyMet => words.IsMet,
            RecommendationStatus.AdvisedAgainst => words.IsAdvisedAgainst,
            RecommendationStatus.NotAssessed => words.IsNotAssessed,
            _ => words.IsPointless,
        };
    }

    private static string Asked(Recommendation recommendation, ExplainContext context) => recommendation.Ask.IsEmpty
        ? context.Words.WhatWasDeclined
        : string.Join(", ", recommendation.Ask.Select(id => context.Names.FindFactor(id) is null ? id : $"{context.Names.Factor(id)} ({id})"));

    private static string Change(FactorChange change, ExplainContext context) =>
        change.AtMost is { } most ? WordTable.Fill(context.Words.GateAtMost, context.Amount(most, context.Names.Unit(change.Factor)))
        : change.AtLeast is { } least ? WordTable.Fill(context.Words.GateAtLeast, context.Amount(least, context.Names.Unit(change.Factor)))
        : change.Set is { } set ? context.Value(change.Factor, set)
        : "";
}

/// <summary>
/// Says at which place of the list a suggestion stands, and what the one before it has that puts it there: the first thing in the order of
/// section 6 of the scoring model in which the two differ.
/// </summary>
internal static class PlaceExplainer
{
    private const string Care = "care";
    private const double WorthwhileBenefit = 0.1;

    /// <summary>The sentences; none for what is not among the suggestions that are open.</summary>
    public static IEnumerable<string> Explain(Recommendation recommendation, ExplainContext context)
    {
        if (!IsOpen(recommendation))
            yield break;
        var open = context.Assessment.Recommendations.Where(IsOpen).ToList();
        int place = open.IndexOf(recommendation);
        yield return WordTable.Fill(context.Words.PlaceInList, NumberWords.Count(place + 1), NumberWords.Count(open.Count));
        if (place > 0)
            yield return WordTable.Fill(Reason(open[place - 1], recommendation, context), context.Names.Intervention(open[place - 1].Intervention));
    }

    private static bool IsOpen(Recommendation recommendation) =>
        recommendation.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution;

    /// <summary>What puts the first of two before the second.</summary>
    private static string Reason(Recommendation first, Recommendation second, ExplainContext context)
    {
        var words = context.Words;
        if (Urgency(first, context) != Urgency(second, context))
            return words.BeforeBySign;
        if (first.Tier != second.Tier)
            return words.BeforeByAdvice;
        if (first.Status != second.Status)
            return words.BeforeByCaution;
        if (first.Tier < 3 && Ground(first) != Ground(second))
            return Ground(first) == 0 ? words.BeforeByCare : words.BeforeByCondition;
        if (first.Tier == 3 && (first.Benefit >= WorthwhileBenefit) == (second.Benefit >= WorthwhileBenefit) && first.Certainty != second.Certainty)
            return words.BeforeByCertainty;
        if (first.Benefit - second.Benefit > 1e-12)
            return words.BeforeByBenefit;
        return first.Effort != second.Effort ? words.BeforeByEffort
            : first.Cost != second.Cost ? words.BeforeByCost
            : words.BeforeByName;
    }

    /// <summary>The gravest true red flag that calls for it.</summary>
    private static Urgency? Urgency(Recommendation recommendation, ExplainContext context) => context.Assessment.Triage.Flags
        .Where(f => f.Refer.Contains(recommendation.Intervention)).Select(f => (Urgency?)f.Urgency).Min();

    /// <summary>0 for care of a condition, 1 for other advice on one, 2 for advice on health.</summary>
    private static int Ground(Recommendation recommendation) =>
        !recommendation.Indications.Any(i => i.Direction == IndicationDirection.For && i.Condition is not null) ? 2
        : recommendation.Category == Care ? 0
        : 1;
}
