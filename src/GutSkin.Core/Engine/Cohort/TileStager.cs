using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>
/// Copies a tile of a user's column into scratch: converts it, writes NaN where an answer is missing or not allowed, and
/// counts the latter. The scratch's columns lie apart by a bit more than a power of two, so that they do not fight for the
/// same lines of the cache.
/// </summary>
internal static class TileStager
{
    /// <summary>Stages rows of a column, or lets the scratch read them where they are if there is nothing to change.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="scratch">Where they go: as many numbers as whole vectors of 8 need, the last ones NaN.</param>
    /// <returns>How many answers the factor does not allow.</returns>
    public static long Stage<TSimd, T>(BoundColumn column, int row, int count, CohortScratch scratch)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        if (column.Plain is { } plain && count == scratch.Rows && !scratch.IsWritten(column.Slot)
            && IsAllowed<TSimd, T>(column, ref plain.Array![plain.Offset + row], count, out bool isComplete))
        {
            scratch.SetComplete(column.Slot, isComplete);
            scratch.Point(column.Slot, plain.Array!, plain.Offset + row);
            return 0;
        }

        var target = scratch.Stage(column.Slot);
        target[count..].Fill(double.NaN);
        var answers = target[..count];
        column.Source.Widen(row, answers);
        if (column.Codes is { } codes)
            Recode(answers, codes);
        if (!column.Validity.IsEmpty)
            Mask(answers, column.Validity.Span, row);
        if (column.Conversion is { } conversion)
        {
            foreach (ref double answer in answers)
                answer = conversion.Apply(answer, column.Kind);
        }

        long refused = Check<TSimd, T>(column, ref MemoryMarshal.GetReference(target), target.Length);
        scratch.SetComplete(column.Slot, !scratch.IsWritten(column.Slot) && !answers.Contains(double.NaN));
        return refused;
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

    /// <summary>
    /// Whether the factor allows every answer: the least and the greatest lie in its range, and all are whole where they must be. A missing
    /// one takes no part; where a processor's minimum lets it, the answer is no, and they are looked at one by one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsAllowed<TSimd, T>(BoundColumn column, ref double numbers, int count, out bool isComplete)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var low = TSimd.Create(column.Allowed.Low);
        var high = TSimd.Create(column.Allowed.High);
        T least = high, leastToo = high, greatest = low, greatestToo = low, sum = TSimd.Create(0), sumToo = sum;
        int i = 0;
        for (; i + TSimd.Count < count; i += 2 * TSimd.Count)
        {
            T x = TSimd.Load(ref numbers, i), y = TSimd.Load(ref numbers, i + TSimd.Count);
            least = TSimd.Min(x, least);
            greatest = TSimd.Max(x, greatest);
            leastToo = TSimd.Min(y, leastToo);
            greatestToo = TSimd.Max(y, greatestToo);
            sum = TSimd.Add(sum, x);
            sumToo = TSimd.Add(sumToo, y);
        }

        if (i < count)
        {
            var x = TSimd.Load(ref numbers, i);
            least = TSimd.Min(x, least);
            greatest = TSimd.Max(x, greatest);
            sum = TSimd.Add(sum, x);
        }

        // What is missing stays so in every sum.
        isComplete = IsNowhere<TSimd, T>(TSimd.IsMissing(TSimd.Add(sum, sumToo)));
        var isIn = TSimd.And(
            TSimd.And(TSimd.AtLeast(least, low), TSimd.AtLeast(leastToo, low)),
            TSimd.And(TSimd.AtMost(greatest, high), TSimd.AtMost(greatestToo, high)));
        var refused = TSimd.Not(isIn);
        if (column.IsWhole)
        {
            for (i = 0; i < count; i += TSimd.Count)
            {
                var x = TSimd.Load(ref numbers, i);
                refused = TSimd.Or(refused, TSimd.Less(TSimd.Floor(x), x));
            }
        }

        return IsNowhere<TSimd, T>(refused);
    }

    private static bool IsNowhere<TSimd, T>(T mask)
        where TSimd : struct, ISimd<T>
        where T : struct => TSimd.SumOfCounts(TSimd.AddCounts(TSimd.Create(0), mask)) == 0;

    /// <summary>Makes NaN of what the factor does not allow, and counts it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Check<TSimd, T>(BoundColumn column, ref double numbers, int count)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var low = TSimd.Create(column.Allowed.Low);
        var high = TSimd.Create(column.Allowed.High);
        bool isWhole = column.IsWhole;
        var counts = TSimd.Create(0);
        for (int i = 0; i < count; i += TSimd.Count)
        {
            var x = TSimd.Load(ref numbers, i);
            var refused = Refused<TSimd, T>(x, low, high, isWhole);
            counts = TSimd.AddCounts(counts, refused);
            // A number with every bit set is NaN.
            TSimd.Store(TSimd.Or(x, refused), ref numbers, i);
        }

        return TSimd.SumOfCounts(counts);
    }

    /// <summary>What is outside of the range, or no whole number. A missing one is neither less nor greater than anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Refused<TSimd, T>(T x, T low, T high, bool isWhole)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var refused = TSimd.Or(TSimd.Less(x, low), TSimd.Less(high, x));
        return isWhole ? TSimd.Or(refused, TSimd.Less(TSimd.Floor(x), x)) : refused;
    }
}

/// <summary>
/// Asks the memory for the next tile's rows while this one is computed, a few lines of the cache after each rule: a tile is a piece of a page
/// in each of many columns, too short for the processor to see where it goes on. It reads nothing and changes no result; processors without
/// such a hint do without.
/// </summary>
/// <param name="columns">The columns; of those that are the user's own arrays of doubles something is asked for.</param>
internal sealed class TilePrefetch(BoundColumn[] columns)
{
    private const int NumbersPerLine = 8;

    private readonly ArraySegment<double>[] columns = [.. columns.Where(static c => c.Plain is not null).Select(static c => c.Plain!.Value)];
    private int column, line, linesPerColumn, linesPerStep, row;

    /// <summary>Begins a tile.</summary>
    /// <param name="first">The first row of the tile that comes after the one at hand.</param>
    /// <param name="rows">How many rows it has; 0 = there is none.</param>
    /// <param name="steps">How many times <see cref="Step"/> will be called until it begins.</param>
    public void Begin(int first, int rows, int steps)
    {
        row = first;
        line = 0;
        linesPerColumn = (rows + NumbersPerLine - 1) / NumbersPerLine;
        int lines = columns.Length * linesPerColumn;
        column = Sse.IsSupported && lines > 0 ? 0 : columns.Length;
        linesPerStep = (lines / Math.Max(1, steps)) + 1;
    }

    /// <summary>Asks for a few lines more.</summary>
    public void Step()
    {
        if (column < columns.Length)
            Ask();
    }

    private void Ask()
    {
        for (int left = linesPerStep; left > 0 && column < columns.Length;)
        {
            var numbers = columns[column];
            int count = Math.Min(left, linesPerColumn - line);
            Ask(ref numbers.Array![numbers.Offset + row], line, count);
            left -= count;
            line += count;
            if (line == linesPerColumn)
                (column, line) = (column + 1, 0);
        }
    }

    // The address of a number that the garbage collector may move meanwhile: a hint that leads elsewhere does no harm.
    private static unsafe void Ask(ref double tile, int line, int count)
    {
        for (int i = line; i < line + count; i++)
            Sse.Prefetch1(Unsafe.AsPointer(ref Unsafe.Add(ref tile, i * NumbersPerLine)));
    }
}
