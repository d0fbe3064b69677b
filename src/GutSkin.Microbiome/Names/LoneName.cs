using System.Buffers;

namespace GutSkin.Microbiome;

/// <summary>What kind of thing a name without a lineage is.</summary>
internal enum LoneNameKind
{
    /// <summary>A taxon whose rank is known.</summary>
    Taxon,

    /// <summary>A virus: a taxon below no genus of bacteria, whatever host its name begins with.</summary>
    Virus,

    /// <summary>A bin or a strain that has no name yet (<c>SGB1234</c>, <c>UBA1819</c>): a taxon of a genus without a name.</summary>
    Unnamed,

    /// <summary>Not classified.</summary>
    Placeholder,

    /// <summary>A name that is not understood: what it is cannot be said, and so not what is absent.</summary>
    Unclear,
}

/// <summary>
/// A name without a lineage, as in Kraken and Bracken reports and in tables of species: what it is, and what it says of the genus, so that
/// nothing is counted as what its name merely begins with.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Name">The name without the rank prefix.</param>
/// <param name="Genus">The genus the name begins with; null where it tells none.</param>
internal readonly record struct LoneName(LoneNameKind Kind, TaxonRank Rank, string Name, string? Genus)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name as the file writes it, with or without a rank prefix.</param>
    /// <param name="rank">The rank the file gives; <see cref="TaxonRank.None"/> = to be told from the name.</param>
    public static LoneName Read(ReadOnlySpan<char> text, TaxonRank rank)
    {
        var name = RankText.Split(DelimitedLine.Trim(text), out char letter);
        if (letter is not ('\0' or RankText.NoPlace))
            rank = RankText.RankOf(letter, name);
        string whole = name.ToString();
        if (name.IsEmpty || TaxonNames.IsVirus(name))
            return new LoneName(name.IsEmpty ? LoneNameKind.Placeholder : LoneNameKind.Virus, rank == TaxonRank.None ? TaxonRank.Species : rank, whole, null);
        var words = Words(name, out bool noName);
        var shown = words.Length == 1 ? RankText.RankOf(TaxonNames.LetterByEnding(words[0]), words[0]) : TaxonRank.None;
        // A phylum in a column of genera is what could be told no further.
        if (shown != TaxonRank.None && !noName && shown < rank)
            return new LoneName(LoneNameKind.Taxon, shown, whole, null);
        if (rank is not (TaxonRank.None or TaxonRank.Species or TaxonRank.Strain))
            return new LoneName(TaxonNames.IsPlaceholder(name) ? LoneNameKind.Placeholder : LoneNameKind.Taxon, rank, whole, null);
        if (words.Length == 0)
            return new LoneName(LoneNameKind.Placeholder, rank, whole, null);
        return words.Length == 1 ? One(whole, words[0], rank, noName) : Several(whole, words, rank, noName);
    }

    // A word alone: a wider taxon by its ending, a genus, a code.
    private static LoneName One(string whole, string word, TaxonRank rank, bool noName)
    {
        if (noName)
            return new LoneName(LoneNameKind.Placeholder, rank, whole, null);
        if (IsCode(word))
            return new LoneName(LoneNameKind.Unnamed, rank == TaxonRank.None ? TaxonRank.Species : rank, whole, null);
        if (rank != TaxonRank.None)
            return new LoneName(TaxonNames.IsPlaceholder(whole) ? LoneNameKind.Placeholder : LoneNameKind.Unclear, rank, whole, null);
        if (TaxonNames.IsPlaceholder(whole))
            return new LoneName(LoneNameKind.Placeholder, TaxonRank.None, whole, null);
        var wide = RankText.RankOf(TaxonNames.LetterByEnding(word), word);
        if (wide != TaxonRank.None)
            return new LoneName(LoneNameKind.Taxon, wide, whole, null);
        return new LoneName(IsGenus(word) ? LoneNameKind.Taxon : LoneNameKind.Unclear, TaxonRank.Genus, whole, null);
    }

    private static LoneName Several(string whole, string[] words, TaxonRank rank, bool noName)
    {
        if (rank == TaxonRank.None)
            rank = TaxonRank.Species;
        if (noName && !IsGenus(words[0]))
            return new LoneName(LoneNameKind.Placeholder, rank, whole, null);
        bool wide = TaxonNames.LetterByEnding(words[0]) != RankText.NoPlace;
        if (wide || words[1] is "bacterium" or "archaeon")
            return new LoneName(LoneNameKind.Unnamed, rank, whole, null);
        if (IsGenus(words[0]))
        {
            // The genus a species has today: [Ruminococcus] gnavus is no Ruminococcus.
            string[] names = TaxonNames.Expand(new TaxonReference($"{words[0]} {words[1]}", TaxonRank.Species)).Names;
            string today = names[0].Split(' ')[0];
            bool bracketed = whole.StartsWith('[') || whole.StartsWith("\"[", StringComparison.Ordinal);
            bool moved = today.Length > 0 && !today.Equals(words[0], StringComparison.OrdinalIgnoreCase);
            string? genus = !bracketed ? words[0] : moved ? char.ToUpperInvariant(today[0]) + today[1..] : null;
            return new LoneName(LoneNameKind.Taxon, rank, whole, genus);
        }

        bool code = Array.Exists(words, IsCode) || words[0].EndsWith("bacterium", StringComparison.Ordinal);
        return new LoneName(code ? LoneNameKind.Unnamed : LoneNameKind.Unclear, rank, whole, null);
    }

    // The words of a name without marks around them; "Candidatus" and "uncultured" before a name are no part of it.
    private static string[] Words(ReadOnlySpan<char> name, out bool noName)
    {
        int mark = name.IndexOf(" [");
        if (mark > 0 && name[^1] == ']')
            name = name[..mark];
        // R writes points for spaces.
        char[] separators = name.ContainsAny(" _") ? [' ', '_'] : ['.'];
        string[] words = [.. name.ToString().Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('[', ']', '"', '\'')).Where(w => w.Length > 0)];
        int skip = 0;
        noName = false;
        while (skip < words.Length)
        {
            bool candidate = words[skip].Equals("Candidatus", StringComparison.OrdinalIgnoreCase) || words[skip].Equals("Ca.", StringComparison.OrdinalIgnoreCase);
            bool placeholder = !candidate && TaxonNames.IsPlaceholder(words[skip]);
            if (!candidate && !placeholder)
                break;
            noName |= placeholder;
            skip++;
        }

        words = words[skip..];
        // GTDB's Bacteroides_H: the letter belongs to the genus.
        if (words.Length > 2 && words[1].Length <= 2 && words[1].All(char.IsAsciiLetterUpper))
            words = [words[0], .. words[2..]];
        return words;
    }

    // A capital and small letters, or all of one case as some programs write it; no abbreviation such as F. or Bif.
    private static bool IsGenus(string word)
    {
        if (word.Length < 4 || word.AsSpan().ContainsAnyExcept(Letters))
            return false;
        return (char.IsAsciiLetterUpper(word[0]) && word.AsSpan(1).ContainsAnyInRange('a', 'z')) || TaxonNames.IsKnownGenus(word);
    }

    private static bool IsCode(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

}
