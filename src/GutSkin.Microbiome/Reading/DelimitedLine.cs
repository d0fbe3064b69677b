using System.Globalization;

namespace GutSkin.Microbiome;

/// <summary>Where the cells of a line are: tab separated as they stand, or comma separated with quotes.</summary>
internal sealed class Cells
{
    /// <summary>No abundance is larger; sums of ten million such numbers are still finite.</summary>
    public const double Largest = 1e290;

    private readonly List<(int Start, int Length)> ranges = [];

    /// <summary>How many cells the line has.</summary>
    public int Count => ranges.Count;

    /// <summary>Finds the cells of a line.</summary>
    public void Split(ReadOnlySpan<char> line, char delimiter)
    {
        ranges.Clear();
        int at = 0;
        while (true)
        {
            int length;
            if (delimiter == ',' && at < line.Length && line[at] == '"' && line[(at + 1)..].IndexOf('"') is >= 0 and var close)
            {
                length = close + 2;
                int rest = line[(at + length)..].IndexOf(delimiter);
                length = rest < 0 ? line.Length - at : length + rest;
            }
            else
            {
                int next = line[at..].IndexOf(delimiter);
                length = next < 0 ? line.Length - at : next;
            }

            ranges.Add((at, length));
            at += length;
            if (at >= line.Length)
                return;
            at++;
        }
    }

    /// <summary>A cell without blanks and quotes around it.</summary>
    public ReadOnlySpan<char> Get(ReadOnlySpan<char> line, int cell) => Trim(Raw(line, cell));

    /// <summary>A cell as it stands.</summary>
    public ReadOnlySpan<char> Raw(ReadOnlySpan<char> line, int cell) => line.Slice(ranges[cell].Start, ranges[cell].Length);

    /// <summary>The column of the sign a cell begins with, from 1.</summary>
    public int Column(int cell) => cell < ranges.Count ? ranges[cell].Start + 1 : 1;

    /// <summary>Takes away the last cell where it is blank (mothur ends its lines with a tab).</summary>
    public void DropBlankLast(ReadOnlySpan<char> line)
    {
        if (ranges.Count > 1 && Raw(line, ranges.Count - 1).IsWhiteSpace())
            ranges.RemoveAt(ranges.Count - 1);
    }

    /// <summary>Reads a cell as an amount: finite and 0 or more.</summary>
    public bool TryAmount(ReadOnlySpan<char> line, int cell, int lineNumber, FileFaults bag, out double value)
    {
        var text = Get(line, cell);
        if (!TryNumber(text, out value))
        {
            string? hint = text.Contains(',') ? "Write a decimal point, not a comma." : null;
            bag.Add(MicrobiomeDiagnostics.NotANumber, lineNumber, Column(cell), "The cell is not a number.", hint);
            return false;
        }

        if (!double.IsFinite(value) || value > Largest)
        {
            bag.Add(MicrobiomeDiagnostics.NotFinite, lineNumber, Column(cell), "The number is not finite, or far too large.");
            return false;
        }

        if (value < 0)
        {
            bag.Add(MicrobiomeDiagnostics.Negative, lineNumber, Column(cell), "The number is below 0.", "Abundances are 0 or more.");
            return false;
        }

        return true;
    }

    /// <summary>Reads a number in the one culture-free way; NaN and infinities are numbers here.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double value)
    {
        if (text.Length == 1 && char.IsAsciiDigit(text[0]))
        {
            value = text[0] - '0';
            return true;
        }

        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            || IsInfinity(text, out value);
    }

    /// <summary>A text without blanks and one pair of quotes around it.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"')
            text = text[1..^1].Trim();
        return text;
    }

    private static bool IsInfinity(ReadOnlySpan<char> text, out double value)
    {
        bool negative = text.Length > 0 && text[0] == '-';
        value = negative ? double.NegativeInfinity : double.PositiveInfinity;
        return text.TrimStart("+-").Equals("inf", StringComparison.OrdinalIgnoreCase);
    }
}
