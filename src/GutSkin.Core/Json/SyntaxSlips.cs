using System.Globalization;
using System.Text.Json;

namespace GutSkin.Core.Json;

/// <summary>Names the slips of the hand that make a text no JSON, in the words of the person who made them. No message holds a value.</summary>
internal static class SyntaxSlips
{
    /// <summary>What is wrong at the first byte that is not JSON; null where that is no common slip.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it begins: after a byte order mark.</param>
    /// <param name="at">The byte.</param>
    /// <param name="last">What was read before it.</param>
    /// <param name="lastEnd">Where that ended; a name without its colon has not been read.</param>
    /// <param name="isInObject">Whether an object is open.</param>
    public static string? Describe(ReadOnlySpan<byte> text, int start, int at, JsonTokenType last, int lastEnd, bool isInObject)
    {
        if (IsTypographicQuote(text[at..]))
            return "This is a typographic quotation mark. Write the straight one: \".";
        if (text[at] == (byte)'\'')
            return "Text stands in double quotation marks. Write \" instead of '.";
        int before = at - 1;
        while (before >= start && text[before] <= (byte)' ')
            before--;
        if (before < start)
            return null;
        if (isInObject && char.IsAsciiDigit((char)text[at]) && text[before] == (byte)',' && before == at - 1 && before > start && char.IsAsciiDigit((char)text[before - 1]))
            return "A number has a decimal point here, not a comma: write 1.5 for 1,5.";
        bool isAfterName = isInObject && text[before] == (byte)'"'
            && (last == JsonTokenType.StartObject || (lastEnd < before && text[lastEnd..before].TrimStart(" \t\r\n"u8) is [(byte)',', ..]));
        if (isAfterName && text[at] == (byte)'=')
            return "Write a colon instead of =.";
        if (isAfterName && StartsValue(text[at]))
            return $"The colon is missing between a name and its value{After(text, start, before, at)}.";
        if (EndsValue(last) && text[before] != (byte)',' && StartsValue(text[at]))
            return $"A comma is missing{After(text, start, before, at)}.";
        return null;
    }

    /// <summary>What is wrong with a text that is not UTF-8.</summary>
    public static string DescribeEncoding(ReadOnlySpan<byte> text) =>
        IsUtf16(text) ? "The text is UTF-16. Save the file as UTF-8." : "The text is not UTF-8 here: it was saved in another encoding. Save the file as UTF-8.";

    /// <summary>Whether a text is in UTF-16, with its byte order mark or without.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> text) =>
        text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'{', 0, ..] or [0, (byte)'{', ..];

    private static bool IsTypographicQuote(ReadOnlySpan<byte> text) =>
        text is [0xE2, 0x80, >= 0x98 and <= 0x9F, ..] or [0xE2, 0x80, 0xB9 or 0xBA, ..] or [0xC2, 0xAB or 0xBB, ..];

    private static bool EndsValue(JsonTokenType token) => token is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True
        or JsonTokenType.False or JsonTokenType.Null or JsonTokenType.EndObject or JsonTokenType.EndArray;

    private static bool StartsValue(byte b) => b is (byte)'"' or (byte)'{' or (byte)'[' or (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n' || char.IsAsciiDigit((char)b);

    /// <summary>Where the line ends on which something is missing; nothing where the fault is on the same line.</summary>
    private static string After(ReadOnlySpan<byte> text, int start, int before, int at)
    {
        if (!text[before..at].Contains((byte)'\n'))
            return " before this";
        int line = 1 + text[start..before].Count((byte)'\n');
        return string.Create(CultureInfo.InvariantCulture, $" at the end of line {line}");
    }
}
