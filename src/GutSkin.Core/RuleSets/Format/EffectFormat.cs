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
