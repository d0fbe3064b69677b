using System.Buffers;
using System.Text;

namespace GutSkin.Microbiome;

/// <summary>Turns the lineages of tables (Greengenes, SILVA, UNITE, GTDB, NCBI, mothur) into paths of the tree.</summary>
internal static class LineageText
{
    private const int MaxPieces = 64;
    private const string Positions = "dpcofgst";
    private static readonly SearchValues<char> Confidence = SearchValues.Create("0123456789.");

    /// <summary>
    /// The path of a lineage: pieces separated by <c>;</c> (or <c>|</c>, or <c>,</c> between prefixes), with rank prefixes or by
    /// position, empty and "uncultured" ones left out, confidences like <c>(100)</c> cut off, ranks without a place passed over;
    /// empty where nothing remains.
    /// </summary>
    /// <param name="lineage">The lineage.</param>
    /// <param name="keepAll">Whether "uncultured" and the like are names here (profilers' own taxa), not the end of knowledge.</param>
    public static string ToPath(ReadOnlySpan<char> lineage, bool keepAll = false) => Read(lineage, keepAll).Path;

    /// <summary>Reads a lineage.</summary>
    public static Lineage Read(ReadOnlySpan<char> lineage, bool keepAll = false)
    {
        lineage = Plain(lineage);
        char separator = SeparatorOf(lineage);
        var path = new StringBuilder(lineage.Length + 16);
        int position = -1, pieces = 0;
        bool understood = true, lastHasPlace = true, freely = false;
        string? passed = null;
        foreach (var range in lineage.Split(separator))
        {
            if (pieces++ == MaxPieces)
                break;
            var piece = WithoutConfidence(lineage[range].Trim()).Trim("\"'").Trim();
            var name = RankText.Split(piece, out char letter);
            if (letter == '\0')
            {
                bool placeholder = TaxonNames.IsPlaceholder(name);
                if (position < 0 && !placeholder)
                {
                    if (IsRoot(name))
                    {
                        freely |= name.Equals("cellular organisms", StringComparison.OrdinalIgnoreCase);
                        continue;
                    }

                    position = freely ? 0 : TaxonNames.PositionOf(name);
                    understood = freely || position >= 0;
                }

                position = Math.Max(position, 0);
                letter = freely ? TaxonNames.LetterByEnding(name) : position < Positions.Length ? Positions[position] : 't';
                position++;
            }

            // NCBI's lineages have ranks of every kind: names tell by their endings, and species their genus.
            if (freely && letter == RankText.NoPlace)
            {
                bool species = passed is not null && name.StartsWith(passed + " ", StringComparison.Ordinal);
                if (species && path.Length > 0)
                    path.Append("|g__").Append(passed);
                letter = species ? 's' : RankText.NoPlace;
                passed = name.ToString();
            }

            lastHasPlace = letter != RankText.NoPlace;
            if (!lastHasPlace || (keepAll ? name.IsEmpty : TaxonNames.IsPlaceholder(name)))
                continue;
            if (path.Length > 0)
                path.Append('|');
            int from = path.Length;
            path.Append(letter).Append("__").Append(name).Replace('|', '/', from, path.Length - from);
        }

        return new Lineage(understood ? path.ToString() : "", pieces, separator, understood, lastHasPlace);
    }

    /// <summary>Whether a text is a lineage of several ranks: pieces with prefixes, or from a domain (or root) downward.</summary>
    public static bool IsLineage(ReadOnlySpan<char> text)
    {
        text = Plain(text);
        int end = text.IndexOfAny(";|");
        var first = WithoutConfidence((end < 0 ? text : text[..end]).Trim()).Trim("\"'").Trim();
        RankText.Split(first, out char letter);
        if (letter is 'd' or 'k' && (first.Contains("__", StringComparison.Ordinal) || end >= 0))
            return true;
        if (end < 0)
            return SeparatorOf(text) == ',';
        return letter != '\0' || TaxonNames.IsPlaceholder(first) || IsRoot(first) || TaxonNames.PositionOf(first) >= 0;
    }

    /// <summary>Names by rank, put together as one lineage text; a name that holds separators keeps its own piece.</summary>
    public static string Join(IEnumerable<(char Letter, string Name)> ranks)
    {
        var text = new StringBuilder();
        foreach (var (letter, name) in ranks)
        {
            RankText.Split(name, out char own);
            if (text.Length > 0)
                text.Append(';');
            if (own == '\0' && letter != '\0' && !TaxonNames.IsPlaceholder(name))
                text.Append(letter).Append("__");
            int from = text.Length;
            text.Append(name).Replace(';', ',', from, text.Length - from);
        }

        return text.ToString();
    }

    // USEARCH puts a lineage after the name of an OTU (Otu1;tax=d:Bacteria,p:…); R writes its separators as points (k__Bacteria.p__Firmicutes).
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text)
    {
        text = DelimitedLine.Trim(text);
        int tax = text.IndexOf("tax=", StringComparison.OrdinalIgnoreCase);
        if (tax == 0 || (tax > 0 && text[tax - 1] == ';'))
            return text[(tax + 4)..].TrimEnd(';');
        if (text.ContainsAny(";|") || !text.Contains("__", StringComparison.Ordinal) || !text.Contains('.'))
            return text;
        string? replaced = null;
        foreach (char letter in "pcofgst")
        {
            if (text.Contains($".{letter}__", StringComparison.Ordinal))
                replaced = (replaced ?? text.ToString()).Replace($".{letter}__", $";{letter}__", StringComparison.Ordinal);
        }

        return replaced is null ? text : replaced.Replace(".;", ";", StringComparison.Ordinal);
    }

    private static bool IsRoot(ReadOnlySpan<char> name) =>
        name.Equals("root", StringComparison.OrdinalIgnoreCase) || name.Equals("cellular organisms", StringComparison.OrdinalIgnoreCase)
        || name.Equals("rootrank", StringComparison.OrdinalIgnoreCase) || name.Equals("life", StringComparison.OrdinalIgnoreCase);

    // Commas only between prefixes (d:Bacteria,p:Bacillota), for names may hold them.
    private static char SeparatorOf(ReadOnlySpan<char> lineage)
    {
        if (lineage.Contains(';'))
            return ';';
        if (lineage.Contains('|'))
            return '|';
        int comma = lineage.IndexOf(',');
        if (comma < 0)
            return ';';
        RankText.Split(lineage.TrimStart(), out char first);
        RankText.Split(lineage[(comma + 1)..].TrimStart(), out char second);
        return first != '\0' && second != '\0' ? ',' : ';';
    }

    private static ReadOnlySpan<char> WithoutConfidence(ReadOnlySpan<char> piece)
    {
        if (piece.Length < 3 || piece[^1] != ')')
            return piece;
        int open = piece.LastIndexOf('(');
        var inside = open < 0 ? default : piece[(open + 1)..^1];
        return !inside.IsEmpty && !inside.ContainsAnyExcept(Confidence) ? piece[..open].TrimEnd() : piece;
    }

    /// <summary>A lineage that was read.</summary>
    /// <param name="Path">Prefixed names joined by <c>|</c>; empty where nothing is known.</param>
    /// <param name="Pieces">How many pieces the text has, empty ones too.</param>
    /// <param name="Separator">What separates them.</param>
    /// <param name="Understood">Whether it is known which ranks the pieces have.</param>
    /// <param name="LastHasPlace">Whether the last piece has one of the eight ranks.</param>
    public readonly record struct Lineage(string Path, int Pieces, char Separator, bool Understood, bool LastHasPlace);
}
