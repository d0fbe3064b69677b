using System.Buffers;

namespace GutSkin.Microbiome;

/// <summary>Finds out a format from the first lines of a file.</summary>
internal static class FormatDetector
{
    private static readonly SearchValues<char> WholeNumbers = SearchValues.Create("0123456789\t ");

    public static TaxonomicFormat Detect(ReadOnlySpan<char> head)
    {
        if (head.StartsWith("\uFFFDHDF") || head.StartsWith("\u0089HDF"))
            return TaxonomicFormat.BiomHdf5;
        if (head.StartsWith("PK\u0003\u0004") || head.StartsWith("\u001F\uFFFD") || head.StartsWith("\u001F\u008B"))
            return TaxonomicFormat.Compressed;
        if (head.Contains('\0'))
            return TaxonomicFormat.Unknown;
        var text = head.TrimStart();
        if (text.StartsWith("{"))
            return TaxonomicFormat.BiomJson;
        var comments = TaxonomicFormat.Unknown;
        while (!text.IsEmpty)
        {
            int end = text.IndexOfAny('\n', '\r');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (line.IsWhiteSpace())
                continue;
            if (line.TrimStart().StartsWith("#"))
            {
                var said = FromComment(line.TrimStart());
                comments = said == TaxonomicFormat.Unknown ? comments : said;
                continue;
            }

            int nextEnd = text.TrimStart("\r\n").IndexOfAny('\n', '\r');
            var next = text.TrimStart("\r\n");
            return FromFirstLine(line, nextEnd < 0 ? next : next[..nextEnd], comments);
        }

        // Nothing but comments: a profile cut off behind its header is still one.
        return comments;
    }

    private static TaxonomicFormat FromComment(ReadOnlySpan<char> line)
    {
        if (Is(line, "#OTU ID") || Is(line, "#OTUID") || Is(line, "# Constructed from biom") || Is(line, "#NAME") || Is(line, "#FeatureID"))
            return TaxonomicFormat.FeatureTable;
        if (Is(line, "#Classification"))
            return TaxonomicFormat.KrakenMpa;
        if (Has(line, "relative_abundance") || Has(line, "Metaphlan_Analysis") || Has(line, "Metaphlan2_Analysis"))
            return TaxonomicFormat.MetaPhlAn;
        return Is(line, "#mpa_") || Is(line, "#clade_name") ? TaxonomicFormat.MetaPhlAnMerged : TaxonomicFormat.Unknown;
    }

    private static TaxonomicFormat FromFirstLine(ReadOnlySpan<char> line, ReadOnlySpan<char> next, TaxonomicFormat comments)
    {
        var first = FirstWord(line, out var rest);
        if (Equal(first, "clade_name"))
            return Has(rest, "relative_abundance") ? TaxonomicFormat.MetaPhlAn : TaxonomicFormat.MetaPhlAnMerged;
        if (Equal(first, "name") && Has(rest, "taxonomy_id"))
            return TaxonomicFormat.Bracken;
        if (Equal(first, "label") && Has(rest, "numOtus"))
            return TaxonomicFormat.MothurShared;
        if (Equal(first, "OTU") && Has(rest, "Size") && Has(rest, "Taxonomy"))
            return TaxonomicFormat.MothurTaxonomy;
        if (Is(line, "Feature ID") || Is(line, "FeatureID"))
            return Has(line, "Taxon") && !Has(line, "Taxonomy") ? TaxonomicFormat.QiimeTaxonomy : TaxonomicFormat.FeatureTable;
        if (Is(line, "OTU ID") || Equal(first, "OTUID") || Equal(first, "OTU_ID"))
            return TaxonomicFormat.FeatureTable;
        if (IsLineage(first) || Equal(first, "UNKNOWN") || Equal(first, "UNCLASSIFIED"))
        {
            if (comments is TaxonomicFormat.FeatureTable or TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged or TaxonomicFormat.KrakenMpa)
                return comments;
            return IsWholeNumber(rest) ? TaxonomicFormat.KrakenMpa : TaxonomicFormat.MetaPhlAn;
        }

        if (IsLineage(FirstWord(next, out _)))
        {
            if (Equal(first, "ID") || Equal(first, "taxonomy") || comments is TaxonomicFormat.MetaPhlAn or TaxonomicFormat.MetaPhlAnMerged)
                return comments == TaxonomicFormat.MetaPhlAn ? comments : TaxonomicFormat.MetaPhlAnMerged;
            if (Equal(first, "Species") || first.IsEmpty)
                return TaxonomicFormat.SpeciesTable;
        }

        if (comments != TaxonomicFormat.Unknown)
            return comments;
        if (LooksLikeKraken(line))
            return TaxonomicFormat.KrakenReport;
        return line.Contains('\t') && Has(rest, "__") && (Has(rest, ";") || Has(rest, "|")) && !IsNumber(first) ? TaxonomicFormat.QiimeTaxonomy : TaxonomicFormat.Unknown;
    }

    // The percentage first, then counts, somewhere a rank code.
    private static bool LooksLikeKraken(ReadOnlySpan<char> line)
    {
        int cells = 0;
        bool percent = false, rank = false;
        foreach (var range in line.Split(line.Contains('\t') ? '\t' : ','))
        {
            var cell = line[range].Trim();
            percent |= cells == 0 && IsNumber(cell);
            rank |= cells is >= 2 and <= 6 && cell.Length is 1 or 2 && (cell[0] is '-' || "URDKPCOFGS".Contains(cell[0]));
            if (++cells > 9)
                return false;
        }

        return percent && rank && cells >= 4;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        int at = line.IndexOfAny("\t,");
        if (at < 0)
            at = line.IndexOf(line.Contains('|') ? ' ' : ';');
        if (at < 0)
            at = line.IndexOf(' ');
        rest = at < 0 ? default : line[(at + 1)..];
        return Cells.Trim(at < 0 ? line : line[..at]);
    }

    private static bool IsLineage(ReadOnlySpan<char> word) =>
        word.Length > 3 && "kdpcofgst".Contains(word[0]) && word[1] == '_'
        && (word[2] == '_' || (char.IsAsciiLetterUpper(word[2]) && (word.Contains('|') || word[0] is 'd' or 'k')));

    private static bool IsNumber(ReadOnlySpan<char> text) => Cells.TryNumber(text, out _);

    private static bool IsWholeNumber(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.Trim();
        return !trimmed.IsEmpty && !trimmed.ContainsAnyExcept(WholeNumbers);
    }

    private static bool Is(ReadOnlySpan<char> line, string start) => line.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> line, string part) => line.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Equal(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
