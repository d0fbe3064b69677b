using System.Buffers;
using System.Text;

namespace GutSkin.Microbiome;

/// <summary>Turns the lineages of feature tables (Greengenes, SILVA, UNITE, mothur) into paths of the tree.</summary>
internal static class LineageText
{
    private const string Positions = "dpcofgst";
    private static readonly SearchValues<char> Confidence = SearchValues.Create("0123456789.");

    /// <summary>
    /// The path of a lineage: pieces parted by <c>;</c> (or <c>|</c>), with rank prefixes or by position, empty and
    /// "uncultured" ones left out, confidences like <c>(100)</c> cut off; empty where nothing remains.
    /// </summary>
    /// <param name="lineage">The lineage.</param>
    /// <param name="keepAll">Whether "uncultured" and the like are names here (profilers' own taxa), not the end of knowledge.</param>
    public static string ToPath(ReadOnlySpan<char> lineage, bool keepAll = false)
    {
        lineage = Cells.Trim(lineage);
        char separator = lineage.Contains(';') ? ';' : '|';
        var path = new StringBuilder(lineage.Length + 16);
        int position = 0;
        foreach (var range in lineage.Split(separator))
        {
            if (position == 32)
                break;
            var piece = WithoutConfidence(lineage[range].Trim().Trim('"').Trim());
            var name = RankText.Split(piece, out char letter);
            if (letter == '\0')
                letter = position < Positions.Length ? Positions[position] : 't';
            position++;
            if (keepAll ? name.IsEmpty : RankText.IsPlaceholder(name))
                continue;
            if (path.Length > 0)
                path.Append('|');
            int from = path.Length;
            path.Append(letter).Append("__").Append(name).Replace('|', '/', from, path.Length - from);
        }

        return path.ToString();
    }

    private static ReadOnlySpan<char> WithoutConfidence(ReadOnlySpan<char> piece)
    {
        if (piece.Length < 3 || piece[^1] != ')')
            return piece;
        int open = piece.LastIndexOf('(');
        var inside = open < 0 ? default : piece[(open + 1)..^1];
        return !inside.IsEmpty && !inside.ContainsAnyExcept(Confidence) ? piece[..open].TrimEnd() : piece;
    }
}
