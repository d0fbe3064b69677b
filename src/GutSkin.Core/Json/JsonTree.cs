using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GutSkin.Core;

/// <summary>A JSON text as a tree that knows where each of its parts stands. Positions and paths are computed only when asked for.</summary>
internal sealed class JsonTree
{
    /// <summary>From so many properties on, an object that is searched gets an index of its names.</summary>
    public const int ManyNames = 64;

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

    private string Decode(int quote, int length, bool escaped)
    {
        if (!escaped)
            return Encoding.UTF8.GetString(text, quote + 1, length);
        var reader = new Utf8JsonReader(text.AsSpan(quote, length + 2));
        reader.Read();
        return reader.GetString()!;
    }
}
