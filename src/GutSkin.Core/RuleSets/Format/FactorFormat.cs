using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads a factor.</summary>
internal static class FactorReader
{
    public static Factor Read(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Factor);
        var kind = json.Keyword("kind", Keywords.FactorKind);
        if (kind == FactorKind.Choice && !json.Has("choices"))
            json.ReportMissing("choices");
        return reading.Place(
            new Factor
            {
                Id = json.EntryId(),
                Name = json.Text("name"),
                Kind = kind ?? FactorKind.Number,
                Group = json.String("group"),
                Choices = json.List("choices", static (reading, item) => reading.EntryId(item) ?? ""),
                ScoresByName = json.Part("scores", RuleReader.Levels) ?? NamedValues<double>.None,
                LabelsByName = json.Texts("labels"),
                Unit = json.String("unit"),
                Min = json.Number("min"),
                Max = json.Number("max"),
                References = References(json),
                Modifiable = json.Flag("modifiable"),
                Acquisition = json.Keyword("acquisition", Keywords.Acquisition, Acquisition.Ask),
                MaxAgeDays = json.Int("maxAgeDays"),
                MeasurementError = json.Part("measurementError", MeasurementError),
                Conversions = json.List("conversions", Conversion),
                Question = json.String("question"),
                Hint = json.String("hint"),
                AskWhen = json.Part("askWhen", GateReader.Read),
                Core = json.Flag("core"),
                CoreOrder = json.Int("coreOrder"),
                CodesByName = json.Texts("codes"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    /// <summary>One reference, or a list of gated ones.</summary>
    private static ImmutableArray<FactorReference> References(ObjectReader json) => json.Find("reference") switch
    {
        null => [],
        { Kind: JsonKind.Array } list => json.Reading.List(list, Reference),
        { } one => [Reference(json.Reading, one)],
    };

    private static FactorReference Reference(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Reference);
        return reading.Place(
            new FactorReference
            {
                When = json.Part("when", GateReader.Read),
                Low = json.Number("low"),
                High = json.Number("high"),
                Value = json.Value("value"),
                Basis = json.Keyword("basis", Keywords.ReferenceBasis, ReferenceBasis.Published),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    private static MeasurementError MeasurementError(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.MeasurementError);
        if (json.IsOpen && json.Has("sd") == json.Has("cv"))
        {
            reading.Report(
                DiagnosticCodes.BadMeasurementError,
                node,
                json.Has("sd") ? "The measuring error has both 'sd' and 'cv'." : "The measuring error has neither 'sd' nor 'cv'.",
                "Give one of the two.");
        }

        return reading.Place(new MeasurementError { StandardDeviation = json.Number("sd"), CoefficientOfVariation = json.Number("cv") }, node);
    }

    private static UnitConversion Conversion(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Conversion);
        if (json.IsOpen && json.Has("multiply") == json.Has("divide"))
        {
            reading.ReportForm(
                DiagnosticCodes.BadConversion,
                node,
                json.Has("divide") ? "The conversion both multiplies and divides." : "The conversion neither multiplies nor divides.",
                "Give one of 'multiply' and 'divide'.",
                "multiply",
                "divide");
        }

        return reading.Place(
            new UnitConversion
            {
                From = json.Text("from"),
                Multiply = json.Number("multiply"),
                Divide = json.Number("divide"),
                Add = json.Number("add") ?? 0,
                Round = json.Int("round"),
            },
            node);
    }
}
