namespace GutSkin.Core;

/// <summary>Where the parts of a document that was read stand in its text.</summary>
internal sealed class JsonSourceMap(
    JsonTreeNode root, string? file, Dictionary<object, int> entries, Dictionary<int, int[]> kept, BrokenParts broken) : SourceMap
{
    /// <summary>As the last step of a path: the property's name instead of its value.</summary>
    public const string NameOf = "@name";

    /// <inheritdoc/>
    public override string? File => file;

    /// <inheritdoc/>
    public override SourceLocation Locate(object? entry, ReadOnlySpan<object> path)
    {
        bool atName = path.Length > 0 && path[^1] is NameOf;
        var node = Walk(entry, atName ? path[..^1] : path, out _);
        var (line, column) = root.Tree.PositionOf(atName ? node.NameStart : node.Start);
        return new SourceLocation(line, column, root.Tree.PathOf(node.Index));
    }

    /// <inheritdoc/>
    public override bool IsBroken(object? entry, ReadOnlySpan<object> path)
    {
        if (broken.IsEmpty)
            return false;
        if (path.Length > 0 && path[^1] is NameOf)
            path = path[..^1];
        var node = Walk(entry, path, out object? missing);
        return missing is null ? broken.Touches(node) : missing != entry && broken.Misses(node, missing as string ?? "");
    }

    /// <inheritdoc/>
    public override bool Excuses(object entry, string code) =>
        entries.TryGetValue(entry, out int row)
        && new JsonTreeNode(root.Tree, row).Property("x-lint")?.Property(code) is { Kind: JsonKind.String } reason
        && !string.IsNullOrWhiteSpace(reason.Text);

    private JsonTreeNode Walk(object? entry, ReadOnlySpan<object> path, out object? missing)
    {
        var node = root;
        missing = null;
        if (entry is not null)
        {
            if (!entries.TryGetValue(entry, out int row))
            {
                missing = entry;
                return root;
            }

            node = new JsonTreeNode(root.Tree, row);
        }

        foreach (object step in path)
        {
            var next = step switch
            {
                string name => node.Property(name),
                int index => node.Element(kept.TryGetValue(node.Index, out int[]? all) && index >= 0 && index < all.Length ? all[index] : index),
                _ => null,
            };
            if (next is not { } found)
            {
                missing = step;
                break;
            }

            node = found;
        }

        return node;
    }
}
