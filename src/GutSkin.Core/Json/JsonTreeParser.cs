using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GutSkin.Core;

/// <summary>Reads a text into a <see cref="JsonTree"/>. A text that is not JSON, too large or too deep gives a tree with one fault.</summary>
internal static class JsonTreeParser
{
    /// <summary>Reads a text of someone else's, of which the tree keeps a copy.</summary>
    public static JsonTree Parse(ReadOnlyMemory<byte> text, JsonDialect dialect) =>
        text.Length > dialect.Bytes ? TooLarge() : Parse(text.ToArray(), dialect);

    /// <summary>Reads a text; the tree keeps the bytes.</summary>
    public static JsonTree Parse(byte[] text, JsonDialect dialect)
    {
        if (text.Length > dialect.Bytes)
            return TooLarge();
        int start = HasByteOrderMark(text) ? 3 : 0;
        int invalid = Utf8Faults.FirstIn(text.AsSpan(start));
        int end = invalid < 0 ? text.Length : start + invalid;
        var builder = new JsonTreeBuilder(text, start, end, dialect);
        builder.Read();
        var fault = builder.Fault;
        if (invalid >= 0 && (fault is null || fault.Offset >= end))
            fault = new JsonFault(DiagnosticCodes.Syntax, end, "The text is not UTF-8 here.");
        return new JsonTree(text, builder.Rows, builder.Count, fault, fault is null ? -1 : builder.Open);
    }

    /// <summary>Reads a text.</summary>
    public static JsonTree Parse(string text, JsonDialect dialect)
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

        return Parse(bytes, dialect);
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
