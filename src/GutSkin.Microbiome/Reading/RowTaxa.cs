namespace GutSkin.Microbiome;

/// <summary>
/// Gives the rows of a table their taxa, from what the table, its labels or a taxonomy file says, and finds out in the end whether rows
/// named by lineages hold one another (a row for every rank) or are beside one another.
/// </summary>
internal sealed class RowTaxa(TableBuilder builder)
{
    private const int Apart = -2;
    private readonly FileFaults bag = builder.Bag;
    private readonly Dictionary<string, Placed> known = new(StringComparer.Ordinal);
    private readonly Dictionary<int, double> rankRows = [];
    private readonly List<int> pieces = [];
    private readonly List<int> lines = [];
    private bool bars = true;
    private bool nested;
    private int missing;
    private int missingLine;
    private int unclassifiedRows;

    /// <summary>Adds a row; rows that say "unclassified" and are no feature are kept apart.</summary>
    /// <param name="label">What the file calls the row.</param>
    /// <param name="lineage">Its lineage, where the file has it in a column; null = none.</param>
    /// <param name="kind">What the labels of the table are.</param>
    /// <param name="rank">The rank of the labels, where their title says it.</param>
    /// <param name="id">Its taxonomy id; 0 = none.</param>
    /// <param name="line">Its line.</param>
    public int Add(string label, string? lineage, LabelKind kind = LabelKind.Features, TaxonRank rank = TaxonRank.None, long id = 0, int line = 1)
    {
        bool fromLabel = false;
        lineage ??= builder.Options.Taxonomy?.LineageOf(label);
        if (lineage is null && kind == LabelKind.LoneNames)
            return AddLone(label, rank, id, line);
        if (lineage is null && builder.Options.Taxonomy is not null && kind == LabelKind.Features)
            return AddMissing(label, line);
        if (lineage is null && (kind == LabelKind.Lineages || RankText.HasPrefix(label)))
            (lineage, fromLabel) = (label, true);
        if (lineage is null)
            return AddRow(-1, label, line);
        var placed = Place(lineage);
        if (placed is { Taxon: < 0, Understood: true } && builder.Format == TaxonomicFormat.Motus)
        {
            unclassifiedRows++;
            return Apart;
        }

        int row = AddRow(placed.Taxon, label, line, fromLabel ? placed.Pieces : 0);
        nested |= fromLabel;
        bars &= !fromLabel || placed.Separator == '|' || placed.Pieces == 1;
        if (!placed.Understood)
            builder.MarkUnclear(row, lineage);
        return row;
    }

    /// <summary>Puts an amount into a row.</summary>
    public void Put(int sample, int row, double value)
    {
        if (row == Apart)
            builder.PutUnclassified(sample, value);
        else if (value > 0)
            builder.Put(sample, row, value);
    }

    // The taxon of a lineage, or of a name in its place; -1 for none.
    private Placed Place(string lineage)
    {
        if (known.TryGetValue(lineage, out var placed))
            return placed;
        var read = LineageText.Read(lineage);
        int taxon = read.Path.Length == 0 ? -1 : builder.Tree.GetOrAdd(read.Path);
        bool understood = read.Understood;
        if (!understood && read.Pieces == 1)
        {
            taxon = TaxonTreeBuilder.AddLone(builder, lineage, TaxonRank.None, 0, out var kind);
            understood = kind != LoneNameKind.Unclear;
        }

        return known[lineage] = new Placed(taxon, understood, read.Pieces, read.Separator);
    }

    /// <summary>Says which columns were not read.</summary>
    public void ReportIgnored(TableLayout layout)
    {
        string[] ignored = [.. layout.Titles.Where((t, i) => layout.Roles[i] == ColumnRole.Other && t.Length > 0 && !TableText.IsOtherTitle(t)).Take(10).Select(t => FileFaults.Quote(t))];
        if (ignored.Length > 0)
            bag.Add(MicrobiomeDiagnostics.ColumnsIgnored, layout.HeaderLine, 1, $"Columns that are neither samples nor taxonomy were not read: {string.Join(", ", ignored)}.");
    }

    /// <summary>What can be said only when all rows are known.</summary>
    public void Finish()
    {
        if (missing > 0 && missing == builder.Rows)
            bag.Add(MicrobiomeDiagnostics.FeatureWithoutTaxonomy, missingLine, 1, "No feature of the table is in the taxonomy.", "Does it belong to this table?");
        else if (missing > 0)
            bag.Add(MicrobiomeDiagnostics.FeatureWithoutTaxonomy, missingLine, 1, $"{missing} {(missing == 1 ? "feature is" : "features are")} not in the taxonomy.");
        if (unclassifiedRows > 0)
            builder.UnclassifiedIsApart = true;
        if (rankRows.Count > 0)
            FinishLone();
        else if (nested && !bag.HasErrors)
            NestedRows.Decide(builder, pieces, bars, lines);
    }

    private int AddLone(string label, TaxonRank rank, long id, int line)
    {
        int taxon = TaxonTreeBuilder.AddLone(builder, label, rank, id, out var kind);
        if (kind == LoneNameKind.Placeholder)
        {
            unclassifiedRows++;
            return Apart;
        }

        int row = AddRow(taxon, label, line);
        if (kind == LoneNameKind.Unclear)
            builder.MarkUnclear(row, label);
        int at = (int)builder.Tree.RankOf(taxon);
        rankRows[at] = rankRows.GetValueOrDefault(at) + 1;
        return row;
    }

    private int AddMissing(string label, int line)
    {
        if (missing++ == 0)
            missingLine = line;
        int row = AddRow(-1, label, line);
        builder.MarkUnclear(row, label);
        return row;
    }

    // Pieces are counted only of labels that are lineages.
    private int AddRow(int taxon, string label, int line, int count = 0)
    {
        pieces.Add(count);
        lines.Add(line);
        return builder.AddRow(taxon, label, line);
    }

    // The rank most names have; names of several ranks that each add up to the same would count everything twice.
    private void FinishLone()
    {
        int most = rankRows.MaxBy(r => r.Value).Key;
        builder.RowRank = most == (int)TaxonRank.None ? TaxonRank.Species : (TaxonRank)most;
        if (rankRows.Count < 2)
            return;
        foreach (var (_, sample) in builder.Kept)
        {
            var sums = new double[(int)TaxonRank.Strain + 1];
            for (int i = 0; i < sample.Count; i++)
                sums[(int)builder.Tree.RankOf(builder.TaxonOf(sample.Rows[i]))] += sample.Values[i];
            double largest = sums.Max();
            if (largest == 0 || sums.Count(s => s > 0.98 * largest) < 2)
                continue;
            bag.Add(MicrobiomeDiagnostics.MixedRanks, 1, 1, "The names are of several ranks that each add up to the whole, and nothing says which lies in which.", "Give the table with lineages, or the rows of one rank.");
            return;
        }
    }

    private readonly record struct Placed(int Taxon, bool Understood, int Pieces, char Separator);
}

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
