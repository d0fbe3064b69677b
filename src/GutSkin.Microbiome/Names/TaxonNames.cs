using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace GutSkin.Microbiome;

/// <summary>
/// What names say: the one form in which they are compared, the names one taxon had and has, and those that name no taxon, a virus or
/// an organelle.
/// </summary>
internal static class TaxonNames
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("_-.?* ");
    private static readonly Lazy<FrozenDictionary<(TaxonRank, string), Group>> Groups = new(Load);
    private static readonly Lazy<FrozenSet<string>> KnownGenera = new(LoadGenera);
    private static readonly FrozenSet<string> Kingdoms = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Fungi", "Metazoa", "Animalia", "Plantae", "Viridiplantae", "Archaeplastida", "Chromista", "Protista", "Protozoa", "Alveolata",
        "Stramenopila", "Rhizaria", "Bacillati", "Pseudomonadati", "Fusobacteriati", "Thermotogati", "Methanobacteriati", "Prokaryota");

    private static readonly FrozenSet<string> OldPhyla = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Acidobacteria", "Aquificae", "Armatimonadetes", "Chlamydiae", "Chlorobi", "Chloroflexi", "Cyanobacteria", "Deferribacteres",
        "Deinococcus-Thermus", "Elusimicrobia", "Gemmatimonadetes", "Nitrospirae", "Planctomycetes", "Thermotogae", "Cyanobacteria/Chloroplast",
        "Patescibacteria", "Saccharibacteria", "TM7", "Chordata", "Streptophyta", "Arthropoda", "Nematoda");

    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "NA", "N/A", "nan", "null", "none", "other", "others", "metagenome", "no hit", "no blast hit", "no match", "not assigned", "no rank",
        "-1", "incertae sedis", "environmental sample", "environmental samples", "bacterium", "unresolved");

    private static readonly FrozenSet<string> NoNameStarts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "uncultured", "unclassified", "unassigned", "unidentified", "unknown", "ambiguous", "undefined", "unspecified", "uncharacterized");

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
    /// A name in the form in which names are compared: lower case, spaces for underscores, without rank prefix, brackets, quotes,
    /// "Candidatus", and without the endings that databases give to parts of a taxon, at every rank and in every word:
    /// <c>Firmicutes_A</c>, <c>Bifidobacterium_388775</c>, <c>Bacteroides_H uniformis</c>, <c>prausnitzii_C_71351</c>,
    /// <c>Prevotella_9</c>, <c>Clostridium_sensu_stricto_1</c>. Names of viruses keep all their letters.
    /// </summary>
    public static string Key(ReadOnlySpan<char> name, TaxonRank rank)
    {
        name = WithoutMark(RankText.Split(name.Trim(), out _));
        Span<char> copy = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        bool virus = IsVirus(name), afterNumbered = false;
        int n = 0, words = 0, at = 0;
        while (at < name.Length)
        {
            int length = name[at..].IndexOfAny(" _");
            var word = length < 0 ? name[at..] : name.Slice(at, length);
            bool underscore = at > 0 && name[at - 1] == '_';
            at += word.Length + 1;
            word = word.Trim("[]\"'");
            if (word.IsEmpty || (words == 0 && (Is(word, "candidatus") || Is(word, "ca."))))
                continue;
            bool ending = words > 0 && !virus && !afterNumbered && IsEnding(word, underscore, rank);
            if (ending || (words > 0 && rank == TaxonRank.Genus && (Is(word, "sensu") || Is(word, "stricto"))))
                continue;
            afterNumbered = IsNumbered(word);
            if (n > 0)
                copy[n++] = ' ';
            foreach (char c in word)
            {
                if (c is not ('[' or ']' or '"' or '\''))
                    copy[n++] = char.ToLowerInvariant(c);
            }

            words++;
        }

        return copy[..n].ToString();
    }

    /// <summary>Whether a name says that nothing is known at this rank.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> name)
    {
        name = RankText.Split(name.Trim().Trim("[]\"'"), out _);
        if (!name.ContainsAnyExcept(Marks))
            return true;
        int end = name.IndexOfAny(" _");
        if (NoNameStarts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end < 0 ? name : name[..end]))
            return true;
        if (name.EndsWith("_unclassified", StringComparison.OrdinalIgnoreCase) || name.EndsWith("metagenome", StringComparison.OrdinalIgnoreCase))
            return true;
        var known = NoNames.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.Contains(name))
            return true;
        Span<char> spaced = stackalloc char[32];
        if (name.Length > spaced.Length || !name.Contains('_'))
            return false;
        name.CopyTo(spaced);
        spaced[..name.Length].Replace('_', ' ');
        return known.Contains(spaced[..name.Length]);
    }

    /// <summary>Whether a name is that of a virus, which often begins with the name of its host.</summary>
    public static bool IsVirus(ReadOnlySpan<char> name) =>
        HasWord(name, "phage") || HasWord(name, "virus") || HasWord(name, "viruses") || HasWord(name, "prophage") || HasWord(name, "viroid")
        || EndsWord(name, "virus") || EndsWord(name, "phage") || EndsWord(name, "viridae") || EndsWord(name, "virinae") || EndsWord(name, "virales")
        || EndsWord(name, "viricota") || EndsWord(name, "viricetes");

    /// <summary>Whether a comparable name is that of an organelle, which 16S primers copy along with the bacteria.</summary>
    public static bool IsOrganelle(string key)
    {
        int space = key.LastIndexOf(' ');
        return key.AsSpan(space + 1) is "chloroplast" or "chloroplasts" or "mitochondria" or "mitochondrion" or "plastid" or "plastids" or "apicoplast"
            && !key.StartsWith("cyanobacteria/", StringComparison.Ordinal);
    }

    /// <summary>The position at which a lineage without prefixes begins: 0 domain or kingdom, 1 phylum, -1 not known.</summary>
    public static int PositionOf(ReadOnlySpan<char> name) =>
        RankText.IsDomain(name) || Kingdoms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) || NoNameStarts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? 0
        : IsPhylum(name) ? 1
        : -1;

    /// <summary>The letter of the rank that a name's ending shows; <see cref="RankText.NoPlace"/> where it shows none.</summary>
    public static char LetterByEnding(ReadOnlySpan<char> name) =>
        RankText.IsDomain(name) ? 'd'
        : name.Contains(' ') ? RankText.NoPlace
        : name.EndsWith("aceae", StringComparison.Ordinal) ? 'f'
        : name.EndsWith("ales", StringComparison.Ordinal) ? 'o'
        : IsPhylum(name) ? 'p'
        : RankText.NoPlace;

    /// <summary>Whether a word is a genus that the measures or the signatures ask for.</summary>
    public static bool IsKnownGenus(ReadOnlySpan<char> word) => KnownGenera.Value.Contains(Key(word, TaxonRank.Genus));

    private static bool IsPhylum(ReadOnlySpan<char> name) =>
        (name.EndsWith("ota", StringComparison.Ordinal) && name.Length > 5)
        || OldPhyla.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
        || Groups.Value.ContainsKey((TaxonRank.Phylum, Key(name, TaxonRank.Phylum)));

    // Letters: one or two capitals. Numbers: any after a genus or wider, four digits or more in species, where fewer name a strain.
    private static bool IsEnding(ReadOnlySpan<char> word, bool underscore, TaxonRank rank)
    {
        bool wide = rank is not (TaxonRank.Species or TaxonRank.Strain);
        if (!underscore && !wide)
            return false;
        return (word.Length <= 2 && !word.ContainsAnyExceptInRange('A', 'Z'))
            || (!word.ContainsAnyExceptInRange('0', '9') && (wide || word.Length >= 4));
    }

    // Words after which a letter or number is a name of its own: "Clostridium sp. 1234".
    private static bool IsNumbered(ReadOnlySpan<char> word) =>
        Is(word, "sp") || Is(word, "sp.") || Is(word, "bacterium") || Is(word, "archaeon") || Is(word, "strain") || Is(word, "group") || Is(word, "type")
        || Is(word, "clone") || Is(word, "isolate") || Is(word, "subsp.") || Is(word, "genomosp.") || Is(word, "genomosp");

    // mOTUs: "Faecalibacterium prausnitzii [ref_mOTU_v3_00001]".
    private static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> name)
    {
        int open = name.Length > 0 && name[^1] == ']' ? name.LastIndexOf('[') : -1;
        return open > 1 && name[open - 1] == ' ' && name[open..].Contains("mOTU", StringComparison.OrdinalIgnoreCase) ? name[..open].TrimEnd() : name;
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(ReadOnlySpan<char> name, string word)
    {
        int at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsAsciiLetter(name[at - 1])) && (at + word.Length == name.Length || !char.IsAsciiLetter(name[at + word.Length]));
    }

    private static bool EndsWord(ReadOnlySpan<char> name, string ending)
    {
        int at = name.IndexOf(ending, StringComparison.OrdinalIgnoreCase);
        return at > 1 && (at + ending.Length == name.Length || name[at + ending.Length] is ' ' or '_');
    }

    private static FrozenDictionary<(TaxonRank, string), Group> Load()
    {
        var map = new Dictionary<(TaxonRank, string), Group>();
        using var document = MicrobiomeData.Open("names.json");
        foreach (var entry in document.RootElement.GetProperty("groups").EnumerateArray())
        {
            var rank = Enum.Parse<TaxonRank>(entry.GetProperty("rank").GetString()!, ignoreCase: true);
            long[] ids = [.. entry.GetProperty("ids").EnumerateArray().Select(e => e.GetInt64())];
            string[] names = [.. entry.GetProperty("names").EnumerateArray().Select(e => Key(e.GetString(), rank))];
            var group = new Group(ids, names);
            foreach (string name in names)
                map.TryAdd((rank, name), group);
        }

        return map.ToFrozenDictionary();
    }

    private static FrozenSet<string> LoadGenera()
    {
        var words = Groups.Value.Values.SelectMany(g => g.Names)
            .Concat(ConditionSignatures.All.SelectMany(s => s.Taxa).Where(t => t.Rank is TaxonRank.Genus or TaxonRank.Species).Select(t => Key(t.Name, t.Rank)))
            .Concat(new[] { KnownTaxa.Faecalibacterium, KnownTaxa.Akkermansia, KnownTaxa.Bifidobacterium }.Select(t => Key(t.Name, t.Rank)));
        return words.Select(w => w.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What means the same taxon.</summary>
    public sealed record Group(long[] Ids, string[] Names);
}
