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
        // Benefits within 1e-12 of the next are a tie: the places make that an order. Sorted by comparisons: a sort by keys would be compiled at the start.
        appraisals.Sort(static (a, b) => b.Benefit.CompareTo(a.Benefit));
        for (int i = 0, place = 0; i < appraisals.Count; i++)
        {
            if (i > 0 && appraisals[i - 1].Benefit - appraisals[i].Benefit > ItemSums.Tie)
                place = i;
            appraisals[i].Rank = RankOf(appraisals[i], place);
        }

        appraisals.Sort(static (a, b) => a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : a.Index.CompareTo(b.Index));
    }

    /// <summary>All that is compared before the id (compiled interventions stand in the order of theirs), in one number: what comes first weighs most.</summary>
    private static long RankOf(Appraisal appraisal, int place)
    {
        var intervention = appraisal.Compiled.Intervention;
        long rank = 7 - (appraisal.Called is { } called ? (int)called + 1 : 0);
        rank = (rank << 4) | (uint)Group(appraisal);
        rank = (rank << 2) | (uint)appraisal.Tier;
        rank = (rank << 4) | (uint)appraisal.Status.GetValueOrDefault();
        rank = (rank << 5) | (uint)(appraisal.Tier < 3 ? Ground(appraisal) : OfTier3(appraisal));
        rank = (rank << 32) | (uint)place;
        return (rank << 8) | ((uint)intervention.Effort << 4) | (uint)intervention.Cost;
    }

    /// <summary>Recommended and caution together, then the others in the order of the status.</summary>
    private static int Group(Appraisal appraisal) =>
        Math.Max((int)appraisal.Status.GetValueOrDefault(), (int)RecommendationStatus.Caution);

    /// <summary>With an active recommendation for a condition first, of these care first.</summary>
    private static int Ground(Appraisal appraisal) =>
        !appraisal.IsForCondition ? 2 : appraisal.Compiled.Intervention.Category == Care ? 0 : 1;

    /// <summary>With a worthwhile benefit first, then by certainty.</summary>
    private static int OfTier3(Appraisal appraisal) =>
        (appraisal.Benefit >= WorthwhileBenefit ? 0 : 16) + 15 - (appraisal.Certainty is { } certainty ? (int)certainty + 1 : 0);
}
