using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GutSkin.Core.Json;

/// <summary>A JSON text as a tree that knows where each of its parts stands. Positions and paths are computed only when asked for.</summary>
internal sealed class JsonTree
{
    /// <summary>From so many properties on, an object that is searched gets an index of its names.</summary>
    public const int ManyNames = 64;

    private const int ShortText = 128;

    private readonly byte[] text;
    private readonly JsonRow[] rows;
    private ConcurrentDictionary<int, Dictionary<string, int>>? indexes;
    private TextPositions? positions;

    internal JsonTree(byte[] text, JsonRow[] rows, int count, JsonFault? fault, int faultParent)
    {
        this.text = text;
        this.rows = rows;
        Count = count;
        Fault = fault;
        FaultPath = faultParent < 0 ? "$" : PathOf(faultParent);
    }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>What ended reading; null where the text is whole.</summary>
    public JsonFault? Fault { get; }

    /// <summary>The path of the container in which reading ended.</summary>
    public string FaultPath { get; }

    /// <summary>The document itself; only where there is no fault.</summary>
    public JsonTreeNode Root => new(this, 0);

    /// <summary>A value's row.</summary>
    public ref readonly JsonRow Row(int index) => ref rows[index];

    /// <summary>The properties of an object by name, the first of each: made once, where an object has many and is searched.</summary>
    public Dictionary<string, int> IndexOf(JsonTreeNode container) =>
        LazyInitializer.EnsureInitialized(ref indexes, static () => new()).GetOrAdd(container.Index, _ =>
        {
            var byName = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var child in container.Children)
                byName.TryAdd(NameOf(child.Index), child.Index);
            return byName;
        });

    /// <summary>The line and column of a byte.</summary>
    public (int Line, int Column) PositionOf(int offset) => (positions ??= new TextPositions(text)).Of(offset);

    /// <summary>The text of a string value.</summary>
    public string TextOf(int index) => Decode(rows[index].Start, rows[index].Length, rows[index].ValueEscaped);

    /// <summary>The name of a property; empty for what has none.</summary>
    public string NameOf(int index)
    {
        ref readonly var row = ref rows[index];
        return row.NameLength <= 0 ? "" : Decode(row.NameOrIndex, row.NameLength, row.NameEscaped);
    }

    /// <summary>Whether a property has that name.</summary>
    public bool IsNamed(int index, string name)
    {
        var raw = RawNameOf(index, out bool escaped);
        return escaped || !Ascii.IsValid(name) ? NameOf(index) == name : Ascii.Equals(raw, name);
    }

    /// <summary>A value's bytes; for a string without its quotes and with its escapes.</summary>
    public ReadOnlySpan<byte> RawOf(int index)
    {
        ref readonly var row = ref rows[index];
        return text.AsSpan(row.Start + (row.Kind == JsonKind.String ? 1 : 0), row.Length);
    }

    /// <summary>The bytes of a property's name without its quotes, and whether they have escapes.</summary>
    public ReadOnlySpan<byte> RawNameOf(int index, out bool escaped)
    {
        ref readonly var row = ref rows[index];
        escaped = row.NameEscaped;
        return row.NameLength < 0 ? default : text.AsSpan(row.NameOrIndex + 1, row.NameLength);
    }

    /// <summary>The JSON path of a value, for example <c>$.rules[3].curve[1]</c>.</summary>
    public string PathOf(int index)
    {
        var steps = new Stack<int>();
        for (int i = index; i >= 0 && rows[i].Parent >= 0; i = rows[i].Parent)
            steps.Push(i);
        var path = new StringBuilder("$");
        foreach (int step in steps)
        {
            if (rows[step].NameLength < 0)
                path.Append(CultureInfo.InvariantCulture, $"[{rows[step].NameOrIndex}]");
            else
                AppendName(path, NameOf(step));
        }

        return path.ToString();
    }

    /// <summary>The step of a JSON path to a property: <c>.name</c>, or <c>['a.b']</c> where it is no simple identifier.</summary>
    private static void AppendName(StringBuilder path, string name)
    {
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            path.Append('.').Append(name);
            return;
        }

        path.Append("['");
        foreach (char c in name)
        {
            if (c is '\'' or '\\')
                path.Append('\\').Append(c);
            else if (char.IsControl(c))
                path.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                path.Append(c);
        }

        path.Append("']");
    }

    private string Decode(int quote, int length, bool escaped) =>
        escaped ? DecodeEscaped(quote, length) : length <= ShortText ? DecodeShort(quote + 1, length) : Encoding.UTF8.GetString(text, quote + 1, length);

    // Most texts are a few words of ASCII. The framework goes over each three times, in vectors that an interpreter has first to make ready.
    private string DecodeShort(int start, int length)
    {
        Span<char> characters = stackalloc char[ShortText];
        for (int i = 0; i < length; i++)
        {
            byte one = text[start + i];
            if (one >= 0x80)
                return Encoding.UTF8.GetString(text, start, length);
            characters[i] = (char)one;
        }

        return new string(characters[..length]);
    }

    // On its own: the library's own data has hardly an escape, and a start need not load what reads them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string DecodeEscaped(int quote, int length)
    {
        var reader = new Utf8JsonReader(text.AsSpan(quote, length + 2));
        reader.Read();
        return reader.GetString()!;
    }
}

/// <summary>A value in a <see cref="JsonTree"/>.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Index">The row of the value.</param>
internal readonly record struct JsonTreeNode(JsonTree Tree, int Index)
{
    public JsonKind Kind => Tree.Row(Index).Kind;

    /// <summary>Where the value begins, in bytes.</summary>
    public int Start => Row.Start;

    /// <summary>Where the property's name begins, in bytes; the value where it has no name.</summary>
    public int NameStart => Row.NameLength < 0 ? Row.Start : Row.NameOrIndex;

    public bool HasName => Row.NameLength >= 0;

    /// <summary>The property's name as text.</summary>
    public string Name => Tree.NameOf(Index);

    /// <summary>The row behind the last part of this value.</summary>
    public int End => Tree.Row(Index).End;

    private ref readonly JsonRow Row => ref Tree.Row(Index);

    /// <summary>The text of a string.</summary>
    public string Text => Tree.TextOf(Index);

    /// <summary>The number as it is written.</summary>
    public ReadOnlySpan<byte> RawNumber => Tree.RawOf(Index);

    /// <summary>The parts of an object or array, in order.</summary>
    public JsonChildren Children => new(Tree, Index);

    /// <summary>How many parts an object or array has.</summary>
    public int Count()
    {
        int count = 0;
        for (int child = Index + 1, end = End; child < end; child = Tree.Row(child).End)
            count++;
        return count;
    }

    /// <summary>The first property of that name.</summary>
    public JsonTreeNode? Property(string name)
    {
        if (Kind == JsonKind.Object)
        {
            int seen = 0;
            foreach (var child in Children)
            {
                if (Tree.IsNamed(child.Index, name))
                    return child;
                if (++seen == JsonTree.ManyNames)
                    return Tree.IndexOf(this).TryGetValue(name, out int found) ? new JsonTreeNode(Tree, found) : null;
            }
        }

        return null;
    }

    /// <summary>An element of an array.</summary>
    public JsonTreeNode? Element(int index)
    {
        if (Kind != JsonKind.Array)
            return null;

        // The rows between are parts of elements, or of parts of them: each leads up to its element, which knows its place.
        int low = Index + 1, high = End;
        while (low < high)
        {
            int child = low + ((high - low) >> 1);
            while (Tree.Row(child).Parent != Index)
                child = Tree.Row(child).Parent;
            ref readonly var row = ref Tree.Row(child);
            if (row.NameOrIndex == index)
                return new JsonTreeNode(Tree, child);
            if (row.NameOrIndex < index)
                low = row.End;
            else
                high = child;
        }

        return null;
    }
}

/// <summary>
/// One value of a <see cref="JsonTree"/>. Rows stand in the order of the text, so a container's parts are the rows behind it
/// up to <see cref="End"/>, and the first of them comes next.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct JsonRow
{
    public JsonKind Kind;

    /// <summary>Whether a string, or the property's name, has escapes.</summary>
    public bool ValueEscaped, NameEscaped;

    /// <summary>Where the value begins in the text, and how long it is without a string's quotes; for a container only its opening.</summary>
    public int Start, Length;

    /// <summary>Where the property's name begins (its quote); in an array the index.</summary>
    public int NameOrIndex;

    /// <summary>The length of the property's name without its quotes; −1 in an array and for the document.</summary>
    public int NameLength;

    /// <summary>The row of the container; −1 for the document.</summary>
    public int Parent;

    /// <summary>The row behind the last part of this value.</summary>
    public int End;
}

/// <summary>Walks over the parts of an object or array.</summary>
internal struct JsonChildren
{
    private readonly JsonTree tree;
    private readonly int end;
    private int next;
    private int current;

    public JsonChildren(JsonTree tree, int container)
    {
        this.tree = tree;
        next = container + 1;
        end = tree.Row(container).End;
    }

    public readonly JsonTreeNode Current => new(tree, current);

    public readonly JsonChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next >= end)
            return false;
        current = next;
        next = tree.Row(current).End;
        return true;
    }
}

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>What ended the reading of a text.</summary>
/// <param name="Code">The code of the diagnostic.</param>
/// <param name="Offset">The byte it is at.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record JsonFault(string Code, int Offset, string Message);

/// <summary>
/// Lines and columns of a UTF-8 text, both from 1, columns in UTF-16 units. Lines end at LF, CR LF or CR; a byte order mark
/// does not count. One pass notes where each block of the text begins, so that a look-up reads one block only.
/// </summary>
internal sealed class TextPositions
{
    private const int BlockSize = 1024;

    private readonly byte[] text;
    private readonly (int Line, int Column)[] blocks;

    public TextPositions(byte[] text)
    {
        this.text = text;
        blocks = new (int, int)[(text.Length / BlockSize) + 1];
        int line = 1, column = 1;
        for (int block = 0; block < blocks.Length; block++)
        {
            blocks[block] = (line, column);
            Advance(block * BlockSize, Math.Min((block + 1) * BlockSize, text.Length), ref line, ref column);
        }
    }

    /// <summary>The position of a byte; the text's length is the position behind its end.</summary>
    public (int Line, int Column) Of(int offset)
    {
        int block = Math.Min(offset, text.Length) / BlockSize;
        var (line, column) = blocks[block];
        Advance(block * BlockSize, Math.Min(offset, text.Length), ref line, ref column);
        return (line, column);
    }

    private void Advance(int from, int to, ref int line, ref int column)
    {
        for (int i = from; i < to; i++)
        {
            byte b = text[i];
            if (b == '\n' || (b == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                (line, column) = (line + 1, 1);
            else if (b >= 0xF0)
                column += 2;
            else if ((b & 0xC0) != 0x80 && !(i == 0 && JsonTreeParser.HasByteOrderMark(text)))
                column++;
        }
    }
}
