using GutSkin.Core.Assessments.Building;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Section 4 of the scoring model: what differs by nothing but rounding stands in the order of its positions.</summary>
public class TiesTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(200)]
    public void The_greatest_is_first_and_ties_stand_by_position(int count)
    {
        // Three levels; within each every later one is greater, by less than a tie.
        double[] values = [.. Enumerable.Range(0, count).Select(i => (i % 3) + (i * 1e-15))];
        int[] positions = [.. Enumerable.Range(0, count).Reverse()];
        Ties.SortDescending(positions, values);
        positions.Should().Equal(Enumerable.Range(0, count).OrderByDescending(i => i % 3).ThenBy(i => i));
    }

    [Fact]
    public void What_differs_by_more_is_no_tie()
    {
        int[] positions = [0, 1, 2, 3];
        Ties.SortDescending(positions, [1, 1 + 2e-12, 1 - 2e-12, 1 + 2.5e-12]);
        positions.Should().Equal(1, 3, 0, 2);
        Ties.Difference(1, 1 + 5e-13).Should().Be(0);
        Ties.Difference(1, 1 + 2e-12).Should().BeNegative();
        Ties.Difference(1 + 2e-12, 1).Should().BePositive();
    }
}
