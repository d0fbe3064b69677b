namespace GutSkin.Core;

/// <summary>The least and the greatest burden that answers still missing leave possible; one number where nothing is missing.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public readonly record struct BurdenRange(double Low, double High)
{
    /// <summary>From 0 to 1: nothing can be said.</summary>
    public static BurdenRange Any { get; } = new(0, 1);

    /// <summary>One number.</summary>
    /// <param name="burden">The burden.</param>
    public static implicit operator BurdenRange(double burden) => new(burden, burden);

    /// <summary>A range as <see cref="Curve.BurdensOver"/> gives it.</summary>
    /// <param name="burdens">The burdens.</param>
    public static implicit operator BurdenRange(Interval burdens) => new(burdens.Low, burdens.High);

    /// <summary>One number.</summary>
    /// <param name="burden">The burden.</param>
    /// <returns>The range from it to itself.</returns>
    public static BurdenRange FromDouble(double burden) => burden;

    /// <summary>A range as <see cref="Curve.BurdensOver"/> gives it.</summary>
    /// <param name="burdens">The burdens.</param>
    /// <returns>The range.</returns>
    public static BurdenRange FromInterval(Interval burdens) => burdens;
}
