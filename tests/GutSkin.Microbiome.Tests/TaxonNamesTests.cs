using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>One taxon under the names it had and has.</summary>
public class TaxonNamesTests
{
    [Theory]
    [InlineData("p__Firmicutes", 1239)]
    [InlineData("p__Bacillota", 1239)]
    [InlineData("p__Firmicutes_A", 1239)]
    [InlineData("p__Bacillota_C_258483", 1239)]
    [InlineData("p__Bacteroidota", 976)]
    [InlineData("p__Bacteroidetes", 976)]
    [InlineData("p__Pseudomonadota", 1224)]
    [InlineData("p__Verrucomicrobia", 74201)]
    public void Phyla_are_found_under_both_names(string piece, int id)
    {
        var profile = SampleFiles.ReadText($"#OTU ID\tS\ttaxonomy\na\t3\td__Bacteria;{piece}\nb\t1\td__Bacteria;p__Other\n").GetValueOrThrow();
        var known = new[] { KnownTaxa.Firmicutes, KnownTaxa.Bacteroidetes, KnownTaxa.Proteobacteria, KnownTaxa.Verrucomicrobia };
        foreach (var taxon in known)
            profile.ShareOf(taxon).Should().Be(taxon.NcbiId == id ? 0.75 : 0, taxon.Name);
    }

    [Fact]
    public void A_name_counts_at_its_rank_only()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS\ttaxonomy\na\t1\tk__Bacteria;p__Actinobacteria;c__Actinobacteria\nb\t1\tk__Bacteria;p__Actinobacteria;c__Coriobacteriia\n").GetValueOrThrow();
        profile.ShareOf(KnownTaxa.Actinobacteria).Should().Be(1);
        profile.ShareOf(new TaxonReference("Actinomycetes", TaxonRank.Class)).Should().Be(0.5);
    }

    [Fact]
    public void A_kingdom_is_no_domain()
    {
        var profile = SampleFiles.ReadText("#OTU ID\tS\ttaxonomy\na\t1\td__Bacteria;k__Bacillati;p__Bacillota\nb\t1\tk__Bacteria;p__Bacteroidota\n").GetValueOrThrow();
        profile.AtRank(TaxonRank.Kingdom).Should().ContainSingle().Which.Taxon!.Name.Should().Be("Bacillati");
        profile.AtRank(TaxonRank.Domain).Should().HaveCount(2, "the file writes the domain in two ways");
        profile.ShareOf(KnownTaxa.Firmicutes).Should().Be(0.5);
    }

    [Theory]
    [InlineData("Segatella copri", "Prevotella_copri", TaxonRank.Species)]
    [InlineData("Bacteroides vulgatus", "Phocaeicola_vulgatus", TaxonRank.Species)]
    [InlineData("Mediterraneibacter gnavus", "[Ruminococcus]_gnavus", TaxonRank.Species)]
    [InlineData("Propionibacterium acnes", "Cutibacterium_acnes", TaxonRank.Species)]
    [InlineData("Ruminococcaceae", "Oscillospiraceae", TaxonRank.Family)]
    [InlineData("Lactobacillus", "Limosilactobacillus", TaxonRank.Genus)]
    public void Moved_taxa_are_found(string asked, string written, TaxonRank rank)
    {
        var profile = SampleFiles.ReadText($"#OTU ID\tS\ttaxonomy\na\t1\tk__Bacteria;{RankText.LetterOf(rank)}__{written}\n").GetValueOrThrow();
        profile.ShareOf(new TaxonReference(asked, rank)).Should().Be(1);
    }

    [Fact]
    public void Ids_come_first_and_nothing_counts_twice()
    {
        var profile = SampleFiles.Profile("metaphlan3/Subj034_time1_S24_metaphlan.txt");
        double firmicutes = profile.Clades.Single(c => c.Taxon!.ReportedName == "p__Firmicutes").Share;
        profile.ShareOf(new TaxonReference("a name nobody uses", TaxonRank.Phylum, 1239)).Should().Be(firmicutes);
        profile.ShareOf(new TaxonReference("Bacillota", TaxonRank.Phylum, 1239)).Should().Be(firmicutes);
        profile.ShareOf(new TaxonReference("Bacillota", TaxonRank.Phylum)).Should().Be(firmicutes);
    }
}
