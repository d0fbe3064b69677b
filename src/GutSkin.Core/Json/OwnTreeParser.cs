using System.Runtime.CompilerServices;

namespace GutSkin.Core.Json;

/// <summary>
/// Reads the library's own JSON into the tree that <see cref="JsonTreeParser"/> makes of it, without checking what a test has
/// checked: in a fresh process a checking reader costs more to get ready than to run.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="rows">Space for its rows.</param>
internal sealed class OwnTreeParser(byte[] text, JsonRow[] rows)
{
    private readonly int[] counts = new int[JsonDialect.MaxDepth + 2];
    private JsonRow[] rows = rows;
    private int count, open = -1, depth, at;
    private int nameAt, nameLength;
    private bool nameEscaped;

    /// <summary>Reads a text that is JSON.</summary>
    public static JsonTree Parse(byte[] text)
    {
        var rows = new JsonRow[Math.Max(16, text.Length / 12)];
        return Parse(text, ref rows);
    }

    /// <summary>Reads a text that is JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rows">Space for its rows, of a tree that nobody reads any more; grows where it must.</param>
    public static JsonTree Parse(byte[] text, ref JsonRow[] rows)
    {
        var parser = new OwnTreeParser(text, rows);
        parser.Read();
        rows = parser.rows;
        return new JsonTree(text, rows, parser.count, null, -1);
    }

    private void Read()
    {
        byte[] bytes = text;
        while (at < bytes.Length)
        {
            byte b = bytes[at];
            if (b is <= (byte)' ' or (byte)',' or (byte)':')
                at++;
            else if (b == (byte)'"')
                ReadString();
            else if (b is (byte)'{' or (byte)'[')
                Open(b == (byte)'{' ? JsonKind.Object : JsonKind.Array);
            else if (b is (byte)'}' or (byte)']')
                Close();
            else
                ReadWord(b);
        }
    }

    // The parts are kept out of the loop, as in JsonTreeBuilder: it is compiled anew while it runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadString()
    {
        var rest = text.AsSpan(at + 1);
        int length = rest.IndexOf((byte)'"');
        while (EndsInEscape(rest[..length]))
            length += 1 + rest[(length + 1)..].IndexOf((byte)'"');
        bool escaped = rest[..length].Contains((byte)'\\');
        int end = at + length + 2;
        if (end < text.Length && text[end] == (byte)':')
            (nameAt, nameLength, nameEscaped) = (at, length, escaped);
        else
            Add(JsonKind.String, length, escaped);
        at = end;
    }

    /// <summary>Whether a quote behind this is part of the string.</summary>
    private static bool EndsInEscape(ReadOnlySpan<byte> part)
    {
        int slashes = 0;
        while (slashes < part.Length && part[part.Length - 1 - slashes] == (byte)'\\')
            slashes++;
        return slashes % 2 != 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadWord(byte first)
    {
        int end = at + 1;
        while (end < text.Length && text[end] is not (<= (byte)' ' or (byte)',' or (byte)']' or (byte)'}'))
            end++;
        Add(first switch { (byte)'t' => JsonKind.True, (byte)'f' => JsonKind.False, (byte)'n' => JsonKind.Null, _ => JsonKind.Number }, end - at, false);
        at = end;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Open(JsonKind kind)
    {
        Add(kind, 1, false);
        open = count - 1;
        counts[++depth] = 0;
        at++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Close()
    {
        rows[open].End = count;
        open = rows[open].Parent;
        depth--;
        at++;
    }

    private void Add(JsonKind kind, int length, bool escaped)
    {
        if (count == rows.Length)
        {
            // By hand: a process that has just started would have to compile the generic way.
            var more = new JsonRow[rows.Length * 2];
            rows.CopyTo(more, 0);
            rows = more;
        }

        ref var row = ref rows[count++];
        row.Kind = kind;
        row.Start = at;
        row.Length = length;
        row.ValueEscaped = escaped;
        row.Parent = open;
        row.End = count;
        if (open >= 0 && rows[open].Kind == JsonKind.Object)
        {
            row.NameOrIndex = nameAt;
            row.NameLength = nameLength;
            row.NameEscaped = nameEscaped;
        }
        else
        {
            row.NameOrIndex = counts[depth]++;
            row.NameLength = -1;
            row.NameEscaped = false;
        }
    }
}
