namespace GutSkin.Microbiome;

/// <summary>
/// Grows the tree of taxa while a file is read. A taxon is its place and name; where the file gives ids, two ids are two taxa, whatever
/// their names.
/// </summary>
internal sealed class TaxonTreeBuilder
{
    private readonly List<Node> nodes = [];
    private readonly Dictionary<string, int> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public TaxonTreeBuilder() => bySpan = byPath.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many taxa there are.</summary>
    public int Count => nodes.Count;

    /// <summary>The parent of a taxon; -1 at the top.</summary>
    public int ParentOf(int node) => nodes[node].Parent;

    /// <summary>The rank of a taxon.</summary>
    public TaxonRank RankOf(int node) => nodes[node].Rank;

    /// <summary>The id of a taxon; 0 = none.</summary>
    public long IdOf(int node) => nodes[node].Id;

    /// <summary>The name of a taxon.</summary>
    public string NameOf(int node) => nodes[node].FullName.Replace('_', ' ').Trim();

    /// <summary>Gives a taxon its id, where it has none yet.</summary>
    public void SetId(int node, long id)
    {
        if (nodes[node].Id == 0)
            nodes[node] = nodes[node] with { Id = id };
    }

    /// <summary>Forgets all ids, because they are not NCBI's.</summary>
    public void ClearIds()
    {
        for (int i = 0; i < nodes.Count; i++)
            nodes[i] = nodes[i] with { Id = 0 };
    }

    /// <summary>The taxon at a path of prefixed names joined by <c>|</c>, with all its ancestors, made where missing.</summary>
    public int GetOrAdd(ReadOnlySpan<char> path)
    {
        if (bySpan.TryGetValue(path, out int known))
            return known;
        int bar = path.LastIndexOf('|');
        int parent = bar < 0 ? -1 : GetOrAdd(path[..bar]);
        var reported = path[(bar + 1)..];
        var name = RankText.Split(reported, out char letter);
        return Append(path.ToString(), reported.ToString(), name.ToString(), RankText.RankOf(letter, name), parent, 0);
    }

    /// <summary>The taxon below a given one, made where missing; of namesakes the one with this id.</summary>
    public int GetOrAdd(int parent, string name, TaxonRank rank, long id)
    {
        string reported = $"{RankText.LetterOf(rank)}__{name}";
        string path = parent < 0 ? reported : $"{nodes[parent].Key}|{reported}";
        if (!byPath.TryGetValue(path, out int known))
            return Append(path, reported, name, rank, parent, id);
        if (id == 0 || nodes[known].Id == id)
            return known;
        if (nodes[known].Id == 0)
        {
            SetId(known, id);
            return known;
        }

        string key = $"{path}\0{id}";
        return byPath.TryGetValue(key, out int namesake) ? namesake : Append(key, reported, name, rank, parent, id);
    }

    /// <summary>The taxon a lone name means, below its genus where the name tells one; -1 for what names none.</summary>
    /// <param name="builder">Where rows are gathered.</param>
    /// <param name="text">The name as the file writes it.</param>
    /// <param name="rank">The rank the file gives; <see cref="TaxonRank.None"/> = to be told from the name.</param>
    /// <param name="id">The id the file gives; 0 = none.</param>
    /// <param name="kind">What kind of thing it is.</param>
    public static int AddLone(TableBuilder builder, ReadOnlySpan<char> text, TaxonRank rank, long id, out LoneNameKind kind)
    {
        var lone = LoneName.Read(text, rank);
        kind = lone.Kind;
        if (kind == LoneNameKind.Placeholder && id == 0)
            return -1;
        int parent = -1;
        if (lone.Genus is { } genus)
        {
            parent = builder.Tree.GetOrAdd(-1, genus, TaxonRank.Genus, 0);
            builder.GeneraFromNames = true;
        }

        return builder.Tree.GetOrAdd(parent, lone.Name, lone.Rank, id);
    }

    /// <summary>The finished tree.</summary>
    public TaxonSet Build()
    {
        var taxa = new Taxon[nodes.Count];
        for (int i = 0; i < taxa.Length; i++)
        {
            var n = nodes[i];
            var parent = n.Parent < 0 ? null : taxa[n.Parent];
            string path = !n.Key.Contains('\0', StringComparison.Ordinal) ? n.Key : parent is null ? n.Reported : $"{parent.Path}|{n.Reported}";
            taxa[i] = new Taxon(i, path, n.Reported, n.FullName, n.Rank, n.Id == 0 ? null : n.Id, parent);
        }

        return new TaxonSet(taxa);
    }

    private int Append(string key, string reported, string name, TaxonRank rank, int parent, long id)
    {
        byPath[key] = nodes.Count;
        nodes.Add(new Node(key, reported, FullName(name, rank, parent), rank, parent, id));
        return nodes.Count - 1;
    }

    // Greengenes, SILVA and DADA2 write the epithet alone: g__Faecalibacterium; s__prausnitzii.
    private string FullName(string name, TaxonRank rank, int parent)
    {
        if (rank != TaxonRank.Species || parent < 0 || nodes[parent].Rank != TaxonRank.Genus || name.Length < 2 || !char.IsAsciiLetterLower(name[0]))
            return name;
        string genus = nodes[parent].FullName;
        return name.StartsWith("bacterium", StringComparison.Ordinal) || name.StartsWith(genus, StringComparison.OrdinalIgnoreCase) ? name : $"{genus} {name}";
    }

    // The key is the path; of namesakes the later ones have their id in it, and with it all that is below them.
    private readonly record struct Node(string Key, string Reported, string FullName, TaxonRank Rank, int Parent, long Id);
}
