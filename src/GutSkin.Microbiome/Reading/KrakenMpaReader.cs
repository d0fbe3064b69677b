namespace GutSkin.Microbiome;

/// <summary>Kraken reports in MetaPhlAn style: a lineage and its reads (or a column a sample), a row for every main rank.</summary>
internal sealed class KrakenMpaReader(TextSource source, TableBuilder builder)
{
    private readonly FileFaults bag = builder.Bag;
    private readonly Cells cells = new();
    private readonly List<int> lineOfRow = [];
    private readonly HashSet<int> taxa = [];
    private int columns;

    public void Read()
    {
        (builder.RowsAreClades, builder.Unit, builder.Profiler) = (true, AbundanceUnit.Reads, "Kraken 2");
        string? header = null;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            if (line[0] == '#')
                header ??= line[1..].ToString();
            else if (!ReadRow(line, header))
                return;
        }

        if (bag.HasErrors)
            return;
        if (builder.Rows == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The report has no rows.");
        else
            CladeSumCheck.Counts(builder, lineOfRow);
    }

    private bool ReadRow(ReadOnlySpan<char> line, string? header)
    {
        cells.Split(line, '\t');
        if (columns == 0 && !Start(line, header))
            return false;
        if (cells.Count != columns)
        {
            bool cut = source.LineEndMissing && cells.Count < columns;
            bag.Add(
                cut ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.CellCount,
                source.Line,
                1,
                cut ? "The last row breaks off." : $"The row has {cells.Count} cells; the first had {columns}.");
            return true;
        }

        string path = LineageText.ToPath(cells.Get(line, 0), keepAll: true);
        if (path.Length == 0)
        {
            bag.Add(MicrobiomeDiagnostics.BadLineage, source.Line, 1, $"{FileFaults.Quote(cells.Get(line, 0))} is no lineage.");
            return true;
        }

        int taxon = builder.Tree.GetOrAdd(path);
        if (!taxa.Add(taxon))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(builder.Tree.NameOf(taxon))} is there twice.");
            return true;
        }

        int row = builder.AddRow(taxon, null, source.Line);
        lineOfRow.Add(source.Line);
        for (int i = 1; i < columns; i++)
        {
            if (!cells.TryAmount(line, i, source.Line, bag, out double reads))
                return true;
            if (reads != Math.Floor(reads))
                bag.Add(MicrobiomeDiagnostics.NotWhole, source.Line, cells.Column(i), "The number of reads is not whole.");
            else if (reads > 0)
                builder.Put(i - 1, row, reads);
        }

        return true;
    }

    private bool Start(ReadOnlySpan<char> line, string? header)
    {
        columns = cells.Count;
        if (columns < 2)
        {
            bag.Add(MicrobiomeDiagnostics.WrongDelimiter, source.Line, 1, "The row has no tab.", "Cells are parted by tabs.");
            return false;
        }

        string?[] names = new string?[columns - 1];
        var titles = header?.Split('\t') ?? [];
        for (int i = 0; i < names.Length; i++)
            names[i] = i + 1 < titles.Length ? titles[i + 1].Trim() : names.Length == 1 ? null : $"{i + 1}";
        return builder.Select(names, source.Line) && !bag.HasErrors;
    }
}
