using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>An interval as <c>[low, high]</c>.</summary>
internal sealed class IntervalPairConverter : JsonConverter<Interval>
{
    /// <inheritdoc/>
    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
            throw new JsonException("A range is [low, high].");
        double low = reader.GetDouble();
        if (!reader.Read())
            throw new JsonException("A range is [low, high].");
        double high = reader.GetDouble();
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
            throw new JsonException("A range is [low, high].");
        return new Interval(low, high);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Low);
        writer.WriteNumberValue(value.High);
        writer.WriteEndArray();
    }
}
