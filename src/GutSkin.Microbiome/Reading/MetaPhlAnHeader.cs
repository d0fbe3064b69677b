namespace GutSkin.Microbiome;

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
    /// Reads the header from the comment lines, or from the first line behind them where that is one (merged tables).
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
        for (int i = comments.Count - 1; i >= 0; i--)
        {
            string text = comments[i].Text.TrimStart('#', ' ');
            if (i == comments.Count - 1 || text.Contains('\t', StringComparison.Ordinal))
                return header.ReadColumns(text, comments[i].Line, sampleOfIdLine, builder);
        }

        return false;
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
