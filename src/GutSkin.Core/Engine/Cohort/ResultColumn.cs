using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>
/// One number a row, of all rows. Where a table's results are larger than a cache, its columns begin at the start of a cache line and do not move, so that
/// they can be written past the cache: the line need not be read before, and drives out nothing that is still needed.
/// </summary>
internal readonly struct ResultColumn
{
    private const int LineBytes = 64;

    // Results of fewer bytes stay, beside the answers, in the third level of most caches, where who reads them next finds them.
    private const long FarBytes = 4 << 20;

    private readonly double[] numbers;
    private readonly int first;

    private ResultColumn(int rows, bool isFar)
    {
        IsFar = isFar;
        int length = CohortRun.PadRows(rows);
        if (!isFar)
        {
            numbers = new double[length];
            return;
        }

        numbers = GC.AllocateArray<double>(length + (LineBytes / sizeof(double)), pinned: true);
        nint past = Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0) & (LineBytes - 1);
        first = past == 0 ? 0 : (int)(LineBytes - past) / sizeof(double);
    }

    /// <summary>Whether it is to be written past the cache.</summary>
    public bool IsFar { get; }

    /// <summary>Columns for a table.</summary>
    public static ResultColumn[] Create(int columns, int rows)
    {
        bool isFar = (long)columns * rows * sizeof(double) > FarBytes;
        var created = new ResultColumn[columns];
        for (int i = 0; i < columns; i++)
            created[i] = new ResultColumn(rows, isFar);
        return created;
    }

    /// <summary>The number of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double At(int row) => ref numbers[first + row];

    /// <summary>The numbers of some rows.</summary>
    public Span<double> Span(int row, int count) => numbers.AsSpan(first + row, count);
}
