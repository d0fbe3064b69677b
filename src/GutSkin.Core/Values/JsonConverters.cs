using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>An enumeration as kebab-case words: <c>VeryLow</c> is written <c>very-low</c>. A number is not read.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class KebabEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>An answer as a JSON number, boolean or string.</summary>
public sealed class FactorValueConverter : JsonConverter<FactorValue>
{
    /// <inheritdoc/>
    public override FactorValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => FactorValue.Boolean(true),
        JsonTokenType.False => FactorValue.Boolean(false),
        JsonTokenType.String => FactorValue.Choice(reader.GetString()!),
        JsonTokenType.Number => FactorValue.Number(reader.GetDouble()),
        _ => throw new JsonException("An answer is a number, true, false or a string."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FactorValue value, JsonSerializerOptions options) => Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, FactorValue value)
    {
        switch (value.Kind)
        {
            case FactorValueKind.Number:
                writer.WriteNumberValue(value.AsNumber);
                break;
            case FactorValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            default:
                writer.WriteStringValue(value.AsChoice);
                break;
        }
    }
}

/// <summary>An effect as a rule set writes it, always with its basis.</summary>
public sealed class EffectConverter : JsonConverter<Effect>
{
    private static readonly (string Name, EffectMeasure Measure)[] Measures =
    [
        ("oddsRatio", EffectMeasure.OddsRatio),
        ("riskRatio", EffectMeasure.RiskRatio),
        ("hazardRatio", EffectMeasure.HazardRatio),
        ("smd", EffectMeasure.StandardizedMeanDifference),
        ("meanDifference", EffectMeasure.MeanDifference),
        ("logOdds", EffectMeasure.LogOdds),
    ];

    /// <inheritdoc/>
    public override Effect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("An effect is an object with one measure, for example { \"oddsRatio\": 1.2 }, and numbers in it.");
        }
    }

    private static Effect Read(JsonElement root)
    {
        foreach (var (name, measure) in Measures)
        {
            if (!root.TryGetProperty(name, out var value))
                continue;
            return new Effect
            {
                Measure = measure,
                Value = value.GetDouble(),
                StandardDeviation = root.TryGetProperty("sd", out var sd) ? sd.GetDouble() : null,
                Of = root.TryGetProperty("of", out var of) ? of.GetString() : null,
                Ci95 = root.TryGetProperty("ci95", out var ci) ? new Interval(ci[0].GetDouble(), ci[1].GetDouble()) : null,
                Basis = root.TryGetProperty("basis", out var basis) ? BasisOf(basis.GetString()) : EffectBasis.Published,
            };
        }

        throw new JsonException("An effect has one of its measures.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Effect value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Array.Find(Measures, m => m.Measure == value.Measure).Name, value.Value);
        if (value.StandardDeviation is { } sd)
            writer.WriteNumber("sd", sd);
        if (value.Of is { } of)
            writer.WriteString("of", of);
        if (value.Ci95 is { } ci)
        {
            writer.WriteStartArray("ci95");
            writer.WriteNumberValue(ci.Low);
            writer.WriteNumberValue(ci.High);
            writer.WriteEndArray();
        }

        writer.WriteString("basis", value.Basis switch
        {
            EffectBasis.Derived => "derived",
            EffectBasis.Judgement => "judgement",
            _ => "published",
        });
        writer.WriteEndObject();
    }

    private static EffectBasis BasisOf(string? text) => text switch
    {
        "published" => EffectBasis.Published,
        "derived" => EffectBasis.Derived,
        "judgement" => EffectBasis.Judgement,
        _ => throw new JsonException("A basis is published, derived or judgement."),
    };
}

/// <summary>An interval as <c>[low, high]</c>.</summary>
public sealed class IntervalPairConverter : JsonConverter<Interval>
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

/// <summary>The words of enumerations.</summary>
internal static class KebabWords
{
    /// <summary>The word of a value, as it stands in JSON.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
