namespace GutSkin.Microbiome;

/// <summary>Ranks as files write them: prefixes of names, letters of Kraken, words of headers.</summary>
internal static class RankText
{
    /// <summary>The letter of a rank that has no place among the eight: <c>x__</c>, <c>r__</c>, <c>sf__</c>.</summary>
    public const char NoPlace = '?';

    private const string Letters = "dkpcofgst";
    private const string SilvaLevels = "dpcofgs";

    /// <summary>Reads the rank prefix (<c>s__</c>, <c>s_</c>, <c>D_6__</c>, <c>sk__</c>, <c>s:</c>) of a piece.</summary>
    /// <param name="piece">The piece, trimmed.</param>
    /// <param name="letter">The letter of the rank; <see cref="NoPlace"/> for one outside the eight; <c>'\0'</c> without a prefix.</param>
    /// <returns>The name after the prefix.</returns>
    public static ReadOnlySpan<char> Split(ReadOnlySpan<char> piece, out char letter)
    {
        letter = '\0';
        int mark = piece.IndexOf("__");
        if (mark is 1 or 2 or 3 && char.IsAsciiLetterLower(piece[0]) && !piece[..mark].ContainsAnyExceptInRange('a', 'z'))
        {
            var prefix = piece[..mark];
            letter = prefix is "sk" or "superkingdom" ? 'd' : mark == 1 && Letters.Contains(prefix[0]) ? prefix[0] : NoPlace;
            return piece[(mark + 2)..].Trim();
        }

        if (mark is 3 or 4 && piece[0] == 'D' && piece[1] == '_' && !piece[2..mark].ContainsAnyExceptInRange('0', '9'))
        {
            int level = piece[2] - '0';
            letter = mark == 3 && level < SilvaLevels.Length ? SilvaLevels[level] : NoPlace;
            return piece[(mark + 2)..].Trim();
        }

        if (piece.Length < 3 || piece[1] is not ('_' or ':'))
            return piece;
        bool known = Letters.Contains(piece[0]);
        if (known && (char.IsAsciiLetterUpper(piece[2]) || piece[2] is '[' or '"' || piece[1] == ':'))
            letter = piece[0];
        else if (piece[0] is 'x' or 'r' && piece[1] == '_')
            letter = NoPlace;
        return letter == '\0' ? piece : piece[2..].Trim();
    }

    /// <summary>Whether a text has a rank prefix of two underscores, as profilers and QIIME write it.</summary>
    public static bool HasPrefix(ReadOnlySpan<char> piece)
    {
        if (!piece.Contains("__", StringComparison.Ordinal))
            return false;
        Split(piece, out char letter);
        return letter != '\0';
    }

    /// <summary>The rank of a letter; a <c>k</c> before one of the domains is an old way to write the domain.</summary>
    public static TaxonRank RankOf(char letter, ReadOnlySpan<char> name) => letter switch
    {
        'd' => TaxonRank.Domain,
        'k' => IsDomain(name) ? TaxonRank.Domain : TaxonRank.Kingdom,
        'p' => TaxonRank.Phylum,
        'c' => TaxonRank.Class,
        'o' => TaxonRank.Order,
        'f' => TaxonRank.Family,
        'g' => TaxonRank.Genus,
        's' => TaxonRank.Species,
        't' => TaxonRank.Strain,
        _ => TaxonRank.None,
    };

    /// <summary>The letter of a rank.</summary>
    public static char LetterOf(TaxonRank rank) => rank switch
    {
        TaxonRank.Domain => 'd',
        TaxonRank.Kingdom => 'k',
        TaxonRank.Phylum => 'p',
        TaxonRank.Class => 'c',
        TaxonRank.Order => 'o',
        TaxonRank.Family => 'f',
        TaxonRank.Genus => 'g',
        TaxonRank.Species => 's',
        TaxonRank.Strain => 't',
        _ => '-',
    };

    /// <summary>The letter of a rank by its word (<c>superkingdom</c>, <c>Division</c>, <c>GENUS</c>); <see cref="NoPlace"/> for other words.</summary>
    public static char LetterOfWord(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        word = word.Trim();
        if (word.Length > lower.Length)
            return NoPlace;
        int n = word.ToLowerInvariant(lower);
        return lower[..n] switch
        {
            "domain" or "superkingdom" or "realm" => 'd',
            "kingdom" => 'k',
            "phylum" or "division" => 'p',
            "class" => 'c',
            "order" => 'o',
            "family" => 'f',
            "genus" => 'g',
            "species" or "motu" => 's',
            "strain" or "subspecies" => 't',
            _ => NoPlace,
        };
    }

    /// <summary>
    /// The letter a header gives to a column of ranks: a word (<c>Kingdom</c>, <c>tax_genus</c>), or <c>Rank3</c>, <c>taxonomy3</c>,
    /// <c>Level 3</c> by position; <c>'\0'</c> for a header that is none.
    /// </summary>
    public static char LetterOfHeader(ReadOnlySpan<char> title)
    {
        title = title.Trim();
        if (title.StartsWith("tax_", StringComparison.OrdinalIgnoreCase) || title.StartsWith("tax.", StringComparison.OrdinalIgnoreCase))
            title = title[4..];
        char letter = LetterOfWord(title);
        if (letter != NoPlace)
            return letter;
        int digits = title.Length;
        while (digits > 0 && char.IsAsciiDigit(title[digits - 1]))
            digits--;
        var word = title[..digits].TrimEnd(" _.-");
        bool positional = word.Equals("rank", StringComparison.OrdinalIgnoreCase) || word.Equals("taxonomy", StringComparison.OrdinalIgnoreCase)
            || word.Equals("level", StringComparison.OrdinalIgnoreCase) || word.Equals("tax", StringComparison.OrdinalIgnoreCase);
        return positional && title.Length - digits == 1 && title[digits] is >= '1' and <= '8' ? "dpcofgst"[title[digits] - '1'] : '\0';
    }

    /// <summary>Whether a name is one of the domains, or viruses beside them.</summary>
    public static bool IsDomain(ReadOnlySpan<char> name) =>
        name is "Bacteria" or "Archaea" or "Eukaryota" or "Eukarya" or "Eukaryotes" or "Eukaryote" or "Viruses" or "Viroids"
            or "bacteria" or "archaea" or "eukaryota" or "viruses";
}
