using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>A closed interval of two finite numbers.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, not below <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High)
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

/// <summary>An interval as <c>[low, high]</c>.</summary>
internal sealed class IntervalPairConverter : JsonConverter<Interval>
{
    /// <inheritdoc/>
    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Misread();
        double low = Number(ref reader), high = Number(ref reader);
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new Interval(low, high) : throw Misread();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Low);
        writer.WriteNumberValue(value.High);
        writer.WriteEndArray();
    }

    private static double Number(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw Misread();

    private static JsonException Misread() => new("A range is a pair of numbers, [low, high].");
}
