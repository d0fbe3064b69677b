using System.Runtime.CompilerServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>A form of burden, its numbers spread over vectors, at vectors of rows.</summary>
/// <typeparam name="TSelf">The form.</typeparam>
/// <typeparam name="T">The vector.</typeparam>
internal interface ICohortBurden<TSelf, T>
    where TSelf : struct
    where T : struct
{
    /// <summary>Takes a rule's numbers out of its lane of the table, where they lie four apart.</summary>
    static abstract TSelf Of(ref double rule);

    /// <summary>The burdens at known numbers.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="stored">Burdens computed beforehand.</param>
    /// <param name="index">Where in those the rows stand.</param>
    T At(T x, ref double stored, int index);
}

/// <summary>The same burden at every number.</summary>
internal readonly struct ConstantBurden<TSimd, T> : ICohortBurden<ConstantBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T burden;

    private ConstantBurden(T burden) => this.burden = burden;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ConstantBurden<TSimd, T> Of(ref double rule) => new(TSimd.Create(Unsafe.Add(ref rule, RuleParameter.EndBurden * Lanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => burden;
}

/// <summary>Burdens computed beforehand.</summary>
internal readonly struct StoredBurden<TSimd, T> : ICohortBurden<StoredBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StoredBurden<TSimd, T> Of(ref double rule) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => TSimd.Load(ref stored, index);
}

/// <summary>One line between two knots, the second knot's burden from there on.</summary>
internal readonly struct LineBurden<TSimd, T> : ICohortBurden<LineBurden<TSimd, T>, T>
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
        start = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX * Lanes.Count));
        from = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden * Lanes.Count));
        slope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope * Lanes.Count));
        to = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstEnd * Lanes.Count));
        endX = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.EndX * Lanes.Count));
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
internal readonly struct TwoLineBurden<TSimd, T> : ICohortBurden<TwoLineBurden<TSimd, T>, T>
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
        firstStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX * Lanes.Count));
        firstFrom = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden * Lanes.Count));
        firstSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope * Lanes.Count));
        firstTo = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstEnd * Lanes.Count));
        secondStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondX * Lanes.Count));
        secondSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondSlope * Lanes.Count));
        secondTo = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondEnd * Lanes.Count));
        endX = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.EndX * Lanes.Count));
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
internal readonly struct ExactLineBurden<TSimd, T> : ICohortBurden<ExactLineBurden<TSimd, T>, T>
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
        start = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX * Lanes.Count));
        from = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden * Lanes.Count));
        slope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope * Lanes.Count));
        to = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstEnd * Lanes.Count));
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
internal readonly struct ExactTwoLineBurden<TSimd, T> : ICohortBurden<ExactTwoLineBurden<TSimd, T>, T>
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
        firstStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstX * Lanes.Count));
        firstFrom = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstBurden * Lanes.Count));
        firstSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.FirstSlope * Lanes.Count));
        secondStart = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondX * Lanes.Count));
        secondFrom = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondBurden * Lanes.Count));
        secondSlope = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondSlope * Lanes.Count));
        to = TSimd.Create(Unsafe.Add(ref rule, RuleParameter.SecondEnd * Lanes.Count));
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

/// <summary>A line from a knot on, held between the burdens of its ends; before the knot the burden there.</summary>
internal readonly struct BurdenLine<TSimd, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T burden;
    private readonly T slope;
    private readonly T low;
    private readonly T high;

    public BurdenLine(double start, double burden, double slope, double end)
    {
        Start = TSimd.Create(start);
        this.burden = TSimd.Create(burden);
        this.slope = TSimd.Create(slope);
        low = TSimd.Create(Math.Min(burden, end));
        high = TSimd.Create(Math.Max(burden, end));
    }

    public T Start { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x)
    {
        var beyond = TSimd.Max(TSimd.Subtract(x, Start), TSimd.Create(0));
        return TSimd.Min(TSimd.Max(TSimd.Add(burden, TSimd.Multiply(slope, beyond)), low), high);
    }
}
