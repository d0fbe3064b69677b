using GutSkin.Core.Diagnostics;
using System.Globalization;
using System.Text;

namespace GutSkin.Core.Json;

/// <summary>Where the parts of a document that was read stand in its text.</summary>
internal sealed class JsonSourceMap(
    JsonTreeNode root, string? file, Dictionary<object, int> entries, Dictionary<int, int[]> kept, BrokenParts broken) : SourceMap
{
    /// <summary>As the last step of a path: the property's name instead of its value.</summary>
    public const string NameOf = "@name";

    /// <summary>The property that holds reasons for warnings that are right on purpose.</summary>
    private const string Suppressing = "x-lint";

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
    public override IEnumerable<SuppressionNote> Suppressions()
    {
        var found = SuppressionsOf(root);
        if (root.Kind != JsonKind.Object)
            return found;
        foreach (var section in root.Children)
        {
            if (section.Kind != JsonKind.Array)
                continue;
            foreach (var entry in section.Children)
                found.AddRange(SuppressionsOf(entry));
        }

        return found;
    }

    /// <inheritdoc/>
    public override string? ReasonFor(object? entry, string code) =>
        (entry is not null && entries.TryGetValue(entry, out int row) ? ReasonAt(new JsonTreeNode(root.Tree, row), code) : null) ?? ReasonAt(root, code);

    private static string? ReasonAt(JsonTreeNode holder, string code) =>
        holder.Property(Suppressing)?.Property(code) is { Kind: JsonKind.String } reason && !string.IsNullOrWhiteSpace(reason.Text) ? reason.Text : null;

    private List<SuppressionNote> SuppressionsOf(JsonTreeNode holder)
    {
        var found = new List<SuppressionNote>();
        if (holder.Property(Suppressing) is not { } notes)
            return found;
        string scope = root.Tree.PathOf(holder.Index);
        if (notes.Kind != JsonKind.Object)
        {
            found.Add(new SuppressionNote(null, null, scope, PlaceOf(notes)));
            return found;
        }

        foreach (var note in notes.Children)
        {
            string? reason = note.Kind == JsonKind.String && !string.IsNullOrWhiteSpace(note.Text) ? note.Text : null;
            found.Add(new SuppressionNote(note.Name, reason, scope, PlaceOf(note)));
        }

        return found;
    }

    private SourceLocation PlaceOf(JsonTreeNode node)
    {
        var (line, column) = root.Tree.PositionOf(node.NameStart);
        return new SourceLocation(line, column, root.Tree.PathOf(node.Index));
    }

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
                // A list of one may be written as that one.
                0 when node.Kind == JsonKind.Object => node,
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

/// <summary>Writes JSON paths for what was not read from text.</summary>
internal static class PathText
{
    /// <summary>Appends property names (string) and positions (int) to a path.</summary>
    public static string Append(string root, ReadOnlySpan<object> path)
    {
        var text = new StringBuilder(root);
        foreach (object step in path)
        {
            if (step is int index)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (step is not JsonSourceMap.NameOf)
                AppendName(text, (string)step);
        }

        return text.ToString();
    }

    private static void AppendName(StringBuilder text, string name)
    {
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            text.Append('.').Append(name);
        else
            text.Append("['").Append(name).Append("']");
    }
}
