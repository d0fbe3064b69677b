using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>A line from a knot on, held between the burdens of its ends; before the knot the burden there.</summary>
internal readonly struct RowLine<TSimd, T>
    where TSimd : struct, ISimd<T>
    where T : struct
{
    private readonly T burden;
    private readonly T slope;
    private readonly T low;
    private readonly T high;

    public RowLine(double start, double burden, double slope, double end)
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
