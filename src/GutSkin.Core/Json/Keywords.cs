using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The words of every enumeration as they stand in JSON.</summary>
internal static class Keywords
{
    public static KeywordTable<Certainty> Certainty { get; } = new(
        ("high", Core.Certainty.High), ("moderate", Core.Certainty.Moderate), ("low", Core.Certainty.Low), ("very-low", Core.Certainty.VeryLow));

    public static KeywordTable<IntendedUse> IntendedUse { get; } = new(
        ("wellness-information", Core.IntendedUse.WellnessInformation),
        ("professional-support", Core.IntendedUse.ProfessionalSupport),
        ("research", Core.IntendedUse.Research));

    public static KeywordTable<ConditionKind> ConditionKind { get; } = new(
        ("skin-condition", Core.ConditionKind.SkinCondition), ("gut-state", Core.ConditionKind.GutState), ("skin-state", Core.ConditionKind.SkinState));

    public static KeywordTable<FactorKind> FactorKind { get; } = new(
        ("number", Core.FactorKind.Number), ("integer", Core.FactorKind.Integer), ("boolean", Core.FactorKind.Boolean), ("choice", Core.FactorKind.Choice));

    public static KeywordTable<Acquisition> Acquisition { get; } = new(("ask", Core.Acquisition.Ask), ("measure", Core.Acquisition.Measure));

    public static KeywordTable<ReferenceBasis> ReferenceBasis { get; } = new(
        ("published", Core.ReferenceBasis.Published), ("zero-of-curve", Core.ReferenceBasis.ZeroOfCurve));

    public static KeywordTable<EffectBasis> EffectBasis { get; } = new(
        ("published", Core.EffectBasis.Published), ("derived", Core.EffectBasis.Derived), ("judgement", Core.EffectBasis.Judgement));

    public static KeywordTable<RuleRole> Role { get; } = new(("driver", RuleRole.Driver), ("marker", RuleRole.Marker));

    public static KeywordTable<RuleLifecycle> Lifecycle { get; } = new(
        ("draft", RuleLifecycle.Draft), ("reviewed", RuleLifecycle.Reviewed), ("active", RuleLifecycle.Active), ("retired", RuleLifecycle.Retired));

    public static KeywordTable<Level> Level { get; } = new(("low", Core.Level.Low), ("medium", Core.Level.Medium), ("high", Core.Level.High));

    public static KeywordTable<SafetyKind> SafetyKind { get; } = new(
        ("contraindication", Core.SafetyKind.Contraindication), ("caution", Core.SafetyKind.Caution), ("red-flag", Core.SafetyKind.RedFlag));

    public static KeywordTable<Urgency> Urgency { get; } = new(
        ("urgent", Core.Urgency.Urgent), ("soon", Core.Urgency.Soon), ("routine", Core.Urgency.Routine));

    /// <summary>The properties that carry an effect's value, by its scale.</summary>
    public static KeywordTable<EffectMeasure> Measure { get; } = new(
        ("oddsRatio", EffectMeasure.OddsRatio),
        ("riskRatio", EffectMeasure.RiskRatio),
        ("hazardRatio", EffectMeasure.HazardRatio),
        ("smd", EffectMeasure.StandardizedMeanDifference),
        ("meanDifference", EffectMeasure.MeanDifference),
        ("logOdds", EffectMeasure.LogOdds));

    /// <summary>The levels of triage that a test can expect.</summary>
    public static ImmutableArray<string> Triage { get; } = ["none", "refer-routine", "refer-soon", "refer-urgent"];
}
