using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 6 of the scoring model: what can be said of every intervention.</summary>
internal sealed class RecommendationBuilder
{
    private readonly EvaluationContext context;
    private readonly TriageBuilder triage;
    private readonly BenefitBuilder benefits;
    private readonly StatusBuilder statuses;
    private readonly RecommendationWriter writer;
    private readonly List<Appraisal> listed = [];
    private readonly List<Appraisal> gaining = [];

    public RecommendationBuilder(EvaluationContext context, TriageBuilder triage, Waiting waiting)
    {
        this.context = context;
        this.triage = triage;
        benefits = new BenefitBuilder(context);
        statuses = new StatusBuilder(context, triage);
        writer = new RecommendationWriter(context, triage, benefits, statuses, waiting);
        Appraisals = new Appraisal[context.Advice.Interventions.Length];
        for (int i = 0; i < Appraisals.Length; i++)
        {
            Appraisals[i] = new Appraisal(i, context.Advice.Interventions[i], context.Rules.SkinConditions.Length);
            Appraisals[i].Clear();
        }
    }

    /// <summary>What was found of each compiled intervention; those that are not applicable have no status.</summary>
    public Appraisal[] Appraisals { get; }

    /// <summary>Which recommendations for and against are active, and what could count.</summary>
    public StatusBuilder Statuses => statuses;

    /// <summary>Which change of several counts, and which trials are eligible.</summary>
    public BenefitBuilder Benefits => benefits;

    /// <summary>Forgets the person.</summary>
    public void End()
    {
        foreach (var appraisal in Appraisals)
            appraisal.Clear();
    }

    /// <summary>What can be said, those with most reason first.</summary>
    public ImmutableArray<Recommendation> Build()
    {
        Appraise();
        writer.Begin();
        var recommendations = ImmutableArray.CreateBuilder<Recommendation>(listed.Count);
        foreach (var appraisal in Sorted())
            recommendations.Add(writer.Write(appraisal));
        return recommendations.MoveToImmutable();
    }

    /// <summary>Finds status, tier and benefit of every intervention, and says nothing of it.</summary>
    public void Appraise()
    {
        listed.Clear();
        foreach (var appraisal in Appraisals)
        {
            var intervention = appraisal.Compiled.Intervention;
            appraisal.Called = intervention.IsReferral ? triage.UrgencyOfReferral(intervention.Id) : null;
            appraisal.Gate = appraisal.Called is not null ? Truth.True : context.State.TruthOf(appraisal.Compiled.Gate.Node);
            if (appraisal.Gate != Truth.False)
            {
                benefits.Appraise(appraisal);
                statuses.Appraise(appraisal);
                listed.Add(appraisal);
            }
        }
    }

    /// <summary>The applicable interventions in the order in which they are said.</summary>
    public List<Appraisal> Sorted()
    {
        RecommendationOrder.Sort(listed, gaining);
        return listed;
    }
}

/// <summary>Section 6 of the scoring model: the order of the list, down to the id.</summary>
internal static class RecommendationOrder
{
    private const string Care = "care";

    /// <summary>In tier 3 a benefit of at least this stands first.</summary>
    private const double WorthwhileBenefit = 0.1;

    /// <summary>Sorts the appraisals.</summary>
    /// <param name="appraisals">The appraisals, in the order of their ids.</param>
    /// <param name="gaining">Room for those with a benefit.</param>
    public static void Sort(List<Appraisal> appraisals, List<Appraisal> gaining)
    {
        // Most have no benefit: one stands for all of them.
        gaining.Clear();
        Appraisal? without = null;
        foreach (var appraisal in appraisals)
        {
            if (appraisal.Benefit != 0 || without is null)
                gaining.Add(appraisal);
            if (appraisal.Benefit == 0)
                without ??= appraisal;
        }

        // Benefits within 1e-12 of the next are a tie: the places make that an order. Sorted by comparisons: a sort by keys would be compiled at the start.
        gaining.Sort(static (a, b) => b.Benefit.CompareTo(a.Benefit));
        int place = 0, placeWithout = 0;
        for (int i = 0; i < gaining.Count; i++)
        {
            if (i > 0 && gaining[i - 1].Benefit - gaining[i].Benefit > ItemSums.Tie)
                place = i;
            gaining[i].Rank = RankOf(gaining[i], place);
            if (gaining[i] == without)
                placeWithout = place;
        }

        foreach (var appraisal in appraisals)
        {
            if (appraisal.Benefit == 0)
                appraisal.Rank = RankOf(appraisal, placeWithout);
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
