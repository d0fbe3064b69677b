using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The words of every enumeration as they stand in JSON.</summary>
internal static class Keywords
{
    public static KeywordTable<Certainty> Certainty { get; } = new(
        ["high", "moderate", "low", "very-low"],
        [Core.Certainty.High, Core.Certainty.Moderate, Core.Certainty.Low, Core.Certainty.VeryLow]);

    public static KeywordTable<IntendedUse> IntendedUse { get; } = new(
        ["wellness-information", "professional-support", "research"],
        [Core.IntendedUse.WellnessInformation, Core.IntendedUse.ProfessionalSupport, Core.IntendedUse.Research]);

    public static KeywordTable<ConditionKind> ConditionKind { get; } = new(
        ["skin-condition", "gut-state", "skin-state"],
        [Core.ConditionKind.SkinCondition, Core.ConditionKind.GutState, Core.ConditionKind.SkinState]);

    public static KeywordTable<FactorKind> FactorKind { get; } = new(
        ["number", "integer", "boolean", "choice"],
        [Core.FactorKind.Number, Core.FactorKind.Integer, Core.FactorKind.Boolean, Core.FactorKind.Choice]);

    public static KeywordTable<Acquisition> Acquisition { get; } = new(["ask", "measure"], [Core.Acquisition.Ask, Core.Acquisition.Measure]);

    public static KeywordTable<ReferenceBasis> ReferenceBasis { get; } = new(
        ["published", "zero-of-curve"],
        [Core.ReferenceBasis.Published, Core.ReferenceBasis.ZeroOfCurve]);

    public static KeywordTable<EffectBasis> EffectBasis { get; } = new(
        ["published", "derived", "judgement"],
        [Core.EffectBasis.Published, Core.EffectBasis.Derived, Core.EffectBasis.Judgement]);

    public static KeywordTable<RuleRole> Role { get; } = new(["driver", "marker"], [RuleRole.Driver, RuleRole.Marker]);

    public static KeywordTable<RuleLifecycle> Lifecycle { get; } = new(
        ["draft", "reviewed", "active", "retired"],
        [RuleLifecycle.Draft, RuleLifecycle.Reviewed, RuleLifecycle.Active, RuleLifecycle.Retired]);

    public static KeywordTable<Level> Level { get; } = new(["low", "medium", "high"], [Core.Level.Low, Core.Level.Medium, Core.Level.High]);

    public static KeywordTable<SafetyKind> SafetyKind { get; } = new(
        ["contraindication", "caution", "red-flag"],
        [Core.SafetyKind.Contraindication, Core.SafetyKind.Caution, Core.SafetyKind.RedFlag]);

    public static KeywordTable<Urgency> Urgency { get; } = new(
        ["urgent", "soon", "routine"],
        [Core.Urgency.Urgent, Core.Urgency.Soon, Core.Urgency.Routine]);

    /// <summary>The properties that carry an effect's value, by its scale.</summary>
    public static KeywordTable<EffectMeasure> Measure { get; } = new(
        ["oddsRatio", "riskRatio", "hazardRatio", "smd", "meanDifference", "logOdds"],
        [EffectMeasure.OddsRatio, EffectMeasure.RiskRatio, EffectMeasure.HazardRatio, EffectMeasure.StandardizedMeanDifference, EffectMeasure.MeanDifference, EffectMeasure.LogOdds]);

    /// <summary>The levels of triage that a test can expect.</summary>
    public static ImmutableArray<string> Triage { get; } = ["none", "refer-routine", "refer-soon", "refer-urgent"];
}
