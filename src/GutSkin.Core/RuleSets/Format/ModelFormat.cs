using System.Collections.Immutable;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads the modeling choices.</summary>
internal static class ModelReader
{
    public static ModelOverrides Read(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Model);
        ImmutableArray<Band>? bands = json.Find("bands") is { } list ? reading.List(list, Band) : null;
        return reading.Place(
            new ModelOverrides
            {
                CertaintyShrinkage = Table(json, "certaintyShrinkage"),
                CertaintyCap = Table(json, "certaintyCap"),
                Bands = bands,
                SettledWidth = json.Number("settledWidth"),
            },
            node);
    }

    private static ImmutableSortedDictionary<Certainty, double> Table(ObjectReader model, string property)
    {
        var table = ImmutableSortedDictionary<Certainty, double>.Empty;
        if (model.Find(property) is not { } node)
            return table;
        var json = ObjectReader.Open(model.Reading, node, ObjectShapes.CertaintyTable);
        foreach (string word in Keywords.Certainty.Words)
        {
            if (json.Number(word) is { } value && Keywords.Certainty.TryGet(word, out var certainty))
                table = table.Add(certainty, value);
        }

        return table;
    }

    private static Band Band(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Band);
        return reading.Place(new Band { Name = json.EntryId("name"), Below = json.Number("below") }, node);
    }
}
