namespace GutSkin.Core.Instruments.Diary;

/// <summary>
/// Student's t for whole degrees of freedom, by the finite series of Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3
/// and 26.7.4. Only additions, multiplications, divisions and square roots, so that every machine gives the same bits.
/// </summary>
internal static class StudentT
{
    /// <summary>How far from 0 a share of the distribution lies.</summary>
    /// <param name="share">The share around 0, for example 0.95; in (0, 1).</param>
    /// <param name="degrees">The degrees of freedom, 1 or more.</param>
    /// <returns>t with P(−t ≤ T ≤ t) = <paramref name="share"/>.</returns>
    public static double Quantile(double share, int degrees)
    {
        double low = 0, high = 1;
        while (ShareWithin(high, degrees) < share && high < 1e12)
            high *= 2;
        while (true)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return high;
            if (ShareWithin(middle, degrees) < share)
                low = middle;
            else
                high = middle;
        }
    }

    /// <summary>P(−t ≤ T ≤ t).</summary>
    /// <param name="t">The distance from 0, not negative.</param>
    /// <param name="degrees">The degrees of freedom, 1 or more.</param>
    /// <returns>The share.</returns>
    public static double ShareWithin(double t, int degrees)
    {
        double length = Math.Sqrt(degrees + (t * t));
        double sin = t / length, cos = Math.Sqrt(degrees) / length;
        bool isOdd = degrees % 2 == 1;
        double term = isOdd ? cos : 1, sum = degrees == 1 ? 0 : term;
        for (int k = isOdd ? 3 : 2; k < degrees; k += 2)
        {
            term *= (k - 1) * (cos * cos) / k;
            sum += term;
        }

        return isOdd ? 2 / Math.PI * (ArcTangent(t / Math.Sqrt(degrees)) + (sin * sum)) : sin * sum;
    }

    /// <summary>The arc tangent: halved three times, then its series to the 29th power.</summary>
    private static double ArcTangent(double x)
    {
        // Beyond this the halving would lose what is left of 1.
        if (x > 1)
            return (Math.PI / 2) - ArcTangent(1 / x);
        double y = x;
        for (int i = 0; i < 3; i++)
            y /= 1 + Math.Sqrt(1 + (y * y));
        double square = y * y, sum = 0;
        for (int k = 29; k >= 1; k -= 2)
            sum = (1.0 / k) - (square * sum);
        return 8 * y * sum;
    }
}
