using GutSkin.Core.Values;

namespace GutSkin.Microbiome;

/// <summary>Logarithms of ratios near 1, without the loss that rounding the ratio first would bring.</summary>
internal static class RatioMath
{
    /// <summary>
    /// ln(whole/part), for 0 &lt; part ≤ whole: for parts above three quarters as 2·artanh((whole−part)/(whole+part)), whose series
    /// s + s³/3 + s⁵/5 … converges fast there (s below 1/7, remainder below 2⁻⁶⁰); else the logarithm of the ratio.
    /// </summary>
    public static double LogOfInverse(double part, double whole)
    {
        if (part >= whole)
            return 0;
        if (part * 4 < whole * 3)
            return -DeterministicMath.Log(part / whole);
        double s = (whole - part) / (whole + part);
        double z = s * s;
        double sum = 0;
        for (int k = 21; k >= 1; k -= 2)
            sum = (sum * z) + (1.0 / k);
        return 2 * s * sum;
    }
}
