using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>Always true.</summary>
internal readonly struct NoGate<TSimd, T> : IRowGate<NoGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoGate<TSimd, T> Of(GateTable gates, int node) => default;

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
    public static MaskGate<TSimd, T> Of(GateTable gates, int node) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        near = TSimd.And(near, TSimd.Load(ref first, index));
        far = TSimd.And(far, TSimd.Load(ref second, index));
    }
}

/// <summary>One range, compared here.</summary>
internal readonly struct LeafGate<TSimd, T> : IRowGate<LeafGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T low;
    private readonly T high;
    private readonly T twoValued;

    private LeafGate(double low, double high, double twoValued) =>
        (this.low, this.high, this.twoValued) = (TSimd.Create(low), TSimd.Create(high), TSimd.Create(twoValued));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LeafGate<TSimd, T> Of(GateTable gates, int node) =>
        new(gates.LeafLows[node], gates.LeafHighs[node], gates.LeafKnown[node]);

    /// <summary>The masks of the leaf: known to be true, and possible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (T IsTrue, T IsPossible) At(T x)
    {
        var holds = TSimd.And(TSimd.AtLeast(x, low), TSimd.AtMost(x, high));
        return (holds, TSimd.Or(holds, TSimd.Not(TSimd.Or(TSimd.IsKnown(x), twoValued))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var (isTrue, isPossible) = At(TSimd.Load(ref first, index));
        near = TSimd.And(near, isTrue);
        far = TSimd.And(far, isPossible);
    }
}
