using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 6 of the scoring model: the order of the list, down to the id.</summary>
internal static class RecommendationOrder
{
    private const string Care = "care";

    /// <summary>In tier 3 a benefit of at least this stands first.</summary>
    private const double WorthwhileBenefit = 0.1;

    /// <summary>Sorts the appraisals, which stand in the order of their ids.</summary>
    public static void Sort(List<Appraisal> appraisals)
    {
        // Benefits within 1e-12 of the next are a tie: the places make that an order.
        appraisals.Sort(static (a, b) => b.Benefit.CompareTo(a.Benefit));
        for (int i = 0; i < appraisals.Count; i++)
        {
            appraisals[i].BenefitPlace = i == 0 ? 0
                : appraisals[i - 1].Benefit - appraisals[i].Benefit <= ItemSums.Tie ? appraisals[i - 1].BenefitPlace
                : i;
        }

        appraisals.Sort(Compare);
    }

    private static int Compare(Appraisal a, Appraisal b)
    {
        int order = (b.Called is { } called ? (int)called : -1).CompareTo(a.Called is { } other ? (int)other : -1);
        if (order == 0)
            order = Group(a).CompareTo(Group(b));
        if (order == 0)
            order = a.Tier.CompareTo(b.Tier);
        if (order == 0)
            order = a.Status.GetValueOrDefault().CompareTo(b.Status.GetValueOrDefault());
        if (order == 0)
            order = a.Tier < 3 ? Ground(a).CompareTo(Ground(b)) : OfTier3(a, b);
        if (order == 0)
            order = a.BenefitPlace.CompareTo(b.BenefitPlace);
        if (order == 0)
            order = a.Compiled.Intervention.Effort.CompareTo(b.Compiled.Intervention.Effort);
        if (order == 0)
            order = a.Compiled.Intervention.Cost.CompareTo(b.Compiled.Intervention.Cost);
        // Compiled interventions stand in the order of their ids.
        return order != 0 ? order : a.Index.CompareTo(b.Index);
    }

    /// <summary>Recommended and caution together, then the others in the order of the status.</summary>
    private static int Group(Appraisal appraisal) =>
        Math.Max((int)appraisal.Status.GetValueOrDefault(), (int)RecommendationStatus.Caution);

    /// <summary>With an active recommendation for a condition first, of these care first.</summary>
    private static int Ground(Appraisal appraisal) =>
        !appraisal.IsForCondition ? 2 : appraisal.Compiled.Intervention.Category == Care ? 0 : 1;

    private static int OfTier3(Appraisal a, Appraisal b)
    {
        int order = (b.Benefit >= WorthwhileBenefit).CompareTo(a.Benefit >= WorthwhileBenefit);
        return order != 0 ? order : (b.Certainty is { } c ? (int)c : -1).CompareTo(a.Certainty is { } other ? (int)other : -1);
    }
}
