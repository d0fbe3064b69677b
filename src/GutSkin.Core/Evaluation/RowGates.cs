using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>Always true.</summary>
internal readonly struct NoGate<TSimd, T> : IRowGate<NoGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoGate<TSimd, T> Of(ref double rule) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
    }
}

/// <summary>Two masks computed beforehand.</summary>
internal readonly struct MaskGate<TSimd, T> : IRowGate<MaskGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MaskGate<TSimd, T> Of(ref double rule) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        near = TSimd.And(near, TSimd.Load(ref first, index));
        far = TSimd.And(far, TSimd.Load(ref second, index));
    }
}

/// <summary>A number at least so great; a missing one may be.</summary>
internal readonly struct AtLeastGate<TSimd, T> : IRowGate<AtLeastGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T limit;

    private AtLeastGate(double limit) => this.limit = TSimd.Create(limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AtLeastGate<TSimd, T> Of(ref double rule) => new(Unsafe.Add(ref rule, RowProgram.GateLow));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var x = TSimd.Load(ref first, index);
        near = TSimd.And(near, TSimd.AtLeast(x, limit));
        far = TSimd.Without(far, TSimd.Less(x, limit));
    }
}

/// <summary>A number at most so great; a missing one may be.</summary>
internal readonly struct AtMostGate<TSimd, T> : IRowGate<AtMostGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T limit;

    private AtMostGate(double limit) => this.limit = TSimd.Create(limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AtMostGate<TSimd, T> Of(ref double rule) => new(Unsafe.Add(ref rule, RowProgram.GateHigh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var x = TSimd.Load(ref first, index);
        near = TSimd.And(near, TSimd.AtMost(x, limit));
        far = TSimd.Without(far, TSimd.Less(limit, x));
    }
}

/// <summary>A range; a missing number may be in it.</summary>
internal readonly struct RangeGate<TSimd, T> : IRowGate<RangeGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T low;
    private readonly T high;

    private RangeGate(double low, double high) => (this.low, this.high) = (TSimd.Create(low), TSimd.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RangeGate<TSimd, T> Of(ref double rule) => new(Unsafe.Add(ref rule, RowProgram.GateLow), Unsafe.Add(ref rule, RowProgram.GateHigh));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var x = TSimd.Load(ref first, index);
        near = TSimd.And(near, TSimd.And(TSimd.AtLeast(x, low), TSimd.AtMost(x, high)));
        far = TSimd.Without(far, TSimd.Or(TSimd.Less(x, low), TSimd.Less(high, x)));
    }
}
