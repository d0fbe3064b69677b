using System.Buffers;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>Which rows of numbers a <see cref="CohortScratch"/> holds for a condition: four partial sums of each kind.</summary>
internal static class CohortSums
{
    /// <summary>The first partial sum of L, where it is neither that of the lower nor that of the upper ends.</summary>
    public const int Value = 0;

    /// <summary>The first partial sum of the lower ends.</summary>
    public const int Low = 4;

    /// <summary>The first partial sum of the upper ends.</summary>
    public const int High = 8;

    /// <summary>The nearer ends of an overlap group.</summary>
    public const int GroupNear = 12;

    /// <summary>The farther ends of an overlap group.</summary>
    public const int GroupFar = 13;

    /// <summary>Burdens computed beforehand; of a rule that a class computes, the nearer ends.</summary>
    public const int Burden = 14;

    /// <summary>The farther ends of a rule that a class computes.</summary>
    public const int Far = 15;

    public const int Count = 16;
}

/// <summary>
/// What one thread works in: for the tile of rows at hand the columns, as the user has them or staged, the masks of gates
/// and the sums. The same size whatever the number of rows.
/// </summary>
internal sealed class CohortScratch : IDisposable
{
    /// <summary>How many rows go through all rules at once: few enough that columns, masks and sums stay in the near caches.</summary>
    public const int TileRows = 512;

    // A bit more than a power of two: see TileStager.
    private const int Pitch = TileRows + 8;

    private readonly double[] columns;
    private readonly double[] numbers;
    private readonly int[] staged;
    private readonly double[][] arrays;
    private readonly int[] offsets;
    private readonly int[] masks;
    private readonly bool[] isWritten;
    private readonly bool[] isComplete;

    public CohortScratch(CohortPlan plan, BoundColumn[] bound, ReadOnlySpan<bool> concerns, CohortInference inference)
    {
        var set = plan.Set;
        staged = new int[set.Layout.Burdens];
        foreach (var computed in set.ComputedRules)
        {
            if (computed.Slots.Length > Inputs.Length)
                Inputs = new double[computed.Slots.Length];
        }

        int next = 3;
        foreach (var column in bound)
            staged[column.Slot] = next++;
        isWritten = new bool[staged.Length];
        isComplete = new bool[staged.Length];
        foreach (int slot in inference.Slots)
        {
            isWritten[slot] = true;
            if (staged[slot] == 0)
                staged[slot] = next++;
        }

        // The first three columns are missing, no and yes for every row.
        for (int c = 0; c < concerns.Length; c++)
        {
            staged[set.Layout.Concern(c)] = concerns[c] ? 2 : 1;
            isComplete[set.Layout.Concern(c)] = true;
        }

        staged[set.Layout.One] = 2;
        isComplete[set.Layout.One] = true;
        for (int slot = 0; slot < staged.Length; slot++)
            staged[slot] *= Pitch;
        columns = ArrayPool<double>.Shared.Rent(next * Pitch);
        columns.AsSpan(0, Pitch).Fill(double.NaN);
        columns.AsSpan(Pitch, Pitch).Clear();
        columns.AsSpan(2 * Pitch, Pitch).Fill(1);
        Ahead = new TilePrefetch(bound);
        arrays = new double[staged.Length][];
        Array.Fill(arrays, columns);
        offsets = [.. staged];
        masks = plan.MaskOfNode;
        Row = inference.NewRow();
        numbers = ArrayPool<double>.Shared.Rent((CohortSums.Count + (2 * Math.Max(1, plan.Masks))) * Pitch);
    }

    /// <summary>Space for the numbers of one row, by slot, from which others are inferred.</summary>
    public double[] Row { get; }

    /// <summary>Space for the answers of one row that one class reads.</summary>
    public double[] Inputs { get; } = [];

    /// <summary>Gives the buffers back, with nobody's answers in it.</summary>
    public void Dispose()
    {
        Array.Clear(Row);
        ArrayPool<double>.Shared.Return(columns, clearArray: true);
        ArrayPool<double>.Shared.Return(numbers, clearArray: true);
    }

    /// <summary>What asks for the rows that come next.</summary>
    public TilePrefetch Ahead { get; }

    /// <summary>What is the same for every row; found before the first tile.</summary>
    public CohortConstants? Constants { get; set; }

    /// <summary>Whether a slot's number is the same for every row: no column has it, and nothing is inferred for it.</summary>
    public bool IsConstant(int slot) => staged[slot] < 3 * Pitch;

    /// <summary>How many rows the tile has, up to whole vectors.</summary>
    public int Rows { get; set; }

    /// <summary>Whether something may be inferred for a slot: its column is then written to, and cannot be the user's own.</summary>
    public bool IsWritten(int slot) => isWritten[slot];

    /// <summary>Whether no row of the tile at hand lacks a slot's answer; not known, and no, of what may be inferred.</summary>
    public bool IsComplete(int slot) => isComplete[slot];

    /// <summary>Notes whether no row of the tile at hand lacks a slot's answer.</summary>
    public void SetComplete(int slot, bool value) => isComplete[slot] = value;

    /// <summary>Where a slot's column is to be staged for the tile at hand.</summary>
    public Span<double> Stage(int slot)
    {
        (arrays[slot], offsets[slot]) = (columns, staged[slot]);
        return columns.AsSpan(staged[slot], Rows);
    }

    /// <summary>Lets a slot's column for the tile at hand be where the user has it.</summary>
    public void Point(int slot, double[] array, int offset) => (arrays[slot], offsets[slot]) = (array, offset);

    /// <summary>The rows of the tile at hand in a slot's column.</summary>
    public ref double Column(int slot) => ref arrays[slot][offsets[slot]];

    /// <summary>Where a node is known to be true.</summary>
    public ref double IsTrue(int node) => ref numbers[(CohortSums.Count + (2 * masks[node])) * Pitch];

    /// <summary>Where a node is possible.</summary>
    public ref double IsPossible(int node) => ref numbers[(CohortSums.Count + (2 * masks[node]) + 1) * Pitch];

    /// <summary>One of the sums, or other rows of numbers, of <see cref="CohortSums"/>.</summary>
    public ref double Sum(int index) => ref numbers[index * Pitch];

    /// <summary>The rows of the tile at hand in a slot's column.</summary>
    public ReadOnlySpan<double> Answers(int slot) => arrays[slot].AsSpan(offsets[slot], Rows);

    /// <summary>One of the sums, or other rows of numbers.</summary>
    public Span<double> Numbers(int index) => numbers.AsSpan(index * Pitch, Rows);

    /// <summary>The truth of a node at a row of the numbers.</summary>
    public Truth TruthOf(int node, int row)
    {
        int at = ((CohortSums.Count + (2 * masks[node])) * Pitch) + row;
        return GateTable.TruthOf(numbers[at], numbers[at + Pitch]);
    }

    /// <summary>Fills rows of numbers.</summary>
    public void Fill(int index, double value) => numbers.AsSpan(index * Pitch, Rows).Fill(value);
}
