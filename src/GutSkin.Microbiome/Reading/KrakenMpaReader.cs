namespace GutSkin.Microbiome;

/// <summary>
/// Kraken reports in MetaPhlAn style (<c>--use-mpa-style</c>, KrakenTools): a lineage and its reads (or a column a sample), a row for every
/// rank. Rows of ranks between (<c>x__</c>) are passed over: what they hold has rows of its own.
/// </summary>
internal sealed class KrakenMpaReader(TextSource source, TableBuilder builder)
{
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly List<int> lineOfRow = [];
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private int columns;

    public void Read()
    {
        (builder.RowsAreClades, builder.UnclassifiedIsApart, builder.Unit, builder.Profiler) = (true, true, AbundanceUnit.Reads, "Kraken 2");
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
        if (!cells.Expect(line, columns, source, bag, $"the first has {columns}"))
            return true;
        var lineage = LineageText.Read(cells.Get(line, 0), keepAll: true);
        if (!lineage.LastHasPlace)
            return CheckWhole(line);
        if (lineage.Path.Length == 0)
        {
            bag.Add(MicrobiomeDiagnostics.BadLineage, source.Line, 1, $"{FileFaults.Quote(cells.Get(line, 0))} is no lineage.");
            return true;
        }

        int taxon = builder.Tree.GetOrAdd(lineage.Path);
        if (!labels.Add(cells.Get(line, 0).ToString()))
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
                return CheckWhole(line);
            if (reads > 0)
                builder.Put(i - 1, row, reads);
        }

        return true;
    }

    // Numbers with decimals are percentages, all of them: one message says it.
    private bool CheckWhole(ReadOnlySpan<char> line)
    {
        for (int i = 1; i < columns; i++)
        {
            if (!DelimitedLine.TryNumber(cells.Get(line, i), out double value) || value == Math.Floor(value))
                continue;
            bag.Add(
                MicrobiomeDiagnostics.PercentForReads,
                source.Line,
                cells.Column(i),
                "These are percentages; of a Kraken report in this form the numbers of reads are needed.",
                "Run kreport2mpa.py without --percentages, or give the Kraken report itself. If MetaPhlAn made the file, keep its first lines.");
            return false;
        }

        return true;
    }

    private bool Start(ReadOnlySpan<char> line, string? header)
    {
        columns = cells.Count;
        if (columns < 2)
        {
            bag.Add(MicrobiomeDiagnostics.WrongDelimiter, source.Line, 1, "The row has no tab.", "Save the table with tabs between the cells.");
            return false;
        }

        string?[] names = new string?[columns - 1];
        var titles = header?.Split('\t') ?? [];
        for (int i = 0; i < names.Length; i++)
            names[i] = i + 1 < titles.Length ? titles[i + 1].Trim() : names.Length == 1 ? null : $"{i + 1}";
        return builder.Select(names, source.Line) && !bag.HasErrors;
    }
}
