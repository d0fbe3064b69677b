using GutSkin.Core.Values;

namespace GutSkin.Core.Tests.Values;

/// <summary>The library's own exponential and logarithm, against the platform's to a few units in the last place.</summary>
public class DeterministicMathTests
{
    [Fact]
    public void Exp_agrees_with_the_platform()
    {
        for (int i = -74000; i <= 70900; i += 7)
        {
            double x = i / 100.0, expected = Math.Exp(x);
            double tolerance = Math.Max(Math.Abs(expected) * 4e-16, double.Epsilon * 2);
            Math.Abs(DeterministicMath.Exp(x) - expected).Should().BeLessThanOrEqualTo(tolerance, "exp({0})", x);
        }
    }

    [Fact]
    public void Log_agrees_with_the_platform()
    {
        for (int i = 1; i < 400_000; i += 13)
        {
            foreach (double x in (ReadOnlySpan<double>)[i / 1000.0, i * 1e10, 1e-9 / i, 1 + (i * 1e-12)])
            {
                double expected = Math.Log(x);
                Math.Abs(DeterministicMath.Log(x) - expected).Should()
                    .BeLessThanOrEqualTo(Math.Max(Math.Abs(expected) * 5e-16, 1e-300), "log({0})", x);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(710, double.PositiveInfinity)]
    [InlineData(-746, 0)]
    public void Exp_at_its_ends(double x, double expected) => DeterministicMath.Exp(x).Should().Be(expected);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_at_its_ends(double x, double expected) => DeterministicMath.Log(x).Should().Be(expected);

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-320)]
    [InlineData(2.2250738585072009e-308)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(double.MaxValue)]
    [InlineData(1.4142135623730951)]
    [InlineData(1.4142135623730954)]
    public void Log_of_the_least_and_the_greatest(double x) =>
        Math.Abs(DeterministicMath.Log(x) - Math.Log(x)).Should().BeLessThanOrEqualTo(Math.Abs(Math.Log(x)) * 5e-16);

    [Fact]
    public void Log_of_a_negative_number_is_none() => double.IsNaN(DeterministicMath.Log(-1)).Should().BeTrue();

    [Fact]
    public void Bits_are_these_on_every_machine()
    {
        // Committed bits: a machine that computes others would give other assessments.
        BitConverter.DoubleToInt64Bits(DeterministicMath.Exp(-0.6931471805599453)).Should().Be(BitConverter.DoubleToInt64Bits(0.5));
        ulong hash = 14695981039346656037;
        for (int i = 1; i < 10_000; i++)
        {
            hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(DeterministicMath.Exp(-i / 777.0))) * 1099511628211;
            hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(DeterministicMath.Log(i / 77.0))) * 1099511628211;
        }

        hash.Should().Be(CommittedHash);
    }

    private const ulong CommittedHash = 14671012213393424224;
}
