using System.Buffers;

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

/// <summary>Output that is known and not read: each with its name and the way to something that is read.</summary>
internal static class OtherPrograms
{
    private const string Taxpasta = "taxpasta standardise -p {0} --taxonomy TAXDUMP --add-name --add-rank --add-lineage --add-rank-lineage -o profile.tsv FILE";

    private static readonly SearchValues<char> IdsAndBars = SearchValues.Create("0123456789|");

    // What a line of the head begins with or holds, and what follows from it.
    private static readonly (string Start, string[] Holds, string What, string Hint)[] Known =
    [
        ("# KrakenUniq", [], "a report of KrakenUniq", Hint("krakenuniq", "kreport2mpa.py -r REPORT -o profile.mpa (KrakenTools)")),
        ("%\treads\ttaxReads", [], "a report of KrakenUniq", Hint("krakenuniq", "kreport2mpa.py -r REPORT -o profile.mpa (KrakenTools)")),
        ("file\tpercent\treads\ttaxon_id", [], "a table of Kaiju (kaiju2table)", Hint("kaiju", null)),
        ("#perc\ttot_all", [], "a combined report of KrakenTools (combine_kreports.py)", "Give the report of each sample, or combine them in MetaPhlAn's form: kreport2mpa.py for each, then combine_mpa.py."),
        ("ref\tpercentage\tcoverage", [], "a profile of KMCP", Hint("kmcp", "kmcp profile --cami-report profile.cami")),
        ("name\ttaxID\ttaxRank", [], "a report of Centrifuge", "Convert it: centrifuge-kreport -x INDEX OUTPUT > report.txt"),
        ("taxlevel\trankID\ttaxon", [], "a tax.summary of mothur", "Give the .shared file, and the .cons.taxonomy file as its taxonomy (--taxonomy)."),
        ("#Compressed Format", [], "a compressed count_table of mothur", "Give the .shared file (make.shared), or the full count_table (count.seqs with compress=f)."),
        ("sample\tcoverage\ttaxonomy", [], "a profile of SingleM", "Convert it: singlem summarise --input-taxonomic-profile PROFILE --output-species-by-site-relative-abundance table.tsv"),
        ("# Gene Family", [], "a table of HUMAnN: functions, no taxa", "Give the MetaPhlAn profile that HUMAnN made beside it (*_metaphlan_bugs_list.tsv)."),
        ("# Pathway", [], "a table of HUMAnN: functions, no taxa", "Give the MetaPhlAn profile that HUMAnN made beside it (*_metaphlan_bugs_list.tsv)."),
        ("", ["f_weighted_at_rank"], "a table of sourmash", "Convert it: sourmash tax metagenome -g GATHER -t TAXONOMY --output-format kreport"),
        ("", ["f_unique_to_query"], "a table of sourmash", "Convert it: sourmash tax metagenome -g GATHER -t TAXONOMY --output-format kreport"),
        ("<!DOCTYPE", [], "a web page", "Give the file that the page offers to download."),
        ("<html", [], "a web page", "Give the file that the page offers to download."),
    ];

    /// <summary>What the first lines are; null where they are nothing known.</summary>
    public static (string What, string Hint)? Recognize(IReadOnlyList<string> lines)
    {
        foreach (string line in lines.Take(10))
        {
            foreach (var (start, holds, what, hint) in Known)
            {
                if ((start.Length > 0 && line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || Array.Exists(holds, h => line.Contains(h, StringComparison.OrdinalIgnoreCase)))
                    return (what, hint);
            }
        }

        var rows = lines.Where(l => l.Length > 0).Take(20).ToList();
        if (rows.Count == 0)
            return null;
        if (rows.Take(5).All(IsGanonRow))
            return ("a report of ganon", Hint("ganon", "ganon report --output-format bioboxes"));
        if (rows.TrueForAll(IsReadRow))
            return rows.TrueForAll(r => r.Split('\t').Length == 5 && r.Contains(':', StringComparison.Ordinal))
                ? ("Kraken's output of single reads", "Give the report: kraken2 --report report.txt")
                : ("Kaiju's output of single reads", "Count it: kaiju2table -t nodes.dmp -n names.dmp -r species -o table.tsv OUTPUT; then " + Hint("kaiju", null));
        if (rows.Count > 1 && rows.TrueForAll(IsIdRow))
            return ("a list of taxonomy ids and numbers (such as MEGAN's rma2info writes)", Hint("megan6", null));
        if (rows[0][0] == '>' || (rows[0][0] == '@' && rows.Count > 2 && rows[2].StartsWith('+')))
            return ("a file of sequences", "Run a profiler on it first, such as MetaPhlAn or Kraken 2, and give its output.");
        return null;
    }

    private static string Hint(string profiler, string? other) =>
        $"Convert it: {(other is null ? "" : other + ", or ")}{Taxpasta.Replace("{0}", profiler, StringComparison.Ordinal)}";

    // rank, id, lineage of ids by bars, name, unique, shared, children, cumulative, percent.
    private static bool IsGanonRow(string line)
    {
        string[] cells = line.Split('\t');
        return cells.Length == 9 && (cells[2] is "-" || (cells[2].Length > 0 && cells[2][0] == '1' && !cells[2].AsSpan().ContainsAnyExcept(IdsAndBars)) || cells[2].Contains('|', StringComparison.Ordinal))
            && cells[4..].All(c => DelimitedLine.TryNumber(c, out _));
    }

    private static bool IsIdRow(string line)
    {
        string[] cells = line.Split('\t');
        return cells.Length == 2 && DelimitedLine.TryId(cells[0], out _) && DelimitedLine.TryNumber(cells[1], out _);
    }

    // C or U, the name of a read, an id.
    private static bool IsReadRow(string line)
    {
        string[] cells = line.Split('\t');
        return cells.Length >= 3 && cells[0] is "C" or "U" && cells.Length > 2;
    }
}
