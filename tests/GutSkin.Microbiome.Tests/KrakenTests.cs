using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>The traps of Kraken's and Bracken's formats, one test each.</summary>
public class KrakenTests
{
    [Fact]
    public void Human_reads_are_left_out_and_said_to_be()
    {
        var profile = SampleFiles.Profile("kraken2/2612_pe-ERR5766176-db1.kraken2.report.txt");
        profile.HostShare.Should().Be(152 / 168.0);
        profile.Reads.Should().Be(16);
        profile.UnclassifiedShare.Should().BeApproximately(627680 / 627848.0, 1e-15);
        profile.Clades.Should().NotContain(c => c.Taxon!.Name == "Homo sapiens" || c.Taxon.Name == "Hominidae");
        profile.Features.Should().ContainSingle().Which.Taxon!.Name.Should().Be("Saccharomyces cerevisiae");
        profile.Measure().Notices.Should().Contain(n => n.Contains("90.48 % of the classified reads are human"));
    }

    [Fact]
    public void Shares_come_from_reads_and_lineages_from_indentation()
    {
        var profile = SampleFiles.Profile("kraken2/report-ok.txt");
        profile.UnclassifiedShare.Should().Be(0, "everything is classified when the row is missing");
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(210 / 229.0);
        profile.ShareOf(new TaxonReference("Staphylococcus", TaxonRank.Genus, 1279)).Should().Be(206 / 229.0);
        var aureus = profile.AtRank(TaxonRank.Species).Single().Taxon!;
        aureus.Lineage.Select(t => t.Name).Should().Equal("root", "cellular organisms", "Bacteria", "Terrabacteria group", "Firmicutes", "Bacilli", "Bacillales", "Staphylococcaceae", "Staphylococcus", "Staphylococcus aureus");
        aureus.Parent!.Rank.Should().Be(TaxonRank.Genus);
    }

    [Fact]
    public void Eight_columns_have_minimizers_before_the_rank()
    {
        string eight = string.Join('\n', SampleFiles.Text("kraken2/report-ok.txt").TrimEnd('\n').Split('\n').Select(l =>
        {
            string[] c = l.Split('\t');
            return string.Join('\t', [.. c[..3], "111", "99", .. c[3..]]);
        })) + "\n";
        var profile = SampleFiles.ReadText(eight).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(210 / 229.0);
    }

    [Fact]
    public void Kraken_1_writes_a_dash_for_ranks_between()
    {
        var profile = SampleFiles.ReadText("100.00\t10\t0\t-\t1\troot\n100.00\t10\t10\tD\t2\t  Bacteria\n").GetValueOrThrow();
        profile.Level.Should().Be(TaxonRank.Domain);
    }

    [Fact]
    public void Ids_of_other_taxonomies_are_ignored()
    {
        var result = SampleFiles.ReadText("100.00\t10\t0\tR\t1\troot\n100.00\t10\t0\tD\t3\t  Bacteria\n100.00\t10\t0\tP\t976\t    Bacillota_A\n100.00\t10\t10\tG\t9606\t      Faecalibacterium\n");
        result.Diagnostics.Should().ContainSingle(d => d.Code == "GS3106");
        var profile = result.GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(1);
        profile.ShareOf(KnownTaxa.Bacteroidetes).Should().Be(0);
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(1);
    }

    [Fact]
    public void The_mpa_export_reads_with_and_without_a_header()
    {
        const string rows = "d__Bacteria\t100\nd__Bacteria|p__Bacillota\t90\nd__Bacteria|p__Bacillota|g__Blautia|s__Blautia obeum\t70\n";
        var profile = SampleFiles.ReadText(rows).GetValueOrThrow();
        profile.Format.Should().Be(TaxonomicFormat.KrakenMpa);
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(0.9);
        SampleFiles.ReadText(rows + "d__Bacteria|p__Bacillota|g__Blautia|s__uncultured bacterium\t3\n").Success.Should().BeTrue("that is a name of the database here");
        SampleFiles.ReadText("#Classification\tA\n" + rows).GetValueOrThrow().Sample.Should().Be("A");
        SampleFiles.ReadText(rows.Replace("d__", "d_", StringComparison.Ordinal).Replace("p__", "p_", StringComparison.Ordinal)).GetValueOrThrow().ShareOf(KnownTaxa.Firmicutes).Should().Be(0.9);
    }

    [Fact]
    public void Bracken_shares_come_from_the_new_estimate()
    {
        const string text = "name\ttaxonomy_id\ttaxonomy_lvl\tkraken_assigned_reads\tadded_reads\tnew_est_reads\tfraction_total_reads\n"
            + "Faecalibacterium prausnitzii\t853\tS\t1\t1\t2\t0.66667\nAkkermansia muciniphila\t239935\tS\t1\t0\t1\t0.33333\n";
        var profile = SampleFiles.ReadText(text).GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Faecalibacterium).Should().Be(2 / 3.0, "the genus is the first word of the name");
        profile.ShareOf(KnownTaxa.Firmicutes).Should().BeNull("no phylum is known, which is not 0");
        profile.UnclassifiedShare.Should().BeNull();
        profile.Measure().Chao1.Should().Be(2);
        profile.Measure().FirmicutesBacteroidetes.Should().BeNull();
    }
}
