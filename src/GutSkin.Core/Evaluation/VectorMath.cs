using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary><see cref="DeterministicMath"/> on vectors: the same operations in the same order, hence the same bits.</summary>
internal static class VectorMath
{
    /// <summary>2^52 + 1023: added to a whole number, it leaves the exponent's bits lowest.</summary>
    internal const double ExponentShift = 4503599627370496.0 + 1023.0;

    // Far beyond where 1 − e^x rounds to 1, and near enough that no result is subnormal.
    private const double Least = -100;

    /// <summary>The index of sums of log odds: 100 × (1 − e^(−max(0, L))).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Index<TSimd, T>(T logOdds)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var zero = TSimd.Create(0);
        var x = TSimd.Max(TSimd.Create(Least), TSimd.Subtract(zero, TSimd.Max(zero, logOdds)));
        var k = TSimd.Floor(TSimd.Add(TSimd.Multiply(x, TSimd.Create(DeterministicMath.InverseLn2)), TSimd.Create(0.5)));
        var r = TSimd.Subtract(
            TSimd.Subtract(x, TSimd.Multiply(k, TSimd.Create(DeterministicMath.Ln2High))),
            TSimd.Multiply(k, TSimd.Create(DeterministicMath.Ln2Low)));
        var sum = TSimd.Create(1.0 / 6227020800.0);
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 479001600.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 39916800.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 3628800.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 362880.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 40320.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 5040.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 720.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 120.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 24.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(1.0 / 6.0));
        sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(0.5));
        var one = TSimd.Create(1.0);
        var result = TSimd.Add(one, TSimd.Add(r, TSimd.Multiply(TSimd.Multiply(r, r), sum)));
        return TSimd.Multiply(TSimd.Create(100.0), TSimd.Subtract(one, TSimd.Multiply(result, TSimd.PowerOfTwo(k))));
    }
}
