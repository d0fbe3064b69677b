namespace GutSkin.Microbiome;

/// <summary>
/// Tables of taxpasta (https://taxpasta.readthedocs.io, Beber et al. 2023, doi 10.21105/joss.05627): a taxonomy id and counts of one sample
/// or several; with the options <c>--add-name --add-rank --add-lineage --add-rank-lineage</c> also what the ids are. Ids alone say
/// nothing of genera, so they are not read.
/// </summary>
internal sealed class TaxpastaReader(TextSource source, TableBuilder builder)
{
    private const string Options = "Make it with names: taxpasta … --taxonomy TAXDUMP --add-name --add-rank --add-lineage --add-rank-lineage";
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly Dictionary<long, int> lineOfId = [];
    private readonly List<int> pieces = [];
    private readonly List<int> lines = [];
    private readonly HashSet<TaxonRank> ranksOfNames = [];
    private string[] titles = [];
    private char delimiter;
    private int nameColumn, rankColumn, lineageColumn, rankLineageColumn, idColumn;
    private int[] sampleOf = [];

    public void Read()
    {
        (builder.Unit, builder.UnclassifiedIsApart, builder.Profiler, builder.FeaturesAreTaxa) = (AbundanceUnit.Reads, true, "taxpasta", true);
        while (titles.Length == 0 && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace() && !ReadHeader(line))
                return;
        }

        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (!line.IsWhiteSpace())
                ReadRow(line);
        }

        if (bag.HasErrors)
            return;
        if (lines.Count == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The table has a header and no rows with taxa.");
        else if (lineageColumn >= 0)
            NestedRows.Decide(builder, pieces, bars: false, lines);
        else if (ranksOfNames.Count > 1)
            bag.Add(MicrobiomeDiagnostics.MixedRanks, lines[0], 1, "The rows are taxa of several ranks, and without lineages nothing says which lies in which.", Options);
        else
            builder.RowRank = ranksOfNames.First();
    }

    private bool ReadHeader(ReadOnlySpan<char> line)
    {
        delimiter = line.Contains('\t') ? '\t' : ',';
        cells.Split(line, delimiter);
        titles = cells.ToArray(line);
        idColumn = Column("taxonomy_id");
        (nameColumn, rankColumn, lineageColumn, rankLineageColumn) = (Column("name"), Column("rank"), Column("lineage"), Column("rank_lineage"));
        if (idColumn < 0)
        {
            bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The column taxonomy_id is missing.");
            return false;
        }

        if (nameColumn < 0 && lineageColumn < 0)
        {
            bag.Add(MicrobiomeDiagnostics.OtherProgram, source.Line, 1, "This table of taxpasta has ids and counts only: ids alone do not say which genus a species belongs to.", Options);
            return false;
        }

        int[] described = [idColumn, nameColumn, rankColumn, lineageColumn, rankLineageColumn, Column("id_lineage")];
        int[] counts = [.. Enumerable.Range(0, titles.Length).Except(described)];
        sampleOf = new int[titles.Length];
        Array.Fill(sampleOf, -1);
        for (int i = 0; i < counts.Length; i++)
            sampleOf[counts[i]] = i;
        if (counts.Length > 0)
            return builder.Select([.. counts.Select(c => counts.Length == 1 && titles[c] == "count" ? null : titles[c])], source.Line) && !bag.HasErrors;
        bag.Add(MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header names no counts.");
        return false;
    }

    private int Column(string title) => Array.FindIndex(titles, t => t.Equals(title, StringComparison.OrdinalIgnoreCase));

    private void ReadRow(ReadOnlySpan<char> line)
    {
        cells.Split(line, delimiter);
        if (!cells.Expect(line, titles.Length, source, bag, $"the header has {titles.Length}") || !cells.TryId(line, idColumn, source.Line, bag, out long id))
            return;
        if (!lineOfId.TryAdd(id, source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, cells.Column(idColumn), $"The id {id} was in line {lineOfId[id]} already.");
            return;
        }

        int row = id == 0 ? -1 : AddTaxon(line, id);
        for (int i = 0; i < titles.Length; i++)
        {
            if (sampleOf[i] < 0 || !builder.Keeps(sampleOf[i]))
                continue;
            if (!cells.TryReads(line, i, source.Line, bag, out double reads))
                return;
            if (row < 0)
                builder.PutUnclassified(sampleOf[i], reads);
            else if (reads > 0)
                builder.Put(sampleOf[i], row, reads);
        }
    }

    private int AddTaxon(ReadOnlySpan<char> line, long id)
    {
        string name = nameColumn < 0 ? "" : cells.Get(line, nameColumn).ToString();
        string[] lineage = lineageColumn < 0 ? [] : cells.Get(line, lineageColumn).ToString().Split(';', StringSplitOptions.RemoveEmptyEntries);
        string rank = rankColumn < 0 ? "" : cells.Get(line, rankColumn).ToString();
        int taxon;
        bool unclear = false;
        if (lineage.Length > 0)
        {
            taxon = PlaceLineage(lineage, rankLineageColumn < 0 ? [] : cells.Get(line, rankLineageColumn).ToString().Split(';'), rank);
        }
        else
        {
            taxon = TaxonTreeBuilder.AddLone(builder, name, RankText.RankOf(RankText.LetterOfWord(rank), name), id, out var kind);
            unclear = kind == LoneNameKind.Unclear;
            ranksOfNames.Add(taxon < 0 ? TaxonRank.None : builder.Tree.RankOf(taxon));
        }

        if (taxon >= 0)
            builder.Tree.SetId(taxon, id);
        int row = builder.AddRow(taxon, name.Length > 0 ? name : $"{id}", source.Line);
        if (unclear)
            builder.MarkUnclear(row, name);
        pieces.Add(lineage.Length);
        lines.Add(source.Line);
        return row;
    }

    // Names with their ranks beside them; without these, what their endings show.
    private int PlaceLineage(string[] names, string[] ranks, string rank)
    {
        var pairs = new List<(char, string)>();
        for (int i = 0; i < names.Length; i++)
        {
            char letter = ranks.Length == names.Length ? RankText.LetterOfWord(ranks[i])
                : i == names.Length - 1 && rank.Length > 0 ? RankText.LetterOfWord(rank)
                : i == names.Length - 2 && names[^1].StartsWith(names[i] + " ", StringComparison.Ordinal) ? 'g'
                : TaxonNames.LetterByEnding(names[i]);
            if (letter != RankText.NoPlace)
                pairs.Add((letter, names[i]));
        }

        string path = LineageText.ToPath(LineageText.Join(pairs), keepAll: true);
        return path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path);
    }
}
