using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>A closed interval of two finite numbers.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, not below <paramref name="Low"/>.</param>
public readonly record struct Interval([property: JsonPropertyName("low")] double Low, [property: JsonPropertyName("high")] double High)
{
    /// <summary>The width, High − Low.</summary>
    [JsonIgnore]
    public double Width => High - Low;

    /// <summary>The two ends.</summary>
    /// <returns>For example <c>0.2 to 0.5</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:R} to {High:R}");

    /// <summary>Whether <paramref name="value"/> lies in the interval, ends included.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>True where Low ≤ value ≤ High.</returns>
    public bool Contains(double value) => Low <= value && value <= High;
}
