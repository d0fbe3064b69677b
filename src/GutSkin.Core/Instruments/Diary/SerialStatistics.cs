namespace GutSkin.Core.Instruments.Diary;

/// <summary>A difference of two means with what its interval is made of.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="StandardError">Its standard error, above 0.</param>
/// <param name="Degrees">The degrees of freedom, 1 or more.</param>
internal readonly record struct MeanDifference(double Difference, double StandardError, int Degrees)
{
    /// <summary>The interval of a share, for example 0.95.</summary>
    public Interval Within(double share)
    {
        double reach = StudentT.Quantile(share, Degrees) * StandardError;
        return new Interval(Difference - reach, Difference + reach);
    }
}

/// <summary>The formulas of the diaries; each is named and cited.</summary>
internal static class SerialStatistics
{
    public static double Mean(IReadOnlyCollection<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Count;
    }

    /// <summary>The variance with n − 1.</summary>
    public static double Variance(IReadOnlyCollection<double> values)
    {
        double mean = Mean(values), sum = 0;
        foreach (double value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Count - 1);
    }

    /// <summary>
    /// The correlation of neighbors: r₁ = Σ e(t) e(t+1) / Σ e(t)² of the distances e from the mean (Box and Jenkins, Time Series Analysis, 2.1.4).
    /// </summary>
    /// <param name="distances">The distances from their mean, in the order of time.</param>
    /// <returns>r₁; null where nothing varies.</returns>
    public static double? LagOne(IReadOnlyList<double> distances)
    {
        double products = 0, squares = 0;
        for (int i = 0; i < distances.Count; i++)
        {
            squares += distances[i] * distances[i];
            if (i > 0)
                products += distances[i - 1] * distances[i];
        }

        return squares == 0 ? null : products / squares;
    }

    /// <summary>
    /// What r₁ of a short series says of the correlation behind it: r₁ lies too low by about (1 + 4ρ)/n (Marriott and Pope, Biometrika 1954;41:390-402).
    /// Kept in [0, 0.95], so that correlation only ever widens an interval.
    /// </summary>
    public static double Unbiased(double lagOne, int count) => count <= 4 ? 0.95 : Math.Clamp((lagOne + (1.0 / count)) / (1 - (4.0 / count)), 0, 0.95);

    /// <summary>
    /// How many independent values n correlated ones are worth for their mean: n (1 − ρ)/(1 + ρ) (Bayley and Hammersley,
    /// J R Stat Soc Suppl 1946;8:184-197, for long series).
    /// </summary>
    public static double EffectiveCount(int count, double correlation) => count * (1 - correlation) / (1 + correlation);

    /// <summary>
    /// Two means of unequal variance (Welch, Biometrika 1947;34:28-35), each of so many independent values as its days are worth; the degrees of
    /// freedom are rounded down.
    /// </summary>
    /// <param name="one">The values of which the mean is taken.</param>
    /// <param name="other">The values whose mean is subtracted.</param>
    /// <param name="correlation">The correlation of neighbors, in [0, 1).</param>
    /// <returns>The difference; null where the values are worth too few, or do not vary.</returns>
    public static MeanDifference? Welch(IReadOnlyCollection<double> one, IReadOnlyCollection<double> other, double correlation)
    {
        double n1 = EffectiveCount(one.Count, correlation), n2 = EffectiveCount(other.Count, correlation);
        if (n1 <= 1 || n2 <= 1)
            return null;
        double v1 = Variance(one) / n1, v2 = Variance(other) / n2;
        if (v1 + v2 == 0)
            return null;
        double degrees = (v1 + v2) * (v1 + v2) / ((v1 * v1 / (n1 - 1)) + (v2 * v2 / (n2 - 1)));
        return new MeanDifference(Mean(one) - Mean(other), Math.Sqrt(v1 + v2), Math.Max(1, (int)degrees));
    }

    /// <summary>The mean of differences of pairs (Student, Biometrika 1908;6:1-25).</summary>
    /// <param name="differences">One difference a pair, two or more.</param>
    /// <returns>The mean; null where the differences do not vary.</returns>
    public static MeanDifference? Paired(IReadOnlyCollection<double> differences)
    {
        double variance = Variance(differences);
        return variance == 0 ? null : new MeanDifference(Mean(differences), Math.Sqrt(variance / differences.Count), differences.Count - 1);
    }
}

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
