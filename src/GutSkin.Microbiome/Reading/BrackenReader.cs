using System.Globalization;

namespace GutSkin.Microbiome;

/// <summary>
/// Bracken tables: one rank, re-estimated reads, and fractions of the classified reads with five decimals (so the reads are used).
/// Format: https://github.com/jenniferlu717/Bracken (Lu et al. 2017, doi 10.7717/peerj-cs.104).
/// </summary>
internal sealed class BrackenReader(TextSource source, TableBuilder builder)
{
    private static readonly string[] Header =
        ["name", "taxonomy_id", "taxonomy_lvl", "kraken_assigned_reads", "added_reads", "new_est_reads", "fraction_total_reads"];

    private readonly FileFaults bag = builder.Bag;
    private readonly Cells cells = new();
    private readonly Dictionary<int, int> lineOfTaxon = [];
    private readonly List<(int Line, double Fraction, double Reads)> shares = [];
    private string? level;

    public void Read()
    {
        (builder.RowsAreClades, builder.Unit, builder.Profiler) = (false, AbundanceUnit.Reads, "Bracken");
        if (!ReadHeader() || !builder.Select([null], 1))
            return;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace())
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (builder.Rows == 0)
        {
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The table has a header and no rows.");
            return;
        }

        CheckSums();
        NcbiIdCheck.Run(builder, source.Line);
    }

    private bool ReadHeader()
    {
        while (source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            cells.Split(line, '\t');
            if (cells.Count == 1 && line.ContainsAny(",; "))
            {
                bag.Add(MicrobiomeDiagnostics.WrongDelimiter, source.Line, 1, "The header has no tab.", "Bracken parts its cells by tabs.");
                return false;
            }

            for (int i = 0; i < Header.Length; i++)
            {
                if (i < cells.Count && cells.Get(line, i).Equals(Header[i], StringComparison.OrdinalIgnoreCase))
                    continue;
                bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, cells.Column(i), $"Column {i + 1} should be {Header[i]}.");
                return false;
            }

            return true;
        }

        return false;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (cells.Count != Header.Length)
        {
            bool cut = source.LineEndMissing && cells.Count < Header.Length;
            bool delimiter = cells.Count == 1 && line.ContainsAny(",;");
            bag.Add(
                cut ? MicrobiomeDiagnostics.Truncated : delimiter ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.CellCount,
                source.Line,
                1,
                cut ? "The last row breaks off." : $"The row has {cells.Count} cells; a Bracken table has {Header.Length}.");
            return;
        }

        Span<double> numbers = stackalloc double[4];
        for (int i = 0; i < 4; i++)
        {
            if (!cells.TryAmount(line, i + 3, source.Line, bag, out numbers[i]))
                return;
            if (i < 3 && numbers[i] != Math.Floor(numbers[i]))
            {
                bag.Add(MicrobiomeDiagnostics.NotWhole, source.Line, cells.Column(i + 3), "The number of reads is not whole.");
                return;
            }
        }

        if (numbers[0] + numbers[1] != numbers[2])
            bag.Add(MicrobiomeDiagnostics.SumMismatch, source.Line, cells.Column(5), "Assigned and added reads are not the new estimate.");
        if (numbers[3] > 1.00001)
            bag.Add(MicrobiomeDiagnostics.PercentForFraction, source.Line, cells.Column(6), "The share is above 1: Bracken gives fractions, not percent.");
        AddTaxon(line, numbers[2], numbers[3]);
    }

    private void AddTaxon(ReadOnlySpan<char> line, double reads, double fraction)
    {
        var code = cells.Get(line, 2);
        var rank = code.Length is 1 or 2 && "DKPCOFGS".Contains(code[0]) ? RankText.RankOf(char.ToLowerInvariant(code[0]), default) : TaxonRank.None;
        if (rank == TaxonRank.None || (level is not null && !code.SequenceEqual(level)))
        {
            bag.Add(MicrobiomeDiagnostics.UnknownRank, source.Line, cells.Column(2), $"{FileFaults.Quote(code)} is not the one rank of this table.");
            return;
        }

        if (!int.TryParse(cells.Get(line, 1), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
        {
            bag.Add(MicrobiomeDiagnostics.NotANumber, source.Line, cells.Column(1), $"{FileFaults.Quote(cells.Get(line, 1))} is no taxonomy id.");
            return;
        }

        (level, builder.RowRank) = (code.ToString(), rank);
        int taxon = SpeciesName.Add(builder, cells.Get(line, 0), rank, id);
        if (!lineOfTaxon.TryAdd(taxon, source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(cells.Get(line, 0))} was in line {lineOfTaxon[taxon]} already.");
            return;
        }

        int row = builder.AddRow(taxon, null, source.Line);
        if (reads > 0)
            builder.Put(0, row, reads);
        shares.Add((source.Line, fraction, reads));
    }

    // Fractions are of all rows together: what is missing at the end shows in them.
    private void CheckSums()
    {
        double fractions = shares.Sum(s => s.Fraction), reads = shares.Sum(s => s.Reads);
        if (Math.Abs(fractions - 1) > 0.001 + (0.000005 * shares.Count))
            bag.Add(MicrobiomeDiagnostics.SumMismatch, shares[^1].Line, 1, "The fractions do not add up to 1.", "Rows are missing, or the table was edited.");
        foreach (var (line, fraction, count) in shares)
        {
            if (bag.IsFull || bag.HasErrors)
                return;
            if (reads > 0 && Math.Abs(fraction - (count / reads)) > 0.001)
                bag.Add(MicrobiomeDiagnostics.SumMismatch, line, 1, "The fraction does not fit the reads.");
        }
    }
}
