using System.Runtime.CompilerServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>A form of gate, at vectors of rows.</summary>
/// <typeparam name="TSelf">The form.</typeparam>
/// <typeparam name="T">The vector.</typeparam>
internal interface ICohortGate<TSelf, T>
    where TSelf : struct
    where T : struct
{
    /// <summary>Takes the limits out of a rule's lane of the table.</summary>
    static abstract TSelf Of(ref double rule);

    /// <summary>Leaves of the nearer end what is known to be true, of the farther end what is possible.</summary>
    /// <param name="first">The numbers compared, or the masks of what is known to be true.</param>
    /// <param name="second">The masks of what is possible.</param>
    /// <param name="index">Where in those the rows stand.</param>
    /// <param name="near">The nearer end.</param>
    /// <param name="far">The farther end.</param>
    void Apply(ref double first, ref double second, int index, ref T near, ref T far);
}

/// <summary>Always true.</summary>
internal readonly struct NoGate<TSimd, T> : ICohortGate<NoGate<TSimd, T>, T>
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
internal readonly struct MaskGate<TSimd, T> : ICohortGate<MaskGate<TSimd, T>, T>
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
internal readonly struct AtLeastGate<TSimd, T> : ICohortGate<AtLeastGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T limit;

    private AtLeastGate(double limit) => this.limit = TSimd.Create(limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AtLeastGate<TSimd, T> Of(ref double rule) => new(Unsafe.Add(ref rule, RuleParameter.GateLow * Lanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var x = TSimd.Load(ref first, index);
        near = TSimd.And(near, TSimd.AtLeast(x, limit));
        far = TSimd.Without(far, TSimd.Less(x, limit));
    }
}

/// <summary>A number at most so great; a missing one may be.</summary>
internal readonly struct AtMostGate<TSimd, T> : ICohortGate<AtMostGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T limit;

    private AtMostGate(double limit) => this.limit = TSimd.Create(limit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AtMostGate<TSimd, T> Of(ref double rule) => new(Unsafe.Add(ref rule, RuleParameter.GateHigh * Lanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var x = TSimd.Load(ref first, index);
        near = TSimd.And(near, TSimd.AtMost(x, limit));
        far = TSimd.Without(far, TSimd.Less(limit, x));
    }
}

/// <summary>A range; a missing number may be in it.</summary>
internal readonly struct RangeGate<TSimd, T> : ICohortGate<RangeGate<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T low;
    private readonly T high;

    private RangeGate(double low, double high) => (this.low, this.high) = (TSimd.Create(low), TSimd.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RangeGate<TSimd, T> Of(ref double rule) => new(Unsafe.Add(ref rule, RuleParameter.GateLow * Lanes.Count), Unsafe.Add(ref rule, RuleParameter.GateHigh * Lanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(ref double first, ref double second, int index, ref T near, ref T far)
    {
        var x = TSimd.Load(ref first, index);
        near = TSimd.And(near, TSimd.And(TSimd.AtLeast(x, low), TSimd.AtMost(x, high)));
        far = TSimd.Without(far, TSimd.Or(TSimd.Less(x, low), TSimd.Less(high, x)));
    }
}
