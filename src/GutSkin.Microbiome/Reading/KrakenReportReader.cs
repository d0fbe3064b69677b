using System.Globalization;

namespace GutSkin.Microbiome;

/// <summary>
/// Kraken 2 reports: percent, reads of the clade, reads of the taxon itself, (two minimizer counts,) rank code, id, indented name.
/// Format: https://github.com/DerrickWood/kraken2/wiki/Manual#output-formats. Percentages have two decimals, so shares come from reads.
/// </summary>
internal sealed class KrakenReportReader(TextSource source, TableBuilder builder)
{
    private const int Deepest = 100;
    private readonly FileFaults bag = builder.Bag;
    private readonly Cells cells = new();
    private readonly List<Row> rows = [];
    private readonly Dictionary<int, int> lineOfTaxon = [];
    private readonly int[] stack = new int[Deepest + 1];
    private int depthKnown;
    private int columns;
    private int unclassifiedLine;

    public void Read()
    {
        (builder.RowsAreClades, builder.Unit, builder.Profiler) = (true, AbundanceUnit.Reads, "Kraken 2");
        if (!builder.Select([null], 1))
            return;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (rows.Count == 0 && unclassifiedLine == 0)
        {
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The report has no rows.");
            return;
        }

        CheckSums();
        NcbiIdCheck.Run(builder, source.Line);
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (columns == 0 && cells.Count is 6 or 8)
            columns = cells.Count;
        if (cells.Count != columns || columns == 0)
        {
            ReportCells(line);
            return;
        }

        if (!cells.TryAmount(line, 0, source.Line, bag, out double percent)
            || !TryReads(line, 1, out double clade)
            || !TryReads(line, 2, out double own))
        {
            return;
        }

        if (percent > 100.01)
            bag.Add(MicrobiomeDiagnostics.OutOfRange, source.Line, 1, "The percentage is above 100.");
        var code = cells.Get(line, columns - 3);
        var idText = cells.Get(line, columns - 2);
        if (!int.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
        {
            bag.Add(MicrobiomeDiagnostics.NotANumber, source.Line, cells.Column(columns - 2), $"{FileFaults.Quote(idText)} is no taxonomy id.");
            return;
        }

        if (code is "U" or "u")
            AddUnclassified(percent, clade);
        else if (TryRank(code, out var rank))
            AddTaxon(cells.Raw(line, columns - 1), rank, id, new Row(0, source.Line, percent, clade, own));
    }

    private void ReportCells(ReadOnlySpan<char> line)
    {
        if (cells.Count == 1 && line.Trim().ContainsAny(",; "))
            bag.Add(MicrobiomeDiagnostics.WrongDelimiter, source.Line, 1, "The row has no tab.", "Kraken parts its cells by tabs.");
        else if (source.LineEndMissing && cells.Count < columns)
            bag.Add(MicrobiomeDiagnostics.Truncated, source.Line, line.Length + 1, "The last row breaks off.");
        else
            bag.Add(MicrobiomeDiagnostics.CellCount, source.Line, 1, $"The row has {cells.Count} cells; a report has {(columns == 0 ? "6 or 8" : columns.ToString(CultureInfo.InvariantCulture))}.");
    }

    private bool TryReads(ReadOnlySpan<char> line, int cell, out double reads)
    {
        if (!cells.TryAmount(line, cell, source.Line, bag, out reads))
            return false;
        if (reads == Math.Floor(reads))
            return true;
        bag.Add(MicrobiomeDiagnostics.NotWhole, source.Line, cells.Column(cell), "The number of reads is not whole.");
        return false;
    }

    private void AddUnclassified(double percent, double reads)
    {
        if (unclassifiedLine > 0)
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"The unclassified reads were in line {unclassifiedLine} already.");
        unclassifiedLine = source.Line;
        builder.PutUnclassified(0, reads);
        rows.Add(new Row(-1, source.Line, percent, reads, reads));
    }

    private bool TryRank(ReadOnlySpan<char> code, out TaxonRank rank)
    {
        rank = TaxonRank.None;
        bool main = code.Length == 1;
        bool between = code.Length is 2 or 3 && !code[1..].ContainsAnyExceptInRange('0', '9');
        if ((!main && !between) || !"RDKPCOFGS-".Contains(code[0]))
        {
            bag.Add(MicrobiomeDiagnostics.UnknownRank, source.Line, cells.Column(columns - 3), $"{FileFaults.Quote(code)} is no rank code.");
            return false;
        }

        if (main)
            rank = RankText.RankOf(char.ToLowerInvariant(code[0]), default);
        return true;
    }

    private void AddTaxon(ReadOnlySpan<char> name, TaxonRank rank, int id, Row row)
    {
        var text = name.TrimStart(' ');
        int depth = (name.Length - text.Length) / 2;
        text = text.Trim();
        if (depth > depthKnown || depth > Deepest - 1 || text.IsEmpty)
        {
            bag.Add(MicrobiomeDiagnostics.BadIndentation, source.Line, cells.Column(columns - 1), $"{FileFaults.Quote(text)} is indented under nothing.", "Keep the leading blanks of the names.");
            return;
        }

        int before = builder.Tree.Count;
        int taxon = builder.Tree.GetOrAdd(depth == 0 ? -1 : stack[depth - 1], text.ToString(), rank, id);
        if (taxon < before)
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, cells.Column(columns - 1), $"{FileFaults.Quote(text)} was in line {lineOfTaxon[taxon]} already.");
            return;
        }

        lineOfTaxon[taxon] = source.Line;
        stack[depth] = taxon;
        depthKnown = depth + 1;
        int number = builder.AddRow(taxon, null, source.Line);
        builder.Put(0, number, row.Clade);
        rows.Add(row with { Taxon = taxon });
    }

    // Reads of a clade = its own + those of the clades in it; percentages as reads of all reads.
    private void CheckSums()
    {
        var parts = new double[builder.Tree.Count];
        double total = 0;
        foreach (var row in rows)
        {
            if (row.Taxon < 0 || builder.Tree.ParentOf(row.Taxon) < 0)
                total += row.Clade;
            else
                parts[builder.Tree.ParentOf(row.Taxon)] += row.Clade;
        }

        if (unclassifiedLine == 0)
            builder.PutUnclassified(0, 0);
        foreach (var row in rows)
        {
            if (bag.IsFull)
                return;
            if (row.Taxon >= 0 && row.Own + parts[row.Taxon] != row.Clade)
            {
                bool nothing = parts[row.Taxon] == 0 && row.Line == rows[^1].Line;
                bag.Add(
                    nothing ? MicrobiomeDiagnostics.Truncated : MicrobiomeDiagnostics.SumMismatch,
                    row.Line,
                    1,
                    nothing ? "The report breaks off behind this row." : $"The reads of {FileFaults.Quote(builder.Tree.NameOf(row.Taxon))} are not its own and those of what it holds.");
            }
            else if (total > 0 && Math.Abs(row.Percent - (100 * row.Clade / total)) > 0.02)
            {
                bool fraction = Math.Abs(row.Percent - (row.Clade / total)) <= 0.0002 + (0.01 * row.Percent);
                bag.Add(
                    fraction ? MicrobiomeDiagnostics.FractionForPercent : MicrobiomeDiagnostics.SumMismatch,
                    row.Line,
                    1,
                    fraction ? "The share is a fraction, not percent." : "The percentage does not fit the reads.");
                if (fraction)
                    return;
            }
        }
    }

    private readonly record struct Row(int Taxon, int Line, double Percent, double Clade, double Own);
}

/// <summary>Kraken databases built from GTDB or SILVA carry ids of their own: a few names everyone knows tell.</summary>
internal static class NcbiIdCheck
{
    public static void Run(TableBuilder builder, int line)
    {
        var tree = builder.Tree;
        for (int i = 0; i < tree.Count; i++)
        {
            int expected = tree.NameOf(i) switch
            {
                "root" => 1,
                "Bacteria" => 2,
                "Archaea" => 2157,
                "Eukaryota" => 2759,
                "Viruses" => 10239,
                "Homo sapiens" => 9606,
                "Escherichia coli" => 562,
                _ => 0,
            };
            if (expected == 0 || tree.IdOf(i) == 0 || tree.IdOf(i) == expected)
                continue;
            tree.ClearIds();
            builder.Bag.Add(MicrobiomeDiagnostics.ForeignIds, line, 1, $"The id of {tree.NameOf(i)} is not NCBI's: the ids are ignored, taxa are matched by name.");
            return;
        }
    }
}
