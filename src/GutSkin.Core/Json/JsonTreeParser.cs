using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Json;

/// <summary>Reads a text into a <see cref="JsonTree"/>. A text that is not JSON, too large or too deep gives a tree with one fault.</summary>
internal static class JsonTreeParser
{
    /// <summary>Reads a text of someone else's, of which the tree keeps a copy.</summary>
    public static JsonTree Parse(ReadOnlyMemory<byte> text, JsonDialect dialect, CancellationToken cancellation = default) =>
        text.Length > dialect.Bytes ? TooLarge() : Parse(text.ToArray(), dialect, cancellation);

    /// <summary>Reads a text; the tree keeps the bytes.</summary>
    public static JsonTree Parse(byte[] text, JsonDialect dialect, CancellationToken cancellation = default)
    {
        if (text.Length > dialect.Bytes)
            return TooLarge();
        if (SyntaxSlips.IsUtf16(text))
            return new([], [], 0, new JsonFault(DiagnosticCodes.Syntax, 0, SyntaxSlips.DescribeEncoding(text)), -1);
        int start = HasByteOrderMark(text) ? 3 : 0;
        int invalid = Utf8Faults.FirstIn(text.AsSpan(start));
        int end = invalid < 0 ? text.Length : start + invalid;
        var builder = new JsonTreeBuilder(text, start, end, dialect);
        builder.Read(cancellation);
        var fault = builder.Fault;
        if (invalid >= 0 && (fault is null || fault.Offset >= end))
            fault = new JsonFault(DiagnosticCodes.Syntax, end, SyntaxSlips.DescribeEncoding(text));
        var found = builder.Found;
        return new JsonTree(text, found.Rows, found.Count, fault, fault is null ? -1 : found.Open);
    }

    /// <summary>Reads a text.</summary>
    public static JsonTree Parse(string text, JsonDialect dialect, CancellationToken cancellation = default)
    {
        // No character takes less than a byte, and counting the bytes of a huge text could overflow.
        if (text.Length > dialect.Bytes || Encoding.UTF8.GetByteCount(text) > dialect.Bytes)
            return TooLarge();
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        var status = System.Text.Unicode.Utf8.FromUtf16(text, bytes, out _, out int written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            // Half a surrogate pair: a byte that is never UTF-8 stands for it, and is found there.
            Array.Resize(ref bytes, written + 1);
            bytes[written] = 0xFF;
        }

        return Parse(bytes, dialect, cancellation);
    }

    public static bool HasByteOrderMark(ReadOnlySpan<byte> text) => text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    /// <summary>Where exactly a text stops being JSON: the first byte after which no continuation could mend it, or its end.</summary>
    /// <param name="text">The text that <see cref="Utf8JsonReader"/> refuses.</param>
    /// <param name="options">The options it was read with.</param>
    /// <param name="tokens">How many tokens could be read.</param>
    internal static int FirstWrongByte(ReadOnlySpan<byte> text, JsonReaderOptions options, int tokens)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(options));
        for (int i = 0; i < tokens; i++)
            reader.Read();
        int good = (int)reader.BytesConsumed;
        var state = reader.CurrentState;
        var rest = text[good..];
        if (CanGoOn(rest, state))
            return text.Length;

        // The shortest beginning that cannot be continued ends with the wrong byte.
        int low = 0, high = rest.Length;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (CanGoOn(rest[..middle], state))
                low = middle;
            else
                high = middle;
        }

        return good + high - 1;
    }

    private static bool CanGoOn(ReadOnlySpan<byte> text, JsonReaderState state)
    {
        try
        {
            new Utf8JsonReader(text, isFinalBlock: false, state).Read();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonTree TooLarge() =>
        new([], [], 0, new JsonFault(DiagnosticCodes.DocumentTooLarge, 0, "The document is larger than 16 MiB."), -1);
}

/// <summary>How freely a document may be written, and how large it may be.</summary>
internal sealed record JsonDialect
{
    /// <summary>The most bytes a document may have: 16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The deepest nesting allowed.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most entries a section may have.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>The most nodes a gate may have.</summary>
    public const int MaxGateNodes = 1_000;

    /// <summary>Plain JSON, for profiles.</summary>
    public static JsonDialect Strict { get; } = new();

    /// <summary>JSON with comments and trailing commas, for rule sets.</summary>
    public static JsonDialect Relaxed { get; } = new() { CommentsAndTrailingCommas = true };

    /// <summary>What this library wrote itself: no limit of size, and a deep gate described in C# is no fault of a text.</summary>
    public static JsonDialect Own { get; } = new() { Bytes = int.MaxValue, Depth = 1_000 };

    /// <summary>Whether comments and a comma behind the last element are allowed.</summary>
    public bool CommentsAndTrailingCommas { get; private init; }

    /// <summary>The most bytes.</summary>
    public int Bytes { get; private init; } = MaxBytes;

    /// <summary>The deepest nesting.</summary>
    public int Depth { get; private init; } = MaxDepth;
}

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
