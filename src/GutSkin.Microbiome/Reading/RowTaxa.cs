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
