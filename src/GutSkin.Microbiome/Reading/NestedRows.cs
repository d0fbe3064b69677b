namespace GutSkin.Microbiome;

/// <summary>Whether rows named by lineages hold one another (a row for every rank) or are beside one another.</summary>
internal static class NestedRows
{
    /// <summary>Decides it from the numbers, and tells the builder.</summary>
    /// <param name="builder">The rows, each with its taxon.</param>
    /// <param name="pieces">How many pieces each label has, empty ones too: collapsed tables have the same everywhere.</param>
    /// <param name="bars">Whether the labels are written as profilers write rows for every rank, with <c>|</c>.</param>
    /// <param name="lines">The line of each row.</param>
    public static void Decide(TableBuilder builder, List<int> pieces, bool bars, List<int> lines)
    {
        int[]? holders = FindHolders(builder, pieces);
        if (holders is null)
            return;
        bool exact = true, fits = true;
        int wrongRow = -1, samples = 0;
        double top = 0, all = 0;
        var held = new double[holders.Length];
        var amounts = new double[holders.Length];
        var children = new int[holders.Length];
        foreach (int holder in holders)
        {
            if (holder >= 0)
                children[holder]++;
        }

        foreach (var (_, sample) in builder.Kept)
        {
            Array.Clear(held);
            Array.Clear(amounts);
            samples += sample.Count > 0 ? 1 : 0;
            for (int i = 0; i < sample.Count; i++)
            {
                int row = sample.Rows[i];
                amounts[row] = sample.Values[i];
                all += sample.Values[i];
                if (holders[row] >= 0)
                    held[holders[row]] += sample.Values[i];
                else
                    top += sample.Values[i];
            }

            for (int row = 0; row < holders.Length; row++)
            {
                double tolerance = children[row] == 0 ? double.PositiveInfinity : sample.Whole ? children[row] : 0.0002 * sample.Sum;
                if (held[row] > amounts[row] + tolerance && fits)
                    (fits, wrongRow) = (false, row);
                exact &= held[row] >= amounts[row] - tolerance;
            }
        }

        (top, all) = (top / Math.Max(1, samples), all / Math.Max(1, samples));
        bool wholeAtTop = IsWhole(top) && !IsWhole(all);
        if (fits && (bars || exact || wholeAtTop))
            (builder.RowsAreClades, builder.UnclassifiedIsApart) = (true, true);
        else if (!fits && bars && !IsWhole(all))
            builder.Bag.Add(MicrobiomeDiagnostics.SumMismatch, lines[wrongRow], 1, "The table has rows for every rank, and some have less than the rows below them together.", "Rows are missing, or numbers were changed: give the profiler's own output, whole.");
    }

    private static bool IsWhole(double sum) => Math.Abs(sum - 1) < 0.02 || Math.Abs(sum - 100) < 2;

    // The nearest wider row of each row; null where no row lies in another.
    private static int[]? FindHolders(TableBuilder builder, List<int> pieces)
    {
        var rowOf = new Dictionary<int, int>();
        for (int row = 0; row < builder.Rows; row++)
        {
            // Two rows of one taxon are what is left of different labels: they are beside one another.
            if (builder.TaxonOf(row) is >= 0 and var taxon && !rowOf.TryAdd(taxon, row))
                return null;
        }

        var holders = new int[builder.Rows];
        bool any = false;
        for (int row = 0; row < holders.Length; row++)
        {
            holders[row] = -1;
            int taxon = builder.TaxonOf(row);
            for (int parent = taxon < 0 ? -1 : builder.Tree.ParentOf(taxon); parent >= 0; parent = builder.Tree.ParentOf(parent))
            {
                if (!rowOf.TryGetValue(parent, out int holder))
                    continue;
                holders[row] = pieces[holder] < pieces[row] ? holder : -1;
                any |= holders[row] >= 0;
                break;
            }
        }

        return any ? holders : null;
    }
}
