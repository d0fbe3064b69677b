using System.Text;

namespace GutSkin.Core;

/// <summary>The JSON Canonicalization Scheme (RFC 8785): no blanks, names sorted by UTF-16 code units, numbers as ECMAScript writes them.</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical form of a JSON text, as UTF-8.</summary>
    /// <exception cref="ArgumentException">The text is not JSON.</exception>
    public static byte[] Of(string json)
    {
        var tree = JsonTreeParser.Parse(json, JsonDialect.Own);
        if (tree.Fault is { } fault)
            throw new ArgumentException(fault.Message, nameof(json));
        var text = new StringBuilder(json.Length);
        Append(text, tree.Root);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonTreeNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.Object:
                AppendObject(text, node);
                break;
            case JsonKind.Array:
                AppendArray(text, node);
                break;
            case JsonKind.String:
                JsonStrings.Append(text, node.Text);
                break;
            case JsonKind.Number:
                EcmaNumber.Append(text, double.Parse(node.RawNumber, System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(node.Kind switch { JsonKind.True => "true", JsonKind.False => "false", _ => "null" });
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonTreeNode node)
    {
        var properties = new List<(string Name, JsonTreeNode Value)>();
        foreach (var child in node.Children)
            properties.Add((child.Name, child));
        properties.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        text.Append('{');
        for (int i = 0; i < properties.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            JsonStrings.Append(text, properties[i].Name);
            text.Append(':');
            Append(text, properties[i].Value);
        }

        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonTreeNode node)
    {
        text.Append('[');
        bool first = true;
        foreach (var child in node.Children)
        {
            if (!first)
                text.Append(',');
            first = false;
            Append(text, child);
        }

        text.Append(']');
    }
}
