using System.Globalization;

namespace GutSkin.Microbiome;

/// <summary>Where the cells of a line are: separated by tabs as they are, or by commas, semicolons or spaces with quotes.</summary>
internal sealed class DelimitedLine
{
    /// <summary>No abundance is larger; sums of ten million such numbers are still finite.</summary>
    public const double MaxAmount = 1e290;

    private readonly List<(int Start, int Length)> ranges = [];
    private readonly char[] digits = new char[64];

    /// <summary>Whether numbers have a decimal comma.</summary>
    public bool HasDecimalCommas { get; init; }

    /// <summary>How many cells the line has.</summary>
    public int Count => ranges.Count;

    /// <summary>Finds the cells of a line.</summary>
    public void Split(ReadOnlySpan<char> line, char delimiter)
    {
        ranges.Clear();
        int at = 0;
        if (delimiter == ' ')
            at = line.Length - line.TrimStart(' ').Length;
        while (true)
        {
            int length;
            if (delimiter != '\t' && at < line.Length && line[at] == '"' && line[(at + 1)..].IndexOf('"') is >= 0 and var close)
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
            while (delimiter == ' ' && at < line.Length && line[at] == ' ')
                at++;
            if (delimiter == ' ' && at >= line.Length)
                return;
        }
    }

    /// <summary>A cell without spaces and quotes around it.</summary>
    public ReadOnlySpan<char> Get(ReadOnlySpan<char> line, int cell) => Trim(Raw(line, cell));

    /// <summary>A cell as it is.</summary>
    public ReadOnlySpan<char> Raw(ReadOnlySpan<char> line, int cell) => line.Slice(ranges[cell].Start, ranges[cell].Length);

    /// <summary>All cells without spaces and quotes around them.</summary>
    public string[] ToArray(ReadOnlySpan<char> line)
    {
        var cells = new string[Count];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = Get(line, i).ToString();
        return cells;
    }

    /// <summary>The column of the character a cell begins with, from 1.</summary>
    public int Column(int cell) => cell < ranges.Count ? ranges[cell].Start + 1 : 1;

    /// <summary>Takes away the last cell where it is empty (mothur ends its lines with a tab).</summary>
    public void DropEmptyLast(ReadOnlySpan<char> line)
    {
        if (ranges.Count > 1 && Raw(line, ranges.Count - 1).IsWhiteSpace())
            ranges.RemoveAt(ranges.Count - 1);
    }

    /// <summary>Whether the line has as many cells as it should; if not, the fault is noted.</summary>
    /// <param name="line">The line.</param>
    /// <param name="expected">How many cells there should be.</param>
    /// <param name="source">Where the line is from.</param>
    /// <param name="bag">Where faults are noted.</param>
    /// <param name="measure">What says so, for example <c>the header has 7</c>.</param>
    public bool Expect(ReadOnlySpan<char> line, int expected, TextSource source, FileFaults bag, string measure)
    {
        if (Count == expected + 1)
            DropEmptyLast(line);
        if (Count == expected)
            return true;
        if (source.LineEndMissing && Count < expected)
            bag.Add(MicrobiomeDiagnostics.Truncated, source.Line, line.Length + 1, "The last row breaks off.");
        else if (Count == 1 && line.Trim().ContainsAny(",; "))
            bag.Add(MicrobiomeDiagnostics.WrongDelimiter, source.Line, 1, "The row has no tab.", "Save the table with tabs between the cells.");
        else
            bag.Add(MicrobiomeDiagnostics.CellCount, source.Line, 1, $"The row has {Count} cells; {measure}.");
        return false;
    }

    /// <summary>Reads a cell as an amount: finite and 0 or more.</summary>
    public bool TryAmount(ReadOnlySpan<char> line, int cell, int lineNumber, FileFaults bag, out double value)
    {
        var text = Get(line, cell);
        if (HasDecimalCommas && text.Length <= digits.Length && text.Contains(','))
        {
            text.Replace(digits, ',', '.');
            text = digits.AsSpan(0, text.Length);
        }

        if (!TryNumber(text, out value))
        {
            string? hint = text.IsEmpty ? "Write 0 where nothing was found."
                : text[0] is '<' or '>' ? "The report gives a limit here, not a number: write 0 only where it counts as not found, or give the profiler's own output."
                : text[^1] == '%' ? "Write the number without the percent character."
                : text.Contains(',') ? "Write a decimal point, not a comma."
                : text.Equals("NA", StringComparison.OrdinalIgnoreCase) ? "Write 0 where nothing was found; a taxon that was not looked for cannot be read."
                : null;
            bag.Add(MicrobiomeDiagnostics.NotANumber, lineNumber, Column(cell), text.IsEmpty ? "The cell is empty." : "The cell is not a number.", hint);
            return false;
        }

        if (!double.IsFinite(value) || value > MaxAmount)
        {
            bag.Add(MicrobiomeDiagnostics.NotFinite, lineNumber, Column(cell), "The number is not finite, or far too large.", "Write 0 where nothing was found.");
            return false;
        }

        if (value < 0)
        {
            bag.Add(MicrobiomeDiagnostics.Negative, lineNumber, Column(cell), "The number is below 0.", "Abundances are 0 or more.");
            return false;
        }

        return true;
    }

    /// <summary>Reads a cell as a number of reads: an amount that is whole.</summary>
    public bool TryReads(ReadOnlySpan<char> line, int cell, int lineNumber, FileFaults bag, out double reads)
    {
        if (!TryAmount(line, cell, lineNumber, bag, out reads))
            return false;
        if (reads == Math.Floor(reads))
            return true;
        bag.Add(MicrobiomeDiagnostics.NotWhole, lineNumber, Column(cell), "The number of reads is not whole.");
        return false;
    }

    /// <summary>Reads a cell as a taxonomy id.</summary>
    public bool TryId(ReadOnlySpan<char> line, int cell, int lineNumber, FileFaults bag, out long id)
    {
        var text = Get(line, cell);
        if (TryId(text, out id))
            return true;
        bag.Add(MicrobiomeDiagnostics.NotANumber, lineNumber, Column(cell), $"{FileFaults.Quote(text)} is no taxonomy id.");
        return false;
    }

    /// <summary>Reads a taxonomy id of up to 64 bits; those above the largest signed number wrap, which still tells them apart.</summary>
    public static bool TryId(ReadOnlySpan<char> text, out long id)
    {
        bool read = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value);
        id = unchecked((long)value);
        return read;
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

    /// <summary>A text without spaces and one pair of quotes around it.</summary>
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
