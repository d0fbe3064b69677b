namespace GutSkin.Core;

/// <summary>The four lanes of the table: item i of a condition stands in lane i mod 4, whatever the width of the machine's vectors.</summary>
internal static class Lanes
{
    public const int Count = 4;

    /// <summary>A mask with every bit set, in the form of a number.</summary>
    public static double AllBits { get; } = BitConverter.Int64BitsToDouble(-1);

    /// <summary>A count rounded up to whole blocks of lanes.</summary>
    public static int Pad(int count) => (count + (Count - 1)) & ~(Count - 1);
}
