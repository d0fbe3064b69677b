namespace GutSkin.Cohorts.Reading;

/// <summary>
/// Stands between a text and the reader of its cells, for which every quote opens or closes. A quote out of place (5'10", or one that
/// was opened and never closed) would let it take whole people for one cell. This finds such quotes and puts <see cref="Stray"/> in
/// their place, so that the row alone fails, or nothing where nobody reads the cell. A quoted cell may hold line breaks; where its
/// closing quote is followed by more text, or does not come, the opening one was out of place.
/// </summary>
internal sealed class QuoteGuard(TextReader inner, char separator, string head) : TextReader
{
    /// <summary>What stands for a quote out of place: no character of any text.</summary>
    public const char Stray = '\uFFFE';

    /// <summary>The longest row, in characters; the reader of cells can hold twice that.</summary>
    private const int LongestRow = 8 * 1024 * 1024;

    /// <summary>The longest quoted cell.</summary>
    private const int LongestCell = 1024 * 1024;

    private char[] buffer = [.. head, .. new char[32768]];
    private int start, safe, end = head.Length;
    private bool isEnded, startsCell = true;
    private long handed;

    /// <summary>Whether a quote out of place was found so far.</summary>
    public bool HasStray { get; private set; }

    /// <summary>Called when a row was read, so that a row without an end is found before it fills the memory.</summary>
    public void RowIsRead() => handed = 0;

    /// <inheritdoc/>
    public override int Read(Span<char> to)
    {
        while (start == safe && !(isEnded && safe == end))
            Advance();
        if (handed >= LongestRow)
            throw new InvalidInputException([CohortDiagnostics.Error(CohortDiagnostics.LineTooLong, "A line has more than 8 Mi characters.", "A line is a person; is this a table?", line: null)]);
        int count = Math.Min(to.Length, safe - start);
        buffer.AsSpan(start, count).CopyTo(to);
        start += count;
        handed += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Advance()
    {
        int before = safe;
        Scan();
        if (safe > before || isEnded)
            return;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (safe, end, start) = (safe - start, end - start, 0);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        int count = inner.Read(buffer, end, buffer.Length - end);
        end += count;
        isEnded = count == 0;
        Scan();
    }

    /// <summary>Moves <see cref="safe"/> over what is known to be right.</summary>
    private void Scan()
    {
        int at = safe;
        while (true)
        {
            int quote = buffer.AsSpan(at, end - at).IndexOf('"');
            if (quote < 0)
            {
                MoveTo(end);
                return;
            }

            quote += at;
            if (!Opens(quote))
            {
                at = Replace(quote);
                continue;
            }

            int close = FindClose(quote, out bool isWhole);
            if (close < 0)
            {
                if (!isEnded && end - quote <= LongestCell)
                {
                    // What comes next decides; all before it is right.
                    MoveTo(quote);
                    return;
                }

                at = Replace(quote);
            }
            else if (isWhole)
            {
                at = close + 1;
            }
            else
            {
                // Over several lines it is the opening one that is out of place; within a line both are.
                bool spansLines = buffer.AsSpan(quote, close - quote).ContainsAny('\n', '\r');
                at = Replace(quote);
                if (!spansLines)
                    at = Replace(close);
            }
        }
    }

    /// <summary>The quote that closes a cell, −1 where more text is needed to know; and whether a cell ends there.</summary>
    private int FindClose(int quote, out bool isWhole)
    {
        isWhole = false;
        int from = quote + 1;
        while (true)
        {
            int next = buffer.AsSpan(from, end - from).IndexOf('"');
            if (next < 0)
                return -1;
            next += from;
            if (next + 1 == end && !isEnded)
                return -1;
            if (next + 1 < end && buffer[next + 1] == '"')
            {
                from = next + 2;
                continue;
            }

            int after = next + 1;
            while (after < end && IsPadding(buffer[after]))
                after++;
            if (after == end && !isEnded)
                return -1;
            isWhole = after == end || IsBreak(buffer[after]);
            return next;
        }
    }

    private bool Opens(int quote)
    {
        int before = quote - 1;
        while (before >= safe && IsPadding(buffer[before]))
            before--;
        return before >= safe ? IsBreak(buffer[before]) : startsCell;
    }

    private int Replace(int quote)
    {
        buffer[quote] = Stray;
        HasStray = true;
        return quote + 1;
    }

    private void MoveTo(int position)
    {
        if (position == safe)
            return;
        int last = position - 1;
        while (last >= safe && IsPadding(buffer[last]))
            last--;
        if (last >= safe)
            startsCell = IsBreak(buffer[last]);
        safe = position;
    }

    private bool IsPadding(char c) => c == ' ' && separator != ' ';

    private bool IsBreak(char c) => c == separator || c is '\n' or '\r';
}
