namespace GutSkin.Tool;

/// <summary>
/// Reads the numbers that tables are full of: up to 15 digits, with a sign and a point or without. Both the digits and the
/// power of ten are then exact doubles, so their quotient is the number that any exact parser gives.
/// </summary>
internal static class ShortDecimal
{
    private const int MostDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the text is one of those; false says nothing about others.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        int i = text is [(byte)'-', ..] ? 1 : 0;
        bool isNegative = i == 1;
        if (text.Length - i > MostDigits + 1)
            return false;
        long digits = 0;
        int count = 0, behindPoint = -1;
        for (; i < text.Length; i++)
        {
            uint digit = (uint)text[i] - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
            }
            else if (text[i] == '.' && behindPoint < 0)
            {
                behindPoint = count;
            }
            else
            {
                return false;
            }
        }

        if (count is 0 or > MostDigits)
            return false;
        double number = behindPoint < 0 ? digits : digits / PowersOfTen[count - behindPoint];
        value = isNegative ? -number : number;
        return true;
    }
}
