namespace GutSkin.Microbiome;

/// <summary>
/// Tables of features by sample: classic OTU tables, QIIME 2 and BIOM tables exported to TSV (http://biom-format.org, "classic"
/// format), with or without a taxonomy column, and tables of species.
/// </summary>
internal sealed class FeatureTableReader(TextSource source, TableBuilder builder)
{
    private static readonly string[] TaxonomyTitles = ["taxonomy", "taxon", "consensus lineage", "consensuslineage", "lineage"];
    private readonly FileFaults bag = builder.Bag;
    private readonly Cells cells = new();
    private readonly Dictionary<string, int> lineOfFeature = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> paths = new(StringComparer.Ordinal);
    private char delimiter = '\t';
    private int columns;
    private int taxonomyColumn = -1;
    private int missing;
    private int missingLine;

    public void Read()
    {
        builder.Profiler = null;
        if (!ReadHeader())
            return;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace() && line.TrimStart()[0] != '#')
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (builder.Rows == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The table has a header and no rows.");
        if (missing > 0)
            bag.Add(MicrobiomeDiagnostics.FeatureWithoutTaxonomy, missingLine, 1, $"{missing} features are not in the taxonomy.");
    }

    // The last comment line with cells, or the first line that is none.
    private bool ReadHeader()
    {
        string? header = null;
        int headerLine = 0;
        while (source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            bool comment = line.TrimStart()[0] == '#';
            if (comment && IsTitle(line.TrimStart("# ")))
                return UseHeader(line.TrimStart("# ").ToString(), source.Line);
            if (comment)
            {
                (header, headerLine) = (line.TrimStart("# ").ToString(), source.Line);
                continue;
            }

            return UseHeader(line.ToString(), source.Line);
        }

        bag.Add(MicrobiomeDiagnostics.BadHeader, Math.Max(1, headerLine), 1, header is null ? "The header is missing." : "The header with the samples is missing.");
        return false;
    }

    private static bool IsTitle(ReadOnlySpan<char> text) =>
        text.StartsWith("OTU", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Feature", StringComparison.OrdinalIgnoreCase) || text.StartsWith("NAME", StringComparison.OrdinalIgnoreCase);

    private bool UseHeader(string text, int line)
    {
        if (builder.Format == TaxonomicFormat.SpeciesTable)
        {
            builder.RowRank = TaxonRank.Species;
            delimiter = text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        }

        cells.Split(text, delimiter);
        cells.DropBlankLast(text);
        columns = cells.Count;
        if (columns < 2)
        {
            bool other = text.AsSpan().ContainsAny(",;") || text.Contains("  ", StringComparison.Ordinal);
            bag.Add(other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.BadHeader, line, 1, other ? "The header has no tab." : "The header names no samples.", other ? "Save the table with tabs between the cells." : null);
            return false;
        }

        string last = cells.Get(text, columns - 1).ToString();
        if (TaxonomyTitles.Contains(last, StringComparer.OrdinalIgnoreCase))
            taxonomyColumn = columns - 1;
        var names = new List<string?>();
        for (int i = 1; i < columns; i++)
        {
            if (i != taxonomyColumn)
                names.Add(cells.Get(text, i).ToString());
        }

        if (names.Count == 0)
        {
            bag.Add(MicrobiomeDiagnostics.BadHeader, line, 1, "The header names no samples.");
            return false;
        }

        return builder.Select(names, line) && !bag.HasErrors;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, delimiter);
        if (cells.Count == columns + 1)
            cells.DropBlankLast(line);
        if (cells.Count != columns)
        {
            bool cut = source.LineEndMissing && cells.Count < columns;
            bool other = cells.Count == 1 && line.ContainsAny(",;");
            bag.Add(
                cut ? MicrobiomeDiagnostics.Truncated : other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.CellCount,
                source.Line,
                1,
                cut ? "The last row breaks off." : $"The row has {cells.Count} cells; the header has {columns}.");
            return;
        }

        string feature = cells.Get(line, 0).ToString();
        if (!lineOfFeature.TryAdd(feature, source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(feature)} was in line {lineOfFeature[feature]} already.");
            return;
        }

        int row = builder.AddRow(TaxonOf(feature, taxonomyColumn < 0 ? default : cells.Get(line, taxonomyColumn)), feature, source.Line);
        for (int i = 1, sample = 0; i < columns; i++)
        {
            if (i == taxonomyColumn)
                continue;
            if (builder.Keeps(sample))
            {
                if (!cells.TryAmount(line, i, source.Line, bag, out double value))
                    return;
                if (value > 0)
                    builder.Put(sample, row, value);
            }

            sample++;
        }
    }

    private int TaxonOf(string feature, ReadOnlySpan<char> lineage)
    {
        if (builder.Format == TaxonomicFormat.SpeciesTable)
            return SpeciesName.Add(builder, feature.StartsWith("s__", StringComparison.Ordinal) ? feature.AsSpan(3) : feature, TaxonRank.Species, 0);
        string? text = lineage.IsEmpty ? null : lineage.ToString();
        if (taxonomyColumn < 0 && builder.Options.Taxonomy is { } taxonomy && (text = taxonomy.LineageOf(feature)) is null && missing++ == 0)
            missingLine = source.Line;
        if (taxonomyColumn < 0 && text is null && feature.Contains("__", StringComparison.Ordinal))
            text = feature;
        if (text is null)
            return -1;
        if (!paths.TryGetValue(text, out int taxon))
        {
            string path = LineageText.ToPath(text);
            paths[text] = taxon = path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path);
        }

        return taxon;
    }
}
