namespace GutSkin.Core;

/// <summary>A number with its unit, as a laboratory reports it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">The unit, in UCUM spelling, for example <c>ng/mL</c>.</param>
/// <example>
/// <code>
/// var person = PersonProfile.Create().With(Factors.Lab.VitaminD, new Quantity(18, "ng/mL")).Build();
/// Console.WriteLine(person.Observations.Count);
/// </code>
/// </example>
public readonly record struct Quantity(double Value, string Unit)
{
    /// <summary>The number and its unit.</summary>
    /// <returns>For example <c>18 ng/mL</c>.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:R} {Unit}");

    /// <summary>A number with its unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit, in UCUM spelling.</param>
    /// <returns>The quantity.</returns>
    public static Quantity Of(double value, string unit)
    {
        ArgumentException.ThrowIfNullOrEmpty(unit);
        return new Quantity(value, unit);
    }
}
