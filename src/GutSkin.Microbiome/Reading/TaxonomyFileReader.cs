namespace GutSkin.Microbiome;

/// <summary>
/// QIIME 2 taxonomies (<c>Feature ID</c>, <c>Taxon</c>, more columns; the older ones without a header) and mothur
/// <c>cons.taxonomy</c> files (<c>OTU</c>, <c>Size</c>, <c>Taxonomy</c>).
/// </summary>
internal sealed class TaxonomyFileReader(TextSource source, FileFaults bag)
{
    private readonly Cells cells = new();
    private readonly Dictionary<string, int> lineOfFeature = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];
    private int columns;
    private int lineageColumn = 1;
    private int sizeColumn = -1;

    public List<Entry> Read()
    {
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace() || line.TrimStart()[0] == '#')
                continue;
            cells.Split(line, '\t');
            cells.DropBlankLast(line);
            if (columns > 0)
                ReadRow(line);
            else if (!ReadFirst(line))
                return entries;
        }

        if (!bag.HasErrors && entries.Count == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The taxonomy has no rows.");
        return entries;
    }

    private bool ReadFirst(ReadOnlySpan<char> line)
    {
        columns = cells.Count;
        var first = cells.Get(line, 0);
        if (columns < 2)
        {
            bool other = line.ContainsAny(",;");
            bag.Add(other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header Feature ID, Taxon (or OTU, Size, Taxonomy) parted by tabs is missing.");
            return false;
        }

        if (first.Equals("OTU", StringComparison.OrdinalIgnoreCase) && columns == 3)
            (sizeColumn, lineageColumn) = (1, 2);
        else if (first.Equals("Feature ID", StringComparison.OrdinalIgnoreCase) && cells.Get(line, 1).Equals("Taxon", StringComparison.OrdinalIgnoreCase))
            lineageColumn = 1;
        else if (cells.Get(line, 1).Contains("__", StringComparison.Ordinal))
            ReadRow(line);
        else
            bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header Feature ID, Taxon (or OTU, Size, Taxonomy) is missing.");
        return !bag.HasErrors;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        if (cells.Count != columns)
        {
            bool cut = source.LineEndMissing && cells.Count < columns;
            bag.Add(
                cut ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.CellCount,
                source.Line,
                1,
                cut ? "The last row breaks off." : $"The row has {cells.Count} cells; the first has {columns}.");
            return;
        }

        string feature = cells.Get(line, 0).ToString();
        if (!lineOfFeature.TryAdd(feature, source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(feature)} was in line {lineOfFeature[feature]} already.");
            return;
        }

        double? size = null;
        if (sizeColumn > 0)
        {
            if (!cells.TryAmount(line, sizeColumn, source.Line, bag, out double value))
                return;
            if (value != Math.Floor(value))
                bag.Add(MicrobiomeDiagnostics.NotWhole, source.Line, cells.Column(sizeColumn), "The size is not whole.");
            size = value;
        }

        entries.Add(new Entry(feature, cells.Get(line, lineageColumn).ToString(), size, source.Line));
    }

    /// <summary>A feature and its lineage.</summary>
    public readonly record struct Entry(string Feature, string Lineage, double? Size, int Line);
}

/// <summary>
/// A taxonomy given where a profile is due. A mothur one has sizes, pooled over all samples, and can be measured; one of QIIME 2 has
/// no abundances, so all that can be told is whether it is sound.
/// </summary>
internal sealed class TaxonomyOnlyReader(TextSource source, TableBuilder builder)
{
    public void Read()
    {
        var entries = new TaxonomyFileReader(source, builder.Bag).Read();
        if (builder.Bag.HasErrors)
            return;
        if (builder.Format == TaxonomicFormat.QiimeTaxonomy || entries.All(e => e.Size is null))
        {
            builder.Bag.Add(
                MicrobiomeDiagnostics.TaxonomyOnly,
                1,
                1,
                "This is a taxonomy; it holds no abundances.",
                "Give the feature table (otu-table, biom, mothur-shared), and this file as its taxonomy.");
            return;
        }

        builder.Profiler = "mothur";
        if (!builder.Select([null], 1))
            return;
        foreach (var entry in entries)
        {
            string path = LineageText.ToPath(entry.Lineage);
            int row = builder.AddRow(path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path), entry.Feature, entry.Line);
            if (entry.Size is > 0)
                builder.Put(0, row, entry.Size.Value);
        }

        builder.Bag.Add(MicrobiomeDiagnostics.SizesPooled, 1, 1, "The sizes are pooled over all samples.", "Give the shared file for single samples.");
    }
}
