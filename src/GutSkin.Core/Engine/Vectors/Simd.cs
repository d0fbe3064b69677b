using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GutSkin.Core.Engine.Vectors;

/// <summary>
/// What the kernels need of a vector of doubles, so that each is written once for all widths. Every operation is exactly
/// rounded or bitwise, none fuses two: all widths give the same bits. A true comparison is all bits set.
/// </summary>
/// <typeparam name="T">The vector.</typeparam>
internal interface ISimd<T>
    where T : struct
{
    /// <summary>How many doubles a vector holds.</summary>
    static abstract int Count { get; }

    static abstract T Create(double value);

    static abstract T Load(ref double source, int index);

    static abstract void Store(T vector, ref double target, int index);

    /// <summary>Stores past the cache what does not move, at a whole number of vectors behind the start of a cache line.</summary>
    static abstract void StoreFar(T vector, ref double target, int index);

    /// <summary>The numbers at the positions that lie side by side from <paramref name="indexes"/> on.</summary>
    static abstract T Gather(ref double source, ref int indexes);

    static abstract T Add(T left, T right);

    static abstract T Subtract(T left, T right);

    static abstract T Multiply(T left, T right);

    /// <summary>The lesser number. Which of two zeros, or what of NaN, is left open: no result may depend on it.</summary>
    static abstract T Min(T left, T right);

    /// <summary>The greater number, with the same freedom.</summary>
    static abstract T Max(T left, T right);

    static abstract T AtLeast(T left, T right);

    static abstract T AtMost(T left, T right);

    /// <summary>Where a number is not NaN.</summary>
    static abstract T IsKnown(T vector);

    static abstract T Select(T mask, T whereSet, T whereNot);

    static abstract T And(T left, T right);

    static abstract T Or(T left, T right);

    static abstract T Not(T mask);

    /// <summary>Of a vector what the mask leaves out.</summary>
    static abstract T Without(T vector, T mask);

    static abstract T Less(T left, T right);

    static abstract T IsMissing(T vector);

    /// <summary>Where two numbers have the same bits, NaN or not.</summary>
    static abstract T SameBits(T left, T right);

    static abstract T Floor(T vector);

    /// <summary>2 to the power of whole numbers from −1022 to 1023.</summary>
    static abstract T PowerOfTwo(T exponent);

    /// <summary>Adds 1, as a whole number, to each lane's count where the mask is set.</summary>
    static abstract T AddCounts(T counts, T mask);

    /// <summary>The sum of all lanes' counts.</summary>
    static abstract long SumOfCounts(T counts);
}

/// <summary>2 doubles at a time.</summary>
internal readonly struct Simd128 : ISimd<Vector128<double>>
{
    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Create(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(ref double source, int index) => Vector128.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> vector, ref double target, int index) => vector.StoreUnsafe(ref target, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreFar(Vector128<double> vector, ref double target, int index) =>
        vector.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref target) + index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Gather(ref double source, ref int indexes) =>
        Vector128.Create(Unsafe.Add(ref source, indexes), Unsafe.Add(ref source, Unsafe.Add(ref indexes, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Add(Vector128<double> left, Vector128<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Subtract(Vector128<double> left, Vector128<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Multiply(Vector128<double> left, Vector128<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Min(Vector128<double> left, Vector128<double> right) => Vector128.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Max(Vector128<double> left, Vector128<double> right) => Vector128.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AtLeast(Vector128<double> left, Vector128<double> right) => Vector128.GreaterThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AtMost(Vector128<double> left, Vector128<double> right) => Vector128.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> IsKnown(Vector128<double> vector) => Vector128.Equals(vector, vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Select(Vector128<double> mask, Vector128<double> whereSet, Vector128<double> whereNot) =>
        Vector128.ConditionalSelect(mask, whereSet, whereNot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> And(Vector128<double> left, Vector128<double> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Or(Vector128<double> left, Vector128<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Not(Vector128<double> mask) => ~mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Floor(Vector128<double> vector) => Vector128.Floor(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> PowerOfTwo(Vector128<double> exponent) =>
        ((exponent + Vector128.Create(VectorMath.ExponentShift)).AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AddCounts(Vector128<double> counts, Vector128<double> mask) => (counts.AsInt64() - mask.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long SumOfCounts(Vector128<double> counts) => Vector128.Sum(counts.AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Without(Vector128<double> vector, Vector128<double> mask) => Vector128.AndNot(vector, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Less(Vector128<double> left, Vector128<double> right) => Vector128.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> IsMissing(Vector128<double> vector) => Vector128.IsNaN(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> SameBits(Vector128<double> left, Vector128<double> right) =>
        Vector128.Equals(left.AsInt64(), right.AsInt64()).AsDouble();
}

/// <summary>4 doubles at a time.</summary>
internal readonly struct Simd256 : ISimd<Vector256<double>>
{
    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Create(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref double source, int index) => Vector256.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> vector, ref double target, int index) => vector.StoreUnsafe(ref target, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreFar(Vector256<double> vector, ref double target, int index) =>
        vector.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref target) + index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Gather(ref double source, ref int indexes) =>
        Vector256.Create(
            Unsafe.Add(ref source, indexes),
            Unsafe.Add(ref source, Unsafe.Add(ref indexes, 1)),
            Unsafe.Add(ref source, Unsafe.Add(ref indexes, 2)),
            Unsafe.Add(ref source, Unsafe.Add(ref indexes, 3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Add(Vector256<double> left, Vector256<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Subtract(Vector256<double> left, Vector256<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> left, Vector256<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Min(Vector256<double> left, Vector256<double> right) => Vector256.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Max(Vector256<double> left, Vector256<double> right) => Vector256.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AtLeast(Vector256<double> left, Vector256<double> right) => Vector256.GreaterThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AtMost(Vector256<double> left, Vector256<double> right) => Vector256.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> IsKnown(Vector256<double> vector) => Vector256.Equals(vector, vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Select(Vector256<double> mask, Vector256<double> whereSet, Vector256<double> whereNot) =>
        Avx.IsSupported ? Avx.BlendVariable(whereNot, whereSet, mask) : Vector256.ConditionalSelect(mask, whereSet, whereNot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> And(Vector256<double> left, Vector256<double> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Or(Vector256<double> left, Vector256<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Not(Vector256<double> mask) => ~mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Floor(Vector256<double> vector) => Vector256.Floor(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> PowerOfTwo(Vector256<double> exponent) =>
        ((exponent + Vector256.Create(VectorMath.ExponentShift)).AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddCounts(Vector256<double> counts, Vector256<double> mask) => (counts.AsInt64() - mask.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long SumOfCounts(Vector256<double> counts) => Vector256.Sum(counts.AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Without(Vector256<double> vector, Vector256<double> mask) => Vector256.AndNot(vector, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Less(Vector256<double> left, Vector256<double> right) => Vector256.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> IsMissing(Vector256<double> vector) => Vector256.IsNaN(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SameBits(Vector256<double> left, Vector256<double> right) =>
        Vector256.Equals(left.AsInt64(), right.AsInt64()).AsDouble();
}

/// <summary>8 doubles at a time.</summary>
internal readonly struct Simd512 : ISimd<Vector512<double>>
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Create(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref double source, int index) => Vector512.LoadUnsafe(ref source, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> vector, ref double target, int index) => vector.StoreUnsafe(ref target, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreFar(Vector512<double> vector, ref double target, int index) =>
        vector.StoreAlignedNonTemporal((double*)Unsafe.AsPointer(ref target) + index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Gather(ref double source, ref int indexes) =>
        Vector512.Create(Simd256.Gather(ref source, ref indexes), Simd256.Gather(ref source, ref Unsafe.Add(ref indexes, 4)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> left, Vector512<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Subtract(Vector512<double> left, Vector512<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> left, Vector512<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> left, Vector512<double> right) => Vector512.MinNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> left, Vector512<double> right) => Vector512.MaxNative(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AtLeast(Vector512<double> left, Vector512<double> right) => Vector512.GreaterThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AtMost(Vector512<double> left, Vector512<double> right) => Vector512.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IsKnown(Vector512<double> vector) => Vector512.Equals(vector, vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Select(Vector512<double> mask, Vector512<double> whereSet, Vector512<double> whereNot) =>
        Vector512.ConditionalSelect(mask, whereSet, whereNot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> And(Vector512<double> left, Vector512<double> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Or(Vector512<double> left, Vector512<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Not(Vector512<double> mask) => ~mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Floor(Vector512<double> vector) => Vector512.Floor(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> PowerOfTwo(Vector512<double> exponent) =>
        ((exponent + Vector512.Create(VectorMath.ExponentShift)).AsInt64() << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AddCounts(Vector512<double> counts, Vector512<double> mask) => (counts.AsInt64() - mask.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long SumOfCounts(Vector512<double> counts) => Vector512.Sum(counts.AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Without(Vector512<double> vector, Vector512<double> mask) => Vector512.AndNot(vector, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Less(Vector512<double> left, Vector512<double> right) => Vector512.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IsMissing(Vector512<double> vector) => Vector512.IsNaN(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SameBits(Vector512<double> left, Vector512<double> right) =>
        Vector512.Equals(left.AsInt64(), right.AsInt64()).AsDouble();
}
