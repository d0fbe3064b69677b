namespace GutSkin.Microbiome;

/// <summary>
/// Profiles in the format of CAMI and bioboxes (https://github.com/bioboxes/rfc), as MetaPhlAn, mOTUs, KMCP, ganon and others write on
/// demand: percent, a row for every rank, lineages as ids and names; several samples after one another.
/// </summary>
internal sealed class CamiReader(TextSource source, TableBuilder builder)
{
    private static readonly string[] Titles = ["TAXID", "RANK", "TAXPATH", "TAXPATHSN", "PERCENTAGE"];
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly List<string?> samples = [];
    private readonly List<double[]> sums = [];
    private readonly Dictionary<int, int> rowOfTaxon = [];
    private readonly List<(char Letter, string Name)> lineage = [];
    private char[] ranks = [.. "dpcofgst"];
    private int[] columns = [];
    private int width;

    public void Read()
    {
        (builder.RowsAreClades, builder.UnclassifiedIsApart, builder.Unit) = (true, true, AbundanceUnit.Percent);
        string? sample = null;
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace() || line[0] == '#')
                continue;
            if (line.StartsWith("@@"))
            {
                if (!ReadHeader(line[2..]))
                    return;
                samples.Add(sample);
                sums.Add(new double[(int)TaxonRank.Strain + 1]);
            }
            else if (line[0] == '@')
            {
                ReadTag(line[1..], ref sample);
            }
            else if (width == 0)
            {
                bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header @@TAXID, RANK, TAXPATH, TAXPATHSN, PERCENTAGE is missing.");
                return;
            }
            else
            {
                ReadRow(line);
            }
        }

        if (bag.HasErrors)
            return;
        if (samples.Count == 0)
            bag.Add(MicrobiomeDiagnostics.BadHeader, Math.Max(1, source.Line), 1, "The header @@TAXID, RANK, TAXPATH, TAXPATHSN, PERCENTAGE is missing.");
        else if (builder.Select(samples, 1))
            CheckSums();
    }

    private void ReadTag(ReadOnlySpan<char> line, ref string? sample)
    {
        int colon = line.IndexOf(':');
        if (colon < 0)
            return;
        var value = line[(colon + 1)..].Trim();
        if (line[..colon].Equals("SampleID", StringComparison.OrdinalIgnoreCase))
            sample = value.IsEmpty ? null : value.ToString();
        else if (line[..colon].Equals("Ranks", StringComparison.OrdinalIgnoreCase))
            ranks = [.. value.ToString().Split('|').Select(r => RankText.LetterOfWord(r))];
        else if (line[..colon].Equals("TaxonomyID", StringComparison.OrdinalIgnoreCase) && !value.IsEmpty)
            builder.Database = value.ToString();
    }

    private bool ReadHeader(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        string[] titles = cells.ToArray(line);
        width = titles.Length;
        columns = [.. Titles.Select(t => Array.FindIndex(titles, c => c.Equals(t, StringComparison.OrdinalIgnoreCase)))];
        if (columns[0] >= 0 && columns[1] >= 0 && columns[2] >= 0 && columns[4] >= 0)
            return true;
        bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header should be @@TAXID, RANK, TAXPATH, TAXPATHSN, PERCENTAGE, separated by tabs.");
        return false;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, '\t');
        if (!cells.Expect(line, width, source, bag, $"the header has {width}") || !cells.TryAmount(line, columns[4], source.Line, bag, out double percent))
            return;
        if (percent > 100.0001)
        {
            bag.Add(MicrobiomeDiagnostics.OutOfRange, source.Line, cells.Column(columns[4]), "The percentage is above 100.");
            return;
        }

        string[] ids = cells.Get(line, columns[2]).ToString().Split('|');
        string[] names = columns[3] < 0 || cells.Get(line, columns[3]).IsEmpty ? ids : cells.Get(line, columns[3]).ToString().Split('|');
        char letter = RankText.LetterOfWord(cells.Get(line, columns[1]));
        if (letter == RankText.NoPlace)
            return;
        int depth = Math.Min(names.Length, ranks.Length);
        lineage.Clear();
        for (int i = 0; i < depth; i++)
            lineage.Add((ranks[i], names[i].Trim()));
        string path = LineageText.ToPath(LineageText.Join(lineage), keepAll: true);
        int taxon = path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path);
        if (taxon < 0 || RankText.LetterOf(builder.Tree.RankOf(taxon)) != letter)
        {
            bag.Add(MicrobiomeDiagnostics.BadLineage, source.Line, cells.Column(columns[2]), $"The lineage does not end at the rank {FileFaults.Quote(cells.Get(line, columns[1]))}.");
            return;
        }

        Put(taxon, ids, percent);
    }

    private void Put(int taxon, string[] ids, double percent)
    {
        if (DelimitedLine.TryId(ids[^1], out long id) && id > 0)
            builder.Tree.SetId(taxon, id);
        if (!rowOfTaxon.TryGetValue(taxon, out int row))
            rowOfTaxon[taxon] = row = builder.AddRow(taxon, null, source.Line);
        sums[^1][(int)builder.Tree.RankOf(taxon)] += percent;
        if (percent > 0 && !builder.Put(samples.Count - 1, row, percent))
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(builder.Tree.NameOf(taxon))} is there twice.");
    }

    // No rank adds up to more than 100; what the widest one lacks was not classified.
    private void CheckSums()
    {
        for (int i = 0; i < sums.Count; i++)
        {
            if (!builder.Keeps(i))
                continue;
            double most = sums[i].Max();
            double widest = sums[i].FirstOrDefault(s => s > 0);
            if (most > 100.5 || most > widest * 1.005)
                bag.Add(MicrobiomeDiagnostics.SumMismatch, Math.Max(1, source.Line), 1, "The rows of a rank add up to more than 100 percent, or than those of the widest rank.", "Give the profile as the program wrote it.");
            else if (Math.Abs(widest - 1) < 0.02)
                bag.Add(MicrobiomeDiagnostics.FractionForPercent, Math.Max(1, source.Line), 1, "The amounts add up to 1, not to 100.", "The format has percent.");
            else if (widest < 99.99)
                builder.PutUnclassified(i, 100 - widest);
        }
    }
}
