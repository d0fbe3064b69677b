using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace GutSkin.Core;

/// <summary>Finds what <see cref="System.Text.Json.Utf8JsonReader"/> lets pass: bytes that are not UTF-8, and escapes of half a surrogate pair.</summary>
internal static class Utf8Faults
{
    /// <summary>The first byte that is not UTF-8; −1 where all is.</summary>
    public static int FirstIn(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return -1;

        int at = 0;
        while (at < text.Length)
        {
            if (text[at] < 0x80)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(text[at..], out _, out int length) != OperationStatus.Done)
                return at;
            at += length;
        }

        return -1;
    }

    /// <summary>The first escape of half a surrogate pair in a string; −1 where there is none.</summary>
    /// <param name="text">A string's bytes without its quotes, with valid escapes.</param>
    public static int LoneSurrogateIn(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int escape = text[at..].IndexOf((byte)'\\');
            if (escape < 0)
                return -1;
            at += escape;
            char unit = UnitAt(text, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(text, at + 6)))
                at += 12;
            else if (char.IsSurrogate(unit))
                return at;
            else
                at += 2;
        }

        return -1;
    }

    private static char UnitAt(ReadOnlySpan<byte> text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : '\0';
}
