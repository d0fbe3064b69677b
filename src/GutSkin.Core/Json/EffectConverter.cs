using System.Text.Json;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

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
