using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>A change is better, worse or noise by a published difference, and otherwise not judged.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData(12, 10, ChangeVerdict.WithinNoise, false)] // 2 points: measurement error
    [InlineData(12, 9, ChangeVerdict.Improved, false)] // 3: probably
    [InlineData(12, 8, ChangeVerdict.Improved, true)] // 4: very likely
    [InlineData(12, 12, ChangeVerdict.WithinNoise, false)]
    [InlineData(10, 12, ChangeVerdict.WithinNoise, false)]
    [InlineData(9, 12, ChangeVerdict.Worse, false)]
    [InlineData(8, 12, ChangeVerdict.Worse, true)]
    public void Poem_moves_by_three_points(int before, int after, ChangeVerdict verdict, bool sure)
    {
        var change = InstrumentChange.Between(PoemOf(before), PoemOf(after));

        change.Difference.Should().Be(after - before);
        (change.Verdict, change.IsSure).Should().Be((verdict, sure));
        change.Measure!.MeasurementError.Should().Be(2);
    }

    [Theory]
    [InlineData(10, 6, ChangeVerdict.Improved)]
    [InlineData(10, 7, ChangeVerdict.WithinNoise)]
    [InlineData(6, 10, ChangeVerdict.Worse)]
    public void Dlqi_moves_by_four_points(int before, int after, ChangeVerdict verdict) =>
        InstrumentChange.Between(Total(before), Total(after)).Verdict.Should().Be(verdict);

    [Fact]
    public void A_difference_of_another_population_may_be_chosen()
    {
        var urticaria = Dlqi.Instrument.Differences.Single(d => d.Sources.Contains("dlqi-mid-ciu-2005"));

        InstrumentChange.Between(Total(10), Total(7), urticaria).Verdict.Should().Be(ChangeVerdict.Improved);
        InstrumentChange.Between(Total(10), Total(7), urticaria).IsSure.Should().BeFalse();
        InstrumentChange.Between(Total(10), Total(6), urticaria).IsSure.Should().BeTrue();
        FluentActions.Invoking(() => InstrumentChange.Between(PoemOf(3), PoemOf(2), urticaria)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(8, 4, ChangeVerdict.Improved, 50)]
    [InlineData(8, 5, ChangeVerdict.WithinNoise, null)]
    [InlineData(8, 2, ChangeVerdict.Improved, 75)]
    [InlineData(20, 2, ChangeVerdict.Improved, 90)]
    [InlineData(4, 8, ChangeVerdict.Worse, null)] // the fall from 8 to 4, seen backwards
    [InlineData(5, 8, ChangeVerdict.WithinNoise, null)]
    [InlineData(0, 8, ChangeVerdict.Worse, null)]
    [InlineData(0, 0, ChangeVerdict.WithinNoise, null)]
    public void Easi_moves_by_half_of_the_start(int before, int after, ChangeVerdict verdict, int? response)
    {
        var change = InstrumentChange.Between(EasiOf(before), EasiOf(after));

        change.Verdict.Should().Be(verdict);
        Easi.ResponseOf(change).Should().Be(response);
    }

    [Fact]
    public void Scorad_moves_by_8_7_points()
    {
        var start = ScoradOf(40);

        InstrumentChange.Between(start, ScoradOf(31.3m)).Verdict.Should().Be(ChangeVerdict.Improved);
        InstrumentChange.Between(start, ScoradOf(31.4m)).Verdict.Should().Be(ChangeVerdict.WithinNoise);
        InstrumentChange.Between(start, ScoradOf(31.3m), Scorad.Instrument.Differences[1]).Verdict.Should().Be(ChangeVerdict.WithinNoise, "the other review takes 9.0");
        InstrumentChange.Between(start, ScoradOf(26), Scorad.Instrument.Differences[2]).Verdict.Should().Be(ChangeVerdict.Improved, "35 % of 40 is 14");
    }

    [Fact]
    public void Without_a_published_difference_a_change_is_not_judged()
    {
        static InstrumentScore Lesions(int nodules) => Ihs4.Score(new Ihs4Input(nodules, 0, 0)).GetValueOrThrow();
        static InstrumentScore Weight(decimal kg) => BodyMassIndex.Score(new BodyMassIndexInput(kg, 1.7m)).GetValueOrThrow();

        var change = InstrumentChange.Between(Lesions(20), Lesions(5));
        (change.Verdict, change.Measure, change.Difference, change.PercentFall).Should().Be((ChangeVerdict.NotJudged, null, -15m, 75m));
        InstrumentChange.Between(Weight(90), Weight(80)).Verdict.Should().Be(ChangeVerdict.NotJudged);
        InstrumentChange.Between(Lesions(20), Lesions(20)).Verdict.Should().Be(ChangeVerdict.WithinNoise);
    }

    [Fact]
    public void Scores_of_two_instruments_are_not_compared()
    {
        FluentActions.Invoking(() => InstrumentChange.Between(PoemOf(3), Total(3))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Easi.ResponseOf(InstrumentChange.Between(Total(10), Total(3)))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_follow_up_of_acne_is_a_success_from_two_grades_down_to_clear_or_almost()
    {
        IgaAcne.Score(new IgaAcneInput(1, Baseline: 3)).GetValueOrThrow().TreatmentSuccess.Should().BeTrue();
        IgaAcne.Score(new IgaAcneInput(1, Baseline: 2)).GetValueOrThrow().TreatmentSuccess.Should().BeFalse();
        IgaAcne.Score(new IgaAcneInput(1)).GetValueOrThrow().TreatmentSuccess.Should().BeNull();
    }

    private static InstrumentScore PoemOf(int total)
    {
        int Take()
        {
            int part = Math.Min(4, total);
            total -= part;
            return part;
        }

        return Poem.Score(new PoemInput(Take(), Take(), Take(), Take(), Take(), Take(), Take())).GetValueOrThrow();
    }

    private static InstrumentScore Total(int total) => Dlqi.Instrument.Score(new Dictionary<string, decimal> { ["total"] = total }).GetValueOrThrow();

    // The same in every region, whose weights add up to 1: signs of half the total on an area of 2.
    private static InstrumentScore EasiOf(int total)
    {
        decimal left = total / 2m;
        decimal Take()
        {
            decimal part = Math.Min(3, left);
            left -= part;
            return part;
        }

        var region = new EasiRegion(Take(), Take(), Take(), Take(), total == 0 ? 0 : 2);
        var score = Easi.Score(new EasiInput(30, region, region, region, region)).GetValueOrThrow();
        score.Score.Should().Be(total);
        return score;
    }

    private static InstrumentScore ScoradOf(decimal total) =>
        Scorad.Score(new ScoradInput(0, 1, 1, 1, 1, 1, 1, Math.Min(10, total - 21), Math.Max(0, total - 31))).GetValueOrThrow();
}
