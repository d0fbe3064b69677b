namespace GutSkin.Core;

/// <summary>How a unit is turned into the factor's own: value × <see cref="Multiply"/> + <see cref="Add"/>.</summary>
public sealed record UnitConversion
{
    /// <summary>The unit converted from, in UCUM spelling.</summary>
    public required string From { get; init; }

    /// <summary>The multiplier, not 0.</summary>
    public required double Multiply { get; init; }

    /// <summary>What is added after multiplying; 0 unless given.</summary>
    public double Add { get; init; }

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number in <see cref="From"/>.</param>
    /// <returns>The number in the factor's unit.</returns>
    public double Apply(double value) => (value * Multiply) + Add;
}
