using System.Globalization;
using System.Text.Json;

namespace GutSkin.Microbiome.Tests;

/// <summary>
/// Diversity and abundances of every sample of every real file, computed a second time in a few lines of other code: texts are split, rows
/// summed by what their lineages hold, logarithms are the platform's.
/// </summary>
public class IndependentTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "metaphlan3/SRR1761667_metaphlan.txt", "metaphlan" },
        { "metaphlan3/Subj015_time2_S12_metaphlan.txt", "metaphlan" },
        { "metaphlan3/Subj034_time1_S24_metaphlan.txt", "metaphlan" },
        { "metaphlan3/mpa_valid_simple.tsv", "metaphlan" },
        { "metaphlan4/ERR7569998.txt", "metaphlan" },
        { "metaphlan-merged/merged_abundance_table_v30.txt", "metaphlan" },
        { "kraken2/2612_pe-ERR5766176-db1.kraken2.report.txt", "kraken" },
        { "kraken2/report-ok.txt", "kraken" },
        { "bracken/2611_se-ERR5766174-db1_S.tsv", "bracken" },
        { "bracken/2612_pe-ERR5766176-db1_S.tsv", "bracken" },
        { "classic-otu-table/ag24-genus.tsv", "otu" },
        { "biom1-json/Aggregated_humanization2.biom", "biom" },
        { "biom1-json/feature-table_v100.biom", "biom" },
        { "biom1-json/rich_sparse_otu_table.biom", "biom" },
        { "biom1-json/min_sparse_otu_table.biom", "biom" },
        { "biom2-hdf5/rich_sparse_otu_table_hdf5.biom", "../biom1-json/rich_sparse_otu_table.biom" },
        { "biom2-hdf5/min_sparse_otu_table_hdf5.biom", "../biom1-json/min_sparse_otu_table.biom" },
        { "mothur/mothur_example.shared", "mothur" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_number_is_that_of_a_second_computation(string file, string kind)
    {
        var table = SampleFiles.Table(file, kind == "mothur" ? SampleFiles.Taxonomy("mothur/mothur_example.cons.taxonomy") : null);
        string path = kind.StartsWith("..", StringComparison.Ordinal) ? kind[3..] : file;
        var samples = kind switch
        {
            "metaphlan" => MetaPhlAn(SampleFiles.Text(path)),
            "kraken" => Kraken(SampleFiles.Text(path)),
            "bracken" => Bracken(SampleFiles.Text(path)),
            "otu" => OtuTable(SampleFiles.Text(path)),
            "mothur" => Mothur(SampleFiles.Text(path), SampleFiles.Text("mothur/mothur_example.cons.taxonomy")),
            _ => Biom(SampleFiles.Text(path)),
        };
        samples.Should().HaveCount(table.Samples.Length);
        foreach (var (profile, expected) in table.Profiles.Zip(samples))
            Same(profile, expected, $"{file} {profile.Sample}");
    }

    private static void Same(TaxonomicProfile profile, Sample expected, string what)
    {
        var m = profile.Measure();
        double[] amounts = [.. expected.Parts.Where(p => p.Amount > 0).Select(p => p.Amount)];
        double sum = amounts.Sum();
        m.Richness.Should().Be(amounts.Length, what);
        Close(m.Shannon, sum > 0 ? -amounts.Sum(a => a / sum * Math.Log(a / sum)) : null, what);
        Close(m.SimpsonDominance, sum > 0 ? amounts.Sum(a => a / sum * (a / sum)) : null, what);
        Close(m.BergerParker, sum > 0 ? amounts.Max() / sum : null, what);
        if (expected.Whole == 0)
            return;
        foreach (var clade in m.Clades)
        {
            string[] names = clade.Taxon.Name switch
            {
                "Proteobacteria" => ["p__Proteobacteria", "p__Pseudomonadota"],
                "Lactobacillus" => ["g__Lactobacillus", "g__Ligilactobacillus", "g__Limosilactobacillus", "g__Lacticaseibacillus", "g__Lactiplantibacillus", "g__Latilactobacillus", "g__Companilactobacillus"],
                _ => ["g__" + clade.Taxon.Name],
            };
            double share = expected.Clades(names) / expected.Whole;
            if (share > 0 || clade.Share is not null)
                Close(clade.Share, share, $"{what} {clade.Taxon.Name}");
        }

        double firmicutes = expected.Clades(["p__Firmicutes", "p__Bacillota"]), bacteroidetes = expected.Clades(["p__Bacteroidetes", "p__Bacteroidota"]);
        if (m.FirmicutesBacteroidetes?.Ratio is { } ratio)
            Close(ratio, firmicutes / bacteroidetes, what + " ratio");
        else
            (firmicutes * bacteroidetes).Should().Be(0, what);
    }

    private static void Close(double? actual, double? expected, string what)
    {
        actual.HasValue.Should().Be(expected.HasValue, what);
        if (expected is { } value)
            actual!.Value.Should().BeApproximately(value, 1e-9 * Math.Max(1, Math.Abs(value)), what);
    }

    private static List<Sample> MetaPhlAn(string text)
    {
        string[][] lines = Lines(text);
        string[] header = lines.Last(l => l[0].TrimStart('#') is "clade_name" or "ID");
        string[][] rows = [.. lines.Where(l => l[0].StartsWith("k__", StringComparison.Ordinal))];
        int[] columns = header.Contains("relative_abundance") ? [Array.IndexOf(header, "relative_abundance")]
            : [.. Enumerable.Range(0, header.Length).Where(i => i > 0 && header[i] is not "NCBI_tax_id")];
        return [.. columns.Select(c => new Sample(
            [.. rows.Where(r => Last(r[0]).StartsWith("s__", StringComparison.Ordinal)).Select(r => (r[0], Number(r[c])))],
            rows.Where(r => !r[0].Contains('|')).Sum(r => Number(r[c])),
            names => rows.Where(r => names.Contains(Last(r[0]))).Sum(r => Number(r[c]))))];
    }

    private static List<Sample> Kraken(string text)
    {
        var rows = Lines(text, '\t').Select(l => (Reads: Number(l[1]), Code: l[^3].Trim(), Name: l[^1].Trim())).ToList();
        double human = rows.Where(r => r.Name == "Homo sapiens").Sum(r => r.Reads);
        double whole = rows.First(r => r.Code == "R").Reads - human;
        return [new Sample(
            [.. rows.Where(r => r.Code == "S" && r.Name != "Homo sapiens").Select(r => (r.Name, r.Reads))],
            whole,
            names => rows.Where(r => names.Contains($"{char.ToLowerInvariant(r.Code[0])}__{r.Name}") && r.Code.Length == 1).Sum(r => r.Reads))];
    }

    private static List<Sample> Bracken(string text)
    {
        var rows = Lines(text).Skip(1).Where(l => l[0] != "Homo sapiens").Select(l => (l[0], Number(l[5]))).ToArray();
        return [new Sample(rows, rows.Sum(r => r.Item2), names => rows.Where(r => names.Contains("g__" + r.Item1.Split(' ')[0])).Sum(r => r.Item2))];
    }

    private static List<Sample> OtuTable(string text)
    {
        string[][] lines = [.. Lines(text).Where(l => l.Length > 1)];
        return [.. Enumerable.Range(1, lines[0].Length - 2).Select(c => OfLineages(lines.Skip(1).Select(l => (l[^1], Number(l[c])))))];
    }

    private static List<Sample> Mothur(string text, string taxonomy)
    {
        var lineages = Lines(taxonomy).Skip(1).ToDictionary(l => l[0], l => l[2]);
        string[][] lines = Lines(text);
        return [.. lines.Skip(1).Select(l => OfLineages(Enumerable.Range(3, lines[0].Length - 3).Where(i => lines[0][i].Length > 0).Select(i => (Prefixed(lineages[lines[0][i]]), Number(l[i])))))];
    }

    // Bacteria(100);Firmicutes(100) → d__Bacteria;p__Firmicutes.
    private static string Prefixed(string lineage) =>
        string.Join(';', lineage.Trim('"', ';').Split(';').Select((p, i) => $"{"dpcofgst"[i]}__{p[..p.LastIndexOf('(')]}"));

    private static List<Sample> Biom(string text)
    {
        var root = JsonDocument.Parse(text).RootElement;
        string[] lineages = [.. root.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("metadata") is { ValueKind: JsonValueKind.Object } m && m.TryGetProperty("taxonomy", out var t)
            ? (t.ValueKind == JsonValueKind.Array ? string.Join(';', t.EnumerateArray().Select(p => p.GetString())) : t.GetString()!).Replace("\"", "", StringComparison.Ordinal) : "")];
        int count = root.GetProperty("columns").GetArrayLength();
        var amounts = new double[count, lineages.Length];
        int row = 0;
        foreach (var entry in root.GetProperty("data").EnumerateArray())
        {
            double[] values = [.. entry.EnumerateArray().Select(v => v.GetDouble())];
            if (root.GetProperty("matrix_type").GetString() == "sparse")
                amounts[(int)values[1], (int)values[0]] = values[2];
            for (int c = 0; root.GetProperty("matrix_type").GetString() == "dense" && c < count; c++)
                amounts[c, row] = values[c];
            row++;
        }

        return [.. Enumerable.Range(0, count).Select(c => OfLineages(lineages.Select((l, i) => (l, amounts[c, i]))))];
    }

    // Rows beside one another, chloroplasts and mitochondria left out.
    private static Sample OfLineages(IEnumerable<(string Lineage, double Amount)> rows)
    {
        var kept = rows.Where(r => !r.Lineage.Contains("chloroplast", StringComparison.OrdinalIgnoreCase) && !r.Lineage.Contains("mitochondria", StringComparison.OrdinalIgnoreCase)).ToArray();
        return new Sample(kept, kept.Sum(r => r.Amount), names => kept.Where(r => r.Lineage.Split(';', '|').Any(p => names.Contains(p.Trim()))).Sum(r => r.Amount));
    }

    private static string[][] Lines(string text, char separator = '\t') =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Split(separator).Select(c => separator == '\t' ? c.Trim() : c).ToArray())];

    private static string Last(string lineage) => lineage[(lineage.LastIndexOf('|') + 1)..];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Sample((string Lineage, double Amount)[] Parts, double Whole, Func<string[], double> Clades);
}
