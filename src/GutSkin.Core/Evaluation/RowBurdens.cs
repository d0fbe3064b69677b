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
    public static ConstantBurden<TSimd, T> Of(RuleTable table, int position) => new(TSimd.Create(table[position, RuleParameter.EndBurden]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => burden;
}

/// <summary>Burdens computed beforehand.</summary>
internal readonly struct StoredBurden<TSimd, T> : IRowBurden<StoredBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static StoredBurden<TSimd, T> Of(RuleTable table, int position) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => TSimd.Load(ref stored, index);
}

/// <summary>One line between two knots, the second knot's burden from there on.</summary>
internal readonly struct LineBurden<TSimd, T> : IRowBurden<LineBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly RowLine<TSimd, T> line;
    private readonly T endX;
    private readonly T endBurden;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LineBurden(RuleTable table, int position)
    {
        line = new RowLine<TSimd, T>(table, position, RuleParameter.First);
        endX = TSimd.Create(table[position, RuleParameter.EndX]);
        endBurden = TSimd.Create(table[position, RuleParameter.EndBurden]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LineBurden<TSimd, T> Of(RuleTable table, int position) => new(table, position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index) => TSimd.Select(TSimd.AtLeast(x, endX), endBurden, line.At(x));
}

/// <summary>Two lines between three knots, the third knot's burden from there on.</summary>
internal readonly struct TwoLineBurden<TSimd, T> : IRowBurden<TwoLineBurden<TSimd, T>, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly RowLine<TSimd, T> first;
    private readonly RowLine<TSimd, T> second;
    private readonly T endX;
    private readonly T endBurden;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TwoLineBurden(RuleTable table, int position)
    {
        first = new RowLine<TSimd, T>(table, position, RuleParameter.First);
        second = new RowLine<TSimd, T>(table, position, RuleParameter.Second);
        endX = TSimd.Create(table[position, RuleParameter.EndX]);
        endBurden = TSimd.Create(table[position, RuleParameter.EndBurden]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLineBurden<TSimd, T> Of(RuleTable table, int position) => new(table, position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At(T x, ref double stored, int index)
    {
        var y = TSimd.Select(TSimd.AtLeast(x, second.Start), second.At(x), first.At(x));
        return TSimd.Select(TSimd.AtLeast(x, endX), endBurden, y);
    }
}
