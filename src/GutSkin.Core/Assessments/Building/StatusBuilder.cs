using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 6 of the scoring model: the tier of an intervention, and its status, the first that fits.</summary>
internal sealed class StatusBuilder(EvaluationContext context, TriageBuilder triage)
{
    /// <summary>Below this a benefit is none.</summary>
    private const double LeastBenefit = 0.01;

    /// <summary>Finds tier and status of an intervention whose benefits are known.</summary>
    public void Appraise(Appraisal appraisal)
    {
        foreach (var indication in appraisal.Compiled.Indications)
        {
            if (indication.Indication.Direction != IndicationDirection.For || !IsActive(indication))
                continue;
            appraisal.Tier = Math.Min(appraisal.Tier, 3 - indication.Strength);
            appraisal.IsForCondition |= indication.Condition >= 0;
        }

        appraisal.Status = appraisal.Compiled.Intervention.IsReferral ? OfReferral(appraisal) : Of(appraisal);
    }

    /// <summary>Whether a recommendation is about this person: for health in general, or for a condition advised on that the person may have.</summary>
    public bool Concerns(CompiledIndication indication) =>
        indication.Condition < 0 || (context.IsAdvised(indication.Condition) && context.Has(indication.Condition) != Truth.False);

    /// <summary>Whether it concerns the person and its gate is true.</summary>
    public bool IsActive(CompiledIndication indication) => Is(indication, Truth.True);

    /// <summary>Whether it concerns the person and its gate is unknown.</summary>
    public bool IsOpen(CompiledIndication indication) => Is(indication, Truth.Unknown);

    /// <summary>Whether an intervention waits for a recommendation against it: its gate is unknown, and it would be at least as strong as the strongest for it.</summary>
    public bool WaitsFor(Appraisal appraisal, CompiledIndication indication) =>
        indication.Indication.Direction == IndicationDirection.Against && indication.Strength >= 3 - appraisal.Tier && IsOpen(indication);

    /// <summary>Whether a trial effect on a condition advised on could become eligible: its gate and has(c) are not false, and one is unknown.</summary>
    public bool CouldCount(CompiledTrial trial)
    {
        if (!trial.Counts || !context.IsAdvised(trial.Condition))
            return false;
        Truth gate = context.State.TruthOf(trial.Gate.Node), has = context.Has(trial.Condition);
        return gate != Truth.False && has != Truth.False && (gate == Truth.Unknown || has == Truth.Unknown);
    }

    private bool AnyCouldCount(CompiledIntervention compiled)
    {
        foreach (var trial in compiled.Trials)
        {
            if (CouldCount(trial))
                return true;
        }

        return false;
    }

    /// <summary>Whether a safety rule of a kind that reaches an intervention has a truth.</summary>
    public bool Holds(CompiledIntervention compiled, SafetyKind kind, Truth truth)
    {
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] == truth && context.Advice.Safety[s].Rule.Kind == kind)
                return true;
        }

        return false;
    }

    private bool Is(CompiledIndication indication, Truth truth) =>
        Concerns(indication) && context.State.TruthOf(indication.Gate.Node) == truth;

    private RecommendationStatus OfReferral(Appraisal appraisal) =>
        appraisal.Gate == Truth.Unknown ? RecommendationStatus.NeedsCheck
        : Holds(appraisal.Compiled, SafetyKind.Caution, Truth.True) ? RecommendationStatus.Caution
        : RecommendationStatus.Recommended;

    private RecommendationStatus Of(Appraisal appraisal)
    {
        var compiled = appraisal.Compiled;
        int against = 0;
        bool waits = false, couldBeFor = false;
        foreach (var indication in compiled.Indications)
        {
            if (indication.Indication.Direction == IndicationDirection.Against && IsActive(indication))
                against = Math.Max(against, indication.Strength);
            waits |= WaitsFor(appraisal, indication);
            couldBeFor |= indication.Indication.Direction == IndicationDirection.For && IsOpen(indication);
        }

        bool hasGround = appraisal.Tier < 3 || appraisal.Benefit >= LeastBenefit;
        return triage.IsUrgent ? RecommendationStatus.Deferred
            : Holds(compiled, SafetyKind.Contraindication, Truth.True) ? RecommendationStatus.Blocked
            : against > 0 && against >= 3 - appraisal.Tier ? RecommendationStatus.AdvisedAgainst
            : appraisal.Room == Room.Met ? RecommendationStatus.AlreadyMet
            : !hasGround && (appraisal.Room == Room.Unknown || couldBeFor || AnyCouldCount(compiled)) ? RecommendationStatus.NotAssessed
            : !hasGround ? RecommendationStatus.NoExpectedBenefit
            : appraisal.Gate == Truth.Unknown || Holds(compiled, SafetyKind.Contraindication, Truth.Unknown)
                || appraisal.Room == Room.Unknown || triage.HoldingBack.Count > 0 || waits ? RecommendationStatus.NeedsCheck
            : Holds(compiled, SafetyKind.Caution, Truth.True) || against > 0 || appraisal.IsWorse ? RecommendationStatus.Caution
            : RecommendationStatus.Recommended;
    }
}
