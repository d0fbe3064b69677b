using GutSkin.Core.Instruments.Diary;

namespace GutSkin.Core.Tests.Instruments.Diary;

/// <summary>The formulas of the diaries give what is printed.</summary>
public sealed class FormulaTests
{
    // Cushny and Peebles 1905, the data of Student 1908: hours of sleep gained by ten people with two drugs. R's documentation of t.test has the results.
    internal static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    internal static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    // Abramowitz and Stegun, table 26.10.
    [Theory]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 3, 3.182)]
    [InlineData(0.95, 5, 2.571)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.95, 10, 2.228)]
    [InlineData(0.95, 30, 2.042)]
    [InlineData(0.95, 120, 1.980)]
    [InlineData(0.99, 1, 63.657)]
    [InlineData(0.99, 2, 9.925)]
    [InlineData(0.99, 5, 4.032)]
    [InlineData(0.99, 30, 2.750)]
    [InlineData(0.99, 120, 2.617)]
    [InlineData(0.5, 1, 1.000)]
    public void Students_t_is_that_of_the_table(double share, int degrees, double t)
    {
        StudentT.Quantile(share, degrees).Should().BeApproximately(t, 0.0005);
        StudentT.ShareWithin(StudentT.Quantile(share, degrees), degrees).Should().BeApproximately(share, 1e-14);
    }

    [Fact]
    public void The_sleep_of_student_by_pairs()
    {
        var paired = SerialStatistics.Paired([.. First.Zip(Second, (a, b) => a - b)])!.Value;

        paired.Difference.Should().BeApproximately(-1.58, 1e-12);
        (paired.Difference / paired.StandardError).Should().BeApproximately(-4.0621, 0.00005);
        paired.Degrees.Should().Be(9);
        paired.Within(0.95).Low.Should().BeApproximately(-2.4598858, 5e-8);
        paired.Within(0.95).High.Should().BeApproximately(-0.7001142, 5e-8);
    }

    [Fact]
    public void The_sleep_of_student_by_welch()
    {
        var welch = SerialStatistics.Welch(First, Second, 0)!.Value;

        welch.Difference.Should().BeApproximately(-1.58, 1e-12);
        (welch.Difference / welch.StandardError).Should().BeApproximately(-1.8608, 0.00005);
        welch.Degrees.Should().Be(17, "17.776 is rounded down");
        var interval = welch.Within(0.95);
        interval.Low.Should().BeInRange(-3.3654832 * 1.002, -3.3654832, "R takes 17.776 degrees of freedom, fewer make it a little wider");
        interval.High.Should().BeInRange(0.2054832, 0.2054832 * 1.04);
    }

    [Fact]
    public void The_first_ten_batches_of_box_and_jenkins()
    {
        // Series F, section 2.1.4: mean 51, r₁ = −0.79.
        double[] yields = [47, 64, 23, 71, 38, 64, 55, 41, 59, 48];

        SerialStatistics.Mean(yields).Should().Be(51);
        SerialStatistics.LagOne([.. yields.Select(y => y - 51)])!.Value.Should().BeApproximately(-0.79, 0.005);
    }

    [Theory]
    [InlineData(100, 0, 100)]
    [InlineData(100, 0.5, 33.3333)]
    [InlineData(30, 0.8, 3.3333)]
    public void Correlated_days_are_worth_fewer(int count, double correlation, double worth) =>
        SerialStatistics.EffectiveCount(count, correlation).Should().BeApproximately(worth, 0.0001);

    [Theory]
    [InlineData(-0.2, 20, 0)]
    [InlineData(0.3, 20, 0.4375)] // (0.3 + 0.05) / 0.8
    [InlineData(0.9, 20, 0.95)]
    [InlineData(0, 4, 0.95)]
    public void A_short_series_shows_less_correlation_than_there_is(double lagOne, int count, double behind) =>
        SerialStatistics.Unbiased(lagOne, count).Should().BeApproximately(behind, 1e-12);

    [Fact]
    public void What_does_not_vary_has_no_interval()
    {
        SerialStatistics.LagOne([0, 0, 0]).Should().BeNull();
        SerialStatistics.Welch([1, 1, 1], [2, 2, 2], 0).Should().BeNull();
        SerialStatistics.Paired([1, 1, 1]).Should().BeNull();
        SerialStatistics.Welch([1, 2, 3], [2, 3, 1], 0.6).Should().BeNull("three such days are worth less than one");
    }
}
