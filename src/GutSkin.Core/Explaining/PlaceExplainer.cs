using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Explaining;

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
