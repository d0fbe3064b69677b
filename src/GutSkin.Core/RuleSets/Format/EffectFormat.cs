using System.Text.Json;
using System.Text.Json.Serialization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads an effect: in a rule an object of its own, in an intervention part of the trial's entry.</summary>
internal static class EffectReader
{
    /// <summary>Stands where no effect could be read.</summary>
    public static Effect None { get; } = new() { Measure = EffectMeasure.LogOdds, Value = 0 };

    /// <summary>Reads an effect of its own.</summary>
    public static Effect Read(JsonReading reading, JsonTreeNode node) => Read(ObjectReader.Open(reading, node, ObjectShapes.Effect));

    /// <summary>Reads the effect that stands in an object.</summary>
    public static Effect Read(ObjectReader json)
    {
        if (!json.IsOpen)
            return json.Reading.Place(None with { }, json.Node);
        string? written = null;
        double? value = null;
        int measures = 0;
        foreach (string measure in Keywords.Measure.Words)
        {
            if (!json.Has(measure))
                continue;
            measures++;
            double? number = json.Number(measure);
            if (measures == 1)
                (written, value) = (measure, number);
        }

        if (measures != 1)
        {
            json.Reading.ReportForm(
                DiagnosticCodes.BadEffectForm,
                json.Node,
                measures == 0 ? $"The {json.Shape.Name} has no measure." : $"The {json.Shape.Name} has more than one measure.",
                $"Give exactly one of {string.Join(", ", Keywords.Measure.Words)}.",
                [.. Keywords.Measure.Words, "sd", "ci95"]);
        }

        bool isRead = measures == 1 && value is not null;
        var effect = new Effect
        {
            Measure = isRead ? Keywords.Measure[Keywords.Measure.IndexOf(written!)] : EffectMeasure.LogOdds,
            Value = isRead ? value.GetValueOrDefault() : 0,
            StandardDeviation = json.Number("sd"),
            Of = json.String("of"),
            Ci95 = json.Pair("ci95"),
            Basis = json.Keyword("basis", Keywords.EffectBasis, EffectBasis.Published),
        };
        return json.Reading.Place(effect, json.Node);
    }
}

/// <summary>An effect as a rule set writes it, always with its basis.</summary>
internal sealed class EffectConverter : JsonConverter<Effect>
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
        var root = document.RootElement;
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
