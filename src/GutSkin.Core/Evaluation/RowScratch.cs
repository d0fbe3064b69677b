using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>
/// What one thread works in: a tile of staged columns, and for the block of rows at hand the masks of gates and the sums.
/// The same size whatever the number of rows.
/// </summary>
internal sealed class RowScratch
{
    /// <summary>How many rows are staged at once.</summary>
    public const int TileRows = 1024;

    /// <summary>How many rows go through all rules at once: few enough that masks and sums stay in the nearest cache.</summary>
    public const int BlockRows = 256;

    // A bit more than a power of two: see TileStager.
    private const int Pitch = TileRows + 8;

    private readonly double[] tile;
    private readonly double[] block;
    private readonly int[] columns;
    private readonly int firstMask;

    public RowScratch(RowProgram program, BoundColumn[] bound, ReadOnlySpan<bool> concerns)
    {
        var set = program.Set;
        columns = new int[set.Layout.Burdens];
        foreach (var computed in set.ComputedRules)
        {
            if (computed.Slots.Length > Inputs.Length)
                Inputs = new double[computed.Slots.Length];
        }

        int next = 3;
        foreach (var column in bound)
        {
            if (program.Slots[column.Slot])
                columns[column.Slot] = next++;
        }

        // The first three columns are missing, no and yes for every row.
        for (int c = 0; c < concerns.Length; c++)
            columns[set.Layout.Concern(c)] = concerns[c] ? 2 : 1;
        columns[set.Layout.One] = 2;
        for (int slot = 0; slot < columns.Length; slot++)
            columns[slot] *= Pitch;
        tile = new double[next * Pitch];
        tile.AsSpan(0, Pitch).Fill(double.NaN);
        tile.AsSpan(2 * Pitch, Pitch).Fill(1);
        firstMask = RowSums.Count * BlockRows;
        block = new double[(RowSums.Count + (2 * set.Gates.Nodes)) * BlockRows];
    }

    /// <summary>Room for the answers of one row that one class reads.</summary>
    public double[] Inputs { get; } = [];

    /// <summary>The first row of the block at hand, in the tile.</summary>
    public int BlockStart { get; set; }

    /// <summary>How many rows the block has, up to whole vectors.</summary>
    public int Rows { get; set; }

    /// <summary>Where a column is staged.</summary>
    public Span<double> Tile(int slot, int rows) => tile.AsSpan(columns[slot], rows);

    /// <summary>The rows of the block at hand in a slot's column.</summary>
    public ref double Column(int slot) => ref tile[columns[slot] + BlockStart];

    /// <summary>Where a node is known to be true.</summary>
    public ref double IsTrue(int node) => ref block[firstMask + (2 * node * BlockRows)];

    /// <summary>Where a node is possible.</summary>
    public ref double IsPossible(int node) => ref block[firstMask + (((2 * node) + 1) * BlockRows)];

    /// <summary>One of the sums, or other rows of numbers, of <see cref="RowSums"/>.</summary>
    public ref double Sum(int index) => ref block[index * BlockRows];

    /// <summary>The rows of the block at hand in a slot's column.</summary>
    public ReadOnlySpan<double> Answers(int slot) => tile.AsSpan(columns[slot] + BlockStart, Rows);

    /// <summary>One of the sums, or other rows of numbers.</summary>
    public Span<double> Numbers(int index) => block.AsSpan(index * BlockRows, Rows);

    /// <summary>The true mask of node i at 2i, the possible mask behind it.</summary>
    public ReadOnlySpan<double> Masks(int index) => block.AsSpan(firstMask + (index * BlockRows), Rows);

    /// <summary>Fills rows of numbers.</summary>
    public void Fill(int index, int count, double value) => block.AsSpan(index * BlockRows, count * BlockRows).Fill(value);
}
