namespace GutSkin.Microbiome;

/// <summary>One piece of a lineage: its rank and its name.</summary>
internal static class RankText
{
    private const string Letters = "dkpcofgst";
    private const string SilvaLevels = "dpcofgs";

    /// <summary>Reads the rank prefix (<c>s__</c>, <c>s_</c>, <c>D_6__</c>, <c>sk__</c>) of a piece.</summary>
    /// <param name="piece">The piece, trimmed.</param>
    /// <param name="letter">The letter of the rank; <c>'\0'</c> without a prefix.</param>
    /// <returns>The name behind the prefix.</returns>
    public static ReadOnlySpan<char> Split(ReadOnlySpan<char> piece, out char letter)
    {
        letter = '\0';
        if (piece.Length >= 5 && piece[0] is 'D' && piece[1] == '_' && piece[3] == '_' && piece[4] == '_' && piece[2] is >= '0' and <= '6')
        {
            letter = SilvaLevels[piece[2] - '0'];
            return piece[5..].Trim();
        }

        if (piece.StartsWith("sk__"))
        {
            letter = 'd';
            return piece[4..].Trim();
        }

        if (piece.Length < 2 || piece[1] != '_' || !Letters.Contains(piece[0]))
            return piece;
        if (piece.Length >= 3 && piece[2] == '_')
        {
            letter = piece[0];
            return piece[3..].Trim();
        }

        if (piece.Length >= 3 && (char.IsAsciiLetterUpper(piece[2]) || piece[2] == '['))
        {
            letter = piece[0];
            return piece[2..].Trim();
        }

        return piece;
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

    /// <summary>Whether a name says that nothing is known at this rank.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> name) =>
        name.IsEmpty
        || name.StartsWith("uncultured", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("unclassified", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("unassigned", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("unidentified", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("unknown", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ambiguous", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("_unclassified", StringComparison.OrdinalIgnoreCase)
        || name.Equals("metagenome", StringComparison.OrdinalIgnoreCase)
        || name.Equals("none", StringComparison.OrdinalIgnoreCase);

    private static bool IsDomain(ReadOnlySpan<char> name) =>
        name is "Bacteria" or "Archaea" or "Eukaryota" or "Eukaryotes" or "Viruses" or "Viroids";
}
