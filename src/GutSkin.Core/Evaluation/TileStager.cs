using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>
/// Copies a tile of a user's column into scratch: converts it, writes NaN where an answer is missing or not allowed, and
/// counts the latter. The scratch's columns lie apart by a bit more than a power of two, so that they do not fight for the
/// same lines of the cache.
/// </summary>
internal static class TileStager
{
    /// <summary>Stages rows of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="target">Where they go: as many numbers as whole vectors of 8 need, the last ones NaN.</param>
    /// <returns>How many answers the factor does not allow.</returns>
    public static long Stage<TSimd, T>(BoundColumn column, int row, int rows, Span<double> target)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        target[rows..].Fill(double.NaN);
        var answers = target[..rows];
        bool isPlain = column.Validity.IsEmpty && column.Conversion is null && column.Codes is null && rows == target.Length;
        if (isPlain && column.Source.Doubles(row, rows) is { IsEmpty: false } doubles)
            return Check<TSimd, T>(column, ref MemoryMarshal.GetReference(doubles), target);
        column.Source.Widen(row, answers);
        if (column.Codes is { } codes)
            Recode(answers, codes);
        if (!column.Validity.IsEmpty)
            Mask(answers, column.Validity.Span, row);
        if (column.Conversion is { } conversion)
            Convert<TSimd, T>(target, conversion);
        return Check<TSimd, T>(column, ref MemoryMarshal.GetReference(target), target);
    }

    private static void Recode(Span<double> answers, double[] codes)
    {
        for (int i = 0; i < answers.Length; i++)
        {
            // What is no code at all stays one that no factor allows.
            if (!double.IsNaN(answers[i]))
                answers[i] = answers[i] < codes.Length ? codes[(int)answers[i]] : double.PositiveInfinity;
        }
    }

    private static void Mask(Span<double> answers, ReadOnlySpan<byte> validity, int row)
    {
        for (int i = 0; i < answers.Length; i++)
        {
            int bit = row + i;
            if ((validity[bit >> 3] & (1 << (bit & 7))) == 0)
                answers[i] = double.NaN;
        }
    }

    private static void Convert<TSimd, T>(Span<double> target, UnitConversion conversion)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        ref double numbers = ref MemoryMarshal.GetReference(target);
        var multiply = TSimd.Create(conversion.Multiply);
        var add = TSimd.Create(conversion.Add);
        for (int i = 0; i < target.Length; i += TSimd.Count)
            TSimd.Store(TSimd.Add(TSimd.Multiply(TSimd.Load(ref numbers, i), multiply), add), ref numbers, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Check<TSimd, T>(BoundColumn column, ref double source, Span<double> target)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        ref double numbers = ref MemoryMarshal.GetReference(target);
        var low = TSimd.Create(column.Allowed.Low);
        var high = TSimd.Create(column.Allowed.High);
        bool isWhole = column.IsWhole;
        var counts = TSimd.Create(0);
        for (int i = 0; i < target.Length; i += TSimd.Count)
        {
            // A refused number with every bit set is NaN; a missing one is neither less nor greater than anything.
            var x = TSimd.Load(ref source, i);
            var refused = TSimd.Or(TSimd.Less(x, low), TSimd.Less(high, x));
            if (isWhole)
                refused = TSimd.Or(refused, TSimd.Less(TSimd.Floor(x), x));
            counts = TSimd.AddCounts(counts, refused);
            TSimd.Store(TSimd.Or(x, refused), ref numbers, i);
        }

        return TSimd.SumOfCounts(counts);
    }
}
