using System.Globalization;

namespace GutSkin.Tool;

/// <summary>One of several parts of a cohort: of <paramref name="Of"/> parts, part I has the rows I, I + N, I + 2N …</summary>
internal readonly record struct Shard(int Index, int Of)
{
    /// <summary>Everyone.</summary>
    public static Shard All => new(1, 1);

    /// <summary>Reads <c>I/N</c>.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        shard = All;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            || index < 1 || index > of)
            return false;
        shard = new Shard(index, of);
        return true;
    }

    /// <summary>Whether a row, counted from 1, belongs to it.</summary>
    public bool Has(long row) => (row - 1) % Of == Index - 1;
}
