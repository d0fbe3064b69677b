using System.Runtime.CompilerServices;

namespace GutSkin.Core.Values;

/// <summary>
/// The one exponential and logarithm of the library: plain multiplications and additions in a fixed order, so that every
/// machine gives the same bits. The platform's mathematics library does not promise that.
/// </summary>
internal static class DeterministicMath
{
    // ln 2 in two parts; the first has enough trailing zero bits that k × Ln2High is exact for every exponent k.
    internal const double Ln2High = 6.93147180369123816490e-01;
    internal const double Ln2Low = 1.90821492927058770002e-10;
    internal const double InverseLn2 = 1.44269504088896338700;

    /// <summary>e to the power x: range reduction by ln 2, then the Taylor sum to x^13 (remainder below 2^-57 for |r| ≤ ln 2 / 2).</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 709.782712893384)
            return double.PositiveInfinity;
        if (x < -745.133219101941)
            return 0;
        double k = Math.Floor((x * InverseLn2) + 0.5);
        double r = (x - (k * Ln2High)) - (k * Ln2Low);
        double result = 1.0 + (r + ((r * r) * Series(r)));
        int exponent = (int)k;
        if (exponent >= -1021 && exponent <= 1023)
            return result * PowerOfTwo(exponent);
        int half = exponent / 2;
        return result * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <summary>e to the power x, less 1, without the cancellation near 0: there the 1 of the sum is left out.</summary>
    public static double Expm1(double x)
    {
        if (!(Math.Abs(x) * InverseLn2 < 0.5))
            return Exp(x) - 1;
        return x + ((x * x) * Series(x));
    }

    /// <summary>The natural logarithm: mantissa in [√½, √2), then the series of artanh to the 23rd power.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x))
            return x;
        int exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            exponent = -54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        double f = m - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double sum = 1.0 / 23.0;
        sum = (sum * z) + (1.0 / 21.0);
        sum = (sum * z) + (1.0 / 19.0);
        sum = (sum * z) + (1.0 / 17.0);
        sum = (sum * z) + (1.0 / 15.0);
        sum = (sum * z) + (1.0 / 13.0);
        sum = (sum * z) + (1.0 / 11.0);
        sum = (sum * z) + (1.0 / 9.0);
        sum = (sum * z) + (1.0 / 7.0);
        sum = (sum * z) + (1.0 / 5.0);
        sum = (sum * z) + (1.0 / 3.0);
        // ln m = 2s + 2s·z·sum, and 2s = f − s·f, which keeps the leading term exact.
        double tail = (s * f) - ((2.0 * s * z) * sum);
        return (exponent * Ln2High) + (f - (tail - (exponent * Ln2Low)));
    }

    /// <summary>The index of a sum of log odds: 100 × (1 − e^(−max(0, L))).</summary>
    public static double Index(double logOdds) => 100.0 * (1.0 - Exp(-Math.Max(0.0, logOdds)));

    /// <summary>The Taylor sum of (e^r − 1 − r) / r², to r^11.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Series(double r)
    {
        double sum = 1.0 / 6227020800.0;
        sum = (sum * r) + (1.0 / 479001600.0);
        sum = (sum * r) + (1.0 / 39916800.0);
        sum = (sum * r) + (1.0 / 3628800.0);
        sum = (sum * r) + (1.0 / 362880.0);
        sum = (sum * r) + (1.0 / 40320.0);
        sum = (sum * r) + (1.0 / 5040.0);
        sum = (sum * r) + (1.0 / 720.0);
        sum = (sum * r) + (1.0 / 120.0);
        sum = (sum * r) + (1.0 / 24.0);
        sum = (sum * r) + (1.0 / 6.0);
        return (sum * r) + 0.5;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
