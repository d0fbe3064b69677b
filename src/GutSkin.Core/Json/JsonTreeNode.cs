namespace GutSkin.Core;

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
        if (Kind == JsonKind.Array)
        {
            foreach (var child in Children)
            {
                if (index-- == 0)
                    return child;
            }
        }

        return null;
    }
}
