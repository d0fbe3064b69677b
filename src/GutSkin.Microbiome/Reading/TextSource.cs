namespace GutSkin.Microbiome;

/// <summary>
/// The text of a file, read forward in one small buffer: by lines, or character by character; counts lines and refuses endless ones.
/// A seekable stream can be started again, so that large tables need not be kept.
/// </summary>
internal sealed class TextSource
{
    private const int MaxLine = 4 * 1024 * 1024;
    private readonly InputBytes? bytes;
    private TextReader reader;
    private char[] buffer = new char[32 * 1024];
    private int start;
    private int end;
    private bool atEnd;
    private bool fresh = true;

    public TextSource(TextReader reader) => this.reader = reader;

    public TextSource(InputBytes bytes)
    {
        this.bytes = bytes;
        reader = NewReader(bytes);
    }

    /// <summary>The number of the line last read, or of the character to come.</summary>
    public int Line { get; private set; }

    /// <summary>The column of the character to come, from 1.</summary>
    public int Column => start - lineStart + 1;

    /// <summary>Whether the line last read was the last and had no line end.</summary>
    public bool LineEndMissing { get; private set; }

    /// <summary>Whether a line was too long; reading has stopped.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the gzip file is damaged or cut off; what came before was read.</summary>
    public bool Damaged { get; private set; }

    /// <summary>The first line with a character that was not UTF-8; 0 = none.</summary>
    public int BadEncodingLine { get; private set; }

    /// <summary>The first line with a control character; 0 = none.</summary>
    public int ControlLine { get; private set; }

    /// <summary>Whether <see cref="Restart"/> works.</summary>
    public bool CanRestart => bytes is { CanReopen: true };

    /// <summary>Where the line begins, for reading character by character.</summary>
    private int lineStart;

    /// <summary>What is in the buffer and not yet read: at first the beginning of the file.</summary>
    public ReadOnlySpan<char> Head
    {
        get
        {
            while (!atEnd && end < buffer.Length)
                Fill();
            return buffer.AsSpan(start, end - start);
        }
    }

    /// <summary>Goes back to the beginning.</summary>
    public void Restart()
    {
        reader = NewReader(bytes!);
        (start, end, atEnd, fresh, Line, lineStart) = (0, 0, false, true, 0, 0);
        (LineEndMissing, TooLong) = (false, false);
    }

    /// <summary>The first lines, not yet read: empty ones too, no more than a few, and three at least where they are not endless.</summary>
    public List<string> PeekLines()
    {
        const int enough = 40, longEnough = 256 * 1024;
        var lines = new List<string>();
        int at = 0, scanned = 0;
        while (lines.Count < enough && (at < longEnough || lines.Count < 3))
        {
            var rest = buffer.AsSpan(start + at, end - start - at);
            int length = rest[scanned..].IndexOfAny('\n', '\r');
            if (length >= 0)
            {
                length += scanned;
                lines.Add(rest[..length].ToString());
                bool pair = rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n';
                at += length + (pair ? 2 : 1);
                scanned = 0;
            }
            else if (atEnd)
            {
                if (!rest.IsEmpty)
                    lines.Add(rest.ToString());
                break;
            }
            else if (rest.Length >= MaxLine)
            {
                break;
            }
            else
            {
                scanned = rest.Length;
                FillMore();
            }
        }

        return lines;
    }

    /// <summary>The next line without its end (LF, CRLF or CR); valid until the next call.</summary>
    public bool ReadLine(out ReadOnlySpan<char> line)
    {
        line = default;
        int scanned = 0;
        while (true)
        {
            int at = buffer.AsSpan(start + scanned, end - start - scanned).IndexOfAny('\n', '\r');
            if (at >= 0)
            {
                int length = scanned + at;
                int next = start + length + 1;
                if (buffer[next - 1] == '\r')
                {
                    if (next == end && !atEnd)
                    {
                        scanned = length;
                        FillMore();
                        continue;
                    }

                    if (next < end && buffer[next] == '\n')
                        next++;
                }

                line = buffer.AsSpan(start, length);
                start = next;
                LineEndMissing = false;
                return Count(line);
            }

            scanned = end - start;
            if (atEnd)
            {
                if (scanned == 0)
                    return false;
                line = buffer.AsSpan(start, scanned);
                start = end;
                LineEndMissing = true;
                return Count(line);
            }

            if (scanned >= MaxLine)
            {
                TooLong = true;
                Line++;
                return false;
            }

            FillMore();
        }
    }

    /// <summary>The character to come without taking it; -1 at the end.</summary>
    public int Peek()
    {
        if (Line == 0)
            Line = 1;
        if (start == end && !FillForCharacters())
            return -1;
        return buffer[start];
    }

    /// <summary>Takes the character to come; -1 at the end.</summary>
    public int Read()
    {
        int c = Peek();
        if (c < 0)
            return c;
        start++;
        if (c == '\n')
        {
            Line++;
            lineStart = start;
        }
        else if (c == '\uFFFD' && BadEncodingLine == 0)
        {
            BadEncodingLine = Line;
        }

        return c;
    }

    private static StreamReader NewReader(InputBytes bytes) =>
        new(bytes.Open(), bytes.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);

    private bool Count(ReadOnlySpan<char> line)
    {
        Line++;
        if (BadEncodingLine == 0 && line.Contains('\uFFFD'))
            BadEncodingLine = Line;
        if (ControlLine == 0 && line.ContainsAnyInRange('\0', '\u0008'))
            ControlLine = Line;
        return true;
    }

    private bool FillForCharacters()
    {
        if (atEnd)
            return false;
        lineStart -= start;
        (start, end) = (0, 0);
        Fill();
        return end > 0;
    }

    private void FillMore()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        Fill();
    }

    private void Fill()
    {
        int n = 0;
        try
        {
            n = reader.Read(buffer, end, buffer.Length - end);
        }
        catch (InvalidDataException)
        {
            Damaged = true;
        }

        if (n <= 0)
        {
            atEnd = true;
            return;
        }

        end += n;
        if (fresh)
        {
            fresh = false;
            if (buffer[start] == '\uFEFF')
                start++;
        }
    }
}
