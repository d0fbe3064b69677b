using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

public class ConditionSignaturesTests
{
    [Fact]
    public void All_signatures_are_there_with_their_sources()
    {
        ConditionSignatures.All.Should().HaveCount(90);
        ConditionSignatures.All.Should().OnlyContain(s => s.Taxa.Length > 0 && (s.Doi != null || s.PubMedId != null || s.BugSigDb != null));
        ConditionSignatures.GutConditions.Should().Contain(["acne-vulgaris", "atopic-dermatitis", "psoriasis", "rosacea"]);
        ConditionSignatures.All.Should().Contain(s => s.Study == "Nylund L 2013" && s.Cases == 15 && s.Controls == 19);
    }

    /// <summary>Counts as the knowledge base has them (signatures.json, agreement).</summary>
    [Theory]
    [InlineData("atopic-dermatitis", "Faecalibacterium", TaxonRank.Genus, 3, 1)]
    [InlineData("atopic-dermatitis", "Collinsella", TaxonRank.Genus, 0, 3)]
    [InlineData("atopic-dermatitis", "Clostridium", TaxonRank.Genus, 1, 3)]
    [InlineData("atopic-dermatitis", "Bacteroides fragilis", TaxonRank.Species, 1, 2)]
    [InlineData("psoriasis", "Parabacteroides", TaxonRank.Genus, 0, 2)]
    [InlineData("psoriasis", "Coprococcus", TaxonRank.Genus, 1, 1)]
    public void Agreement_between_studies_is_counted(string condition, string taxon, TaxonRank rank, int increased, int decreased)
    {
        var profile = SampleFiles.Profile("metaphlan3/Subj034_time1_S24_metaphlan.txt");
        var found = ConditionSignatures.Context(condition, profile)!.Taxa.Single(t => t.Taxon.Name == taxon && t.Taxon.Rank == rank);
        (found.StudiesIncreased, found.StudiesDecreased).Should().Be((increased, decreased));
        found.Agreement.Should().Be((double)Math.Max(increased, decreased) / (increased + decreased));
        found.Reported.Should().Be(increased == decreased ? null : increased > decreased ? SignatureDirection.Increased : SignatureDirection.Decreased);
        found.GoesReportedWay.Should().BeNull("one sample has no direction");
    }

    [Fact]
    public void Against_another_profile_a_taxon_goes_the_reported_way_or_not()
    {
        var before = SampleFiles.Profile("metaphlan3/Subj034_time1_S24_metaphlan.txt");
        var after = SampleFiles.Profile("metaphlan3/Subj015_time2_S12_metaphlan.txt");
        var context = ConditionSignatures.Context("atopic-dermatitis", after, before)!;
        var taxon = context.Taxa.Single(t => t.Taxon is { Name: "Faecalibacterium", Rank: TaxonRank.Genus });
        taxon.Observed.Should().Be(after.ShareOf(taxon.Taxon) > before.ShareOf(taxon.Taxon) ? SignatureDirection.Increased : SignatureDirection.Decreased);
        taxon.GoesReportedWay.Should().Be(taxon.Observed == SignatureDirection.Increased);
        (context.TaxaReportedWay + context.TaxaOtherWay).Should().Be(context.Taxa.Count(t => t.GoesReportedWay is not null)).And.BePositive();
        context.Notice.Should().Contain("Nothing follows from this for one person");
        ConditionSignatures.Context("no-such-condition", after).Should().BeNull();
    }

    [Fact]
    public void Distances_between_profiles_match_taxa()
    {
        var a = SampleFiles.Profile("metaphlan3/Subj034_time1_S24_metaphlan.txt");
        var b = SampleFiles.Profile("metaphlan3/Subj015_time2_S12_metaphlan.txt");
        CommunityDistance.BrayCurtis(a, a).Should().Be(0);
        CommunityDistance.Jaccard(a, a).Should().Be(0);
        CommunityDistance.BrayCurtis(a, b).Should().BeInRange(0.3, 1);
        CommunityDistance.BrayCurtis(a, b).Should().BeApproximately(CommunityDistance.BrayCurtis(b, a)!.Value, 1e-12);
        CommunityDistance.BrayCurtis(a, b, TaxonRank.Phylum).Should().BeLessThan(CommunityDistance.BrayCurtis(a, b)!.Value);
    }
}
