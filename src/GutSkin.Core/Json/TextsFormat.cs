using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Core;

/// <summary>
/// Reads and writes the texts of an entry. Most fields are a string; <c>labels</c> is an object by choice, and <c>indications</c> and
/// <c>effects</c> are lists that mirror those of the entry. In the model all are fields with a path for a name: <c>labels.daily</c>,
/// <c>indications.0</c>, <c>effects.0.outcome</c>.
/// </summary>
internal static class TextsFormat
{
    private const string Labels = "labels", Indications = "indications", Effects = "effects";

    /// <summary>Reads the texts of one entry.</summary>
    public static ImmutableSortedDictionary<string, string>? Read(JsonReading reading, JsonTreeNode entry)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (!reading.CanHold(entry, "an object of texts"))
            return fields.ToImmutable();
        foreach (var item in entry.Children)
        {
            if (item.Name == Labels && item.Kind == JsonKind.Object)
                Object(item, Labels);
            else if (item.Name is Indications or Effects && item.Kind == JsonKind.Array)
                List(item, item.Name);
            else if (reading.String(item) is { } text)
                fields.TryAdd(item.Name, text);
        }

        return fields.ToImmutable();

        void Object(JsonTreeNode node, string prefix)
        {
            foreach (var item in node.Children)
            {
                if (reading.String(item) is { } text)
                    fields.TryAdd($"{prefix}.{item.Name}", text);
            }
        }

        void List(JsonTreeNode node, string name)
        {
            int index = 0;
            foreach (var item in node.Children)
            {
                string prefix = string.Create(CultureInfo.InvariantCulture, $"{name}.{index++}");
                if (name == Indications)
                {
                    fields.TryAdd(prefix, reading.String(item) ?? "");
                }
                else if (reading.CanHold(item, "an object of texts"))
                {
                    Object(item, prefix);
                    if (item.Count() == 0)
                        fields.TryAdd(prefix, "");
                }
            }
        }
    }

    /// <summary>Writes the texts of one entry.</summary>
    public static void Write(JsonTextWriter json, ImmutableSortedDictionary<string, string> fields)
    {
        json.Begin('{', onOneLine: true);
        foreach (var (field, text) in fields)
        {
            if (PathOf(field).Length == 1)
                json.Property(field, text);
        }

        var labels = fields.Where(f => f.Key.StartsWith(Labels + ".", StringComparison.Ordinal)).ToList();
        if (labels.Count > 0)
        {
            json.Name(Labels);
            json.Begin('{', onOneLine: true);
            foreach (var (field, text) in labels)
                json.Property(field[(Labels.Length + 1)..], text);
            json.End('}');
        }

        WriteList(json, fields, Indications);
        WriteList(json, fields, Effects);
        json.End('}');
    }

    /// <summary>How many elements a mirrored list has; 0 where there is none.</summary>
    public static int CountOf(ImmutableSortedDictionary<string, string> fields, string list)
    {
        int count = 0;
        foreach (string field in fields.Keys)
        {
            if (PathOf(field) is [string name, int index, ..] && name == list)
                count = Math.Max(count, index + 1);
        }

        return count;
    }

    /// <summary>The place of a field below its entry: its name, or the steps of its path.</summary>
    public static object[] PathOf(string field)
    {
        if (field.StartsWith(Labels + ".", StringComparison.Ordinal))
            return [Labels, field[(Labels.Length + 1)..]];
        string[] steps = field.Split('.');
        if (steps.Length < 2 || steps[0] is not (Indications or Effects)
            || !int.TryParse(steps[1], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            return [field];
        return steps.Length == 2 ? [steps[0], index] : [steps[0], index, string.Join('.', steps[2..])];
    }

    /// <summary>The fields without the mirrored lists: those of an entry that a later document replaced would speak of others.</summary>
    public static ImmutableSortedDictionary<string, string> WithoutLists(ImmutableSortedDictionary<string, string> fields) =>
        fields.RemoveRange(fields.Keys.Where(f => PathOf(f) is [_, int, ..]).ToList());

    /// <summary>The fields with those of a later document over them: a list is replaced whole.</summary>
    public static ImmutableSortedDictionary<string, string> Merge(
        ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> later)
    {
        var replaced = later.Keys.Select(PathOf).Where(p => p is [_, int, ..]).Select(p => (string)p[0]).ToHashSet();
        return before.RemoveRange(before.Keys.Where(f => PathOf(f) is [string list, int, ..] && replaced.Contains(list)).ToList()).SetItems(later);
    }

    private static void WriteList(JsonTextWriter json, ImmutableSortedDictionary<string, string> fields, string list)
    {
        int count = CountOf(fields, list);
        if (count == 0)
            return;
        json.Name(list);
        json.Begin('[', onOneLine: true);
        for (int i = 0; i < count; i++)
        {
            string prefix = string.Create(CultureInfo.InvariantCulture, $"{list}.{i}");
            if (list == Indications)
            {
                json.Value(fields.GetValueOrDefault(prefix, ""));
                continue;
            }

            json.Begin('{', onOneLine: true);
            foreach (var (field, text) in fields)
            {
                if (field.StartsWith(prefix + ".", StringComparison.Ordinal))
                    json.Property(field[(prefix.Length + 1)..], text);
            }

            json.End('}');
        }

        json.End(']');
    }
}
