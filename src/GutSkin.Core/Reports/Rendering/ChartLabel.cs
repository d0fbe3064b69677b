using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Names in the little room of a chart.</summary>
internal static class ChartLabel
{
    private const int Width = 16;
    private const int MostLines = 4;
    private const int LongestName = 40;

    /// <summary>The short lines of a box.</summary>
    public static ImmutableArray<string> Wrap(string name)
    {
        var lines = new List<string>();
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= Width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        if (lines.Count > MostLines)
        {
            lines.RemoveRange(MostLines, lines.Count - MostLines);
            lines[^1] = Cut(lines[^1], Width - 1) + "…";
        }

        return [.. lines.Select(l => l.Length > Width + 2 ? Cut(l, Width) + "…" : l)];
    }

    /// <summary>A name that has one line to itself; the table has it in full.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : Cut(name, LongestName - 1) + "…";

    private static string Cut(string line, int length)
    {
        if (line.Length <= length)
            return line;
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];
    }
}
