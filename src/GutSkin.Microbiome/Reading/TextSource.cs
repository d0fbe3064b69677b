using System.Text;

namespace GutSkin.Microbiome;

/// <summary>
/// The text of a file, read forward in one small buffer: by lines, or sign by sign; counts lines and refuses endless ones.
/// A seekable stream can be started again, so that large tables need not be kept.
/// </summary>
internal sealed class TextSource
{
    private const int LongestLine = 4 * 1024 * 1024;
    private readonly Stream? stream;
    private readonly long origin;
    private TextReader reader;
    private char[] buffer = new char[32 * 1024];
    private int start;
    private int end;
    private bool atEnd;
    private bool fresh = true;

    public TextSource(TextReader reader) => this.reader = reader;

    public TextSource(Stream stream)
    {
        this.stream = stream;
        origin = stream.CanSeek ? stream.Position : 0;
        reader = NewReader(stream);
    }

    /// <summary>The number of the line last read, or of the sign to come.</summary>
    public int Line { get; private set; }

    /// <summary>The column of the sign to come, from 1.</summary>
    public int Column => start - lineStart + 1;

    /// <summary>Whether the line last read was the last and had no line end.</summary>
    public bool LineEndMissing { get; private set; }

    /// <summary>Whether a line was too long; reading has stopped.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The first line with a sign that was not UTF-8; 0 = none.</summary>
    public int BadEncodingLine { get; private set; }

    /// <summary>The first line with a control character; 0 = none.</summary>
    public int ControlLine { get; private set; }

    /// <summary>Whether <see cref="Restart"/> works.</summary>
    public bool CanRestart => stream is { CanSeek: true };

    /// <summary>The line and column counters for reading sign by sign.</summary>
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
        stream!.Position = origin;
        reader = NewReader(stream);
        (start, end, atEnd, fresh, Line, lineStart) = (0, 0, false, true, 0, 0);
        (LineEndMissing, TooLong) = (false, false);
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

            if (scanned >= LongestLine)
            {
                TooLong = true;
                Line++;
                return false;
            }

            FillMore();
        }
    }

    /// <summary>The sign to come without taking it; -1 at the end.</summary>
    public int Peek()
    {
        if (Line == 0)
            Line = 1;
        if (start == end && !FillForSigns())
            return -1;
        return buffer[start];
    }

    /// <summary>Takes the sign to come; -1 at the end.</summary>
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

    private static StreamReader NewReader(Stream stream) =>
        new(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);

    private bool Count(ReadOnlySpan<char> line)
    {
        Line++;
        if (BadEncodingLine == 0 && line.Contains('\uFFFD'))
            BadEncodingLine = Line;
        if (ControlLine == 0 && line.ContainsAnyInRange('\0', '\u0008'))
            ControlLine = Line;
        return true;
    }

    private bool FillForSigns()
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
        int n = reader.Read(buffer, end, buffer.Length - end);
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
