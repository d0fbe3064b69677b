using System.Text.Json;
using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>
/// diversity-vectors.json: expected values from exact rational arithmetic, cross-checked with scikit-bio 0.5.8.
/// </summary>
public class DiversityVectorTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(SampleFiles.Text("diversity-vectors.json")).RootElement;

    public static TheoryData<string> Alpha => [.. Names("alpha")];

    public static TheoryData<string> Beta => [.. Names("beta")];

    public static TheoryData<string> Ratios => [.. Names("firmicutesBacteroidetes")];

    [Theory]
    [MemberData(nameof(Alpha))]
    public void Alpha_diversity_equals_the_vectors(string name)
    {
        var vector = Get("alpha", name);
        double[] counts = Numbers(vector.GetProperty("counts"));
        var expected = vector.GetProperty("expected");
        Same(DiversityMeasures.ObservedRichness(counts), expected, "observed");
        Same(DiversityMeasures.Shannon(counts), expected, "shannonLn");
        Same(DiversityMeasures.ShannonBase2(counts), expected, "shannonLog2");
        Same(DiversityMeasures.Pielou(counts), expected, "pielou");
        Same(DiversityMeasures.SimpsonDominance(counts), expected, "simpsonDominance");
        Same(DiversityMeasures.GiniSimpson(counts), expected, "giniSimpson");
        Same(DiversityMeasures.InverseSimpson(counts), expected, "inverseSimpson");
        Same(DiversityMeasures.SimpsonUnbiased(counts), expected, "simpsonUnbiased");
        Same(DiversityMeasures.BergerParker(counts), expected, "bergerParker");
        Same(DiversityMeasures.Chao1(counts), expected, "chao1BiasCorrected");
        Same(DiversityMeasures.Chao1Classic(counts), expected, "chao1Classic");
        Same(DiversityMeasures.GoodsCoverage(counts), expected, "goodsCoverage");
    }

    [Theory]
    [MemberData(nameof(Beta))]
    public void Beta_diversity_equals_the_vectors(string name)
    {
        var vector = Get("beta", name);
        double[] a = Numbers(vector.GetProperty("a")), b = Numbers(vector.GetProperty("b"));
        var expected = vector.GetProperty("expected");
        Same(CommunityDistance.BrayCurtis(a, b), expected, "brayCurtisCounts");
        Same(CommunityDistance.BrayCurtisOfShares(a, b), expected, "brayCurtisRelative");
        Same(CommunityDistance.Jaccard(a, b), expected, "jaccardDistance");
    }

    /// <summary>|a/A − b/B| / 2 of the vector "large" in fractions: 2.499999995e-9 (the vector rounds before it subtracts).</summary>
    [Fact]
    public void Counts_are_compared_exactly() =>
        CommunityDistance.BrayCurtisOfShares([2000000000, 1, 0], [1999999999, 0, 5]).Should().BeApproximately(2.499999995e-09, 1e-23);

    [Theory]
    [MemberData(nameof(Ratios))]
    public void The_ratio_equals_the_vectors(string name)
    {
        var vector = Get("firmicutesBacteroidetes", name);
        var ratio = FirmicutesBacteroidetesRatio.Of(vector.GetProperty("firmicutes").GetDouble(), vector.GetProperty("bacteroidetes").GetDouble());
        Same(ratio.Ratio, vector.GetProperty("expected"), "ratio");
        Same(ratio.Log2Ratio, vector.GetProperty("expected"), "log2Ratio");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_amount_is_refused(double bad)
    {
        double[] amounts = [3, bad, 2];
        foreach (var measure in new Func<double[], object?>[]
        {
            a => DiversityMeasures.Shannon(a), a => DiversityMeasures.Chao1(a), a => DiversityMeasures.BergerParker(a),
            a => DiversityMeasures.GoodsCoverage(a), a => CommunityDistance.BrayCurtis(a, a), a => CommunityDistance.Jaccard(a, a),
        })
        {
            measure.Invoking(m => m(amounts)).Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    [Fact]
    public void Fractions_have_no_chao1_and_no_coverage()
    {
        double[] fractions = [0.25, 0.75];
        DiversityMeasures.Shannon(fractions).Should().BeApproximately(0.5623351446188083, 1e-12);
        DiversityMeasures.Chao1(fractions).Should().BeNull();
        DiversityMeasures.Chao1Classic(fractions).Should().BeNull();
        DiversityMeasures.GoodsCoverage(fractions).Should().BeNull();
        DiversityMeasures.SimpsonUnbiased(fractions).Should().BeNull();
    }

    /// <summary>24 American Gut samples, values computed elsewhere with ten decimals.</summary>
    [Fact]
    public void Real_samples_equal_their_expected_values()
    {
        var table = SampleFiles.Table("classic-otu-table/ag24-genus.tsv");
        int compared = 0;
        foreach (string[] row in SampleFiles.Text("classic-otu-table/ag24-genus-expected.csv").Trim().Split('\n').Skip(1).Select(l => l.Split(',')))
        {
            var profile = table.Find(row[0])!;
            var m = profile.Measure();
            double[] expected = [.. row[2..].Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture))];
            if (profile.OrganelleShare > 0)
                continue; // The values were computed with them; IndependentTests has them without.
            compared++;
            profile.Reads.Should().Be(expected[0]);
            m.Richness.Should().Be((int)expected[1]);
            m.Shannon.Should().BeApproximately(expected[2], 1e-9);
            m.GiniSimpson.Should().BeApproximately(expected[3], 1e-9);
            (profile.ShareOf(KnownTaxa.Firmicutes) * 100).Should().BeApproximately(expected[4], 1e-6);
            (profile.ShareOf(KnownTaxa.Bacteroidetes) * 100).Should().BeApproximately(expected[5], 1e-6);
        }

        compared.Should().BeGreaterThanOrEqualTo(15);
    }

    private static IEnumerable<string> Names(string section) => Vectors.GetProperty(section).EnumerateArray().Select(v => v.GetProperty("name").GetString()!);

    private static JsonElement Get(string section, string name) => Vectors.GetProperty(section).EnumerateArray().First(v => v.GetProperty("name").GetString() == name);

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];

    private static void Same(double? actual, JsonElement expected, string name)
    {
        var value = expected.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Null)
        {
            actual.Should().BeNull(name);
            return;
        }

        actual.Should().NotBeNull(name);
        double want = value.GetDouble();
        actual!.Value.Should().BeApproximately(want, 1e-12 * Math.Max(1, Math.Abs(want)), name);
    }

    [Fact]
    public void An_amount_too_small_beside_the_others_leaves_every_measure_a_number()
    {
        double[] amounts = [1e10, 2e10, 1e-310, 5e-324];
        DiversityMeasures.Shannon(amounts).Should().BeApproximately(0.6365141682948128, 1e-12);
        DiversityMeasures.ShannonBase2(amounts).Should().BeApproximately(0.9182958340544896, 1e-12);
        DiversityMeasures.Pielou(amounts).Should().BeInRange(0, 1);
        DiversityMeasures.GiniSimpson(amounts).Should().BeApproximately(4.0 / 9, 1e-12);
        DiversityMeasures.InverseSimpson(amounts).Should().BeApproximately(1.8, 1e-12);
        DiversityMeasures.BergerParker(amounts).Should().BeApproximately(2.0 / 3, 1e-12);
        var ratio = FirmicutesBacteroidetesRatio.Of(1e10, 1e-310);
        (ratio.Ratio, ratio.Log2Ratio).Should().Be((null, null));
    }
}
