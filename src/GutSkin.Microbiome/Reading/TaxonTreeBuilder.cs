namespace GutSkin.Microbiome;

/// <summary>Grows the tree of taxa while a file is read.</summary>
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

    /// <summary>The path of a taxon.</summary>
    public string PathOf(int node) => nodes[node].Path;

    /// <summary>The NCBI id of a taxon; 0 = none.</summary>
    public int IdOf(int node) => nodes[node].Id;

    /// <summary>The name of a taxon.</summary>
    public string NameOf(int node) => nodes[node].Name;

    /// <summary>Gives a taxon its id, where it has none yet.</summary>
    public void SetId(int node, int id)
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
        return Append(path.ToString(), reported.ToString(), Show(name), RankText.RankOf(letter, name), parent, 0);
    }

    /// <summary>The taxon below a given one, made where missing.</summary>
    public int GetOrAdd(int parent, string name, TaxonRank rank, int id)
    {
        string reported = $"{RankText.LetterOf(rank)}__{name}";
        string path = parent < 0 ? reported : $"{nodes[parent].Path}|{reported}";
        return byPath.TryGetValue(path, out int known) ? known : Append(path, reported, Show(name), rank, parent, id);
    }

    /// <summary>The finished tree.</summary>
    public TaxonSet Build()
    {
        var taxa = new Taxon[nodes.Count];
        for (int i = 0; i < taxa.Length; i++)
        {
            var n = nodes[i];
            taxa[i] = new Taxon(i, n.Path, n.Reported, n.Name, n.Rank, n.Id == 0 ? null : n.Id, n.Parent < 0 ? null : taxa[n.Parent]);
        }

        return new TaxonSet(taxa);
    }

    private static string Show(ReadOnlySpan<char> name) => name.ToString().Replace('_', ' ').Trim();

    private int Append(string path, string reported, string name, TaxonRank rank, int parent, int id)
    {
        byPath[path] = nodes.Count;
        nodes.Add(new Node(path, reported, name, rank, parent, id));
        return nodes.Count - 1;
    }

    private readonly record struct Node(string Path, string Reported, string Name, TaxonRank Rank, int Parent, int Id);
}

/// <summary>Tables of species without lineages: the first word of a two-part name is the genus.</summary>
internal static class SpeciesName
{
    /// <summary>Adds a taxon, below its genus where the name tells.</summary>
    public static int Add(TableBuilder builder, ReadOnlySpan<char> name, TaxonRank rank, int id)
    {
        string text = name.ToString();
        int blank = text.AsSpan().IndexOfAny(' ', '_');
        bool binomial = rank == TaxonRank.Species && blank > 1 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1])
            && blank + 1 < text.Length && char.IsAsciiLetterLower(text[blank + 1]) && !text.StartsWith("Candidatus", StringComparison.OrdinalIgnoreCase)
            && !text.AsSpan(0, blank).ContainsAnyExceptInRange('A', 'z');
        int parent = -1;
        if (binomial)
        {
            parent = builder.Tree.GetOrAdd(-1, text[..blank], TaxonRank.Genus, 0);
            builder.GeneraFromNames = true;
        }

        return builder.Tree.GetOrAdd(parent, text, rank, id);
    }
}
