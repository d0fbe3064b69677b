namespace GutSkin.Core.Json;

/// <summary>
/// Numbers of few digits, as nearly all in a file are. Digits that make a whole number below 2^53 are exact in a double, as are the powers of
/// ten up to 10^22, so that one division gives the number nearest to what is written (Clinger, How to read floating point numbers
/// accurately, PLDI 1990). The framework's readers give the same, and are much code for a runtime that interprets.
/// </summary>
internal static class ShortNumber
{
    // 15 nines are below 2^53.
    private const int MostDigits = 15;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];

    /// <summary>Reads a number of a JSON text.</summary>
    /// <param name="text">The number: a sign, digits and a point.</param>
    /// <param name="value">The number.</param>
    /// <returns>False where it has more digits, or an exponent.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        int start = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0, point = text.Length;
        if (text.Length - start > MostDigits + 1)
            return false;
        long digits = 0;
        for (int at = start; at < text.Length; at++)
        {
            byte character = text[at];
            if (character is >= (byte)'0' and <= (byte)'9')
                digits = (digits * 10) + (character - (byte)'0');
            else if (character == (byte)'.' && point == text.Length)
                point = at;
            else
                return false;
        }

        int decimals = Math.Max(0, text.Length - point - 1);
        if (text.Length - start - (point < text.Length ? 1 : 0) is 0 or > MostDigits)
            return false;
        double size = digits / PowersOfTen[decimals];
        value = start == 1 ? -size : size;
        return true;
    }
}
