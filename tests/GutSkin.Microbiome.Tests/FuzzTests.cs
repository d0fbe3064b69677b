using System.Text;
using Draws = GutSkin.Tests.SplitMix64;

namespace GutSkin.Microbiome.Tests;

/// <summary>
/// Mutated inputs for every reader: never an exception, a hang or growth, never a profile with an error, never a share outside 0 to 1.
/// A few hundred each here; GUTSKIN_FUZZ=1000000 runs a million each, GUTSKIN_FUZZ_SEED another sequence.
/// </summary>
public class FuzzTests
{
    private const int Few = 300;
    private const long MaxAllocated = 400L * 1024 * 1024;

    private static readonly string[] Words =
    [
        "NaN", "-1", "1e999", "Infinity", "0", "100", "1e-9", "\t", "\n", "\r\n", ",", ";", "|", "\"", "{", "}", "[", "]", "[[", ":", "#", "\0", "\uFEFF", "\uFFFD", "k__", "s__", "t__SGB1", "x__",
        "UNKNOWN\t-1\t50\t\n", "null", "\\u00", "taxonomy", "Homo sapiens", "          ", "999999999999999999999", "unclassified", "__", "D_5__", "(100)", "\ud800", "Mitochondria", "Kingdom", "_num", "_frac",
        "@@TAXID", "@SampleID:", "#OTU ID", "clade_name", "rank_lineage", "[ref_mOTU_v3_1]", "phage", "sep=;", "18446744073709551615",
    ];

    private static readonly (string Reader, TaxonomicFormat? Format, string[] Files, string[] Texts)[] Readers =
    [
        ("metaphlan", TaxonomicFormat.MetaPhlAn, ["metaphlan3", "metaphlan4"], ["#SampleID\tMetaphlan2_Analysis\nk__Bacteria\t100.0\nk__Bacteria|s__A_b\t100.0\nk__Bacteria|s__A_b|t__C\t50\n"]),
        ("metaphlan-merged", TaxonomicFormat.MetaPhlAnMerged, ["metaphlan-merged"], ["clade_name\tA\tB\nUNCLASSIFIED\t10\t100\nk__Bacteria\t90\t0\nk__Bacteria|s__A_b\t90\t0\n"]),
        ("kraken2", TaxonomicFormat.KrakenReport, ["kraken2"], ["10.00\t1\t1\tU\t0\tunclassified\n90.00\t9\t0\tR\t1\troot\n90.00\t9\t0\tR1\t3\t  d__Bacteria\n90.00\t9\t9\tR2\t4\t    g__Blautia\n"]),
        ("kraken-mpa", TaxonomicFormat.KrakenMpa, [], ["d__Bacteria\t100\nd__Bacteria|p__Bacillota\t90\nd__Bacteria|x__y|g__Blautia|s__Blautia obeum\t70\n", "#Classification\tA\tB\nd__Bacteria\t5\t6\n"]),
        ("bracken", TaxonomicFormat.Bracken, ["bracken"], ["name\ttaxonomy_id\ttaxonomy_lvl\tA_num\tA_frac\tB_num\tB_frac\nBlautia obeum\t853\tS\t600\t0.60000\t10\t0.01000\nX y\t2\tS\t400\t0.40000\t990\t0.99000\n"]),
        ("otu-table", TaxonomicFormat.FeatureTable, ["classic-otu-table"], ["#OTU ID\tS1\ttaxonomy\na\t6.0\tk__Bacteria; p__Firmicutes; g__Blautia\nb\t2.0\tUnassigned\n", "\"S1\" \"S2\"\n\"k__Bacteria|g__A\" 40.5 0\n", "\"\",\"S1\",\"Kingdom\",\"Phylum\",\"Genus\"\n\"sv\",4,\"Bacteria\",\"Firmicutes\",NA\n"]),
        ("samples-in-rows", TaxonomicFormat.FeatureTable, [], ["index,d__Bacteria;g__Faecalibacterium,d__Bacteria;g__Blautia,Unassigned;__,age\nS1,400.0,300.0,10.0,33\nS2,10.0,20.0,5.0,44\n", "sample\tFaecalibacterium\tBlautia\nS1\t1\t2\n"]),
        ("species-table", TaxonomicFormat.SpeciesTable, [], ["Species,A,B\ns__Faecalibacterium_prausnitzii,60.5,1\ns__Akkermansia_muciniphila,39.5,99\n", "name\tA\nB. longum\t1\nUNKNOWN\t2\nBlautia phage\t3\n"]),
        ("biom", TaxonomicFormat.BiomJson, ["biom1-json"], ["{\"format\":\"1.0.0\",\"matrix_type\":\"dense\",\"matrix_element_type\":\"float\",\"shape\":[2,1],\"rows\":[{\"id\":\"a\"},{\"id\":\"b\",\"metadata\":{\"taxonomy\":\"k__A;p__B\",\"Rank6\":[[\"x\"]]}}],\"columns\":[{\"id\":\"S\"}],\"data\":[[0.5],[0.5]]}"]),
        ("mothur-shared", TaxonomicFormat.MothurShared, ["mothur"], ["label\tGroup\tnumOtus\tOtu1\tOtu2\t\r\n0.03\tA\t2\t3\t0\t\r\n", "label\tGroup\tOTU\tAbundance\n0.03\tA\tOtu1\t5\n0.03\tB\tOtu1\t5\n"]),
        ("mothur-taxonomy", TaxonomicFormat.MothurTaxonomy, ["mothur"], []),
        ("qiime2-taxonomy", TaxonomicFormat.QiimeTaxonomy, ["qiime2-taxonomy"], ["\"\",\"Kingdom\",\"Phylum\",\"Genus\"\n\"a\",\"Bacteria\",\"Firmicutes\",NA\n"]),
        ("taxpasta", TaxonomicFormat.Taxpasta, [], ["taxonomy_id\tname\trank\tlineage\trank_lineage\tA\tB\n0\tunclassified\tno rank\t\t\t10\t0\n853\tF p\tspecies\tBacteria;X;F;F p\tsuperkingdom;clade;genus;species\t60\t1\n976\tBacteroidota\tphylum\tBacteria;Bacteroidota\tsuperkingdom;phylum\t30\t1\n"]),
        ("cami", TaxonomicFormat.Cami, [], ["@SampleID:s1\n@Version:0.9.1\n@Ranks:superkingdom|phylum|genus\n@@TAXID\tRANK\tTAXPATH\tTAXPATHSN\tPERCENTAGE\n2\tsuperkingdom\t2\tBacteria\t100.0\n1239\tphylum\t2|1239\tBacteria|Firmicutes\t100.0\n5\tgenus\t2||5\tBacteria||Blautia\t50\n"]),
        ("motus", TaxonomicFormat.Motus, [], ["# git tag version 3.0.3 |  motus version 3.0.3 | calc_motu 3.0.3 -k mOTU\n# call: python motus\n#consensus_taxonomy\tNCBI_tax_id\tS\nBlautia obeum [ref_mOTU_v3_1]\t40520\t6\nClostridiales sp. [meta_mOTU_v3_2]\tNA\t4\nunassigned\tNA\t3\n"]),
        ("named", null, [], ["# KrakenUniq v1.0.0\n%\treads\ttaxReads\n", "C\tread1\t853\t100\t853:66\n", "unclassified\t-\t-\tunclassified\t0\t0\t0\t5\t5.0\nroot\t1\t1\troot\t0\t0\t95\t95\t95.0\n", "853\t5\n820\t6\n"]),
    ];

    private static readonly Damage[] Kinds = [Damage.Insert, Damage.Remove, Damage.Cut, Damage.Double, Damage.Character, Damage.Splice, Damage.Exchange];

    public static TheoryData<string> Names => [.. Readers.Select(r => r.Reader)];

    private static int Wanted => TestSettings.Number("GUTSKIN_FUZZ", Few);

    // A long run gives way to others on the machine.
    private static int MaxMilliseconds => Wanted > Few ? 60_000 : 5000;

    private static ulong Seed => (ulong)TestSettings.Number("GUTSKIN_FUZZ_SEED", 20261128);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_breaks_a_reader(string reader)
    {
        var (_, format, files, texts) = Readers.Single(r => r.Reader == reader);
        var mutator = new Mutator([.. Seeds(files), .. texts], Words, Kinds, 200, 128);
        var random = new Draws(Seed);
        for (int run = 0; run < Wanted; run++)
        {
            string text = mutator.Text(random);
            var named = random.Below(3) == 0 ? format : random.Below(20) == 0 ? (TaxonomicFormat)random.Below(17) : null;
            int way = random.Below(8);
            Guard(() => Check(way == 0 ? OtherFormatsTests.Pack(Encoding.UTF8.GetBytes(text)) : null, text, named, way), () => $"run {run}, format {named}, way {way}: {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}");
        }
    }

    [Theory]
    [InlineData("biom2")]
    [InlineData("gzip")]
    public void No_bytes_break_a_reader(string reader)
    {
        byte[][] seeds = Packed(reader);
        var random = new Draws(Seed);
        for (int run = 0; run < Wanted; run++)
        {
            byte[] bytes = [.. random.Pick(seeds)];
            for (int i = random.From(1, 6); i > 0; i--)
            {
                int at = random.Below(bytes.Length);
                bytes[at] = random.Below(3) switch { 0 => (byte)random.Below(256), 1 => (byte)(bytes[at] ^ (1 << random.Below(8))), _ => random.Pick(new byte[] { 0, 1, 0xFF, 0x7F, 0x80 }) };
            }

            byte[] given = random.Below(8) == 0 ? bytes[..random.Below(bytes.Length)] : bytes;
            // For some damaged sizes (one file in ten thousand) PureHDF reserves up to the largest array before it reads and fails.
            bool hdf5 = reader == "biom2";
            Guard(() => Check(given, null, null, 0), () => $"run {run}: {Convert.ToBase64String(given)}", hdf5 ? 8L << 30 : MaxAllocated, hdf5 ? 60_000 : 0);
        }
    }

    [Fact]
    public void The_seeds_are_read()
    {
        foreach (var (reader, format, files, texts) in Readers.Where(r => r.Format is not (null or TaxonomicFormat.QiimeTaxonomy)))
            Seeds(files).Concat(texts).Count(t => TaxonomicProfileReader.ReadTable(new StringReader(t)).Success).Should().BePositive(reader);
    }

    /// <summary>What the coverage-guided runs begin with and call: the same samples, the same checks, the same limits. "sequencing" is all texts in one.</summary>
    internal static (string[] Readers, string[] Words) ForCoverage => ([.. Readers.Select(r => r.Reader), "sequencing", "biom2", "gzip"], Words);

    internal static IEnumerable<byte[]> Samples(string reader) => reader is "biom2" or "gzip"
        ? Packed(reader)
        : Readers.Where(r => reader == "sequencing" || r.Reader == reader).SelectMany(r => Seeds(r.Files).Concat(r.Texts)).Distinct().Select(Encoding.UTF8.GetBytes);

    internal static void Try(string reader, byte[] bytes)
    {
        int way = bytes.Length % 8;
        bool hdf5 = reader == "biom2";
        string? text = reader is "biom2" or "gzip" ? null : Encoding.UTF8.GetString(bytes);
        TaxonomicFormat? format = text is null || bytes.Length % 3 != 0 ? null : reader == "sequencing" ? (TaxonomicFormat)(bytes.Length / 3 % 17) : Readers.Single(r => r.Reader == reader).Format;
        Guard(() => Check(text is null || way < 4 ? bytes : null, text, format, way), () => reader, hdf5 ? 8L << 30 : MaxAllocated, hdf5 ? 60_000 : 0);
    }

    private static byte[][] Packed(string reader) => reader == "gzip"
        ? [.. Seeds(["kraken2", "bracken", "metaphlan3"]).Select(t => OtherFormatsTests.Pack(Encoding.UTF8.GetBytes(t))), OtherFormatsTests.Pack(Biom2Tests.Table("a list"))]
        : [.. Biom2Tests.AllForms.Select(f => Biom2Tests.Table(f)), .. Directory.GetFiles(SampleFiles.PathOf("biom2-hdf5"), "*.biom").Select(File.ReadAllBytes)];

    private static void Guard(Action check, Func<string> input, long mostAllocated = MaxAllocated, int mostMilliseconds = 0) =>
        Guarded.Run(check, input, mostAllocated, Math.Max(mostMilliseconds, MaxMilliseconds));

    private static void Check(byte[]? bytes, string? text, TaxonomicFormat? format, int way)
    {
        var options = new TaxonomicReadOptions { Format = format };
        bytes ??= way < 4 ? Encoding.UTF8.GetBytes(text!) : null;
        var table = bytes is null ? TaxonomicProfileReader.ReadTable(new StringReader(text!), options) : TaxonomicProfileReader.ReadTable(Open(bytes, way), options);
        Sound(table.Success, table.Diagnostics);
        string? sample = table.Value?.Samples.LastOrDefault();
        var chosen = options with { Sample = sample };
        var single = bytes is null ? TaxonomicProfileReader.Read(new StringReader(text!), chosen) : TaxonomicProfileReader.Read(Open(bytes, way), chosen);
        Sound(single.Success, single.Diagnostics);
        if (way is 1 or 5)
        {
            var taxonomy = bytes is null ? FeatureTaxonomy.Read(new StringReader(text!)) : FeatureTaxonomy.Read(Open(bytes, way));
            Sound(taxonomy.Success, taxonomy.Diagnostics);
            if (taxonomy.Success)
                TaxonomicProfileReader.Read(new StringReader("#OTU ID\tS\na\t1\nb\t2\n"), new TaxonomicReadOptions { Taxonomy = taxonomy.Value });
        }

        var profile = single.Value ?? table.Value?.Profiles.FirstOrDefault();
        if (profile is null)
            return;
        foreach (var clade in profile.Clades.Concat(profile.Features))
            Assert.True(clade.Share is >= 0 and <= 1.02 && double.IsFinite(clade.Value), $"share {clade.Share} of {clade.Taxon}");
        Assert.True(profile.HostShare is >= 0 and <= 1.0000001 && profile.OrganelleShare is >= 0 and <= 1.0000001 && profile.UnclassifiedShare is null or (>= 0 and <= 1.0000001));
        var measures = profile.Measure(new MeasureOptions { RarefyTo = 10, Seed = 1, ForceGmwi2 = true });
        Assert.True(measures.Shannon is null or >= 0 && measures.GiniSimpson is null or (>= 0 and <= 1));
        foreach (var observation in profile.ToObservations())
            Assert.True(double.IsFinite(observation.Value.AsNumber) && observation.Value.AsNumber >= 0);
    }

    private static MemoryStream Open(byte[] bytes, int way) => way == 2 ? new OtherFormatsTests.Pipe(bytes) : new MemoryStream(bytes);

    private static void Sound(bool success, IReadOnlyList<Diagnostic> diagnostics)
    {
        bool error = diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(success != error, "a result is a value or an error");
        foreach (var d in diagnostics)
            Assert.True(d.Line >= 1 && d.Column >= 1 && d.Message.Length > 0);
    }

    // Small files whole, large ones as their first lines.
    private static IEnumerable<string> Seeds(string[] folders) =>
        folders.SelectMany(f => Directory.EnumerateFiles(SampleFiles.PathOf(f)))
            .Where(f => !f.EndsWith("SOURCE.txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => File.ReadAllText(f))
            .Select(t => t.Length < 2500 || t.IndexOf('\n') is < 0 or > 2500 ? t : t[..t.LastIndexOf('\n', 2500)] + "\n")
            .Where(t => t.Length > 0);
}
