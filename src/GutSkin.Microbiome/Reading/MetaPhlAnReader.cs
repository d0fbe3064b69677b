namespace GutSkin.Microbiome;

/// <summary>
/// MetaPhlAn 2, 3 and 4: profiles of one sample and merged tables. A row for every rank, percent; <c>UNKNOWN</c> or
/// <c>UNCLASSIFIED</c> beside them. Format: https://github.com/biobakery/MetaPhlAn/wiki.
/// </summary>
internal sealed class MetaPhlAnReader(TextSource source, TableBuilder builder)
{
    private readonly FileFaults bag = builder.Bag;
    private readonly DelimitedLine cells = new();
    private readonly Dictionary<int, int> rowOfTaxon = [];
    private readonly List<int> lineOfRow = [];
    private char[] path = new char[512];
    private bool anyUnknown;
    private bool[] wanted = [];

    public void Read()
    {
        (builder.RowsAreClades, builder.UnclassifiedIsApart, builder.Unit) = (true, true, AbundanceUnit.Percent);
        if (!ReadHeader(out var header, out bool pending, out var line))
            return;
        bool more = pending || source.ReadLine(out line);
        for (; more && !bag.IsFull; more = source.ReadLine(out line))
        {
            if (!line.IsWhiteSpace() && line[0] != '#')
                ReadRow(line, header);
        }

        if (bag.HasErrors)
            return;
        if (builder.Rows == 0 && !anyUnknown)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, Math.Max(1, source.Line), 1, "The profile has a header and no rows.");
        else
            CladeSumCheck.Percent(builder, lineOfRow, source.Line);
    }

    private bool ReadHeader(out MetaPhlAnHeader header, out bool pending, out ReadOnlySpan<char> line)
    {
        var comments = new List<(int, string)>();
        pending = false;
        header = new MetaPhlAnHeader();
        while (source.ReadLine(out line))
        {
            if (line.IsWhiteSpace())
                continue;
            if (line.TrimStart()[0] != '#')
            {
                pending = true;
                break;
            }

            if (comments.Count < 100)
                comments.Add((source.Line, line.Trim().ToString()));
        }

        bool lineIsHeader = pending && !IsRow(line);
        if (!MetaPhlAnHeader.TryRead(comments, lineIsHeader ? line.ToString() : null, source.Line, builder, out header))
        {
            bag.Add(MicrobiomeDiagnostics.BadHeader, Math.Max(1, source.Line), 1, "The header with clade_name and relative_abundance (or samples) is missing.");
            return false;
        }

        pending &= !lineIsHeader;
        if (bag.HasErrors)
            return false;
        builder.Format = header.IsSingle ? TaxonomicFormat.MetaPhlAn : TaxonomicFormat.MetaPhlAnMerged;
        builder.Profiler ??= "MetaPhlAn";
        if (!builder.Select(header.Samples, header.Line))
            return false;
        wanted = [.. header.ValueColumns.Select((_, i) => builder.Keeps(i))];
        return !bag.HasErrors;
    }

    private static bool IsRow(ReadOnlySpan<char> line)
    {
        int tab = line.IndexOf('\t');
        var first = (tab < 0 ? line : line[..tab]).Trim();
        return first.Contains("__", StringComparison.Ordinal) || IsUnknown(first);
    }

    private static bool IsUnknown(ReadOnlySpan<char> name) =>
        name.Equals("UNKNOWN", StringComparison.OrdinalIgnoreCase) || name.Equals("UNCLASSIFIED", StringComparison.OrdinalIgnoreCase);

    private void ReadRow(ReadOnlySpan<char> line, MetaPhlAnHeader header)
    {
        cells.Split(line, '\t');
        bool shorter = header.LastIsOptional && cells.Count == header.Cells - 1 && !source.LineEndMissing;
        if (!shorter && !cells.Expect(line, header.Cells, source, bag, $"the header has {header.Cells}"))
            return;

        var name = cells.Get(line, 0);
        int row = -1;
        bool unknown = IsUnknown(name);
        if (!unknown && (row = AddTaxon(line, name, header)) < 0)
            return;
        anyUnknown |= unknown;
        for (int i = 0; i < header.ValueColumns.Count; i++)
        {
            if (!wanted[i])
                continue;
            int cell = header.ValueColumns[i];
            if (!cells.TryAmount(line, cell, source.Line, bag, out double value))
                return;
            if (value > 100.0001)
                bag.Add(MicrobiomeDiagnostics.OutOfRange, source.Line, cells.Column(cell), "The percentage is above 100.");
            else if (unknown)
                builder.PutUnclassified(i, value);
            else if (value > 0)
                builder.Put(i, row, value);
        }
    }

    private int AddTaxon(ReadOnlySpan<char> line, ReadOnlySpan<char> name, MetaPhlAnHeader header)
    {
        if (!TryPath(name, out var lineage))
        {
            bag.Add(MicrobiomeDiagnostics.BadLineage, source.Line, cells.Column(0), $"{FileFaults.Quote(name)} is no lineage.", "Ranks go from wide to narrow: k__…|p__…|c__…");
            return -1;
        }

        int taxon = builder.Tree.GetOrAdd(lineage);
        if (rowOfTaxon.TryGetValue(taxon, out int other))
        {
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, source.Line, cells.Column(0), $"{FileFaults.Quote(lineage[(lineage.LastIndexOf('|') + 1)..])} was in line {lineOfRow[other]} already.");
            return -1;
        }

        if (header.IdColumn >= 0)
            SetIds(taxon, cells.Get(line, header.IdColumn));
        int row = builder.AddRow(taxon, null, source.Line);
        rowOfTaxon[taxon] = row;
        lineOfRow.Add(source.Line);
        return row;
    }

    private void SetIds(int taxon, ReadOnlySpan<char> ids)
    {
        while (taxon >= 0)
        {
            int bar = ids.LastIndexOfAny('|', ';');
            if (DelimitedLine.TryId(ids[(bar + 1)..], out long id) && id > 0)
                builder.Tree.SetId(taxon, id);
            if (bar < 0)
                return;
            ids = ids[..bar];
            taxon = builder.Tree.ParentOf(taxon);
        }
    }

    // The lineage with '|' between trimmed pieces; false unless the ranks go down.
    private bool TryPath(ReadOnlySpan<char> name, out ReadOnlySpan<char> lineage)
    {
        const string order = "dkpcofgst";
        if (path.Length < name.Length)
            path = new char[name.Length];
        int n = 0, last = -1;
        char separator = name.Contains('|') ? '|' : ';';
        lineage = default;
        foreach (var range in name.Split(separator))
        {
            var piece = name[range].Trim();
            int rank = piece.Length > 3 && piece[1] == '_' && piece[2] == '_' ? order.IndexOf(piece[0], StringComparison.Ordinal) : -1;
            if (rank <= last || piece.Contains('|'))
                return false;
            last = rank;
            if (n > 0)
                path[n++] = '|';
            piece.CopyTo(path.AsSpan(n));
            n += piece.Length;
        }

        lineage = path.AsSpan(0, n);
        return true;
    }
}

/// <summary>The lines before the first row of a MetaPhlAn file, in any of its versions.</summary>
internal sealed class MetaPhlAnHeader
{
    /// <summary>The column of the NCBI ids; -1 = none.</summary>
    public int IdColumn { get; private set; } = -1;

    /// <summary>The columns of amounts.</summary>
    public List<int> ValueColumns { get; } = [];

    /// <summary>The samples of those columns; null for one without a name.</summary>
    public List<string?> Samples { get; } = [];

    /// <summary>How many cells a row has.</summary>
    public int Cells { get; private set; }

    /// <summary>Whether the last column may be left out.</summary>
    public bool LastIsOptional { get; private set; }

    /// <summary>The line of the header.</summary>
    public int Line { get; private set; }

    /// <summary>Whether this is a profile of one sample.</summary>
    public bool IsSingle { get; private set; }

    /// <summary>
    /// Reads the header from the comment lines, or from the first line after them where that is one (merged tables).
    /// </summary>
    /// <returns>False where there is none.</returns>
    public static bool TryRead(List<(int Line, string Text)> comments, string? firstRow, int firstRowLine, TableBuilder builder, out MetaPhlAnHeader header)
    {
        header = new MetaPhlAnHeader();
        string? sampleOfIdLine = null;
        foreach (var (_, text) in comments)
            ReadComment(text, builder, ref sampleOfIdLine);
        if (firstRow is not null)
            return header.ReadColumns(firstRow, firstRowLine, null, builder);
        // Other comments may follow it.
        int at = comments.FindLastIndex(c => c.Text.Contains("clade_name", StringComparison.OrdinalIgnoreCase) || c.Text.Contains("relative_abundance", StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            at = comments.FindLastIndex(c => c.Text.Contains('\t', StringComparison.Ordinal));
        at = at < 0 ? comments.Count - 1 : at;
        return at >= 0 && header.ReadColumns(comments[at].Text.TrimStart('#', ' '), comments[at].Line, sampleOfIdLine, builder);
    }

    private static void ReadComment(string text, TableBuilder builder, ref string? sample)
    {
        if (text.StartsWith("#mpa_", StringComparison.OrdinalIgnoreCase))
        {
            builder.Database ??= text[1..].Trim();
            builder.Profiler ??= ProfilerOf(builder.Database);
        }
        else if (text.Contains("metaphlan", StringComparison.OrdinalIgnoreCase) && text.Contains(" --", StringComparison.Ordinal))
        {
            builder.Viruses = text.Contains("--add_viruses", StringComparison.Ordinal) || text.Contains("--profile_vsc", StringComparison.Ordinal);
        }
        else if (text.Contains("Metaphlan_Analysis", StringComparison.OrdinalIgnoreCase) || text.Contains("Metaphlan2_Analysis", StringComparison.OrdinalIgnoreCase))
        {
            if (text.Contains("Metaphlan2", StringComparison.OrdinalIgnoreCase))
                builder.Profiler ??= "MetaPhlAn 2";
            string name = text[1..].Split('\t')[0].Trim();
            sample = name is "" or "SampleID" ? null : name;
        }
    }

    private static string ProfilerOf(string database) =>
        database.StartsWith("mpa_v2", StringComparison.OrdinalIgnoreCase) ? "MetaPhlAn 2"
        : database.StartsWith("mpa_v3", StringComparison.OrdinalIgnoreCase) ? "MetaPhlAn 3"
        : "MetaPhlAn 4";

    private bool ReadColumns(string text, int line, string? sample, TableBuilder builder)
    {
        Line = line;
        string[] names = [.. text.Split('\t').Select(n => n.Trim())];
        if (names.Length == 1 && text.AsSpan().ContainsAny(",; "))
        {
            builder.Bag.Add(MicrobiomeDiagnostics.WrongDelimiter, line, 1, "The header has no tab.", "Save the table with tabs between the cells.");
            return true;
        }

        Cells = names.Length;
        int abundance = Array.FindIndex(names, n => n.Equals("relative_abundance", StringComparison.OrdinalIgnoreCase));
        for (int i = 1; i < names.Length; i++)
        {
            string name = names[i];
            if (name.Equals("NCBI_tax_id", StringComparison.OrdinalIgnoreCase) || name.Equals("clade_taxid", StringComparison.OrdinalIgnoreCase))
                IdColumn = i;
            else if (i == abundance || (abundance < 0 && name.Length > 0 && !name.Equals("additional_species", StringComparison.OrdinalIgnoreCase)))
                ValueColumns.Add(i);
        }

        LastIsOptional = names.Length > 2 && !ValueColumns.Contains(names.Length - 1);
        IsSingle = abundance >= 0 || (ValueColumns.Count == 1 && names[ValueColumns[0]].StartsWith("Metaphlan", StringComparison.OrdinalIgnoreCase));
        foreach (int column in ValueColumns)
            Samples.Add(IsSingle ? sample : names[column]);
        return ValueColumns.Count > 0;
    }
}
