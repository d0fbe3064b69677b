namespace GutSkin.Core;

/// <summary>Which rows of numbers a <see cref="RowScratch"/> holds for a condition: four partial sums of each kind.</summary>
internal static class RowSums
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
