using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>The traps of MetaPhlAn's formats, one test each.</summary>
public class MetaPhlAnTests
{
    private const string V3 = "#mpa_v30_CHOCOPhlAn_201901\n#clade_name\tNCBI_tax_id\trelative_abundance\tadditional_species\n";

    [Fact]
    public void Sgb_leaves_are_never_counted_twice()
    {
        var profile = SampleFiles.Profile("metaphlan4/ERR7569998.txt");
        int species = SampleFiles.Text("metaphlan4/ERR7569998.txt").Split('\n').Count(l => l.Contains("|s__", StringComparison.Ordinal) && !l.Contains("|t__", StringComparison.Ordinal));
        profile.Sample.Should().Be("ERR7569998");
        profile.Level.Should().Be(TaxonRank.Species);
        profile.Features.Should().HaveCount(species);
        profile.Features.Sum(f => f.Share).Should().BeApproximately(1, 1e-6);
        profile.AtRank(TaxonRank.Strain).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData("UNCLASSIFIED")]
    public void The_unknown_part_is_no_taxon(string name)
    {
        var profile = SampleFiles.ReadText(V3 + $"{name}\t-1\t60\t\n" + Clades("g__Roseburia|s__Roseburia_hominis", 40)).GetValueOrThrow();
        profile.UnclassifiedShare.Should().Be(0.6);
        profile.Clades.Should().OnlyContain(c => c.Share == 1);
        profile.ShareOf(new TaxonReference("Roseburia", TaxonRank.Genus)).Should().Be(1);
    }

    [Fact]
    public void A_profile_of_nothing_but_unknown_is_legal()
    {
        var profile = SampleFiles.Profile("metaphlan3/only_unknown.txt");
        profile.UnclassifiedShare.Should().Be(1);
        profile.Clades.Should().BeEmpty();
        profile.Measure().Richness.Should().Be(0);
        profile.Measure().Shannon.Should().BeNull();
    }

    [Fact]
    public void Read_statistics_are_read_past()
    {
        const string text = "#mpa_vJun23_CHOCOPhlAnSGB_202403\n#/x/metaphlan a.fq --add_viruses -t rel_ab_w_read_stats\n#1000 reads processed\n#S7\tMetaphlan_Analysis\n"
            + "#estimated_reads_mapped_to_known_clades:900\n#clade_name\tclade_taxid\trelative_abundance\tcoverage\testimated_number_of_reads_from_the_clade\n"
            + "UNCLASSIFIED\t-1\t25\t-\t100\nk__Bacteria\t2\t75\t1.5\t900\nk__Bacteria|p__Firmicutes\t2|1239\t75\t1.5\t900\n"
            + "k__Bacteria|p__Firmicutes|s__X_y\t2|1239|77\t75\t1.5\t900\n";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.Sample.Should().Be("S7");
        profile.Profiler.Should().Be("MetaPhlAn 4");
        profile.UnclassifiedShare.Should().Be(0.25);
        profile.AtRank(TaxonRank.Species).Should().ContainSingle().Which.Taxon!.NcbiId.Should().Be(77);
    }

    [Fact]
    public void Comments_may_be_anywhere()
    {
        const string text = "# a remark\n" + V3 + "#another\tremark\nk__Bacteria\t2\t100.0\t\n# in the middle\nk__Bacteria|s__A_b\t2|5\t100.0\t\n";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.Database.Should().Be("mpa_v30_CHOCOPhlAn_201901");
        profile.Features.Should().ContainSingle();
    }

    [Fact]
    public void Version_2_has_no_ids()
    {
        var profile = SampleFiles.ReadText("#SampleID\tMetaphlan2_Analysis\nk__Bacteria\t100.0\nk__Bacteria|s__A_b\t100.0\nk__Bacteria|s__A_b|t__GCF_1\t100.0\n").GetValueOrThrow();
        profile.Profiler.Should().Be("MetaPhlAn 2");
        profile.Features.Should().ContainSingle();
    }

    [Fact]
    public void Merged_tables_of_version_4_have_no_id_column_and_gtdb_ones_use_semicolons()
    {
        var four = SampleFiles.ReadText("#mpa_vOct22_CHOCOPhlAnSGB_202212\nclade_name\tA\tB\nk__Bacteria\t100\t0\nk__Bacteria|s__X_y\t100\t0\n", sample: "A").GetValueOrThrow();
        four.Format.Should().Be(TaxonomicFormat.MetaPhlAnMerged);
        four.Features.Should().ContainSingle();
        var gtdb = SampleFiles.ReadText("#mpa_vOct22_CHOCOPhlAnSGB_202212\nclade_name\tA\nd__Bacteria\t100\nd__Bacteria;p__Bacillota_A\t100\nd__Bacteria;p__Bacillota_A;s__X y\t100\n").GetValueOrThrow();
        gtdb.ShareOf(KnownTaxa.Firmicutes).Should().Be(1);
    }

    [Fact]
    public void An_empty_sample_of_a_merged_table_is_a_warning()
    {
        var result = SampleFiles.ReadText("#mpa_v30_CHOCOPhlAn_201901\nclade_name\tA\tB\nk__Bacteria\t100\t0\nk__Bacteria|s__X_y\t100\t0\n", sample: "B");
        result.Success.Should().BeTrue();
        result.Diagnostics.Should().ContainSingle(d => d.Code == "GS3104" && d.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public void One_rank_alone_reads()
    {
        var profile = SampleFiles.ReadText(V3 + "k__Bacteria|p__Firmicutes\t2|1239\t60\t\nk__Bacteria|p__Bacteroidetes\t2|976\t40\t\n").GetValueOrThrow();
        profile.Level.Should().Be(TaxonRank.Phylum);
        FirmicutesBacteroidetesRatio.Of(profile)!.Ratio.Should().Be(1.5);
        profile.ShareOf(KnownTaxa.Akkermansia).Should().BeNull("no genus is known");
    }

    [Fact]
    public void Ids_come_from_the_id_column_with_its_empty_parts()
    {
        var profile = SampleFiles.Profile("metaphlan4/ERR7569998.txt");
        profile.Clades.First(c => c.Taxon!.Name == "Proteobacteria").Taxon!.NcbiId.Should().Be(1224);
        profile.Clades.First(c => c.Taxon!.Rank == TaxonRank.Strain).Taxon!.NcbiId.Should().BeNull();
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        string text = SampleFiles.Text("metaphlan3/Subj015_time2_S12_metaphlan.txt");
        var plain = SampleFiles.ReadText(text).GetValueOrThrow();
        var windows = SampleFiles.ReadBytes("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal)).GetValueOrThrow();
        windows.Clades.Select(c => (c.Taxon!.Path, c.Value)).Should().Equal(plain.Clades.Select(c => (c.Taxon!.Path, c.Value)));
        Gmwi2.Score(windows).Score.Should().Be(Gmwi2.Score(plain).Score);
        var mac = SampleFiles.ReadText(text.Replace('\n', '\r'));
        mac.Success.Should().BeTrue();
    }

    private static string Clades(string rest, double percent)
    {
        string[] pieces = ("k__Bacteria|p__Firmicutes|" + rest).Split('|');
        return string.Concat(Enumerable.Range(1, pieces.Length).Select(i => FormattableString.Invariant($"{string.Join('|', pieces[..i])}\t\t{percent}\t\n")));
    }
}
