namespace GutSkin.Core;

/// <summary>How far repeated measurements of the same thing scatter: exactly one of the two.</summary>
public sealed record MeasurementError
{
    /// <summary>The standard deviation, in the factor's unit, 0 or more.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The coefficient of variation, a fraction of the value's size, 0 or more.</summary>
    public double? CoefficientOfVariation { get; init; }

    /// <summary>The error at a value.</summary>
    /// <param name="value">The value in the factor's unit.</param>
    /// <returns>One standard deviation in the factor's unit.</returns>
    public double At(double value) => StandardDeviation ?? ((CoefficientOfVariation ?? 0) * Math.Abs(value));
}
