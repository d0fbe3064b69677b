using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GutSkin.Cohorts.Writing;

/// <summary>
/// Writes the numbers that scores are: zero, and 0.0001 up to 10⁹, with the fewest digits that give the same double again, and of
/// those the nearest ones. The method is that of Giulietti (2020), "The Schubfach way to render doubles": scaled by a power of ten, the
/// interval that rounds to a double is less than ten and more than two units wide, so that its digits are found with three
/// multiplications. In the range taken here every power of ten fits into 128 bits, and nothing is rounded. A fifth of the time of the
/// runtime's formatter, which decides what writing a table costs.
/// </summary>
internal static class ShortestDecimal
{
    /// <summary>How many bytes are written over; a number takes 22 of them at most ("0.000" and 17 digits).</summary>
    public const int Room = 48;

    private const double Least = 1e-4;
    private const double Beyond = 1e9;
    private const int FractionBits = 52;
    private const int ExponentBias = 1075;
    private const int Step = 32;
    private const ulong Zeros = 0x3030303030303030;

    /// <summary>10⁰ to 10²², each shifted so that its highest bit is that of 128.</summary>
    private static readonly UInt128[] Powers = MakePowers();

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="to">Where it goes: <see cref="Room"/> bytes at least.</param>
    /// <param name="count">How many bytes were written.</param>
    /// <returns>Whether it is one of those; nothing was written of others.</returns>
    public static bool TryWrite(double value, Span<byte> to, out int count)
    {
        count = 0;
        if (!(value >= Least && value < Beyond))
        {
            // Zero without a sign, as the runtime writes it.
            if (BitConverter.DoubleToUInt64Bits(value) != 0)
                return false;
            to[0] = (byte)'0';
            count = 1;
            return true;
        }

        var (digits, exponent) = Shorten(BitConverter.DoubleToUInt64Bits(value));
        count = Write(digits, exponent, to[..Room]);
        return true;
    }

    /// <summary>The shortest digits and the power of ten they are multiplied with; zeros may stand at their end.</summary>
    private static (ulong Digits, int Exponent) Shorten(ulong bits)
    {
        ulong fraction = bits & ((1UL << FractionBits) - 1);
        ulong significand = fraction | (1UL << FractionBits);
        int binary = (int)(bits >> FractionBits) - ExponentBias;

        // Below a power of two doubles lie twice as dense as above.
        bool isCloser = fraction == 0;
        int exponent = ((binary * 1_262_611) - (isCloser ? 524_031 : 0)) >> 22;
        int shift = binary + ((-exponent * 1_741_647) >> 19) + 1;
        var power = Powers[-exponent];

        // Four times the number, and the ends of the interval that rounds to it.
        ulong number = RoundToOdd(power, (4 * significand) << shift);
        ulong low = RoundToOdd(power, ((4 * significand) - 2 + (isCloser ? 1UL : 0)) << shift);
        ulong high = RoundToOdd(power, ((4 * significand) + 2) << shift);

        // The ends themselves round to it where it is even.
        ulong isOdd = significand & 1;
        low += isOdd;
        high -= isOdd;

        ulong whole = number >> 2;
        ulong tens = whole / 10;
        bool fitsLow = low <= 40 * tens, fitsHigh = (40 * tens) + 40 <= high;
        if (fitsLow != fitsHigh)
            return (tens + (fitsHigh ? 1UL : 0), exponent + 1);
        fitsLow = low <= 4 * whole;
        fitsHigh = (4 * whole) + 4 <= high;
        if (fitsLow != fitsHigh)
            return (whole + (fitsHigh ? 1UL : 0), exponent);
        ulong middle = (4 * whole) + 2;
        bool isUp = number > middle || (number == middle && (whole & 1) == 1);
        return (whole + (isUp ? 1UL : 0), exponent);
    }

    /// <summary>The high part of a product, its lowest bit set where anything was cut off: enough to compare it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong RoundToOdd(UInt128 power, ulong scaled)
    {
        ulong middle = Math.BigMul((ulong)power, scaled, out ulong lowest);
        ulong high = Math.BigMul((ulong)(power >> 64), scaled, out ulong low);
        low += middle;
        high += low < middle ? 1UL : 0;
        return high | ((low | lowest) != 0 ? 1UL : 0);
    }

    private static int Write(ulong digits, int exponent, Span<byte> to)
    {
        // Seventeen digits at the end of a line that begins with zeros; beyond it is space, so that whole vectors are copied.
        Span<byte> line = stackalloc byte[24 + Step];
        ulong top = digits / 100_000_000;
        ulong first = top / 100_000_000;
        BinaryPrimitives.WriteUInt64LittleEndian(line, Zeros | (first << 56));
        BinaryPrimitives.WriteUInt64LittleEndian(line[8..], EightDigits(top - (first * 100_000_000)));
        BinaryPrimitives.WriteUInt64LittleEndian(line[16..], EightDigits(digits - (top * 100_000_000)));
        int start = 7, end = 24;
        while (line[start] == (byte)'0')
            start++;
        while (line[end - 1] == (byte)'0')
            end--;
        int count = end - start, point = 24 - start + exponent;
        if (point <= 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(to, (Zeros & ~0xFF00UL) | ((ulong)'.' << 8));
            Copy(line[start..], to[(2 - point)..]);
            return 2 - point + count;
        }

        Copy(line[start..], to);
        if (point >= count)
        {
            to[count..point].Fill((byte)'0');
            return point;
        }

        to[point] = (byte)'.';
        Copy(line[(start + point)..], to[(point + 1)..]);
        return count + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ReadOnlySpan<byte> from, Span<byte> to) => MemoryMarshal.Write(to, MemoryMarshal.Read<Vector256<byte>>(from));

    /// <summary>Eight digits as text, the first one lowest: both fours, then pairs, then each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        ulong high = digits / 10_000;
        ulong fours = high | ((digits - (high * 10_000)) << 32);
        ulong hundreds = ((fours * 10_486) >> 20) & 0x0000007F_0000007F;
        ulong pairs = hundreds | ((fours - (hundreds * 100)) << 16);
        ulong tens = ((pairs * 103) >> 10) & 0x000F000F_000F000F;
        return Zeros | tens | ((pairs - (tens * 10)) << 8);
    }

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[23];
        UInt128 power = 1;
        for (int i = 0; i < powers.Length; i++, power *= 10)
            powers[i] = power << (int)UInt128.LeadingZeroCount(power);
        return powers;
    }
}
