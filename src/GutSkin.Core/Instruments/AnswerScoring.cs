using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>Reports what is wrong: the item it is about (null = the whole), code, sentence, what to do.</summary>
internal delegate void ItemFault(string? item, string code, string message, string? hint);

/// <summary>The one way from answers to a score: checks every item, fills in what is given in another form, runs the formula.</summary>
internal static class AnswerScoring
{
    /// <summary>Scores answers.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="given">The answers by item.</param>
    /// <param name="bandSet">The id of a band set; null = the first.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <param name="isBroken">Whether an item has an answer that could not be read, and was reported.</param>
    /// <returns>The score; null where something is wrong.</returns>
    public static InstrumentScore? Score(
        Instrument instrument, IReadOnlyDictionary<string, decimal> given, string? bandSet, ItemFault report, Func<string, bool>? isBroken = null)
    {
        bool failed = false;
        void Fail(string? item, string code, string message, string? hint)
        {
            failed = true;
            report(item, code, message, hint);
        }

        var bands = bandSet is null ? instrument.BandSets[0] : instrument.FindBandSet(bandSet);
        if (bands is null)
        {
            string known = string.Join(", ", instrument.BandSets.Select(b => b.Id));
            Fail(null, InstrumentDiagnostics.UnknownBandSet, $"{instrument.Id} has no band set {Quoting.Quote(bandSet!)}.", $"It has: {known}.");
        }

        CheckEach(instrument, given, Fail);
        var values = Complete(instrument, given, isBroken ?? (static _ => false), Fail);
        if (failed || (isBroken is not null && instrument.Items.Any(i => isBroken(i.Id))))
            return null;

        var computed = instrument.Compute(values);
        if ((computed.Exact ?? computed.Score) < instrument.Min || computed.Score > instrument.Max)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"The answers give a total of {instrument.Id} outside {instrument.Min} to {instrument.Max}.");
            Fail(null, InstrumentDiagnostics.OutOfRange, message, "Check the numbers and their units.");
            return null;
        }

        foreach (var (item, message) in instrument.Oddities(values))
            report(item, InstrumentDiagnostics.Odd, message, "Check both; the score is given.");
        return new InstrumentScore(instrument, bands!, computed);
    }

    private static void CheckEach(Instrument instrument, IReadOnlyDictionary<string, decimal> given, ItemFault fail)
    {
        foreach (string id in given.Keys.Where(id => instrument.FindItem(id) is null).Order(StringComparer.Ordinal))
        {
            var known = instrument.Items.Select(i => i.Id);
            string hint = Ids.HintFor(id, known) ?? $"It has: {string.Join(", ", known)}.";
            fail(id, InstrumentDiagnostics.UnknownItem, $"{instrument.Id} has no item {Quoting.Quote(id)}.", hint);
        }

        foreach (var item in instrument.Items)
        {
            if (!given.TryGetValue(item.Id, out decimal value))
                continue;
            if (value < item.Min || value > item.Max)
                fail(item.Id, InstrumentDiagnostics.OutOfRange, $"'{item.Id}' is out of range.", $"Allowed: {item.Allowed}.");
            else if (item.Step is { } step && (value - item.Min) % step != 0)
                fail(item.Id, InstrumentDiagnostics.OffStep, $"'{item.Id}' lies between its steps.", $"Allowed: {item.Allowed}.");
        }
    }

    /// <summary>The answers in the form they were given in, with what was given instead of an item put in its place.</summary>
    private static ItemValues Complete(Instrument instrument, IReadOnlyDictionary<string, decimal> given, Func<string, bool> isBroken, ItemFault fail)
    {
        bool IsGiven(InstrumentItem item) => given.ContainsKey(item.Id) || isBroken(item.Id);

        var forms = instrument.Items.Where(i => i.Form is not null).GroupBy(i => i.Form!).ToList();
        string? form = forms.MaxBy(f => f.Count(IsGiven))?.Key;
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var item in instrument.Items)
        {
            if (item.Form is not null && item.Form != form)
            {
                if (IsGiven(item))
                {
                    string message = $"'{item.Id}' is another way to fill in {instrument.Id} than the other items.";
                    fail(item.Id, InstrumentDiagnostics.Contradicting, message, "Give one or the other.");
                }

                continue;
            }

            var substitute = instrument.Items.FirstOrDefault(i => i.InsteadOf == item.Id && IsGiven(i));
            if (given.TryGetValue(item.Id, out decimal value))
            {
                values.Add(item.Id, value);
                if (substitute is not null
                    && given.TryGetValue(substitute.Id, out decimal other)
                    && other >= substitute.Min && other <= substitute.Max
                    && substitute.Convert(other) != value)
                {
                    fail(item.Id, InstrumentDiagnostics.Contradicting, $"'{item.Id}' and '{substitute.Id}' do not agree.", "Correct one, or leave it out.");
                }
            }
            else if (substitute is not null)
            {
                if (given.TryGetValue(substitute.Id, out decimal other))
                    values.Add(item.Id, substitute.Convert(other));
            }
            else if (item.IsRequired && !isBroken(item.Id))
            {
                fail(null, InstrumentDiagnostics.Missing, $"'{item.Id}' is missing.", $"Allowed: {item.Allowed}.{(item.Note is { } note ? " " + note : "")}");
            }
        }

        return new ItemValues(values);
    }
}

/// <summary>Answers that were checked: every required item has one.</summary>
internal readonly struct ItemValues(Dictionary<string, decimal> values)
{
    /// <summary>The answer to an item that has one.</summary>
    public decimal this[string id] => values[id];

    /// <summary>The answer to an item; null where it has none.</summary>
    public decimal? Find(string id) => values.TryGetValue(id, out decimal value) ? value : null;

    /// <summary>The sum of the answers to items.</summary>
    public decimal Sum(IEnumerable<string> ids)
    {
        decimal sum = 0;
        foreach (string id in ids)
            sum += values[id];
        return sum;
    }

    /// <summary>The sum of all answers.</summary>
    public decimal Sum() => values.Values.Sum();
}

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
