using System.Collections.Immutable;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>The words of every enumeration as they stand in JSON.</summary>
internal static class Keywords
{
    public static readonly KeywordTable<Certainty> Certainty = new(
        ["high", "moderate", "low", "very-low"],
        [Core.Certainty.High, Core.Certainty.Moderate, Core.Certainty.Low, Core.Certainty.VeryLow]);

    public static readonly KeywordTable<IntendedUse> IntendedUse = new(
        ["wellness-information", "professional-support", "research"],
        [Core.IntendedUse.WellnessInformation, Core.IntendedUse.ProfessionalSupport, Core.IntendedUse.Research]);

    public static readonly KeywordTable<ConditionKind> ConditionKind = new(
        ["skin-condition", "gut-state", "skin-state"],
        [RuleSets.ConditionKind.SkinCondition, RuleSets.ConditionKind.GutState, RuleSets.ConditionKind.SkinState]);

    public static readonly KeywordTable<FactorKind> FactorKind = new(
        ["number", "integer", "boolean", "choice"],
        [Core.FactorKind.Number, Core.FactorKind.Integer, Core.FactorKind.Boolean, Core.FactorKind.Choice]);

    public static readonly KeywordTable<Acquisition> Acquisition = new(["ask", "measure"], [RuleSets.Acquisition.Ask, RuleSets.Acquisition.Measure]);

    public static readonly KeywordTable<ReferenceBasis> ReferenceBasis = new(
        ["published", "zero-of-curve"],
        [RuleSets.ReferenceBasis.Published, RuleSets.ReferenceBasis.ZeroOfCurve]);

    public static readonly KeywordTable<EffectBasis> EffectBasis = new(
        ["published", "derived", "judgement"],
        [RuleSets.EffectBasis.Published, RuleSets.EffectBasis.Derived, RuleSets.EffectBasis.Judgement]);

    public static readonly KeywordTable<RuleRole> Role = new(["driver", "marker"], [RuleRole.Driver, RuleRole.Marker]);

    public static readonly KeywordTable<RuleLifecycle> Lifecycle = new(
        ["draft", "reviewed", "active", "retired"],
        [RuleLifecycle.Draft, RuleLifecycle.Reviewed, RuleLifecycle.Active, RuleLifecycle.Retired]);

    public static readonly KeywordTable<Level> Level = new(["low", "medium", "high"], [Core.Level.Low, Core.Level.Medium, Core.Level.High]);

    public static readonly KeywordTable<SafetyKind> SafetyKind = new(
        ["contraindication", "caution", "red-flag"],
        [Core.SafetyKind.Contraindication, Core.SafetyKind.Caution, Core.SafetyKind.RedFlag]);

    public static readonly KeywordTable<Urgency> Urgency = new(
        ["urgent", "soon", "routine"],
        [Core.Urgency.Urgent, Core.Urgency.Soon, Core.Urgency.Routine]);

    public static readonly KeywordTable<DerivationStanding> Standing = new(
        ["count", "estimate"],
        [DerivationStanding.Count, DerivationStanding.Estimate]);

    public static readonly KeywordTable<IndicationDirection> IndicationDirection = new(
        ["for", "against", "none"],
        [RuleSets.IndicationDirection.For, RuleSets.IndicationDirection.Against, RuleSets.IndicationDirection.None]);

    public static readonly KeywordTable<IndicationStrength> IndicationStrength = new(
        ["strong", "conditional"],
        [RuleSets.IndicationStrength.Strong, RuleSets.IndicationStrength.Conditional]);

    public static readonly KeywordTable<MovementDirection> MovementDirection = new(
        ["up", "down", "any"],
        [RuleSets.MovementDirection.Up, RuleSets.MovementDirection.Down, RuleSets.MovementDirection.Any]);

    /// <summary>The properties that carry an effect's value, by its scale.</summary>
    public static readonly KeywordTable<EffectMeasure> Measure = new(
        ["oddsRatio", "riskRatio", "hazardRatio", "smd", "meanDifference", "logOdds"],
        [EffectMeasure.OddsRatio, EffectMeasure.RiskRatio, EffectMeasure.HazardRatio, EffectMeasure.StandardizedMeanDifference, EffectMeasure.MeanDifference, EffectMeasure.LogOdds]);

    /// <summary>The levels of triage that a test can expect.</summary>
    public static readonly ImmutableArray<string> Triage = ["none", "refer-routine", "refer-soon", "refer-urgent"];

    /// <summary>The statuses of an intervention that a test can expect; the first is that of one that an assessment leaves out.</summary>
    public static readonly ImmutableArray<string> Status =
    [
        "not-applicable", "deferred", "blocked", "advised-against", "already-met", "not-assessed", "no-expected-benefit", "needs-check", "caution",
        "recommended",
    ];
}
