using System.Collections.Immutable;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>Names in the little room of a chart, by a careful guess of how wide letters are: SVG neither wraps nor cuts texts.</summary>
internal static class ChartLabel
{
    /// <summary>The width of the narrowest screen a report is laid out for, in pixels: 320 without its margins.</summary>
    public const double NarrowWidth = 288;

    // No syllable of fewer letters stands alone.
    private const int Shortest = 3;
    private const int MostLines = 6;

    /// <summary>How wide a text is at most, in its own font size.</summary>
    public static double Ems(string text)
    {
        double ems = 0;
        foreach (var rune in text.EnumerateRunes())
            ems += Ems(rune.Value);
        return ems;
    }

    /// <summary>A text that fits, with an ellipsis where it was cut; the table has it in full.</summary>
    public static string Fit(string text, double ems)
    {
        if (Ems(text) <= ems)
            return text;
        return Head(text, ems - 1, out _) + "…";
    }

    /// <summary>Lines that fit; a word too long for one is parted with a hyphen.</summary>
    public static ImmutableArray<string> Wrap(string name, double ems)
    {
        var lines = new List<string>();
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Ems(lines[^1] + " " + word) <= ems)
                lines[^1] += " " + word;
            else
                AddWord(lines, word, ems);
        }

        if (lines.Count > MostLines)
        {
            lines.RemoveRange(MostLines, lines.Count - MostLines);
            lines[^1] = Head(lines[^1], ems - 1, out _) + "…";
        }

        return [.. lines];
    }

    private static void AddWord(List<string> lines, string word, double ems)
    {
        while (Ems(word) > ems && lines.Count <= MostLines)
        {
            Head(word, ems - Ems('-'), out int length);
            length = Syllable(word, length);
            lines.Add(word[length - 1] == '-' ? word[..length] : word[..length] + "-");
            word = word[length..];
        }

        lines.Add(word);
    }

    /// <summary>The last place up to a length where a syllable may begin: a consonant before a vowel; else the length itself.</summary>
    private static int Syllable(string word, int length)
    {
        for (int at = Math.Min(length, word.Length - Shortest); at >= Math.Max(Shortest, length / 2); at--)
        {
            if (word[at - 1] == '-' || (char.IsLetter(word[at - 1]) && char.IsLetter(word[at]) && !IsVowel(word[at]) && IsVowel(word[at + 1])))
                return at;
        }

        return length;
    }

    private static bool IsVowel(char letter) => "aeiouyäöüAEIOUYÄÖÜ".Contains(letter, StringComparison.Ordinal);

    /// <summary>As much of a text as fits, at least one character.</summary>
    private static string Head(string text, double ems, out int length)
    {
        length = 0;
        double used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Ems(rune.Value);
            if (used > ems && length > 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    /// <summary>Measured on DejaVu Sans, the widest of the common sans-serif fonts, rounded up.</summary>
    private static double Ems(int rune) => rune switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '·' or 'i' or 'j' or 'l' or 'I' => 0.34,
        '(' or ')' or '[' or ']' or '/' or '-' or 'f' or 't' or 'r' => 0.42,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' or '—' or '&' => 1,
        >= 'A' and <= 'Z' or 'Ä' or 'Ö' or 'Ü' => 0.79,
        < 0x0250 => 0.64,
        _ => 1.1,
    };
}
