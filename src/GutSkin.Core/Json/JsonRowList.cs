namespace GutSkin.Core.Json;

/// <summary>The rows of a <see cref="JsonTree"/> while its text is read, in the order of the text.</summary>
/// <param name="length">How long the text is, in bytes.</param>
internal sealed class JsonRowList(int length)
{
    private JsonRow[] rows = new JsonRow[Math.Clamp(length / 12, 16, 1 << 20)];
    private int[] elements = new int[16];
    private int nameAt, nameLength;
    private bool nameEscaped;

    /// <summary>The rows so far, and room for more.</summary>
    public JsonRow[] Rows => rows;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The container that is open; −1 for none.</summary>
    public int Open { get; private set; } = -1;

    /// <summary>How many containers are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether what comes next is part of an object.</summary>
    public bool IsInObject => Open >= 0 && rows[Open].Kind == JsonKind.Object;

    /// <summary>A property begins; its value comes next.</summary>
    public void Name(int at, int length, bool escaped) => (nameAt, nameLength, nameEscaped) = (at, length, escaped);

    /// <summary>A container begins.</summary>
    public void Begin(JsonKind kind, int at)
    {
        Add(kind, at, 1);
        Open = Count - 1;
        if (++Depth == elements.Length)
            Array.Resize(ref elements, 2 * Depth);
        elements[Depth] = 0;
    }

    /// <summary>The container that is open ends.</summary>
    public void End()
    {
        rows[Open].End = Count;
        Open = rows[Open].Parent;
        Depth--;
    }

    /// <summary>A value; of a container only its opening.</summary>
    public void Add(JsonKind kind, int at, int length, bool escaped = false)
    {
        if (Count == rows.Length)
            Array.Resize(ref rows, 2 * Count);
        bool isNamed = IsInObject;
        ref var row = ref rows[Count++];
        (row.Kind, row.Start, row.Length, row.ValueEscaped, row.Parent, row.End) = (kind, at, length, escaped, Open, Count);
        if (isNamed)
            (row.NameOrIndex, row.NameLength, row.NameEscaped) = (nameAt, nameLength, nameEscaped);
        else
            (row.NameOrIndex, row.NameLength) = (elements[Depth]++, -1);
    }
}
