using System.Buffers.Binary;
using System.Numerics;

namespace GutSkin.Tool;

/// <summary>
/// Reads the numbers that tables are full of: up to seven digits and a point, or eight digits, all at once. The digits and
/// the power of ten are exact doubles, so their quotient is the number that any exact parser gives.
/// </summary>
internal static class ShortDecimal
{
    private const int Longest = 8;
    private const ulong Zeros = 0x3030303030303030;
    private const ulong HighBits = 0x8080808080808080;
    private const ulong Point = '.' ^ '0';

    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the text is one of those; false says nothing about others.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        int length = text.Length;
        if ((uint)(length - 1) >= Longest)
            return false;

        // A byte a character, the first one lowest; a digit becomes its value, and what lies behind the text 0.
        ulong characters = Load(text) ^ (Zeros >> (64 - (8 * length)));

        // Every byte above 9 gets its high bit.
        ulong others = ((characters + 0x7676767676767676) | characters) & HighBits;
        int behind = 0;
        if (others != 0)
        {
            // One may be the point: it is taken out, and the digits behind it move up.
            int shift = BitOperations.TrailingZeroCount(others) & ~7;
            if ((others & (others - 1)) != 0 || ((characters >> shift) & 0xFF) != Point || length == 1)
                return false;
            ulong before = (1UL << shift) - 1;
            characters = (characters & before) | ((characters >> 8) & ~before);
            length--;
            behind = length - (shift >> 3);
        }

        value = EightDigits(characters << (64 - (8 * length))) / PowersOfTen[behind];
        return true;
    }

    private static ulong Load(ReadOnlySpan<byte> text)
    {
        int length = text.Length;
        if (length >= 4)
        {
            // The two halves overlap where there are fewer than eight.
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(text[(length - 4)..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(text) | (last << (8 * (length - 4)));
        }

        return text[0] | ((ulong)text[length >> 1] << (8 * (length >> 1))) | ((ulong)text[length - 1] << (8 * (length - 1)));
    }

    /// <summary>Eight digits, the first one lowest: pairs, then pairs of pairs, then both fours.</summary>
    private static double EightDigits(ulong digits)
    {
        digits = ((digits * 10) + (digits >> 8)) & 0x00FF00FF00FF00FF;
        digits = ((digits * 100) + (digits >> 16)) & 0x0000FFFF0000FFFF;
        return (uint)((digits * 10_000) + (digits >> 32));
    }
}
