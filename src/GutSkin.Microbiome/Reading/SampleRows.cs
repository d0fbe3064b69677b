namespace GutSkin.Microbiome;

/// <summary>
/// Gathers tables whose rows are samples: only the row asked for is kept, and which that is shows by its name as it comes.
/// </summary>
internal sealed class SampleRows(TableBuilder builder)
{
    private readonly List<(string Name, Kept? Row)> samples = [];

    /// <summary>How many rows there were.</summary>
    public int Count => samples.Count;

    /// <summary>Begins a sample.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="longName">Another name it may be asked for by, where names alone are not unique; null = none.</param>
    public void Begin(string name, string? longName = null)
    {
        string? wanted = builder.Single ? builder.Options.Sample : null;
        bool keep = !builder.Single || wanted == name || (longName is not null && wanted == longName) || (wanted is null && samples.Count == 0);
        samples.Add((name, keep ? new Kept() : null));
    }

    /// <summary>Puts an amount of a feature into the sample; <paramref name="feature"/> below 0 is not classified.</summary>
    public void Put(int feature, double value)
    {
        builder.HasDecimals |= value != Math.Floor(value);
        if (value > 0 && samples[^1].Row is { } row)
            row.Cells.Add((feature, value));
    }

    /// <summary>Names the samples and hands over what was kept.</summary>
    /// <param name="nameOf">The final name of a sample by its place; null = as begun.</param>
    /// <param name="line">The line to report faults of names at.</param>
    public void Finish(Func<int, string>? nameOf, int line)
    {
        string[] names = [.. samples.Select((s, i) => nameOf?.Invoke(i) ?? s.Name)];
        if (!builder.Select(names, line))
            return;
        for (int i = 0; i < samples.Count; i++)
        {
            foreach (var (feature, value) in samples[i].Row?.Cells ?? [])
            {
                if (feature < 0)
                    builder.PutUnclassified(i, value);
                else if (!builder.Put(i, feature, value))
                    builder.Bag.Add(MicrobiomeDiagnostics.DuplicateCell, line, 1, "An amount of a feature in a sample is there twice.");
            }
        }
    }

    private sealed class Kept
    {
        public List<(int Feature, double Value)> Cells { get; } = [];
    }
}

/// <summary>Tables on their side: samples are rows, taxa or features are columns (QIIME 2 barplots, DADA2 sequence tables, MaAsLin inputs).</summary>
internal sealed class SampleRowsReader(TextSource source, TableBuilder builder, TableLayout layout)
{
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new() { HasDecimalCommas = layout.HasDecimalCommas };
    private readonly RowTaxa taxa = new(builder);
    private readonly SampleRows samples = new(builder);

    public void Read()
    {
        int width = layout.Titles.Length;
        var rowOf = new int[width];
        bag.Add(MicrobiomeDiagnostics.SamplesInRows, layout.HeaderLine, 1, "The samples are rows and the taxa columns in this table.", "It was read that way round.");
        taxa.ReportIgnored(layout);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < width && !bag.IsFull; i++)
        {
            if (layout.Roles[i] != ColumnRole.Amounts)
                continue;
            if (!seen.Add(layout.Titles[i]))
                bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, layout.HeaderLine, 1, $"The column {FileFaults.Quote(layout.Titles[i])} is there twice.");
            rowOf[i] = taxa.Add(layout.Titles[i], null, layout.Labels, layout.LabelRank, 0, layout.HeaderLine);
        }

        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (source.Line <= layout.HeaderLine || line.IsWhiteSpace() || line.TrimStart()[0] == '#')
                continue;
            cells.Split(line, layout.Delimiter);
            if (cells.Expect(line, width, source, bag, $"the header has {width}"))
                ReadSample(line, rowOf);
        }

        if (bag.HasErrors)
            return;
        if (samples.Count == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The table has a header and no rows.");
        else
            samples.Finish(null, layout.HeaderLine);
        if (!bag.HasErrors)
            taxa.Finish();
    }

    private void ReadSample(ReadOnlySpan<char> line, int[] rowOf)
    {
        samples.Begin(cells.Get(line, 0).ToString());
        for (int i = 1; i < rowOf.Length; i++)
        {
            if (layout.Roles[i] != ColumnRole.Amounts)
                continue;
            if (!cells.TryAmount(line, i, source.Line, bag, out double value))
                return;
            samples.Put(rowOf[i], value);
        }
    }
}
