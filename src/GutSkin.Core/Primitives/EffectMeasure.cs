namespace GutSkin.Core;

/// <summary>The scale on which an effect was published.</summary>
public enum EffectMeasure
{
    /// <summary>Odds ratio, above 0; λ = ln(value).</summary>
    OddsRatio,

    /// <summary>Risk ratio, above 0; λ = ln(value), which errs low for a common outcome.</summary>
    RiskRatio,

    /// <summary>Hazard ratio, above 0; λ = ln(value), which errs low for a common outcome.</summary>
    HazardRatio,

    /// <summary>Standardized mean difference; λ = value × π/√3 (Chinn, Stat Med 2000;19:3127).</summary>
    StandardizedMeanDifference,

    /// <summary>Mean difference in the points of an instrument; λ = value/sd × π/√3.</summary>
    MeanDifference,

    /// <summary>Natural-log odds; λ = value.</summary>
    LogOdds,
}
