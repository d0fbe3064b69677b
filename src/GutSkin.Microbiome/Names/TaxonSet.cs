namespace GutSkin.Microbiome;

/// <summary>The tree of taxa of one file, shared by all its samples; wider taxa come before narrower ones.</summary>
internal sealed class TaxonSet
{
    private Lookup? lookup;

    public TaxonSet(Taxon[] taxa) => Taxa = taxa;

    /// <summary>All taxa, parents before children.</summary>
    public Taxon[] Taxa { get; }

    /// <summary>The index of the taxon with exactly this path; -1 = none.</summary>
    public int IndexOfPath(string path) => Tables().Paths.GetValueOrDefault(path, -1);

    /// <summary>
    /// The taxa a reference means: those with one of its ids, and those without an id (or with one) that have one of its names
    /// at its rank; none that lies within another of them.
    /// </summary>
    public List<int> Find(TaxonReference reference)
    {
        var found = new List<int>();
        var tables = Tables();
        var group = TaxonNames.Expand(reference);
        foreach (int id in group.Ids)
        {
            if (tables.Ids.TryGetValue(id, out var byId))
                found.AddRange(byId);
        }

        foreach (string name in group.Names)
        {
            if (tables.Names.TryGetValue((reference.Rank, name), out var byName))
                found.AddRange(byName);
        }

        if (found.Count < 2)
            return found;
        var set = found.ToHashSet();
        return [.. set.Where(i => !HasAncestorIn(Taxa[i], set)).Order()];
    }

    private static bool HasAncestorIn(Taxon taxon, HashSet<int> set)
    {
        for (var parent = taxon.Parent; parent is not null; parent = parent.Parent)
        {
            if (set.Contains(parent.Index))
                return true;
        }

        return false;
    }

    // Built once and never changed after; two threads at first use build the same.
    private Lookup Tables() => Volatile.Read(ref lookup) ?? Interlocked.CompareExchange(ref lookup, new Lookup(Taxa), null) ?? lookup!;

    private sealed class Lookup
    {
        public Lookup(Taxon[] taxa)
        {
            foreach (var taxon in taxa)
            {
                Paths.TryAdd(taxon.Path, taxon.Index);
                if (taxon.NcbiId is { } id)
                    Add(Ids, id, taxon.Index);
                if (taxon.Rank != TaxonRank.None)
                    Add(Names, (taxon.Rank, TaxonNames.Key(taxon.Name, taxon.Rank)), taxon.Index);
            }
        }

        public Dictionary<string, int> Paths { get; } = new(StringComparer.Ordinal);

        public Dictionary<int, List<int>> Ids { get; } = [];

        public Dictionary<(TaxonRank, string), List<int>> Names { get; } = [];

        private static void Add<TKey>(Dictionary<TKey, List<int>> map, TKey key, int index)
            where TKey : notnull
        {
            if (!map.TryGetValue(key, out var list))
                map[key] = list = new List<int>(1);
            list.Add(index);
        }
    }
}
