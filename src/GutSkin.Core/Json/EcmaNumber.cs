using System.Globalization;
using System.Text;

namespace GutSkin.Core;

/// <summary>
/// Writes a double as ECMAScript does (ECMA-262, Number::toString, radix 10), which RFC 8785 asks for: the shortest digits that
/// read back as the same number; minus zero as 0.
/// </summary>
internal static class EcmaNumber
{
    /// <summary>Appends a finite number.</summary>
    public static void Append(StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("A number that is not finite cannot be written as JSON.", nameof(value));
        if (value == 0)
        {
            text.Append('0');
            return;
        }

        if (value < 0)
            text.Append('-');
        Span<char> buffer = stackalloc char[32];
        Math.Abs(value).TryFormat(buffer, out int written, "R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[32];
        int count = Split(buffer[..written], digits, out int point);
        Append(text, digits[..count], point);
    }

    /// <summary>A finite number as text.</summary>
    public static string Format(double value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>Takes the digits out of a written number; the decimal point stands behind digit <paramref name="point"/>.</summary>
    private static int Split(ReadOnlySpan<char> written, Span<char> digits, out int point)
    {
        int e = written.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(written[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? written : written[..e];
        int dot = mantissa.IndexOf('.');
        point = (dot < 0 ? mantissa.Length : dot) + exponent;
        int count = 0;
        foreach (char c in mantissa)
        {
            if (c == '.')
                continue;
            if (c == '0' && count == 0)
                point--;
            else
                digits[count++] = c;
        }

        while (digits[count - 1] == '0')
            count--;
        return count;
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> digits, int point)
    {
        if (digits.Length <= point && point <= 21)
        {
            text.Append(digits).Append('0', point - digits.Length);
        }
        else if (point is > 0 and <= 21)
        {
            text.Append(digits[..point]).Append('.').Append(digits[point..]);
        }
        else if (point is > -6 and <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
                text.Append('.').Append(digits[1..]);
            text.Append('e').Append(point > 0 ? '+' : '-').Append(CultureInfo.InvariantCulture, $"{Math.Abs(point - 1)}");
        }
    }
}
