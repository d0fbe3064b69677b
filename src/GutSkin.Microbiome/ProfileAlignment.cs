namespace GutSkin.Microbiome;

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
        string.Join('|', taxon.Lineage.Where(t => t.Rank != TaxonRank.None).Select(t => TaxonNames.Expand(new TaxonReference(t.Name, t.Rank)).Names[0]));
}
