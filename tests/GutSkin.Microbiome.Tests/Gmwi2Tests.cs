using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>GMWI2 against the scores published with the model (repository danielchang2002/GMWI2, MIT).</summary>
public class Gmwi2Tests
{
    [Theory]
    [InlineData("metaphlan3/SRR1761667_metaphlan.txt", 1.4017773651306447, 22)]
    [InlineData("metaphlan3/Subj015_time2_S12_metaphlan.txt", 0.38532095855985604, 14)]
    [InlineData("metaphlan3/Subj034_time1_S24_metaphlan.txt", -1.9722401985856928, 34)]
    public void Scores_equal_the_published_ones(string file, double expected, int taxa)
    {
        var result = Gmwi2.Score(SampleFiles.Profile(file));
        result.Status.Should().Be(Gmwi2Status.Computed);
        result.Score.Should().BeApproximately(expected, 1e-12);
        result.TaxaUsed.Should().Be(taxa);
        result.TaxaInModel.Should().Be(95);
        result.Terms.Sum(t => t.Coefficient).Should().BeApproximately(expected, 1e-12);
        result.Notices.Should().Contain(n => n.Contains($"{taxa} of the model's 95 taxa"));
        double.Parse(SampleFiles.Text("metaphlan3/SRR1761667_GMWI2.txt"), System.Globalization.CultureInfo.InvariantCulture).Should().Be(1.4017773651306447);
    }

    [Fact]
    public void The_model_is_whole()
    {
        Gmwi2.Terms.Should().HaveCount(95);
        Gmwi2.Terms.Where(t => t.Coefficient > 0).Sum(t => t.Coefficient).Should().BeApproximately(5.9091844075084, 1e-12);
        Gmwi2.Terms.Where(t => t.Coefficient < 0).Sum(t => t.Coefficient).Should().BeApproximately(-7.84895647103237, 1e-12);
        Gmwi2.LicenseNotice.Should().Contain("Copyright (c) 2023 Daniel Chang").And.Contain("MIT License");
        Gmwi2.Terms.Should().Contain(t => t.Name == "Roseburia hominis");
    }

    [Theory]
    [InlineData("metaphlan4/ERR7569998.txt", null)]
    [InlineData("kraken2/report-ok.txt", null)]
    [InlineData("classic-otu-table/ag24-genus.tsv", "S01")]
    public void Another_source_is_refused_unless_forced_and_then_flagged(string file, string? sample)
    {
        var profile = SampleFiles.Profile(file, sample);
        var refused = Gmwi2.Score(profile);
        refused.Status.Should().Be(Gmwi2Status.Refused);
        refused.Score.Should().BeNull();
        refused.Notices.Should().ContainSingle(n => n.Contains("mpa_v30_CHOCOPhlAn_201901"));
        var forced = Gmwi2.Score(profile, force: true);
        forced.Status.Should().Be(Gmwi2Status.Forced);
        forced.Score.Should().NotBeNull();
        forced.Notices.Should().Contain(n => n.Contains("not comparable"));
    }

    [Fact]
    public void Another_database_version_is_refused()
    {
        string v31 = SampleFiles.Text("metaphlan3/SRR1761667_metaphlan.txt").Replace("#mpa_v30", "#mpa_v31", StringComparison.Ordinal);
        Gmwi2.Score(SampleFiles.ReadText(v31).GetValueOrThrow()).Status.Should().Be(Gmwi2Status.Refused);
    }

    [Fact]
    public void A_nearly_empty_community_is_said_to_be_that()
    {
        const string lineage = "k__Bacteria|p__Firmicutes|c__Bacilli|o__Lactobacillales|f__Streptococcaceae|g__Streptococcus|s__Streptococcus_thermophilus";
        var rows = new List<string> { "#mpa_v30_CHOCOPhlAn_201901", "#clade_name\tNCBI_tax_id\trelative_abundance\tadditional_species", "UNKNOWN\t-1\t99.5\t" };
        string[] pieces = lineage.Split('|');
        for (int i = 1; i <= pieces.Length; i++)
            rows.Add(string.Join('|', pieces[..i]) + "\t\t0.5\t");
        var result = Gmwi2.Score(SampleFiles.ReadText(string.Join('\n', rows) + "\n").GetValueOrThrow());
        result.Score.Should().BeApproximately(0.046697530898725984, 1e-15);
        result.TaxaUsed.Should().Be(1);
        result.Notices.Should().Contain(n => n.Contains("nearly empty"));
    }

    [Fact]
    public void Nothing_classified_has_no_score()
    {
        string v30 = SampleFiles.Text("metaphlan3/only_unknown.txt").Replace("#mpa_v31", "#mpa_v30", StringComparison.Ordinal);
        var profile = SampleFiles.ReadText(v30).GetValueOrThrow();
        Gmwi2.Score(profile).Status.Should().Be(Gmwi2Status.Empty);
        profile.ToObservations().Should().BeEmpty();
        profile.Measure().Notices.Should().Contain(n => n.Contains("no community"));
    }
}
