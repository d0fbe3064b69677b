using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GutSkin.Core.Engine.Cohort;

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
