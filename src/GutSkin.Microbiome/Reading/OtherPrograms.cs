using System.Buffers;

namespace GutSkin.Microbiome;

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
