namespace GutSkin.Core;

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
