using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
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
        listed.Clear();
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
        RecommendationOrder.Sort(listed);
        return listed;
    }
}
