using System.Buffers;

namespace GutSkin.Core;

/// <summary>
/// What one thread works in: for the block of rows at hand the columns, as the user has them or staged, the masks of gates
/// and the sums. The same size whatever the number of rows.
/// </summary>
internal sealed class RowScratch : IDisposable
{
    /// <summary>How many rows go through all rules at once: few enough that columns, masks and sums stay in the near caches.</summary>
    public const int BlockRows = 512;

    // A bit more than a power of two: see TileStager.
    private const int Pitch = BlockRows + 8;

    private readonly double[] tile;
    private readonly double[] block;
    private readonly int[] staged;
    private readonly double[][] arrays;
    private readonly int[] offsets;
    private readonly int[] masks;

    public RowScratch(RowProgram program, BoundColumn[] bound, ReadOnlySpan<bool> concerns)
    {
        var set = program.Set;
        staged = new int[set.Layout.Burdens];
        foreach (var computed in set.ComputedRules)
        {
            if (computed.Slots.Length > Inputs.Length)
                Inputs = new double[computed.Slots.Length];
        }

        int next = 3;
        foreach (var column in bound)
            staged[column.Slot] = next++;

        // The first three columns are missing, no and yes for every row.
        for (int c = 0; c < concerns.Length; c++)
            staged[set.Layout.Concern(c)] = concerns[c] ? 2 : 1;
        staged[set.Layout.One] = 2;
        for (int slot = 0; slot < staged.Length; slot++)
            staged[slot] *= Pitch;
        tile = ArrayPool<double>.Shared.Rent(next * Pitch);
        tile.AsSpan(0, Pitch).Fill(double.NaN);
        tile.AsSpan(Pitch, Pitch).Clear();
        tile.AsSpan(2 * Pitch, Pitch).Fill(1);
        arrays = new double[staged.Length][];
        Array.Fill(arrays, tile);
        offsets = [.. staged];
        masks = program.MaskOfNode;
        block = ArrayPool<double>.Shared.Rent((RowSums.Count + (2 * Math.Max(1, program.Masks))) * Pitch);
    }

    /// <summary>Room for the answers of one row that one class reads.</summary>
    public double[] Inputs { get; } = [];

    /// <summary>Gives the room back, with nobody's answers in it.</summary>
    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(tile, clearArray: true);
        ArrayPool<double>.Shared.Return(block, clearArray: true);
    }

    /// <summary>How many rows the block has, up to whole vectors.</summary>
    public int Rows { get; set; }

    /// <summary>Where a slot's column is to be staged for the block at hand.</summary>
    public Span<double> Stage(int slot)
    {
        (arrays[slot], offsets[slot]) = (tile, staged[slot]);
        return tile.AsSpan(staged[slot], Rows);
    }

    /// <summary>Lets a slot's column for the block at hand be where the user has it.</summary>
    public void Point(int slot, double[] array, int offset) => (arrays[slot], offsets[slot]) = (array, offset);

    /// <summary>The rows of the block at hand in a slot's column.</summary>
    public ref double Column(int slot) => ref arrays[slot][offsets[slot]];

    /// <summary>Where a node is known to be true.</summary>
    public ref double IsTrue(int node) => ref block[(RowSums.Count + (2 * masks[node])) * Pitch];

    /// <summary>Where a node is possible.</summary>
    public ref double IsPossible(int node) => ref block[(RowSums.Count + (2 * masks[node]) + 1) * Pitch];

    /// <summary>One of the sums, or other rows of numbers, of <see cref="RowSums"/>.</summary>
    public ref double Sum(int index) => ref block[index * Pitch];

    /// <summary>The rows of the block at hand in a slot's column.</summary>
    public ReadOnlySpan<double> Answers(int slot) => arrays[slot].AsSpan(offsets[slot], Rows);

    /// <summary>One of the sums, or other rows of numbers.</summary>
    public Span<double> Numbers(int index) => block.AsSpan(index * Pitch, Rows);

    /// <summary>The truth of a node at a row of the block.</summary>
    public Truth TruthOf(int node, int row)
    {
        int at = ((RowSums.Count + (2 * masks[node])) * Pitch) + row;
        return GateTable.TruthOf(block[at], block[at + Pitch]);
    }

    /// <summary>Fills rows of numbers.</summary>
    public void Fill(int index, double value) => block.AsSpan(index * Pitch, Rows).Fill(value);
}
