using System.Globalization;
using System.Text;

namespace GutSkin.Core.Json;

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

/// <summary>
/// Writes a double as ECMAScript does (ECMA-262, Number::toString, radix 10), which RFC 8785 asks for: the shortest digits that
/// read back as the same number; minus zero as 0.
/// </summary>
internal static class EcmaNumber
{
    /// <summary>Appends a finite number.</summary>
    public static void Append(StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("A number that is not finite cannot be written as JSON.", nameof(value));
        if (value == 0)
        {
            text.Append('0');
            return;
        }

        if (value < 0)
            text.Append('-');
        Span<char> buffer = stackalloc char[32];
        Math.Abs(value).TryFormat(buffer, out int written, "R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[32];
        int count = Split(buffer[..written], digits, out int point);
        Append(text, digits[..count], point);
    }

    /// <summary>A finite number as text.</summary>
    public static string Format(double value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>Takes the digits out of a written number; the decimal point stands behind digit <paramref name="point"/>.</summary>
    private static int Split(ReadOnlySpan<char> written, Span<char> digits, out int point)
    {
        int e = written.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(written[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? written : written[..e];
        int dot = mantissa.IndexOf('.');
        point = (dot < 0 ? mantissa.Length : dot) + exponent;
        int count = 0;
        foreach (char c in mantissa)
        {
            if (c == '.')
                continue;
            if (c == '0' && count == 0)
                point--;
            else
                digits[count++] = c;
        }

        while (digits[count - 1] == '0')
            count--;
        return count;
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> digits, int point)
    {
        if (digits.Length <= point && point <= 21)
        {
            text.Append(digits).Append('0', point - digits.Length);
        }
        else if (point is > 0 and <= 21)
        {
            text.Append(digits[..point]).Append('.').Append(digits[point..]);
        }
        else if (point is > -6 and <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
                text.Append('.').Append(digits[1..]);
            text.Append('e').Append(point > 0 ? '+' : '-').Append(CultureInfo.InvariantCulture, $"{Math.Abs(point - 1)}");
        }
    }
}
