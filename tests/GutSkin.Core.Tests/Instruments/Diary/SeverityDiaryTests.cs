using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments.Diary;

public sealed class SeverityDiaryTests
{
    [Fact]
    public void The_sleep_of_student_as_a_diary_of_ten_pairs()
    {
        // Ten pairs of one entry each, without and with.
        var entries = FormulaTests.First.Zip(FormulaTests.Second).SelectMany(p => new[] { (p.First, DiaryPhase.Off), (p.Second, DiaryPhase.On) });

        var comparison = Diary(entries).Compare();

        comparison.Verdict.Should().Be(PhaseVerdict.HigherWith);
        comparison.Method.Should().Be(PhaseMethod.PairedPeriods);
        comparison.Difference.Should().BeApproximately(1.58, 1e-12);
        comparison.Interval!.Value.Low.Should().BeApproximately(0.7001142, 5e-8);
        comparison.Interval.Value.High.Should().BeApproximately(2.4598858, 5e-8);
        comparison.DegreesOfFreedom.Should().Be(9);
        comparison.Changes.Should().Be(19);
        comparison.Limits.Should().BeEmpty();
    }

    [Fact]
    public void A_diary_of_one_day_gives_no_number()
    {
        var comparison = Diary([(5, DiaryPhase.Off)]).Compare();

        comparison.Verdict.Should().Be(PhaseVerdict.CannotTell);
        comparison.Limits.Should().Equal(DiaryLimit.TooFewDays);
        (comparison.Difference, comparison.Interval, comparison.Method, comparison.Autocorrelation).Should().Be((null, null, null, null));
        (comparison.DaysWith, comparison.DaysWithout, comparison.Changes).Should().Be((0, 1, 0));
        Diary([]).Compare().Limits.Should().Equal(DiaryLimit.TooFewDays);
    }

    [Fact]
    public void A_clear_difference_that_goes_and_comes_back_is_told()
    {
        var comparison = Diary([.. Off(8, 7, 9, 8, 7, 9, 8), .. On(3, 4, 2, 3, 4, 2, 3), .. Off(8, 9, 7, 8, 9, 7, 8)]).Compare(new PhaseOptions { MinimalDifference = 3 });

        comparison.Verdict.Should().Be(PhaseVerdict.LowerWith);
        comparison.Method.Should().Be(PhaseMethod.CorrelatedDays);
        comparison.Difference.Should().BeApproximately(-5, 1e-12);
        comparison.Interval!.Value.High.Should().BeNegative();
        comparison.Changes.Should().Be(2);
        comparison.Limits.Should().BeEmpty();
    }

    [Fact]
    public void After_one_change_nobody_knows_what_did_it()
    {
        var comparison = Diary([.. Off(8, 7, 9, 8, 7, 9, 8), .. On(3, 4, 2, 3, 4, 2, 3)]).Compare();

        comparison.Verdict.Should().Be(PhaseVerdict.CannotTell);
        comparison.Limits.Should().Equal(DiaryLimit.OneChangeOnly);
        comparison.Difference.Should().BeApproximately(-5, 0.1);
        comparison.Interval!.Value.High.Should().BeNegative("the numbers are shown, only the cause is open");
    }

    [Fact]
    public void A_slow_course_is_correlation_and_no_effect()
    {
        // It falls all the time, whatever is done.
        double[] course = [.. Enumerable.Range(0, 28).Select(day => 20 - (0.5 * day))];
        var entries = course.Select((severity, day) => (severity, day / 7 % 2 == 0 ? DiaryPhase.Off : DiaryPhase.On));

        var comparison = Diary(entries).Compare();

        comparison.Verdict.Should().Be(PhaseVerdict.CannotTell);
        comparison.Autocorrelation.Should().BeGreaterThan(0.7);
        comparison.Limits.Should().Contain(DiaryLimit.DaysResembleEachOther);
    }

    [Fact]
    public void A_difference_within_chance_is_not_told()
    {
        var comparison = Diary([.. Off(5, 9, 2, 7), .. On(4, 8, 3, 6), .. Off(6, 3, 8, 5), .. On(2, 9, 5, 4)]).Compare();

        comparison.Verdict.Should().Be(PhaseVerdict.CannotTell);
        comparison.Limits.Should().Equal(DiaryLimit.ChanceExplainsIt);
        comparison.Interval!.Value.Contains(0).Should().BeTrue();
    }

    [Fact]
    public void No_difference_that_counts_is_an_answer_too()
    {
        (double, DiaryPhase)[] entries = [.. Off(5, 5.2, 4.9, 5.1, 5), .. On(5.1, 4.9, 5, 5.2, 5), .. Off(5, 5.1, 4.8, 5, 5.2), .. On(5, 5.1, 5, 4.9, 5.1)];

        Diary(entries).Compare(new PhaseOptions { MinimalDifference = 1 }).Verdict.Should().Be(PhaseVerdict.NoRelevantDifference);
        Diary(entries).Compare().Verdict.Should().Be(PhaseVerdict.CannotTell);
    }

    [Fact]
    public void A_sure_difference_that_does_not_count_says_so()
    {
        var comparison = Diary([.. Off(5, 5.2, 4.9, 5.1, 5), .. On(4.1, 3.9, 4, 4.2, 4), .. Off(5, 5.1, 4.8, 5, 5.2), .. On(4, 4.1, 4, 3.9, 4.1)])
            .Compare(new PhaseOptions { MinimalDifference = 1.02 });

        comparison.Verdict.Should().Be(PhaseVerdict.LowerWith);
        comparison.Limits.Should().Equal(DiaryLimit.SmallerThanCounts);
    }

    [Fact]
    public void What_never_varies_has_no_interval()
    {
        var comparison = Diary([.. Off(8, 8, 8), .. On(3, 3, 3), .. Off(8, 8, 8)]).Compare();

        comparison.Verdict.Should().Be(PhaseVerdict.CannotTell);
        comparison.Limits.Should().Equal(DiaryLimit.NoVariation);
        comparison.Difference.Should().Be(-5);
        comparison.Interval.Should().BeNull();
    }

    [Fact]
    public void Days_on_which_what_went_before_still_acts_can_be_left_out()
    {
        (double, DiaryPhase)[] entries = [.. Off(8, 7, 9), .. On(8, 3, 2, 4), .. Off(3, 8, 7, 9)];

        Diary(entries).Compare().Difference.Should().BeApproximately(4.25 - (51.0 / 7), 1e-12);
        var comparison = Diary(entries).Compare(new PhaseOptions { CarryOver = 1 });
        comparison.Difference.Should().BeApproximately(-5, 1e-12);
        (comparison.DaysWith, comparison.DaysWithout).Should().Be((3, 6), "nothing went before the first period");
    }

    [Fact]
    public void Days_of_washout_are_kept_out_and_are_no_change()
    {
        var comparison = Diary([.. Off(8, 7, 9), (99, DiaryPhase.Washout), .. Off(8, 7, 9), (99, DiaryPhase.Washout), .. On(3, 2, 4)]).Compare();

        comparison.Difference.Should().BeApproximately(-5, 1e-12);
        comparison.Changes.Should().Be(1);
        comparison.Limits.Should().Contain(DiaryLimit.OneChangeOnly);
    }

    [Fact]
    public void Entries_come_in_any_order_and_days_may_be_missing()
    {
        var monday = new DateOnly(2026, 3, 2);
        DiaryEntry[] entries = [new(monday.AddDays(9), 3, DiaryPhase.On), new(monday, 8, DiaryPhase.Off), new(monday.AddDays(2), 7, DiaryPhase.Off)];

        SeverityDiary.Of(entries).GetValueOrThrow().Entries.Select(e => e.Severity).Should().Equal(8, 7, 3);
    }

    [Fact]
    public void A_day_twice_and_a_severity_that_is_no_number_are_named()
    {
        var monday = new DateOnly(2026, 3, 2);

        var result = SeverityDiary.Of([new(monday, 8, DiaryPhase.Off), new(monday, 7, DiaryPhase.Off), new(monday.AddDays(1), double.NaN, DiaryPhase.On)]);

        result.Value.Should().BeNull();
        result.Diagnostics.Select(d => (d.Code, d.Path)).Should().Equal(("GS0711", "$[1]"), ("GS0712", "$[2]"));
        result.Diagnostics[0].Message.Should().Be("There are two entries for 2026-03-02.");
        FluentActions.Invoking(() => Diary([]).Compare(new PhaseOptions { CarryOver = -1 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Diary([]).Compare(new PhaseOptions { MinimalDifference = double.NaN })).Should().Throw<ArgumentException>();
    }

    // Without any effect, days that resemble each other must not be taken for one more often than 5 % of diaries, and a little for approximation.
    [Theory]
    [InlineData(0.0, 2, 14)]
    [InlineData(0.5, 2, 14)]
    [InlineData(0.8, 2, 14)]
    [InlineData(0.5, 4, 7)]
    [InlineData(0.8, 4, 7)]
    public void Correlated_days_do_not_make_an_effect(double correlation, int pairs, int daysOfPeriod)
    {
        const int Diaries = 1000;
        var noise = new Noise(20261128);
        int told = 0;
        for (int i = 0; i < Diaries; i++)
        {
            double[] course = noise.Course(2 * pairs * daysOfPeriod, correlation);
            var verdict = Diary(course.Select((severity, day) => (severity, day / daysOfPeriod % 2 == 0 ? DiaryPhase.Off : DiaryPhase.On))).Compare().Verdict;
            told += verdict is PhaseVerdict.LowerWith or PhaseVerdict.HigherWith ? 1 : 0;
        }

        told.Should().BeLessThan((int)(0.07 * Diaries));
    }

    [Fact]
    public void A_large_effect_is_found_in_most_diaries()
    {
        var noise = new Noise(7);
        int told = 0;
        for (int i = 0; i < 200; i++)
        {
            double[] course = noise.Course(56, 0.3);
            told += Diary(course.Select((severity, day) => day / 7 % 2 == 0 ? (severity + 2, DiaryPhase.Off) : (severity, DiaryPhase.On))).Compare().Verdict == PhaseVerdict.LowerWith ? 1 : 0;
        }

        told.Should().BeGreaterThan(190);
    }

    private static IEnumerable<(double, DiaryPhase)> Off(params double[] severities) => severities.Select(s => (s, DiaryPhase.Off));

    private static IEnumerable<(double, DiaryPhase)> On(params double[] severities) => severities.Select(s => (s, DiaryPhase.On));

    private static SeverityDiary Diary(IEnumerable<(double Severity, DiaryPhase Phase)> entries) =>
        SeverityDiary.Of(entries.Select((e, i) => new DiaryEntry(new DateOnly(2026, 1, 1).AddDays(i), e.Severity, e.Phase))).GetValueOrThrow();
}

/// <summary>Repeatable noise: normal values that resemble their neighbors.</summary>
internal sealed class Noise(ulong seed)
{
    private ulong state = seed;

    public double[] Course(int count, double correlation)
    {
        double[] course = new double[count];
        double last = Normal();
        for (int i = 0; i < count; i++)
            course[i] = last = (correlation * last) + (Math.Sqrt(1 - (correlation * correlation)) * Normal());
        return course;
    }

    public double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    private double Normal() => Enumerable.Range(0, 12).Sum(_ => Uniform()) - 6;
}
