namespace GutSkin.Microbiome;

/// <summary>
/// Tables of features by sample: classic OTU tables, QIIME 2 and BIOM tables exported to TSV (http://biom-format.org, "classic" format),
/// tables out of R, pandas and spreadsheets, tables of lineages, and tables of names without lineages (species of MetaPhlAn, mOTUs). The
/// taxonomy is in a column of lineages, in columns of ranks, in the labels, or in a file of its own.
/// </summary>
internal sealed class FeatureTableReader(TextSource source, TableBuilder builder, TableLayout layout)
{
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new() { HasDecimalCommas = layout.HasDecimalCommas };
    private readonly Dictionary<string, int> lineOfFeature = new(StringComparer.Ordinal);
    private readonly RowTaxa taxa = new(builder);
    private readonly List<(char Letter, string Name)> ranks = [];
    private readonly int[] sampleOf = new int[layout.Titles.Length];
    private int width;

    public void Read()
    {
        width = layout.Titles.Length;
        if (!SelectSamples())
            return;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (source.Line > layout.HeaderLine && !line.IsWhiteSpace() && line.TrimStart()[0] != '#')
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (builder.Rows == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The table has a header and no rows.");
        taxa.Finish();
    }

    private bool SelectSamples()
    {
        if (layout.Titles.Contains("Sample", StringComparer.OrdinalIgnoreCase) && layout.Titles.Contains("Abundance", StringComparer.OrdinalIgnoreCase))
        {
            bag.Add(MicrobiomeDiagnostics.BadHeader, layout.HeaderLine, 1, "The table is in long form: a row for each feature of each sample.", "Give one with a column for each sample: of phyloseq otu_table(x) with tax_table(x), in R tidyr::pivot_wider.");
            return false;
        }

        var names = new List<string?>();
        for (int i = 0; i < width; i++)
        {
            sampleOf[i] = -1;
            if (layout.Roles[i] != ColumnRole.Amounts)
                continue;
            sampleOf[i] = names.Count;
            names.Add(layout.Titles[i]);
        }

        if (builder.Single && builder.Options.Sample is { } wanted && !names.Contains(wanted) && layout.Titles.Contains(wanted))
        {
            bag.Add(MicrobiomeDiagnostics.SampleUnknown, layout.HeaderLine, 1, $"The column {FileFaults.Quote(wanted)} is no sample: its cells are no amounts.");
            return false;
        }

        if (names.Count == 0)
        {
            bag.Add(MicrobiomeDiagnostics.BadHeader, layout.HeaderLine, 1, "The header names no samples.");
            return false;
        }

        if (layout.HeaderIsShort)
            bag.Add(MicrobiomeDiagnostics.ShortHeader, layout.HeaderLine, 1, "The header has one cell fewer than the rows, as R's write.table leaves out the corner.", "It was read with the names moved by one.");
        taxa.ReportIgnored(layout);
        return builder.Select(names, layout.HeaderLine) && !bag.HasErrors;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, layout.Delimiter);
        if (!cells.Expect(line, width, source, bag, $"the header has {width}"))
            return;
        string label = layout.LabelColumn < 0 ? $"row {source.Line}" : cells.Get(line, layout.LabelColumn).ToString();
        if (layout.LabelColumn >= 0 && TableText.IsTotal(label))
        {
            bag.Add(MicrobiomeDiagnostics.ColumnsIgnored, source.Line, 1, $"The row {FileFaults.Quote(label)} is the sum of the others, and was not read.");
            return;
        }

        long id = IdOf(line);
        if (!lineOfFeature.TryAdd(id == 0 ? label : $"{label}\0{id}", source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(label)} was in line {lineOfFeature[id == 0 ? label : $"{label}\0{id}"]} already.");
            return;
        }

        int row = taxa.Add(label, LineageOf(line), layout.Labels, layout.LabelRank, id, source.Line);
        for (int i = 0; i < width; i++)
        {
            int sample = sampleOf[i];
            if (sample < 0)
                continue;
            if (!builder.Keeps(sample))
            {
                // The unit is that of the whole table, whichever sample is asked for.
                var other = cells.Get(line, i);
                if (!builder.HasDecimals && layout.HasDecimalCommas)
                    builder.HasDecimals = other.Contains(',');
                else if (!builder.HasDecimals && other.ContainsAny(".eE"))
                    builder.HasDecimals = DelimitedLine.TryNumber(other, out double number) && number != Math.Floor(number);
                continue;
            }

            if (!cells.TryAmount(line, i, source.Line, bag, out double value))
                return;
            builder.HasDecimals |= value != Math.Floor(value);
            taxa.Put(sample, row, value);
        }
    }

    private long IdOf(ReadOnlySpan<char> line)
    {
        int column = Array.IndexOf(layout.Roles, ColumnRole.Id);
        return column >= 0 && DelimitedLine.TryId(cells.Get(line, column), out long id) ? id : 0;
    }

    private string? LineageOf(ReadOnlySpan<char> line)
    {
        string? lineage = null;
        ranks.Clear();
        for (int i = 0; i < width; i++)
        {
            if (layout.Roles[i] == ColumnRole.Lineage)
                lineage ??= cells.Get(line, i).ToString();
            else if (layout.Roles[i] == ColumnRole.Rank)
                ranks.Add((layout.RankLetters[i], cells.Get(line, i).ToString()));
        }

        return lineage ?? (ranks.Count > 0 ? LineageText.Join(ranks) : null);
    }
}
