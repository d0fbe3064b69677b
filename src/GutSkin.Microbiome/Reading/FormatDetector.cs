namespace GutSkin.Microbiome;

/// <summary>Finds out a format from the first lines of a file: from comments wherever they are, the header, and what the rows hold.</summary>
internal static class FormatDetector
{
    /// <summary>The format of a text, and how its table is laid out where it is one of the general kinds.</summary>
    public static (TaxonomicFormat Format, TableLayout? Layout) Detect(TextSource source)
    {
        var head = source.Head;
        if (head.StartsWith("\uFFFDHDF") || head.StartsWith("\u0089HDF"))
            return (TaxonomicFormat.BiomHdf5, null);
        if (head.StartsWith("PK\u0003\u0004") || head.StartsWith("\u001F\uFFFD") || head.StartsWith("\u001F\u008B"))
            return (TaxonomicFormat.Compressed, null);
        if (head.Contains('\0'))
            return (TaxonomicFormat.Unknown, null);
        if (head.TrimStart().StartsWith("{"))
            return (TaxonomicFormat.BiomJson, null);
        var lines = source.PeekLines();
        if (OtherPrograms.Recognize(lines) is not null)
            return (TaxonomicFormat.Unknown, null);
        var format = FromLines(lines);
        if (format is not (TaxonomicFormat.Unknown or TaxonomicFormat.FeatureTable or TaxonomicFormat.Motus))
            return (format, null);
        var layout = TableLayout.Find(lines);
        return layout is null ? (format, null)
            : format == TaxonomicFormat.Motus ? (format, layout)
            : (FromLayout(layout), layout);
    }

    // What programs say of themselves, and rows that only one of them writes.
    private static TaxonomicFormat FromLines(List<string> lines)
    {
        var comments = TaxonomicFormat.Unknown;
        string? first = null, second = null;
        foreach (string line in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var text = line.AsSpan().TrimStart();
            if (text[0] == '@' && (Is(text, "@@TAXID") || Is(text, "@SampleID") || Is(text, "@Version") || Is(text, "@Ranks")))
                return TaxonomicFormat.Cami;
            if (text[0] == '#')
            {
                var said = FromComment(text);
                comments = said == TaxonomicFormat.Unknown || comments is TaxonomicFormat.MetaPhlAn or TaxonomicFormat.Motus ? comments : said;
            }
            else if (first is null)
            {
                first = line;
            }
            else if (!IsTop(FirstCell(line, out _)))
            {
                second ??= line;
            }
        }

        // Nothing but comments: a profile cut off after its header is still one.
        if (comments is TaxonomicFormat.Motus or TaxonomicFormat.Cami || first is null)
            return comments;
        return FromFirstRows(first, second ?? "", comments);
    }

    private static TaxonomicFormat FromComment(ReadOnlySpan<char> line)
    {
        if (Has(line, "CAMI Submission"))
            return TaxonomicFormat.Cami;
        if (Is(line, "#consensus_taxonomy") || Is(line, "#mOTU\t") || Has(line, "motus version"))
            return TaxonomicFormat.Motus;
        if (Is(line, "#OTU ID") || Is(line, "#OTUID") || Is(line, "# Constructed from biom") || Is(line, "#NAME") || Is(line, "#FeatureID"))
            return TaxonomicFormat.FeatureTable;
        if (Is(line, "#Classification"))
            return TaxonomicFormat.KrakenMpa;
        if (Has(line, "relative_abundance") || Has(line, "Metaphlan_Analysis") || Has(line, "Metaphlan2_Analysis"))
            return TaxonomicFormat.MetaPhlAn;
        return Is(line, "#mpa_") || Is(line, "#clade_name") ? TaxonomicFormat.MetaPhlAnMerged : TaxonomicFormat.Unknown;
    }

    private static TaxonomicFormat FromFirstRows(string line, string next, TaxonomicFormat comments)
    {
        var first = FirstCell(line, out var rest);
        var below = FirstCell(next, out _);
        if (Equal(first, "taxonomy_id"))
            return TaxonomicFormat.Taxpasta;
        if (Equal(first, "name") && Has(rest, "taxonomy_id"))
            return TaxonomicFormat.Bracken;
        if (Equal(first, "label") && (Has(rest, "numOtus") || Has(rest, "Abundance")))
            return TaxonomicFormat.MothurShared;
        if (Equal(first, "OTU") && Has(rest, "Size") && Has(rest, "Taxonomy"))
            return TaxonomicFormat.MothurTaxonomy;
        if ((Is(line, "Feature ID") || Is(line, "FeatureID")) && Has(line, "Taxon") && !Has(line, "Taxonomy"))
            return TaxonomicFormat.QiimeTaxonomy;
        bool lineages = IsBarLineage(first) || IsTop(first);
        if (lineages && line.Contains('\t', StringComparison.Ordinal))
        {
            if (comments is TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged or TaxonomicFormat.KrakenMpa)
                return comments;
            // Rows from the first line on: reads (or percentages) of KrakenTools, which writes no header.
            if (comments == TaxonomicFormat.Unknown && !first.Contains(';') && DelimitedLine.TryNumber(FirstCell(rest.ToString(), out _), out _))
                return TaxonomicFormat.KrakenMpa;
        }

        bool profiler = Equal(first, "clade_name") || comments is TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged;
        if (profiler && (next.Length == 0 || IsBarLineage(below) || IsTop(below) || !TableText.IsTaxonName(below.ToString())))
            return Has(rest, "relative_abundance") || comments == TaxonomicFormat.MetaPhlAn ? TaxonomicFormat.MetaPhlAn : TaxonomicFormat.MetaPhlAnMerged;
        if (LooksLikeKraken(line))
            return TaxonomicFormat.KrakenReport;
        return comments is TaxonomicFormat.FeatureTable or TaxonomicFormat.KrakenMpa ? comments : TaxonomicFormat.Unknown;
    }

    private static TaxonomicFormat FromLayout(TableLayout layout)
    {
        if (!layout.SamplesInRows && !layout.Roles.Contains(ColumnRole.Amounts))
            return layout.Roles.Contains(ColumnRole.Lineage) || layout.Roles.Contains(ColumnRole.Rank) ? TaxonomicFormat.QiimeTaxonomy : TaxonomicFormat.FeatureTable;
        if (layout.Labels == LabelKind.LoneNames)
            return TaxonomicFormat.SpeciesTable;
        return IsMerged(layout) ? TaxonomicFormat.MetaPhlAnMerged : TaxonomicFormat.FeatureTable;
    }

    // Lineages by bars, a row for every rank, percent: MetaPhlAn, whatever its first cell is called.
    private static bool IsMerged(TableLayout layout)
    {
        if (layout.Delimiter != '\t' || layout.HeaderIsShort || layout.SamplesInRows || layout.Labels != LabelKind.Lineages
            || Array.Exists(layout.Roles, r => r is ColumnRole.Lineage or ColumnRole.Rank or ColumnRole.Other))
        {
            return false;
        }

        bool percent = layout.Rows.All(r => r.Skip(1).All(c => !DelimitedLine.TryNumber(c, out double value) || value <= 100.0001));
        var labels = layout.Rows.Select(r => r[0]).ToList();
        return percent && labels.TrueForAll(l => IsBarLineage(l) || IsTop(l))
            && labels.Exists(l => labels.Exists(other => other.StartsWith(l + "|", StringComparison.Ordinal)));
    }

    // The percentage first, then counts, somewhere a rank code.
    private static bool LooksLikeKraken(ReadOnlySpan<char> line)
    {
        int cells = 0;
        bool percent = false, rank = false;
        foreach (var range in line.Split(line.Contains('\t') ? '\t' : ','))
        {
            var cell = line[range].Trim();
            percent |= cells == 0 && DelimitedLine.TryNumber(cell, out _);
            rank |= cells is >= 2 and <= 6 && cell.Length is 1 or 2 && (cell[0] is '-' || "URDKPCOFGS".Contains(cell[0]));
            if (++cells > 9)
                return false;
        }

        return percent && rank && cells >= 4;
    }

    private static ReadOnlySpan<char> FirstCell(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        int at = line.IndexOf('\t');
        if (at < 0)
            at = line.IndexOf(',');
        if (at < 0)
            at = line.IndexOf(' ');
        rest = at < 0 ? default : line[(at + 1)..];
        return DelimitedLine.Trim(at < 0 ? line : line[..at]);
    }

    // k__Bacteria, k__Bacteria|p__Firmicutes, d_Bacteria|p_Firmicutes; and GTDB's d__Bacteria;p__Bacillota of MetaPhlAn.
    private static bool IsBarLineage(ReadOnlySpan<char> cell)
    {
        int end = cell.IndexOfAny("|;");
        RankText.Split(end < 0 ? cell : cell[..end], out char letter);
        return letter is 'd' or 'k' or RankText.NoPlace;
    }

    private static bool IsTop(ReadOnlySpan<char> cell) => Equal(cell, "UNKNOWN") || Equal(cell, "UNCLASSIFIED");

    private static bool Is(ReadOnlySpan<char> line, string start) => line.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> line, string part) => line.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Equal(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
