namespace GutSkin.Core;

/// <summary>Finds properties that stand twice in one object; names are compared without their escapes.</summary>
internal static class RepeatedNames
{
    // Up to here comparing each with each is cheaper than a set.
    private const int Few = 16;

    /// <summary>Reports each at its second name.</summary>
    public static void Report(JsonReading reading)
    {
        var tree = reading.Tree;
        Span<int> few = stackalloc int[Few];
        for (int row = 0; row < tree.Count && !reading.IsFull; row++)
        {
            if (tree.Row(row).Kind != JsonKind.Object)
                continue;
            int count = 0;
            foreach (var child in new JsonTreeNode(tree, row).Children)
            {
                if (count == Few)
                {
                    count++;
                    break;
                }

                few[count++] = child.Index;
            }

            if (count > Few)
                ReportMany(reading, new JsonTreeNode(tree, row));
            else
                ReportFew(reading, few[..count]);
        }
    }

    private static void ReportFew(JsonReading reading, ReadOnlySpan<int> children)
    {
        for (int i = 1; i < children.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (SameName(reading.Tree, children[i], children[j]))
                {
                    ReportOne(reading, new JsonTreeNode(reading.Tree, children[i]));
                    break;
                }
            }
        }
    }

    private static void ReportMany(JsonReading reading, JsonTreeNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (reading.IsFull)
                return;
            if (!seen.Add(child.Name))
                ReportOne(reading, child);
        }
    }

    private static void ReportOne(JsonReading reading, JsonTreeNode node) =>
        reading.ReportName(DiagnosticCodes.RepeatedProperty, node, $"The property {Quoting.Quote(node.Name)} stands here a second time.");

    private static bool SameName(JsonTree tree, int a, int b)
    {
        var one = tree.RawNameOf(a, out bool oneEscaped);
        var other = tree.RawNameOf(b, out bool otherEscaped);
        return oneEscaped || otherEscaped ? tree.NameOf(a) == tree.NameOf(b) : one.SequenceEqual(other);
    }
}
