using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Json;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Instruments;

/// <summary>Reads answers from JSON and knows the place of each.</summary>
internal sealed class AnswerReader
{
    private readonly Instrument instrument;
    private readonly JsonReading reading;
    private readonly Dictionary<string, JsonTreeNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    private AnswerReader(Instrument instrument, JsonReading reading) => (this.instrument, this.reading) = (instrument, reading);

    public static ReadResult<InstrumentScore> Read(Instrument instrument, JsonTree tree, string? bandSet, string? file)
    {
        var reading = new JsonReading(tree, file);
        if (tree.Fault is not null)
            return new ReadResult<InstrumentScore>(null, reading.Diagnostics());
        var root = tree.Root;
        if (root.Kind != JsonKind.Object)
        {
            reading.ReportType(root, "an object of the items");
            return new ReadResult<InstrumentScore>(null, reading.Diagnostics());
        }

        var reader = new AnswerReader(instrument, reading);
        reader.Take(root, "");
        var score = AnswerScoring.Score(
            instrument,
            reader.values,
            bandSet,
            (item, code, message, hint) => reading.Report(code, item is not null && reader.nodes.TryGetValue(item, out var node) ? node : root, message, hint),
            reader.broken.Contains);
        var diagnostics = reading.Diagnostics();
        bool isFaulty = diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        return new ReadResult<InstrumentScore>(isFaulty ? null : score, diagnostics);
    }

    private void Take(JsonTreeNode container, string prefix)
    {
        foreach (var child in container.Children)
        {
            string id = prefix + child.Name;
            switch (child.Kind)
            {
                case JsonKind.Object when instrument.FindItem(id) is null:
                    Take(child, id + ".");
                    break;
                case JsonKind.Array when instrument.ArrayItem is { } itemOf && prefix.Length == 0:
                    int index = 0;
                    foreach (var element in child.Children)
                        TakeValue(element, itemOf(id, index++));
                    break;
                default:
                    TakeValue(child, id);
                    break;
            }
        }
    }

    private void TakeValue(JsonTreeNode node, string id)
    {
        // Null is an item that was not answered.
        if (node.Kind == JsonKind.Null)
            return;
        if (!nodes.TryAdd(id, node))
        {
            // Twice in one object is reported with the form of the text.
            if (!IsSameObject(nodes[id], node))
                reading.Report(DiagnosticCodes.RepeatedProperty, node, $"The item {Quoting.Quote(id)} is answered twice.", "Keep one of the two.");
            return;
        }

        var item = instrument.FindItem(id);
        bool wantsTruth = item is { IsYesNo: true };
        if (wantsTruth ? node.Kind is JsonKind.True or JsonKind.False : node.Kind == JsonKind.Number)
        {
            values.Add(id, node.Kind == JsonKind.Number ? Number(node, item) : node.Kind == JsonKind.True ? 1 : 0);
            return;
        }

        if (item is null)
        {
            values.Add(id, 0);
            return;
        }

        broken.Add(id);
        string quotes = node.Kind == JsonKind.String ? "Leave the quotes out. " : "";
        reading.Report(DiagnosticCodes.WrongType, node, $"'{id}' must be {(wantsTruth ? "true or false" : "a number")}.", $"{quotes}Allowed: {item.Allowed}.");
    }

    private static bool IsSameObject(JsonTreeNode one, JsonTreeNode other) => one.Tree.Row(one.Index).Parent == other.Tree.Row(other.Index).Parent;

    /// <summary>The number as written; one that no decimal holds is beyond every range, and stays so.</summary>
    private static decimal Number(JsonTreeNode node, InstrumentItem? item) =>
        decimal.TryParse(node.RawNumber, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : item?.Max + 1 ?? 0;
}
