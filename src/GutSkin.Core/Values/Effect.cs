using System.Text.Json.Serialization;
using System.Globalization;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// An effect as published, and the same on the natural-log odds scale, on which published effects add up.
/// Conversions: Chinn S. A simple method for converting an odds ratio to effect size for use in meta-analysis. Stat Med 2000;19:3127-31.
/// </summary>
[JsonConverter(typeof(EffectConverter))]
public sealed record Effect
{
    /// <summary>The standard normal quantile of 97.5 %, by which a 95 % interval is turned into a standard error.</summary>
    public const double NormalQuantile = 1.959963984540054;

    private const double PiOverSqrt3 = 1.813799364234217836866491779801;

    /// <summary>The scale of <see cref="Value"/> and <see cref="Ci95"/>.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>The estimate: above 0 for the three ratios, any finite number for the others.</summary>
    public required double Value { get; init; }

    /// <summary>For a mean difference the standard deviation of the trial's population, in the points of <see cref="Of"/>, above 0.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>For a mean difference the instrument it is in the points of.</summary>
    public string? Of { get; init; }

    /// <summary>The published 95 % confidence interval on the scale of <see cref="Value"/>; absent where none is published.</summary>
    public Interval? Ci95 { get; init; }

    /// <summary>Where the number comes from.</summary>
    public EffectBasis Basis { get; init; }

    /// <summary>λ, the effect as natural-log odds.</summary>
    public double LogOdds => ToLogOdds(Value);

    /// <summary>Whether the interval, ends included, contains no effect (λ = 0); false where no interval is given.</summary>
    public bool IntervalIncludesNoEffect =>
        Ci95 is { } ci && ToLogOdds(ci.Low) <= 0 && ToLogOdds(ci.High) >= 0;

    /// <summary>Measure, value and interval.</summary>
    /// <returns>For example <c>OddsRatio 1.25 (1.15 to 1.36)</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Measure} {Value:R}{(Ci95 is { } ci ? $" ({ci})" : "")}");

    /// <summary>An odds ratio.</summary>
    /// <param name="value">The ratio, above 0.</param>
    /// <param name="low">The lower end of its 95 % interval.</param>
    /// <param name="high">The upper end of its 95 % interval.</param>
    /// <returns>The effect.</returns>
    public static Effect OddsRatio(double value, double? low = null, double? high = null) =>
        Create(EffectMeasure.OddsRatio, value, low, high);

    /// <summary>A risk ratio.</summary>
    /// <param name="value">The ratio, above 0.</param>
    /// <param name="low">The lower end of its 95 % interval.</param>
    /// <param name="high">The upper end of its 95 % interval.</param>
    /// <returns>The effect.</returns>
    public static Effect RiskRatio(double value, double? low = null, double? high = null) =>
        Create(EffectMeasure.RiskRatio, value, low, high);

    /// <summary>A hazard ratio.</summary>
    /// <param name="value">The ratio, above 0.</param>
    /// <param name="low">The lower end of its 95 % interval.</param>
    /// <param name="high">The upper end of its 95 % interval.</param>
    /// <returns>The effect.</returns>
    public static Effect HazardRatio(double value, double? low = null, double? high = null) =>
        Create(EffectMeasure.HazardRatio, value, low, high);

    /// <summary>A standardized mean difference.</summary>
    /// <param name="value">The difference in standard deviations; negative favors the exposed or treated group.</param>
    /// <param name="low">The lower end of its 95 % interval.</param>
    /// <param name="high">The upper end of its 95 % interval.</param>
    /// <returns>The effect.</returns>
    public static Effect Smd(double value, double? low = null, double? high = null) =>
        Create(EffectMeasure.StandardizedMeanDifference, value, low, high);

    /// <summary>A mean difference in the points of an instrument.</summary>
    /// <param name="value">The difference in points.</param>
    /// <param name="standardDeviation">The standard deviation in points, above 0.</param>
    /// <param name="of">The instrument.</param>
    /// <param name="low">The lower end of its 95 % interval.</param>
    /// <param name="high">The upper end of its 95 % interval.</param>
    /// <returns>The effect.</returns>
    public static Effect MeanDifference(double value, double standardDeviation, string of, double? low = null, double? high = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        return Create(EffectMeasure.MeanDifference, value, low, high) with { StandardDeviation = standardDeviation, Of = of };
    }

    /// <summary>An effect that is given as natural-log odds.</summary>
    /// <param name="value">The log odds.</param>
    /// <param name="low">The lower end of its 95 % interval.</param>
    /// <param name="high">The upper end of its 95 % interval.</param>
    /// <returns>The effect.</returns>
    public static Effect FromLogOdds(double value, double? low = null, double? high = null) =>
        Create(EffectMeasure.LogOdds, value, low, high);

    /// <summary>Turns a number on this effect's scale into natural-log odds.</summary>
    /// <param name="value">A number on the scale of <see cref="Measure"/>.</param>
    /// <returns>Its log odds.</returns>
    public double ToLogOdds(double value) => Measure switch
    {
        EffectMeasure.OddsRatio or EffectMeasure.RiskRatio or EffectMeasure.HazardRatio => DeterministicMath.Log(value),
        EffectMeasure.StandardizedMeanDifference => value * PiOverSqrt3,
        EffectMeasure.MeanDifference => value / (StandardDeviation ?? double.NaN) * PiOverSqrt3,
        _ => value,
    };

    private static Effect Create(EffectMeasure measure, double value, double? low, double? high)
    {
        if (low is null != high is null)
            throw new ArgumentException("An interval has two ends: give both or none.", nameof(low));
        return new Effect
        {
            Measure = measure,
            Value = value,
            Ci95 = low is { } l && high is { } h ? new Interval(l, h) : null,
        };
    }
}

/// <summary>The scale on which an effect was published.</summary>
[JsonConverter(typeof(KebabEnumConverter<EffectMeasure>))]
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

/// <summary>Where the number of an effect comes from; whatever is not published is shown as such.</summary>
[JsonConverter(typeof(KebabEnumConverter<EffectBasis>))]
public enum EffectBasis
{
    /// <summary>Printed in the source.</summary>
    Published,

    /// <summary>Computed from published figures.</summary>
    Derived,

    /// <summary>A labeled judgement: no figure is published.</summary>
    Judgement,
}
