using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>The same burden at every number.</summary>
internal readonly struct ConstantBurden<TSimd, T> : IRowBurden<ConstantBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T burden;

    private ConstantBurden(T burden) => this.burden = burden;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ConstantBurden<TSimd, T> Of(ref double rule) => new(TSimd.Create(Unsafe.Add(ref rule, RuleParameter.EndBurden)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => burden;
}

/// <summary>Burdens computed beforehand.</summary>
internal readonly struct StoredBurden<TSimd, T> : IRowBurden<StoredBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StoredBurden<TSimd, T> Of(ref double rule) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => TSimd.Load(ref stored, index);
}

/// <summary>One line between two knots, the second knot's burden from there on.</summary>
internal readonly struct LineBurden<TSimd, T> : IRowBurden<LineBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T start;
    private readonly T from;
    private readonly T slope;
    private readonly T to;
    private readonly T endX;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LineBurden(ref double rule)
    {
        start = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX));
        from = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden));
        slope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope));
        to = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstEnd));
        endX = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.EndX));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LineBurden<TSimd, T> Of(ref double rule) => new(ref rule);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index)
    {
        var beyond = TSimd.Max(TSimd.Subtract(x, start), TSimd.Create(0));
        var y = TSimd.Min(TSimd.Add(from, TSimd.Multiply(slope, beyond)), to);
        return TSimd.Select(TSimd.AtLeast(x, endX), to, y);
    }
}

/// <summary>Two lines between three knots, the third knot's burden from there on.</summary>
internal readonly struct TwoLineBurden<TSimd, T> : IRowBurden<TwoLineBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T firstStart;
    private readonly T firstFrom;
    private readonly T firstSlope;
    private readonly T firstTo;
    private readonly T secondStart;
    private readonly T secondSlope;
    private readonly T secondTo;
    private readonly T endX;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TwoLineBurden(ref double rule)
    {
        firstStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX));
        firstFrom = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden));
        firstSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope));
        firstTo = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstEnd));
        secondStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondX));
        secondSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondSlope));
        secondTo = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondEnd));
        endX = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.EndX));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLineBurden<TSimd, T> Of(ref double rule) => new(ref rule);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index)
    {
        var isSecond = TSimd.AtLeast(x, secondStart);
        var start = TSimd.Select(isSecond, secondStart, firstStart);
        var slope = TSimd.Select(isSecond, secondSlope, firstSlope);
        var from = TSimd.Select(isSecond, firstTo, firstFrom);
        var to = TSimd.Select(isSecond, secondTo, firstTo);
        var beyond = TSimd.Max(TSimd.Subtract(x, start), TSimd.Create(0));
        var y = TSimd.Min(TSimd.Add(from, TSimd.Multiply(slope, beyond)), to);
        return TSimd.Select(TSimd.AtLeast(x, endX), secondTo, y);
    }
}

/// <summary>One line that meets its end by itself.</summary>
internal readonly struct ExactLineBurden<TSimd, T> : IRowBurden<ExactLineBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T start;
    private readonly T from;
    private readonly T slope;
    private readonly T to;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExactLineBurden(ref double rule)
    {
        start = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX));
        from = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden));
        slope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope));
        to = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstEnd));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactLineBurden<TSimd, T> Of(ref double rule) => new(ref rule);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index)
    {
        var beyond = TSimd.Max(TSimd.Subtract(x, start), TSimd.Create(0));
        return TSimd.Min(TSimd.Add(from, TSimd.Multiply(slope, beyond)), to);
    }
}

/// <summary>Two lines of which the first does not pass its end and the second meets its own by itself.</summary>
internal readonly struct ExactTwoLineBurden<TSimd, T> : IRowBurden<ExactTwoLineBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T firstStart;
    private readonly T firstFrom;
    private readonly T firstSlope;
    private readonly T secondStart;
    private readonly T secondFrom;
    private readonly T secondSlope;
    private readonly T to;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExactTwoLineBurden(ref double rule)
    {
        firstStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX));
        firstFrom = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden));
        firstSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope));
        secondStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondX));
        secondFrom = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondBurden));
        secondSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondSlope));
        to = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondEnd));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExactTwoLineBurden<TSimd, T> Of(ref double rule) => new(ref rule);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index)
    {
        var isSecond = TSimd.AtLeast(x, secondStart);
        var start = TSimd.Select(isSecond, secondStart, firstStart);
        var slope = TSimd.Select(isSecond, secondSlope, firstSlope);
        var from = TSimd.Select(isSecond, secondFrom, firstFrom);
        var beyond = TSimd.Max(TSimd.Subtract(x, start), TSimd.Create(0));
        return TSimd.Min(TSimd.Add(from, TSimd.Multiply(slope, beyond)), to);
    }
}
