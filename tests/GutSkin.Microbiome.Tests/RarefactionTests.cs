using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

public class RarefactionTests
{
    /// <summary>The sequence of seed 1234567 that is published for SplitMix64 (rosettacode.org, Pseudo-random numbers/Splitmix64).</summary>
    [Fact]
    public void The_generator_gives_its_published_sequence()
    {
        var random = new SplitMix64(1234567);
        ulong[] drawn = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];
        drawn.Should().Equal(6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821);
    }

    [Fact]
    public void The_same_seed_draws_the_same_reads()
    {
        long[] counts = [500, 300, 150, 40, 9, 1, 0];
        Rarefaction.Subsample(counts, 100, 42).Should().Equal(Rarefaction.Subsample(counts, 100, 42));
        Rarefaction.Subsample(counts, 100, 42).Should().NotEqual(Rarefaction.Subsample(counts, 100, 43));
        Rarefaction.Subsample(counts, 100, 42).Should().Equal(ShippedDraw, "a changed draw changes people's results");
    }

    private static readonly long[] ShippedDraw = [51, 32, 12, 4, 1, 0, 0];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(499)]
    [InlineData(501)]
    [InlineData(1000)]
    public void Just_that_many_are_drawn_and_never_more_than_there_are(long depth)
    {
        long[] counts = [500, 300, 150, 40, 9, 1, 0];
        var drawn = Rarefaction.Subsample(counts, depth, 7)!;
        drawn.Sum().Should().Be(depth);
        drawn.Zip(counts).Should().OnlyContain(p => p.First <= p.Second && p.First >= 0);
    }

    [Fact]
    public void Too_few_reads_are_not_stretched() => Rarefaction.Subsample([1, 2], 4, 0).Should().BeNull();

    /// <summary>Hurlbert 1971: the expected richness of n drawn reads is Σ 1 − C(N−Nᵢ, n)/C(N, n).</summary>
    [Fact]
    public void The_mean_richness_is_that_of_Hurlberts_formula()
    {
        long[] counts = [4213, 2987, 1804, 1377, 960, 711, 403, 288, 154, 97, 61, 33, 20, 11, 6, 3, 2, 2, 1, 1, 1];
        const int n = 200, draws = 2000;
        long total = counts.Sum();
        double expected = counts.Sum(c =>
        {
            double none = 1;
            for (long j = 0; j < c; j++)
                none *= (double)(total - n - j) / (total - j);
            return 1 - none;
        });
        double mean = Enumerable.Range(0, draws).Average(seed => Rarefaction.Subsample(counts, n, (ulong)seed)!.Count(c => c > 0));
        mean.Should().BeApproximately(expected, 0.1);
    }

    [Fact]
    public void A_profile_is_rarefied_only_where_it_counts_reads()
    {
        var options = new MeasureOptions { RarefyTo = 1000, Seed = 5 };
        var counted = SampleFiles.Profile("classic-otu-table/ag24-genus.tsv", "S01").Measure(options);
        counted.IsRarefied.Should().BeTrue();
        counted.Depth.Should().Be(1000);
        counted.Richness.Should().BeLessThan(73);
        counted.Notices.Should().Contain(x => x.Contains("1000 reads drawn with seed 5"));
        var percent = SampleFiles.Profile("metaphlan3/SRR1761667_metaphlan.txt").Measure(options);
        percent.IsRarefied.Should().BeFalse();
        percent.Notices.Should().Contain(x => x.Contains("could not be rarefied"));
    }
}
