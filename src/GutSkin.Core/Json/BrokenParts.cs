namespace GutSkin.Core;

/// <summary>Which parts of a tree the reader found fault with, so that no check of the finished data reports the same fault again.</summary>
internal sealed class BrokenParts
{
    private readonly SortedSet<int> values = [];
    private readonly SortedSet<int> holders = [];
    private readonly HashSet<(int Holder, string Name)> absent = [];

    /// <summary>Whether nothing is faulty.</summary>
    public bool IsEmpty => values.Count == 0 && holders.Count == 0;

    /// <summary>A value is faulty, with all that is in it.</summary>
    public void Add(JsonTreeNode value) => values.Add(value.Index);

    /// <summary>A property is faulty, or missing, or meant by another name.</summary>
    public void Add(JsonTreeNode holder, string property)
    {
        if (holder.Property(property) is { } value)
        {
            Add(value);
            return;
        }

        absent.Add((holder.Index, property));
        holders.Add(holder.Index);
    }

    /// <summary>Whether there is a fault at, above or below a value.</summary>
    public bool Touches(JsonTreeNode value) => HasAbove(value) || HasWithin(values, value) || HasWithin(holders, value);

    /// <summary>Whether a property that is not there is so through a fault already reported.</summary>
    public bool Misses(JsonTreeNode holder, string property) => absent.Contains((holder.Index, property)) || HasAbove(holder);

    private static bool HasWithin(SortedSet<int> set, JsonTreeNode value) =>
        set.Count > 0 && set.GetViewBetween(value.Index, value.End - 1).Count > 0;

    private bool HasAbove(JsonTreeNode value)
    {
        for (int row = value.Index; row >= 0; row = value.Tree.Row(row).Parent)
        {
            if (values.Contains(row))
                return true;
        }

        return false;
    }
}
