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
    /// at its rank; none that lies within another of them, and nothing below viruses for what is no virus.
    /// </summary>
    public List<int> Find(TaxonReference reference)
    {
        var found = new List<int>();
        var tables = Tables();
        var group = TaxonNames.Expand(reference);
        foreach (long id in group.Ids)
        {
            if (tables.Ids.TryGetValue(id, out var byId))
                found.AddRange(byId);
        }

        bool virus = TaxonNames.IsVirus(reference.Name);
        foreach (string name in group.Names)
        {
            if (tables.Names.TryGetValue((reference.Rank, name), out var byName))
                found.AddRange(virus ? byName : byName.Where(i => !IsBelowViruses(Taxa[i])));
        }

        return Outermost(found);
    }

    /// <summary>The organelles: chloroplasts and mitochondria, wherever the taxonomy puts them.</summary>
    public List<int> Organelles => Outermost([.. Tables().Organelles]);

    /// <summary>The human host, and what can only be placed among vertebrates.</summary>
    public List<int> Host => Outermost([.. KnownTaxa.Host.SelectMany(Find)]);

    /// <summary>
    /// The taxa whose names hold the name of a reference as a word without being meant by it: because they have no such rank above them,
    /// or are written in a way that is not understood. Where there are any, what was not found is not known to be absent.
    /// </summary>
    public IEnumerable<int> Mentions(TaxonReference reference)
    {
        var words = Tables().Words;
        foreach (string name in TaxonNames.Expand(reference).Names)
        {
            if (words.TryGetValue(name, out var taxa))
            {
                foreach (int taxon in taxa)
                    yield return taxon;
            }
        }
    }

    private static bool IsBelowViruses(Taxon taxon)
    {
        var top = taxon;
        while (top.Parent is { } parent && top.Rank != TaxonRank.Domain)
            top = parent;
        return top.Name is "Viruses" or "Viroids";
    }

    private List<int> Outermost(List<int> found)
    {
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
                string key = TaxonNames.Key(taxon.FullName, taxon.Rank);
                if (taxon.Rank != TaxonRank.None)
                    Add(Names, (taxon.Rank, key), taxon.Index);
                if (TaxonNames.IsOrganelle(key))
                    Organelles.Add(taxon.Index);
                if (!TaxonNames.IsVirus(taxon.FullName) && !IsBelowViruses(taxon))
                    AddWords(key, taxon.Index);
            }
        }

        public Dictionary<string, int> Paths { get; } = new(StringComparer.Ordinal);

        public Dictionary<long, List<int>> Ids { get; } = [];

        public Dictionary<(TaxonRank, string), List<int>> Names { get; } = [];

        public Dictionary<string, List<int>> Words { get; } = new(StringComparer.Ordinal);

        public List<int> Organelles { get; } = [];

        private void AddWords(string key, int index)
        {
            if (!key.AsSpan().ContainsAny(" -/"))
            {
                Add(Words, key, index);
                return;
            }

            foreach (string word in key.Split([' ', '-', '/']))
            {
                if (word.Length > 3)
                    Add(Words, word, index);
            }
        }

        private static void Add<TKey>(Dictionary<TKey, List<int>> map, TKey key, int index)
            where TKey : notnull
        {
            if (!map.TryGetValue(key, out var list))
                map[key] = list = new List<int>(1);
            list.Add(index);
        }
    }
}
