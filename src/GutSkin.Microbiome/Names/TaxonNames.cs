using System.Collections.Frozen;
using System.Text.Json;

namespace GutSkin.Microbiome;

/// <summary>Names of one taxon across database versions: current and former, with NCBI ids.</summary>
internal static class TaxonNames
{
    private static readonly Lazy<FrozenDictionary<(TaxonRank, string), Group>> Groups = new(Load);

    /// <summary>The ids and comparable names that mean the same as a reference.</summary>
    public static Group Expand(TaxonReference reference)
    {
        string key = Key(reference.Name, reference.Rank);
        return Groups.Value.TryGetValue((reference.Rank, key), out var group)
            && (reference.NcbiId is not { } id || group.Ids.Contains(id))
            ? group
            : new Group(reference.NcbiId is { } only ? [only] : [], [key]);
    }

    /// <summary>
    /// A name in the form in which names are compared: lower case, blanks for underscores, without brackets, quotes and
    /// "Candidatus"; phyla also without the suffixes of GTDB and Greengenes2 (<c>Firmicutes_A</c>, <c>Bacillota_A_368345</c>).
    /// </summary>
    public static string Key(ReadOnlySpan<char> name, TaxonRank rank)
    {
        Span<char> copy = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        int n = 0;
        foreach (char c in name)
        {
            if (c is '[' or ']' or '"' or '\'')
                continue;
            copy[n++] = c == '_' ? ' ' : char.ToLowerInvariant(c);
        }

        ReadOnlySpan<char> key = copy[..n].Trim();
        if (key.StartsWith("candidatus "))
            key = key["candidatus ".Length..];
        if (rank == TaxonRank.Phylum)
            key = WithoutSuffix(key);
        return key.ToString();
    }

    private static ReadOnlySpan<char> WithoutSuffix(ReadOnlySpan<char> key)
    {
        int blank = key.LastIndexOf(' ');
        if (blank > 0 && blank < key.Length - 1 && !key[(blank + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            key = key[..blank];
            blank = key.LastIndexOf(' ');
        }

        return blank > 0 && key.Length - blank is 2 or 3 && char.IsAsciiLetter(key[^1]) ? key[..blank] : key;
    }

    private static FrozenDictionary<(TaxonRank, string), Group> Load()
    {
        var map = new Dictionary<(TaxonRank, string), Group>();
        using var document = MicrobiomeData.Open("names.json");
        foreach (var entry in document.RootElement.GetProperty("groups").EnumerateArray())
        {
            var rank = Enum.Parse<TaxonRank>(entry.GetProperty("rank").GetString()!, ignoreCase: true);
            int[] ids = [.. entry.GetProperty("ids").EnumerateArray().Select(e => e.GetInt32())];
            string[] names = [.. entry.GetProperty("names").EnumerateArray().Select(e => Key(e.GetString(), rank))];
            var group = new Group(ids, names);
            foreach (string name in names)
                map.TryAdd((rank, name), group);
        }

        return map.ToFrozenDictionary();
    }

    /// <summary>What means the same taxon.</summary>
    public sealed record Group(int[] Ids, string[] Names);
}
