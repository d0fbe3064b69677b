using System.Runtime.CompilerServices;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Vectors;

/// <summary><see cref="DeterministicMath"/> on vectors: the same operations in the same order, hence the same bits.</summary>
internal static class VectorMath
{
    /// <summary>2^52 + 1023: added to a whole number, it leaves the exponent's bits lowest.</summary>
    internal const double ExponentShift = 4503599627370496.0 + 1023.0;

    // Far beyond where 1 − e^x rounds to 1, and near enough that no result is subnormal.
    private const double Least = -100;

    // 1/13! down to 1/2!, as DeterministicMath has them.
    private static ReadOnlySpan<double> Factors =>
    [
        1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0, 1.0 / 40320.0,
        1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5,
    ];

    /// <summary>
    /// Turns sums of log odds into indexes: 100 × (1 − e^(−max(0, L))). Four vectors go side by side: the steps of one wait
    /// for each other.
    /// </summary>
    /// <param name="sums">The sums.</param>
    /// <param name="target">Where the indexes go.</param>
    /// <param name="count">How many; whole vectors.</param>
    /// <param name="isFar">Whether they are written past the cache: then the target does not move and begins at the start of a cache line.</param>
    public static void Indexes<TSimd, T, TSums>(TSums sums, ref double target, int count, bool isFar = false)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TSums : struct, IVectors<T>, allows ref struct
    {
        int i = 0;
        for (; i + (4 * TSimd.Count) <= count; i += 4 * TSimd.Count)
        {
            var a = Negative<TSimd, T>(sums.At(i));
            var b = Negative<TSimd, T>(sums.At(i + TSimd.Count));
            var c = Negative<TSimd, T>(sums.At(i + (2 * TSimd.Count)));
            var d = Negative<TSimd, T>(sums.At(i + (3 * TSimd.Count)));
            var ka = Exponent<TSimd, T>(a);
            var kb = Exponent<TSimd, T>(b);
            var kc = Exponent<TSimd, T>(c);
            var kd = Exponent<TSimd, T>(d);
            a = Rest<TSimd, T>(a, ka);
            b = Rest<TSimd, T>(b, kb);
            c = Rest<TSimd, T>(c, kc);
            d = Rest<TSimd, T>(d, kd);
            var sa = TSimd.Create(Factors[0]);
            var sb = sa;
            var sc = sa;
            var sd = sa;
            for (int f = 1; f < Factors.Length; f++)
            {
                var factor = TSimd.Create(Factors[f]);
                sa = TSimd.Add(TSimd.Multiply(sa, a), factor);
                sb = TSimd.Add(TSimd.Multiply(sb, b), factor);
                sc = TSimd.Add(TSimd.Multiply(sc, c), factor);
                sd = TSimd.Add(TSimd.Multiply(sd, d), factor);
            }

            a = Result<TSimd, T>(a, sa, ka);
            b = Result<TSimd, T>(b, sb, kb);
            c = Result<TSimd, T>(c, sc, kc);
            d = Result<TSimd, T>(d, sd, kd);
            if (isFar)
            {
                TSimd.StoreFar(a, ref target, i);
                TSimd.StoreFar(b, ref target, i + TSimd.Count);
                TSimd.StoreFar(c, ref target, i + (2 * TSimd.Count));
                TSimd.StoreFar(d, ref target, i + (3 * TSimd.Count));
                continue;
            }

            TSimd.Store(a, ref target, i);
            TSimd.Store(b, ref target, i + TSimd.Count);
            TSimd.Store(c, ref target, i + (2 * TSimd.Count));
            TSimd.Store(d, ref target, i + (3 * TSimd.Count));
        }

        for (; i < count; i += TSimd.Count)
        {
            var x = Negative<TSimd, T>(sums.At(i));
            var k = Exponent<TSimd, T>(x);
            var r = Rest<TSimd, T>(x, k);
            var sum = TSimd.Create(Factors[0]);
            for (int f = 1; f < Factors.Length; f++)
                sum = TSimd.Add(TSimd.Multiply(sum, r), TSimd.Create(Factors[f]));
            TSimd.Store(Result<TSimd, T>(r, sum, k), ref target, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Negative<TSimd, T>(T logOdds)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var zero = TSimd.Create(0);
        return TSimd.Max(TSimd.Create(Least), TSimd.Subtract(zero, TSimd.Max(zero, logOdds)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponent<TSimd, T>(T x)
        where TSimd : struct, ISimd<T>
        where T : struct =>
        TSimd.Floor(TSimd.Add(TSimd.Multiply(x, TSimd.Create(DeterministicMath.InverseLn2)), TSimd.Create(0.5)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rest<TSimd, T>(T x, T k)
        where TSimd : struct, ISimd<T>
        where T : struct =>
        TSimd.Subtract(
            TSimd.Subtract(x, TSimd.Multiply(k, TSimd.Create(DeterministicMath.Ln2High))),
            TSimd.Multiply(k, TSimd.Create(DeterministicMath.Ln2Low)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Result<TSimd, T>(T r, T sum, T k)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var one = TSimd.Create(1.0);
        var power = TSimd.Add(one, TSimd.Add(r, TSimd.Multiply(TSimd.Multiply(r, r), sum)));
        return TSimd.Multiply(TSimd.Create(100.0), TSimd.Subtract(one, TSimd.Multiply(power, TSimd.PowerOfTwo(k))));
    }
}

/// <summary>Numbers, a vector at a time.</summary>
/// <typeparam name="T">The vector.</typeparam>
internal interface IVectors<T>
    where T : struct
{
    /// <summary>The vector that begins at a number.</summary>
    T At(int index);
}

/// <summary>Numbers as they stand.</summary>
internal readonly ref struct PlainNumbers<TSimd, T>(ref double numbers) : IVectors<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly ref double numbers = ref numbers;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(int index) => TSimd.Load(ref numbers, index);
}

/// <summary>Sums of four partial sums: (s0 + s2) + (s1 + s3).</summary>
internal readonly ref struct SumsOfFour<TSimd, T>(ref double s0, ref double s1, ref double s2, ref double s3) : IVectors<T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly ref double s0 = ref s0, s1 = ref s1, s2 = ref s2, s3 = ref s3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(int index) => TSimd.Add(
        TSimd.Add(TSimd.Load(ref s0, index), TSimd.Load(ref s2, index)), TSimd.Add(TSimd.Load(ref s1, index), TSimd.Load(ref s3, index)));
}
