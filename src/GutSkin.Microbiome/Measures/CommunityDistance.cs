namespace GutSkin.Microbiome;

/// <summary>Beta diversity: how far two communities are apart. The amounts of both are given kind by kind, in the same order.</summary>
public static class CommunityDistance
{
    private const double LargestExactCount = 9007199254740992;

    /// <summary>
    /// Bray-Curtis dissimilarity of the amounts as they are, Σ|aᵢ − bᵢ| / Σ(aᵢ + bᵢ). Counts of different depth differ by it alone:
    /// see <see cref="BrayCurtisOfShares"/>. Bray and Curtis 1957, Ecol Monogr 27:325.
    /// </summary>
    /// <param name="a">The amounts of one community.</param>
    /// <param name="b">The amounts of the other.</param>
    /// <returns>0 (the same) to 1 (nothing in common); null where both are empty.</returns>
    public static double? BrayCurtis(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double total = Totals(a, b, out double totalA, out double totalB);
        if (total <= 0)
            return null;
        double difference = 0;
        for (int i = 0; i < a.Length; i++)
            difference += Math.Abs(a[i] - b[i]);
        return difference / (totalA + totalB);
    }

    /// <summary>Bray-Curtis dissimilarity of relative abundances: half the sum of |aᵢ/A − bᵢ/B|. Exact for whole counts.</summary>
    /// <param name="a">The amounts of one community.</param>
    /// <param name="b">The amounts of the other.</param>
    /// <returns>0 to 1; 1 where one is empty; null where both are.</returns>
    public static double? BrayCurtisOfShares(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (Totals(a, b, out double totalA, out double totalB) <= 0)
            return null;
        if (totalA <= 0 || totalB <= 0)
            return 1;
        if (totalA <= LargestExactCount && totalB <= LargestExactCount && DiversityMeasures.AreCounts(a) && DiversityMeasures.AreCounts(b))
            return OfCounts(a, b, (long)totalA, (long)totalB);
        double difference = 0;
        for (int i = 0; i < a.Length; i++)
            difference += Math.Abs((a[i] / totalA) - (b[i] / totalB));
        return difference / 2;
    }

    /// <summary>Jaccard distance on presence: 1 − |A ∩ B| / |A ∪ B|. Jaccard 1912, New Phytol 11:37.</summary>
    /// <param name="a">The amounts of one community.</param>
    /// <param name="b">The amounts of the other.</param>
    /// <returns>0 to 1; null where both are empty.</returns>
    public static double? Jaccard(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Totals(a, b, out _, out _);
        int both = 0, either = 0;
        for (int i = 0; i < a.Length; i++)
        {
            both += a[i] > 0 && b[i] > 0 ? 1 : 0;
            either += a[i] > 0 || b[i] > 0 ? 1 : 0;
        }

        return either == 0 ? null : (double)(either - both) / either;
    }

    /// <summary>Bray-Curtis dissimilarity of the relative abundances of two profiles at one rank, taxa matched by lineage.</summary>
    /// <param name="a">One profile.</param>
    /// <param name="b">The other; of the same profiler and database, or the distance is that of the methods.</param>
    /// <param name="rank">The rank.</param>
    /// <returns>0 to 1; null where both are empty at this rank.</returns>
    public static double? BrayCurtis(TaxonomicProfile a, TaxonomicProfile b, TaxonRank rank = TaxonRank.Species)
    {
        var (left, right) = ProfileAlignment.Align(a, b, rank);
        return BrayCurtisOfShares(left, right);
    }

    /// <summary>Jaccard distance of two profiles at one rank, taxa matched by lineage.</summary>
    /// <param name="a">One profile.</param>
    /// <param name="b">The other.</param>
    /// <param name="rank">The rank.</param>
    /// <returns>0 to 1; null where both are empty at this rank.</returns>
    public static double? Jaccard(TaxonomicProfile a, TaxonomicProfile b, TaxonRank rank = TaxonRank.Species)
    {
        var (left, right) = ProfileAlignment.Align(a, b, rank);
        return Jaccard(left, right);
    }

    // Σ |aᵢB − bᵢA| / 2AB in whole numbers: only the last division rounds.
    private static double OfCounts(ReadOnlySpan<double> a, ReadOnlySpan<double> b, long totalA, long totalB)
    {
        var difference = Int128.Zero;
        for (int i = 0; i < a.Length; i++)
            difference += Int128.Abs(((Int128)(long)a[i] * totalB) - ((Int128)(long)b[i] * totalA));
        return (double)difference / ((double)((Int128)totalA * totalB) * 2);
    }

    private static double Totals(ReadOnlySpan<double> a, ReadOnlySpan<double> b, out double totalA, out double totalB)
    {
        if (a.Length != b.Length)
            throw new ArgumentException("Both communities need the same number of amounts.", nameof(b));
        (totalA, totalB) = (DiversityMeasures.Total(a), DiversityMeasures.Total(b));
        return totalA + totalB;
    }
}

/// <summary>Puts the taxa of two profiles side by side.</summary>
internal static class ProfileAlignment
{
    /// <summary>The amounts at one rank, in the same order for both; taxa are the same where id or name (with its genus) is.</summary>
    public static (double[] A, double[] B) Align(TaxonomicProfile a, TaxonomicProfile b, TaxonRank rank)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var (left, right) = (new List<double>(), new List<double>());
        foreach (var entry in a.AtRank(rank))
            Add(left, right, index, entry);
        foreach (var entry in b.AtRank(rank))
            Add(right, left, index, entry);
        return ([.. left], [.. right]);
    }

    private static void Add(List<double> mine, List<double> other, Dictionary<string, int> index, TaxonAbundance entry)
    {
        string key = Key(entry.Taxon!);
        if (!index.TryGetValue(key, out int at))
        {
            index[key] = at = mine.Count;
            mine.Add(0);
            other.Add(0);
        }

        mine[at] += entry.Value;
    }

    // Placeholders such as "uncultured" recur under many parents, so the lineage is part of the name.
    private static string Key(Taxon taxon) =>
        string.Join('|', taxon.Lineage.Where(t => t.Rank != TaxonRank.None).Select(t => TaxonNames.Expand(new TaxonReference(t.FullName, t.Rank)).Names[0]));
}
