using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>
/// Reads and writes the texts of an entry. Most fields are a string; <c>labels</c> is an object by choice, and <c>indications</c> and
/// <c>effects</c> are lists that mirror those of the entry. <see cref="TextFields"/> says what they are in the model.
/// </summary>
internal static class TextsFormat
{
    /// <summary>Reads the texts of one entry.</summary>
    public static ImmutableSortedDictionary<string, string>? Read(JsonReading reading, JsonTreeNode entry)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (!reading.CanHold(entry, "an object of texts"))
            return fields.ToImmutable();
        foreach (var item in entry.Children)
        {
            if (item.Name == TextFields.Labels && item.Kind == JsonKind.Object)
                Object(item, TextFields.Labels);
            else if (item.Name is TextFields.Indications or TextFields.Effects && item.Kind == JsonKind.Array)
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
                if (name == TextFields.Indications)
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
            if (TextFields.PathOf(field).Length == 1)
                json.Property(field, text);
        }

        var labels = fields.Where(f => f.Key.StartsWith(TextFields.Labels + ".", StringComparison.Ordinal)).ToList();
        if (labels.Count > 0)
        {
            json.Name(TextFields.Labels);
            json.Begin('{', onOneLine: true);
            foreach (var (field, text) in labels)
                json.Property(field[(TextFields.Labels.Length + 1)..], text);
            json.End('}');
        }

        WriteList(json, fields, TextFields.Indications);
        WriteList(json, fields, TextFields.Effects);
        json.End('}');
    }

    private static void WriteList(JsonTextWriter json, ImmutableSortedDictionary<string, string> fields, string list)
    {
        int count = TextFields.CountOf(fields, list);
        if (count == 0)
            return;
        json.Name(list);
        json.Begin('[', onOneLine: true);
        for (int i = 0; i < count; i++)
        {
            string prefix = string.Create(CultureInfo.InvariantCulture, $"{list}.{i}");
            if (list == TextFields.Indications)
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
