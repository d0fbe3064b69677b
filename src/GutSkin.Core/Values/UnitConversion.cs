namespace GutSkin.Core.RuleSets;

/// <summary>
/// How a unit is turned into the factor's own (scoring model, section 1): value × <see cref="Multiply"/> + <see cref="Add"/>, or
/// value / <see cref="Divide"/> + <see cref="Add"/>, rounded where the conversion says so.
/// </summary>
public sealed record UnitConversion
{
    /// <summary>The most decimals that a conversion can round to.</summary>
    public const int MaxRound = 6;

    /// <summary>The unit converted from, in UCUM spelling.</summary>
    public required string From { get; init; }

    /// <summary>The multiplier, not 0; exactly one of this and <see cref="Divide"/> is given.</summary>
    public double? Multiply { get; init; }

    /// <summary>The divisor, not 0.</summary>
    public double? Divide { get; init; }

    /// <summary>What is added after multiplying or dividing; 0 unless given.</summary>
    public double Add { get; init; }

    /// <summary>To how many decimals of the factor's own unit the result is rounded, 0 to 6; absent = not rounded.</summary>
    public int? Round { get; init; }

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number in <see cref="From"/>.</param>
    /// <param name="kind">The kind of the factor: an integer is rounded to a whole number.</param>
    /// <returns>The number in the factor's unit.</returns>
    public double Apply(double value, FactorKind kind)
    {
        double converted = (Divide is { } divide ? value / divide : value * (Multiply ?? 1)) + Add;
        return kind == FactorKind.Integer ? Rounded(converted, 0) : Round is { } decimals ? Rounded(converted, decimals) : converted;
    }

    /// <summary>A number to so many decimals, a half upward: floor(v × 10^d + 0.5) / 10^d.</summary>
    internal static double Rounded(double value, int decimals)
    {
        double scale = PowerOfTen(decimals);
        return Math.Floor((value * scale) + 0.5) / scale;
    }

    private static double PowerOfTen(int exponent)
    {
        double power = 1;
        for (int i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
