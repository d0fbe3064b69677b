using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads an intervention with its changes, indications and trial effects.</summary>
internal static class InterventionReader
{
    private static readonly int[] EffectParts = ObjectShapes.TrialEffect.PlacesOf([.. Keywords.Measure.Words, "sd", "of", "ci95", "basis"]);

    public static Intervention Read(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Intervention);
        return reading.Place(
            new Intervention
            {
                Id = json.EntryId(),
                Category = json.Text("category"),
                Name = json.Text("name"),
                Summary = json.String("summary"),
                When = json.Part("when", GateReader.Read),
                Changes = json.List("changes", Change),
                Traits = json.Strings("traits"),
                VariantOf = json.String("variantOf"),
                Indications = json.List("indications", Indication),
                Effects = json.List("effects", TrialEffect),
                Mechanisms = json.Strings("mechanisms"),
                Dose = json.String("dose"),
                Weeks = json.Pair("weeks"),
                Effort = json.Keyword("effort", Keywords.Level, Level.Medium),
                Cost = json.Keyword("cost", Keywords.Level, Level.Medium),
                SameSafetyAs = json.Strings("sameSafetyAs"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    private static Indication Indication(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Indication);
        return reading.Place(
            new Indication
            {
                When = json.Part("when", GateReader.Read),
                Condition = json.String("condition"),
                Direction = json.Keyword("direction", Keywords.IndicationDirection, IndicationDirection.None),
                Strength = json.Keyword("strength", Keywords.IndicationStrength, IndicationStrength.Conditional),
                Text = json.Text("text"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    private static Trial Trial(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Trial);
        return reading.Place(
            new Trial
            {
                Outcome = json.String("outcome"),
                N = json.Long("n"),
                Weeks = json.Number("weeks"),
                Comparator = json.String("comparator"),
                Population = json.String("population"),
            },
            node);
    }

    private static FactorChange Change(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Change);
        int forms = (json.Has("atMost") ? 1 : 0) + (json.Has("atLeast") ? 1 : 0) + (json.Has("set") ? 1 : 0);
        if (json.IsOpen && forms != 1)
        {
            reading.ReportForm(
                DiagnosticCodes.BadChange,
                node,
                forms == 0 ? "The change does not say to what." : "The change says more than one thing.",
                "Give exactly one of atMost, atLeast, set.",
                "atMost",
                "atLeast",
                "set");
        }

        return reading.Place(
            new FactorChange
            {
                Factor = json.Text("factor"),
                When = json.Part("when", GateReader.Read),
                AtMost = json.Number("atMost"),
                AtLeast = json.Number("atLeast"),
                Set = json.Value("set"),
                Limit = json.Number("limit"),
                LimitPercent = json.Number("limitPercent"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }

    private static TrialEffect TrialEffect(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.TrialEffect);
        return reading.Place(
            new TrialEffect
            {
                Condition = json.Text("condition"),
                When = json.Part("when", GateReader.Read),
                Effect = json.CountOf(EffectParts) == 0 && json.Flag("informational") ? null : EffectReader.Read(json),
                Trial = json.Part("trial", Trial),
                Certainty = json.Keyword("certainty", Keywords.Certainty, Certainty.VeryLow),
                Informational = json.Flag("informational"),
                Population = json.String("population"),
                Note = json.String("note"),
                Evidence = json.Strings("evidence"),
            },
            node);
    }
}
