namespace GutSkin.Microbiome;

/// <summary>
/// Kraken 2 reports (and those of Kraken 1, Centrifuge and Bracken): percent, reads of the clade, reads of the taxon itself, (two minimizer
/// counts,) rank code, id, indented name. Format: https://github.com/DerrickWood/kraken2/wiki/Manual#output-formats. Percentages have two
/// decimals, so shares come from reads. The rank is that of the code, or of a prefix of the name (GTDB, UHGG: <c>g__</c>).
/// </summary>
internal sealed class KrakenReportReader(TextSource source, TableBuilder builder)
{
    private const int MaxDepth = 100;
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly List<Row> rows = [];
    private readonly Dictionary<int, int> lineOfTaxon = [];
    private readonly int[] stack = new int[MaxDepth + 1];
    private int depthKnown;
    private int columns;
    private int unclassifiedLine;

    public void Read()
    {
        (builder.RowsAreClades, builder.UnclassifiedIsApart, builder.Unit, builder.Profiler) = (true, true, AbundanceUnit.Reads, "Kraken 2");
        if (!builder.Select([null], 1))
            return;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (rows.Count == 0)
        {
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The report has no rows.");
            return;
        }

        if (unclassifiedLine == 0)
            builder.PutUnclassified(0, 0);
        if (!CheckRanks())
            return;
        new KrakenSumCheck(builder, rows).Run();
        NcbiIdCheck.Run(builder, source.Line);
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (columns == 0 && cells.Count is 6 or 8)
            columns = cells.Count;
        if (!cells.Expect(line, columns, source, bag, columns == 0 ? "a report has 6 or 8" : $"the rows before have {columns}"))
            return;
        if (!cells.TryAmount(line, 0, source.Line, bag, out double percent)
            || !cells.TryReads(line, 1, source.Line, bag, out double clade)
            || !cells.TryReads(line, 2, source.Line, bag, out double own))
        {
            return;
        }

        if (percent > 100.01)
            bag.Add(MicrobiomeDiagnostics.OutOfRange, source.Line, 1, "The percentage is above 100.");
        var code = cells.Get(line, columns - 3);
        if (!cells.TryId(line, columns - 2, source.Line, bag, out long id))
            return;
        if (code is "U" or "u")
            AddUnclassified(percent, clade);
        else if (IsRankCode(code))
            AddTaxon(cells.Raw(line, columns - 1), code, id, new Row(0, source.Line, percent, clade, own));
        else
            bag.Add(MicrobiomeDiagnostics.UnknownRank, source.Line, cells.Column(columns - 3), $"{FileFaults.Quote(code)} is no rank code.");
    }

    private void AddUnclassified(double percent, double reads)
    {
        if (unclassifiedLine > 0)
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"The unclassified reads were in line {unclassifiedLine} already.");
        unclassifiedLine = source.Line;
        builder.PutUnclassified(0, reads);
        rows.Add(new Row(-1, source.Line, percent, reads, reads));
    }

    // A letter, or one with a number for ranks between; Kraken 1 and Centrifuge write a dash for these.
    private static bool IsRankCode(ReadOnlySpan<char> code) =>
        code.Length is >= 1 and <= 4 && "RDKPCOFGS-".Contains(code[0]) && !code[1..].ContainsAnyExceptInRange('0', '9');

    private static TaxonRank RankOf(ReadOnlySpan<char> code, char prefix, ReadOnlySpan<char> name)
    {
        var rank = code.Length == 1 ? RankText.RankOf(char.ToLowerInvariant(code[0]), name) : TaxonRank.None;
        if (rank == TaxonRank.None)
            rank = RankText.RankOf(prefix, name);
        return rank == TaxonRank.None && RankText.IsDomain(name) ? TaxonRank.Domain : rank;
    }

    private void AddTaxon(ReadOnlySpan<char> cell, ReadOnlySpan<char> code, long id, Row row)
    {
        var text = cell.TrimStart(' ');
        int depth = (cell.Length - text.Length) / 2;
        text = text.Trim();
        if (depth > depthKnown || depth > MaxDepth - 1 || text.IsEmpty)
        {
            bag.Add(MicrobiomeDiagnostics.BadIndentation, source.Line, cells.Column(columns - 1), $"{FileFaults.Quote(text)} is indented under nothing.", "Keep the leading spaces of the names.");
            return;
        }

        var name = RankText.Split(text, out char prefix);
        int before = builder.Tree.Count;
        int taxon = builder.Tree.GetOrAdd(depth == 0 ? -1 : stack[depth - 1], (name.IsEmpty ? text : name).ToString(), RankOf(code, prefix, name), id);
        if (taxon < before)
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, cells.Column(columns - 1), $"{FileFaults.Quote(text)} was in line {lineOfTaxon[taxon]} already.");
            return;
        }

        lineOfTaxon[taxon] = source.Line;
        stack[depth] = taxon;
        depthKnown = depth + 1;
        int number = builder.AddRow(taxon, null, source.Line);
        if (row.Clade > 0)
            builder.Put(0, number, row.Clade);
        rows.Add(row with { Taxon = taxon });
    }

    // A taxonomy without ranks makes Kraken write R1, R2 … all the way down: then nothing can be said of any rank.
    private bool CheckRanks()
    {
        var tree = builder.Tree;
        var deepest = TaxonRank.None;
        int steps = 0, tops = 0;
        foreach (var row in rows.Where(r => r.Taxon >= 0))
        {
            deepest = (TaxonRank)Math.Max((int)deepest, (int)tree.RankOf(row.Taxon));
            int without = 0, taxon = row.Taxon;
            for (; taxon >= 0 && tree.RankOf(taxon) == TaxonRank.None; taxon = tree.ParentOf(taxon))
                without++;
            steps = Math.Max(steps, without);
            tops += tree.ParentOf(row.Taxon) < 0 ? 1 : 0;
        }

        if (tops > 3 && tops == tree.Count)
        {
            bag.Add(MicrobiomeDiagnostics.BadIndentation, rows[^1].Line, 1, "No name is indented: the leading spaces, which say what lies below what, were removed.", "Give the report as Kraken wrote it.");
            return false;
        }

        if (deepest > TaxonRank.Kingdom || steps < (deepest == TaxonRank.None ? 4 : 3))
            return true;
        bag.Add(
            MicrobiomeDiagnostics.NoRanks,
            rows[^1].Line,
            1,
            "The report has no ranks: all its codes are of ranks between (R1, R2 …), and its names have no rank prefixes.",
            "Use a database whose taxonomy has ranks, or names such as g__Blautia.");
        return false;
    }

    /// <summary>A row of the report; the taxon is -1 for what was not classified.</summary>
    internal readonly record struct Row(int Taxon, int Line, double Percent, double Clade, double Own);
}

/// <summary>Kraken databases built from GTDB or SILVA carry ids of their own: a few names everyone knows tell.</summary>
internal static class NcbiIdCheck
{
    public static void Run(TableBuilder builder, int line)
    {
        var tree = builder.Tree;
        for (int i = 0; i < tree.Count; i++)
        {
            long expected = tree.NameOf(i) switch
            {
                "root" => 1,
                "Bacteria" => 2,
                "Archaea" => 2157,
                "Eukaryota" => 2759,
                "Viruses" => 10239,
                "Homo sapiens" => 9606,
                "Escherichia coli" => 562,
                "Bifidobacterium" => 1678,
                "Faecalibacterium" => 216851,
                "Akkermansia" => 239934,
                _ => 0,
            };
            if (expected == 0 || tree.IdOf(i) == 0 || tree.IdOf(i) == expected)
                continue;
            tree.ClearIds();
            builder.Bag.Add(MicrobiomeDiagnostics.ForeignIds, line, 1, $"The id of {tree.NameOf(i)} is not NCBI's: ids only tell taxa apart here, and taxa are looked up by name.");
            return;
        }
    }
}
