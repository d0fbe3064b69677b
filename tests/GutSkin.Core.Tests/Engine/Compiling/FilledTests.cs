using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Tests.Engine.Compiling;

/// <summary>All numbers that are to be set are, and no other.</summary>
public class FilledTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(1_001)]
    public void All_that_are_to_be_set_are(int count)
    {
        int[] whole = new int[count];
        Filled.With(-7, whole);
        whole.Should().Equal(Enumerable.Repeat(-7, count));

        double[] first = new double[count + 2];
        Filled.With(double.NaN, first, count);
        first.Should().Equal([.. Enumerable.Repeat(double.NaN, count), 0, 0]);
    }
}
