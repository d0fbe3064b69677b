namespace GutSkin.Microbiome;

/// <summary>The amounts of one sample, those that are not 0: twelve bytes each.</summary>
internal sealed class SampleValues
{
    private int[] rows = [];
    private double[] values = [];
    private HashSet<int>? seen;

    /// <summary>The name of the sample; null where the file has none.</summary>
    public string? Name { get; set; }

    /// <summary>The unclassified part in the file's own measure; NaN = not given.</summary>
    public double Unclassified { get; set; } = double.NaN;

    /// <summary>Whether all amounts are whole numbers.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>The sum of the amounts.</summary>
    public double Sum { get; private set; }

    /// <summary>How many amounts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows, in the order of the file.</summary>
    public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

    /// <summary>The amounts beside <see cref="Rows"/>.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, Count);

    /// <summary>Adds an amount; false where the row has one already.</summary>
    public bool Add(int row, double value)
    {
        if (Count > 0 && (seen is not null || row <= rows[Count - 1]))
        {
            // Out of order: from here on a set tells whether a row comes twice.
            seen ??= [.. Rows];
            if (!seen.Add(row))
                return false;
        }

        if (Count == rows.Length)
        {
            int size = Math.Max(16, rows.Length + (rows.Length / 2));
            Array.Resize(ref rows, size);
            Array.Resize(ref values, size);
        }

        (rows[Count], values[Count]) = (row, value);
        Count++;
        Sum += value;
        Whole &= value == Math.Floor(value);
        return true;
    }

    /// <summary>Lets go of what is only needed while reading.</summary>
    public void Trim()
    {
        seen = null;
        Array.Resize(ref rows, Count);
        Array.Resize(ref values, Count);
    }
}
