namespace GutSkin.Microbiome;

/// <summary>
/// Taxonomies of features: QIIME 2 (<c>Feature ID</c>, <c>Taxon</c>, more columns; the older ones without a header), mothur
/// <c>cons.taxonomy</c> (<c>OTU</c>, <c>Size</c>, <c>Taxonomy</c>) and <c>taxonomy</c>, observation metadata of BIOM (<c>#OTU ID</c>,
/// <c>taxonomy</c>), and tables of ranks as DADA2 makes them (<c>Kingdom</c> to <c>Species</c>), separated by tabs or commas.
/// </summary>
internal sealed class TaxonomyFileReader(TextSource source, FileFaults bag)
{
    private readonly DelimitedLine cells = new();
    private readonly Dictionary<string, int> lineOfFeature = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];
    private char delimiter = '\t';
    private int columns;
    private int lineageColumn = -1;
    private int sizeColumn = -1;
    private char[] ranks = [];

    public List<Entry> Read()
    {
        delimiter = source.PeekLines().Exists(l => l.Contains('\t', StringComparison.Ordinal)) ? '\t' : ',';
        while (!bag.IsFull && source.ReadLine(out var line))
        {
            if (line.IsWhiteSpace())
                continue;
            bool comment = line.TrimStart()[0] == '#';
            if (comment && columns == 0)
                ReadTitles(line.TrimStart("# ").ToString());
            if (comment)
                continue;
            cells.Split(line, delimiter);
            cells.DropEmptyLast(line);
            if (columns > 0)
                ReadRow(line);
            else if (!ReadFirst(line))
                return entries;
        }

        if (!bag.HasErrors && entries.Count == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The taxonomy has no rows.");
        return entries;
    }

    // A header: a column of lineages, or three columns of ranks at least.
    private bool ReadTitles(string text)
    {
        cells.Split(text, delimiter);
        cells.DropEmptyLast(text);
        string[] titles = cells.ToArray(text);
        int lineage = Array.FindIndex(titles, 1, TableText.IsTaxonomyTitle);
        char[] letters = [.. titles.Select(t => RankText.LetterOfHeader(t))];
        if (titles.Length < 2 || (lineage < 0 && letters.Count(l => l != '\0') < 3))
            return false;
        (columns, lineageColumn, ranks) = (titles.Length, lineage, letters);
        sizeColumn = Array.FindIndex(titles, t => t.Equals("Size", StringComparison.OrdinalIgnoreCase));
        return true;
    }

    private bool ReadFirst(ReadOnlySpan<char> line)
    {
        if (ReadTitles(line.ToString()))
            return true;
        cells.Split(line, delimiter);
        cells.DropEmptyLast(line);
        columns = cells.Count;
        string[] first = cells.ToArray(line);
        lineageColumn = Array.FindIndex(first, 1, TableText.IsLineage);
        if (lineageColumn > 0)
        {
            ReadRow(line);
            return !bag.HasErrors;
        }

        bool other = columns < 2 && line.ContainsAny(";");
        bag.Add(other ? MicrobiomeDiagnostics.WrongDelimiter : MicrobiomeDiagnostics.BadHeader, source.Line, 1, "The header Feature ID, Taxon (or OTU, Size, Taxonomy; or columns Kingdom to Species) is missing.");
        return false;
    }

    private void ReadRow(ReadOnlySpan<char> line)
    {
        if (!cells.Expect(line, columns, source, bag, $"the first has {columns}"))
            return;
        string feature = cells.Get(line, 0).ToString();
        if (!lineOfFeature.TryAdd(feature, source.Line))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, 1, $"{FileFaults.Quote(feature)} was in line {lineOfFeature[feature]} already.");
            return;
        }

        double? size = null;
        if (sizeColumn > 0)
        {
            if (!cells.TryReads(line, sizeColumn, source.Line, bag, out double value))
                return;
            size = value;
        }

        entries.Add(new Entry(feature, LineageOf(line), size, source.Line));
    }

    private string LineageOf(ReadOnlySpan<char> line)
    {
        if (lineageColumn > 0)
            return cells.Get(line, lineageColumn).ToString();
        var names = new List<(char, string)>();
        for (int i = 1; i < columns; i++)
        {
            if (ranks[i] is not ('\0' or RankText.NoPlace))
                names.Add((ranks[i], cells.Get(line, i).ToString()));
        }

        return LineageText.Join(names);
    }

    /// <summary>A feature and its lineage.</summary>
    public readonly record struct Entry(string Feature, string Lineage, double? Size, int Line);
}

/// <summary>
/// A taxonomy given where a profile is expected. A mothur one has sizes, pooled over all samples, and can be measured; one of QIIME 2 has
/// no abundances, so all that can be told is whether it is sound.
/// </summary>
internal sealed class TaxonomyOnlyReader(TextSource source, TableBuilder builder)
{
    public void Read()
    {
        var entries = new TaxonomyFileReader(source, builder.Bag).Read();
        if (builder.Bag.HasErrors)
            return;
        if (builder.Format == TaxonomicFormat.QiimeTaxonomy || entries.All(e => e.Size is null))
        {
            builder.Bag.Add(
                MicrobiomeDiagnostics.TaxonomyOnly,
                1,
                1,
                "This is a taxonomy; it holds no abundances.",
                "Give the feature table (otu-table, biom, mothur-shared), and this file as its taxonomy: gutskin microbiome TABLE --taxonomy FILE.");
            return;
        }

        builder.Profiler = "mothur";
        if (!builder.Select([null], 1))
            return;
        foreach (var entry in entries)
        {
            string path = LineageText.ToPath(entry.Lineage);
            int row = builder.AddRow(path.Length == 0 ? -1 : builder.Tree.GetOrAdd(path), entry.Feature, entry.Line);
            if (entry.Size is > 0)
                builder.Put(0, row, entry.Size.Value);
        }

        builder.Bag.Add(MicrobiomeDiagnostics.SizesPooled, 1, 1, "The sizes are pooled over all samples.", "Give the shared file for single samples.");
    }
}
