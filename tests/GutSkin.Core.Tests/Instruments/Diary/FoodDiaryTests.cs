using System.Globalization;
using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments.Diary;

public sealed class FoodDiaryTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void A_food_whose_days_are_much_worse_is_worth_a_trial_and_no_more()
    {
        var noise = new Noise(1);
        var findings = Diary(60, day => noise.Uniform() + (day % 3 == 0 ? 3 : 0), day => day % 3 == 0 ? ["nuts"] : []).Findings();

        var nuts = findings.Should().ContainSingle().Subject;
        nuts.Sign.Should().Be(FoodSign.WorthATrial);
        nuts.Difference.Should().BeApproximately(3, 0.3);
        (nuts.DaysWith, nuts.DaysWithout).Should().Be((20, 40));
        nuts.Interval!.Value.Low.Should().BePositive();
        nuts.Limits.Should().BeEmpty();
    }

    [Fact]
    public void Coincidence_among_twenty_foods_is_seldom_worth_a_trial()
    {
        const int Diaries = 400;
        var noise = new Noise(20261129);
        int alarms = 0;
        for (int i = 0; i < Diaries; i++)
        {
            double[] course = noise.Course(60, 0.4);
            var diary = Diary(60, day => course[day], _ => Enumerable.Range(0, 20).Where(_ => noise.Uniform() < 0.4).Select(f => f.ToString(CultureInfo.InvariantCulture)));
            alarms += diary.Findings().Any(f => f.Sign == FoodSign.WorthATrial) ? 1 : 0;
        }

        alarms.Should().BeLessThan((int)(0.07 * Diaries));
    }

    [Fact]
    public void Foods_that_always_come_together_cannot_be_told_apart()
    {
        var noise = new Noise(2);
        var findings = Diary(60, day => noise.Uniform() + (day % 3 == 0 ? 3 : 0), day => day % 3 == 0 ? ["bread", "cheese"] : []).Findings();

        findings.Should().HaveCount(2).And.OnlyContain(f => f.Sign == FoodSign.CannotTell && f.Limits.Contains(DiaryLimit.EatenTogether));
        findings[0].AlwaysWith.Should().Equal("cheese");
    }

    [Fact]
    public void The_symptom_may_be_looked_at_on_a_later_day()
    {
        var noise = new Noise(3);
        var diary = Diary(61, day => noise.Uniform() + (day % 5 == 1 ? 3 : 0), day => day % 5 == 0 ? ["wine"] : []);

        diary.Findings(lagDays: 1).Single().Sign.Should().Be(FoodSign.WorthATrial);
        diary.Findings().Single().Sign.Should().NotBe(FoodSign.WorthATrial);
    }

    [Fact]
    public void A_few_days_are_no_answer()
    {
        var finding = Diary(30, day => day, day => day % 10 == 0 ? ["oats"] : []).Findings().Single();

        finding.Sign.Should().Be(FoodSign.CannotTell);
        finding.Limits.Should().Equal(DiaryLimit.TooFewDays);
        (finding.Difference, finding.Interval).Should().Be((null, null));
        Diary(1, _ => 5, _ => ["oats"]).Findings().Single().Limits.Should().Equal(DiaryLimit.TooFewDays);
    }

    [Fact]
    public void Nothing_seen_needs_an_interval_below_what_counts()
    {
        var noise = new Noise(4);
        var diary = Diary(80, _ => noise.Uniform(), day => day % 2 == 0 ? ["rice"] : []);

        diary.Findings(minimalDifference: 1).Single().Sign.Should().Be(FoodSign.NothingSeen);
        var open = diary.Findings().Single();
        open.Sign.Should().Be(FoodSign.CannotTell);
        open.Limits.Should().Equal(DiaryLimit.ChanceExplainsIt);
    }

    [Fact]
    public void A_difference_that_does_not_count_is_not_worth_a_trial()
    {
        var noise = new Noise(5);
        var finding = Diary(80, day => noise.Uniform() + (day % 2 == 0 ? 0.9 : 0), day => day % 2 == 0 ? ["rice"] : []).Findings(minimalDifference: 1).Single();

        finding.Sign.Should().Be(FoodSign.CannotTell);
        finding.Limits.Should().Equal(DiaryLimit.SmallerThanCounts);
    }

    [Fact]
    public void There_is_no_word_for_a_cause()
    {
        var words = Enum.GetNames<FoodSign>().Concat(Enum.GetNames<DiaryLimit>())
            .Concat(typeof(FoodFinding).GetProperties().Select(p => p.Name)).Concat(typeof(FoodDiary).GetMethods().Select(m => m.Name));

        words.Should().NotContain(w => w.Contains("Trigger", StringComparison.OrdinalIgnoreCase) || w.Contains("Cause", StringComparison.OrdinalIgnoreCase)
            || w.Contains("Allerg", StringComparison.OrdinalIgnoreCase) || w.Contains("Intoleran", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_day_twice_a_severity_that_is_no_number_and_an_empty_name_are_refused()
    {
        var result = FoodDiary.Of([new FoodDay(Start, 1, "rice"), new FoodDay(Start, double.PositiveInfinity, "rice")]);

        result.Diagnostics.Select(d => d.Code).Should().Equal("GS0711", "GS0712");
        FluentActions.Invoking(() => new FoodDay(Start, 1, "")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Diary(1, _ => 1, _ => []).Findings(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Diary(1, _ => 1, _ => []).Findings(0, double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static FoodDiary Diary(int days, Func<int, double> severity, Func<int, IEnumerable<string>> foods) =>
        FoodDiary.Of(Enumerable.Range(0, days).Select(d => new FoodDay(Start.AddDays(d), severity(d), foods(d)))).GetValueOrThrow();
}
