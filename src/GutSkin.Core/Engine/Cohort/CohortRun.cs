using System.Runtime.Intrinsics;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>Takes the rows of a cohort through the kernel, tile by tile, on one thread or several.</summary>
internal sealed class CohortRun(CohortPlan plan, BoundColumn[] columns, bool[] concerns, int rows, ResultColumn[] output)
{
    private const int MaxNeighbors = 16;

    private readonly BoundColumn[] staged = Array.FindAll(columns, c => plan.ReadsSlot[c.Slot]);
    private readonly CohortInference inference = new(plan, columns, concerns);
    private int nextTile, neighbors;
    private long refused;

    /// <summary>How many bits the vectors have; 0 = as many as the machine can.</summary>
    public int Width { get; init; }

    /// <summary>Scores all rows.</summary>
    /// <returns>How many answers their factors do not allow; they count as missing.</returns>
    public long Run(int threads, CancellationToken cancellationToken)
    {
        int tiles = (rows + CohortScratch.TileRows - 1) / CohortScratch.TileRows;
        threads = Math.Min(threads, tiles);
        // A thread takes neighbors, so that it knows which tile comes next, and few enough that none has long to wait for the last.
        neighbors = Math.Clamp(tiles / Math.Max(1, 8 * threads), 1, MaxNeighbors);
        if (threads <= 1)
        {
            Work(cancellationToken);
        }
        else
        {
            // The caller's thread takes its share too.
            var others = new Task[threads - 1];
            for (int i = 0; i < others.Length; i++)
                others[i] = Task.Run(() => Work(cancellationToken), CancellationToken.None);
            try
            {
                Work(cancellationToken);
            }
            finally
            {
                Task.WhenAll(others).GetAwaiter().GetResult();
            }
        }

        return refused;
    }

    private void Work(CancellationToken cancellationToken)
    {
        int width = Width > 0 ? Width
            : Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : 128;
        if (width == 512)
            Work<Simd512, Vector512<double>>(cancellationToken);
        else if (width == 256)
            Work<Simd256, Vector256<double>>(cancellationToken);
        else
            Work<Simd128, Vector128<double>>(cancellationToken);
    }

    private void Work<TSimd, T>(CancellationToken cancellationToken)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        using var scratch = new CohortScratch(plan, staged, concerns, inference);
        long mine = 0;
        while (true)
        {
            int first = (Interlocked.Add(ref nextTile, neighbors) - neighbors) * CohortScratch.TileRows;
            if (first >= rows || first < 0)
                break;
            int end = (int)Math.Min(rows, first + ((long)neighbors * CohortScratch.TileRows));
            for (; first < end; first += CohortScratch.TileRows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                mine += Tile<TSimd, T>(scratch, first, end);
            }
        }

        Interlocked.Add(ref refused, mine);
    }

    private long Tile<TSimd, T>(CohortScratch scratch, int first, int end)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        int count = Math.Min(CohortScratch.TileRows, end - first), next = first + count;
        scratch.Rows = PadRows(count);
        long refusedHere = 0;
        foreach (var column in staged)
            refusedHere += TileStager.Stage<TSimd, T>(column, first, count, scratch);
        inference.Run(scratch);
        scratch.Ahead.Begin(next, Math.Min(CohortScratch.TileRows, end - next), plan.Set.Items.Positions + (3 * plan.Set.SkinConditions.Length));
        CohortKernel.Run<TSimd, T>(plan, scratch, output, first);
        return refusedHere;
    }

    /// <summary>Rows up to whole vectors of any width: how long the output's arrays must be.</summary>
    public static int PadRows(int rows) => (rows + 7) & ~7;
}
