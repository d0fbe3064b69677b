using System.Globalization;
using System.Text;

namespace GutSkin.Core;

/// <summary>Writes a string as JSON with no more escapes than RFC 8785 asks for.</summary>
internal static class JsonStrings
{
    /// <summary>Appends a string with its quotes. Half a surrogate pair becomes U+FFFD, as in any UTF-8.</summary>
    public static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(c).Append(value[++i]);
            else if (char.IsSurrogate(c))
                text.Append('\uFFFD');
            else if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ')
                AppendControl(text, c);
            else
                text.Append(c);
        }

        text.Append('"');
    }

    private static void AppendControl(StringBuilder text, char c)
    {
        int known = "\b\t\n\f\r".IndexOf(c, StringComparison.Ordinal);
        if (known >= 0)
            text.Append('\\').Append("btnfr"[known]);
        else
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
    }
}
