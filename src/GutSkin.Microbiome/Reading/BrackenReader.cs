namespace GutSkin.Microbiome;

/// <summary>
/// Bracken tables: one rank, re-estimated reads, and fractions of the classified reads with five decimals (so the reads are used); of one
/// sample, or of several put together by <c>combine_bracken_outputs.py</c> (<c>NAME_num</c> and <c>NAME_frac</c>).
/// Format: https://github.com/jenniferlu717/Bracken (Lu et al. 2017, doi 10.7717/peerj-cs.104).
/// </summary>
internal sealed class BrackenReader(TextSource source, TableBuilder builder)
{
    private const int Names = 3;
    private static readonly string[] Header =
        ["name", "taxonomy_id", "taxonomy_lvl", "kraken_assigned_reads", "added_reads", "new_est_reads", "fraction_total_reads"];

    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly Dictionary<int, int> lineOfTaxon = [];
    private readonly List<(int Line, int Sample, double Fraction, double Reads)> shares = [];
    private int columns;
    private bool combined;
    private string? level;

    public void Read()
    {
        (builder.Unit, builder.Profiler) = (AbundanceUnit.Reads, "Bracken");
        if (!ReadHeader() || bag.HasErrors)
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
                bag.Add(MicrobiomeDiagnostics.WrongDelimiter, source.Line, 1, "The header has no tab.", "Save the table with tabs between the cells.");
                return false;
            }

            string[] titles = cells.ToArray(line);
            columns = titles.Length;
            combined = columns > Names + 1 && titles[Names].EndsWith("_num", StringComparison.OrdinalIgnoreCase);
            return combined ? SelectSamples(titles) : IsHeader(titles) && builder.Select([null], 1);
        }

        return false;
    }

    private bool IsHeader(string[] titles)
    {
        for (int i = 0; i < Header.Length; i++)
        {
            if (i < titles.Length && titles[i].Equals(Header[i], StringComparison.OrdinalIgnoreCase))
                continue;
            bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, cells.Column(i), $"Column {i + 1} should be {Header[i]}.");
            return false;
        }

        return true;
    }

    private bool SelectSamples(string[] titles)
    {
        var names = new List<string?>();
        for (int i = Names; i < titles.Length; i += 2)
        {
            string name = titles[i].EndsWith("_num", StringComparison.OrdinalIgnoreCase) ? titles[i][..^4] : "";
            bool pair = name.Length > 0 && i + 1 < titles.Length && titles[i + 1].Equals(name + "_frac", StringComparison.OrdinalIgnoreCase);
            if (!pair)
            {
                bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, cells.Column(i), $"Column {i + 1} and the next should be a sample's reads and fractions, NAME_num and NAME_frac.");
                return false;
            }

            names.Add(name);
        }

        return builder.Select(names, source.Line);
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (!cells.Expect(line, columns, source, bag, $"the header has {columns}") || !TryTaxon(line, out int taxon))
            return;
        int row = builder.AddRow(taxon, null, source.Line);
        if (!combined)
        {
            if (!cells.TryReads(line, 3, source.Line, bag, out double assigned) || !cells.TryReads(line, 4, source.Line, bag, out double added))
                return;
            if (!TryShare(line, 5, 0, row, out double reads))
                return;
            if (assigned + added != reads)
                bag.Add(MicrobiomeDiagnostics.SumMismatch, source.Line, cells.Column(5), "Assigned and added reads are not the new estimate.");
            return;
        }

        for (int i = Names, sample = 0; i < columns; i += 2, sample++)
        {
            if (builder.Keeps(sample) && !TryShare(line, i, sample, row, out _))
                return;
        }
    }

    private bool TryShare(ReadOnlySpan<char> line, int cell, int sample, int row, out double reads)
    {
        if (!cells.TryReads(line, cell, source.Line, bag, out reads) || !cells.TryAmount(line, cell + 1, source.Line, bag, out double fraction))
            return false;
        if (fraction > 1.00001)
            bag.Add(MicrobiomeDiagnostics.PercentForFraction, source.Line, cells.Column(cell + 1), "The share is above 1: Bracken gives fractions, not percent.");
        if (reads > 0)
            builder.Put(sample, row, reads);
        shares.Add((source.Line, sample, fraction, reads));
        return true;
    }

    private bool TryTaxon(ReadOnlySpan<char> line, out int taxon)
    {
        taxon = -1;
        var code = cells.Get(line, 2);
        RankText.Split(cells.Get(line, 0), out char prefix);
        var rank = code.Length is 1 or 2 && "DKPCOFGS".Contains(code[0]) ? RankText.RankOf(char.ToLowerInvariant(code[0]), default) : RankText.RankOf(prefix, default);
        if (rank == TaxonRank.None || (level is not null && !code.SequenceEqual(level)))
        {
            bag.Add(MicrobiomeDiagnostics.UnknownRank, source.Line, cells.Column(2), $"{FileFaults.Quote(code)} is not the one rank of this table.");
            return false;
        }

        if (!cells.TryId(line, 1, source.Line, bag, out long id))
            return false;
        (level, builder.RowRank) = (code.ToString(), rank);
        taxon = TaxonTreeBuilder.AddLone(builder, cells.Get(line, 0), rank, id, out var kind);
        if (taxon >= 0 && !lineOfTaxon.TryAdd(taxon, source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(cells.Get(line, 0))} was in line {lineOfTaxon[taxon]} already.");
            return false;
        }

        if (kind == LoneNameKind.Unclear)
            builder.MarkUnclear(builder.Rows, cells.Get(line, 0));
        return true;
    }

    // Fractions are of all rows together: what is missing at the end shows in them.
    private void CheckSums()
    {
        foreach (var sample in shares.GroupBy(s => s.Sample))
        {
            double fractions = sample.Sum(s => s.Fraction), reads = sample.Sum(s => s.Reads);
            int rows = sample.Count();
            if (reads > 0 && Math.Abs(fractions - 1) > 0.001 + (0.000005 * rows))
                bag.Add(MicrobiomeDiagnostics.SumMismatch, sample.Last().Line, 1, "The fractions do not add up to 1.", "Rows are missing, or numbers were changed: give the table as Bracken wrote it.");
            foreach (var (line, _, fraction, count) in sample)
            {
                if (bag.IsFull || bag.HasErrors)
                    return;
                if (reads > 0 && Math.Abs(fraction - (count / reads)) > 0.001)
                    bag.Add(MicrobiomeDiagnostics.SumMismatch, line, 1, "The fraction does not fit the reads.", "Give the table as Bracken wrote it.");
            }
        }
    }
}
