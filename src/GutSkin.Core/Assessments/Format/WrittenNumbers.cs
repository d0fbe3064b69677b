using System.Globalization;

namespace GutSkin.Core.Assessments.Format;

/// <summary>
/// The texts of the numbers written last. Finding a number's digits takes longer than all else of writing it, and four of ten numbers of
/// an assessment have stood in it before: a rule that is certain gives both ends of a range, and what a trial found several interventions use.
/// </summary>
internal sealed class WrittenNumbers
{
    private const int Places = 256;

    // −1.7976931348623157E+308: no double is longer.
    private const int Longest = 24;

    private readonly long[] bits = new long[Places];
    private readonly byte[] lengths = new byte[Places];
    private readonly byte[] texts = new byte[Places * Longest];

    /// <summary>The shortest text that is read as the number, as the serializer writes it.</summary>
    public ReadOnlySpan<byte> TextOf(double value)
    {
        long key = BitConverter.DoubleToInt64Bits(value);
        // The highest eight bits of the product depend on all bits of the number.
        int place = (int)((ulong)(key * -7046029254386353131) >> 56);
        var text = texts.AsSpan(place * Longest, Longest);
        if (bits[place] != key || lengths[place] == 0)
        {
            value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
            (bits[place], lengths[place]) = (key, (byte)length);
        }

        return text[..lengths[place]];
    }
}
