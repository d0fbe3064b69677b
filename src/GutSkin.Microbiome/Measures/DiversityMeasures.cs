using GutSkin.Core.Values;

namespace GutSkin.Microbiome;

/// <summary>
/// Alpha diversity: how many kinds a community has and how evenly they share it. All functions take the amounts n₁ … n_S of the
/// kinds, in any order; zeros are ignored; N = Σ nᵢ, pᵢ = nᵢ/N. A negative, infinite or missing amount is refused; what is not
/// defined (an empty community, fractions where counts are needed) is null.
/// </summary>
public static class DiversityMeasures
{
    private const double LargestExactCount = 9007199254740992;

    /// <summary>Observed richness S: the number of kinds found. Grows with the number of reads: compare only at equal depth.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>0 or more.</returns>
    public static int ObservedRichness(ReadOnlySpan<double> amounts)
    {
        Total(amounts);
        int observed = 0;
        foreach (double n in amounts)
            observed += n > 0 ? 1 : 0;
        return observed;
    }

    /// <summary>
    /// Shannon entropy H = −Σ pᵢ ln pᵢ, in nats (base e). scikit-bio before 0.6.1 and most QIIME results use base 2: see
    /// <see cref="ShannonBase2"/>. Shannon 1948, Bell Syst Tech J 27:379.
    /// </summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>0 to ln S; null for an empty community.</returns>
    public static double? Shannon(ReadOnlySpan<double> amounts)
    {
        double total = Total(amounts);
        if (total <= 0)
            return null;
        double sum = 0;
        foreach (double n in amounts)
        {
            // A share too small for a number adds nothing.
            if (n / total > 0)
                sum += n / total * RatioMath.LogOfInverse(n, total);
        }

        return sum;
    }

    /// <summary>Shannon entropy in bits: H / ln 2.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>0 to log₂ S; null for an empty community.</returns>
    public static double? ShannonBase2(ReadOnlySpan<double> amounts) => Shannon(amounts) / DeterministicMath.Log(2);

    /// <summary>Pielou's evenness J = H / ln S. Pielou 1966, J Theor Biol 13:131.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>0 to 1; null for fewer than two kinds.</returns>
    public static double? Pielou(ReadOnlySpan<double> amounts)
    {
        int observed = ObservedRichness(amounts);
        return observed < 2 ? null : Shannon(amounts) / DeterministicMath.Log(observed);
    }

    /// <summary>Simpson's dominance D = Σ pᵢ²: the chance that two reads are of one kind. Simpson 1949, Nature 163:688.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>1/S to 1; null for an empty community.</returns>
    public static double? SimpsonDominance(ReadOnlySpan<double> amounts)
    {
        double total = Total(amounts);
        if (total <= 0)
            return null;
        double sum = 0;
        foreach (double n in amounts)
            sum += n / total * (n / total);
        return sum;
    }

    /// <summary>Gini-Simpson index 1 − D (what scikit-bio calls <c>simpson</c>), summed as Σ pᵢ(1 − pᵢ) so that little is not lost.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>0 to 1 − 1/S; null for an empty community.</returns>
    public static double? GiniSimpson(ReadOnlySpan<double> amounts)
    {
        double total = Total(amounts);
        if (total <= 0)
            return null;
        double sum = 0;
        foreach (double n in amounts)
            sum += n / total * ((total - n) / total);
        return sum;
    }

    /// <summary>Inverse Simpson index 1/D: the number of equally common kinds that would give D.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>1 to S; null for an empty community.</returns>
    public static double? InverseSimpson(ReadOnlySpan<double> amounts) => 1 / SimpsonDominance(amounts);

    /// <summary>Unbiased Gini-Simpson index 1 − Σ nᵢ(nᵢ−1) / (N(N−1)), for counts. Simpson 1949.</summary>
    /// <param name="counts">Whole counts.</param>
    /// <returns>0 to 1; null for fewer than two reads, or where a count is not whole.</returns>
    public static double? SimpsonUnbiased(ReadOnlySpan<double> counts)
    {
        double total = Total(counts);
        if (total < 2 || !AreCounts(counts))
            return null;
        double sum = 0;
        foreach (double n in counts)
            sum += n / total * ((total - n) / (total - 1));
        return sum;
    }

    /// <summary>Berger-Parker dominance: the share of the commonest kind, max pᵢ. Berger and Parker 1970, Science 168:1345.</summary>
    /// <param name="amounts">Counts or shares.</param>
    /// <returns>1/S to 1; null for an empty community.</returns>
    public static double? BergerParker(ReadOnlySpan<double> amounts)
    {
        double total = Total(amounts), most = 0;
        foreach (double n in amounts)
            most = Math.Max(most, n);
        return total <= 0 ? null : most / total;
    }

    /// <summary>
    /// Chao1 richness, bias-corrected: S + F₁(F₁−1) / (2(F₂+1)), with F₁ kinds seen once and F₂ seen twice. Needs whole counts, and
    /// means nothing where single reads were removed (DADA2). Chao 1984, Scand J Stat 11:265; Chao 1987, Biometrics 43:783.
    /// </summary>
    /// <param name="counts">Whole counts.</param>
    /// <returns>S or more; null where a count is not whole.</returns>
    public static double? Chao1(ReadOnlySpan<double> counts)
    {
        int observed = ObservedRichness(counts);
        var (once, twice) = Rare(counts);
        return AreCounts(counts) ? observed + (once * (once - 1) / (2 * (twice + 1))) : null;
    }

    /// <summary>Chao1 richness, classic: S + F₁²/(2F₂); without kinds seen twice S + F₁(F₁−1)/2. Chao 1984.</summary>
    /// <param name="counts">Whole counts.</param>
    /// <returns>S or more; null where a count is not whole.</returns>
    public static double? Chao1Classic(ReadOnlySpan<double> counts)
    {
        int observed = ObservedRichness(counts);
        if (!AreCounts(counts))
            return null;
        var (once, twice) = Rare(counts);
        return observed + (twice > 0 ? once * once / (2 * twice) : once * (once - 1) / 2);
    }

    /// <summary>Good's coverage 1 − F₁/N: the part of the community that was seen. Good 1953, Biometrika 40:237.</summary>
    /// <param name="counts">Whole counts.</param>
    /// <returns>0 to 1; null for an empty community, or where a count is not whole.</returns>
    public static double? GoodsCoverage(ReadOnlySpan<double> counts)
    {
        double total = Total(counts);
        return total > 0 && AreCounts(counts) ? (total - Rare(counts).Once) / total : null;
    }

    internal static bool AreCounts(ReadOnlySpan<double> amounts)
    {
        foreach (double n in amounts)
        {
            if (n != Math.Floor(n) || n > LargestExactCount)
                return false;
        }

        return true;
    }

    internal static double Total(ReadOnlySpan<double> amounts)
    {
        double total = 0;
        foreach (double n in amounts)
        {
            if (!double.IsFinite(n) || n < 0)
                throw new ArgumentOutOfRangeException(nameof(amounts), "Amounts are finite and 0 or more.");
            total += n;
        }

        return double.IsFinite(total) ? total : throw new ArgumentOutOfRangeException(nameof(amounts), "The sum of the amounts is not finite.");
    }

    private static (double Once, double Twice) Rare(ReadOnlySpan<double> counts)
    {
        double once = 0, twice = 0;
        foreach (double n in counts)
        {
            once += n == 1 ? 1 : 0;
            twice += n == 2 ? 1 : 0;
        }

        return (once, twice);
    }
}

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
