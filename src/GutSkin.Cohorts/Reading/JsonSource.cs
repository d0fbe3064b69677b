using System.Text;

namespace GutSkin.Cohorts.Reading;

/// <summary>People from JSON: a profile a line; or an array, or profiles over several lines, which are taken apart by their braces.</summary>
internal sealed class JsonSource : RowSource
{
    /// <summary>The largest document the library reads; a byte more of a longer one makes it report the limit.</summary>
    private const int Longest = 16 * 1024 * 1024;

    /// <summary>How many bytes of text a block takes before it is full.</summary>
    private const int BlockBytes = 4 * 1024 * 1024;

    private readonly CohortReadOptions options;
    private readonly string? file;
    private readonly Stream stream, source;
    private readonly bool isLines;
    private readonly List<Diagnostic> notices = [];
    private byte[] buffer = new byte[65536];
    private int start, end;
    private long line;
    private bool isOver;

    private JsonSource(Stream stream, Stream source, CohortReadOptions options, string? file, bool isLines)
    {
        this.stream = stream;
        this.source = source;
        this.options = options;
        this.file = file;
        this.isLines = isLines;
        line = isLines ? 0 : 1;
    }

    public override IReadOnlyList<Diagnostic> Notices => notices;

    public override string[]? Names => null;

    public override bool HasIds => true;

    public override long BytesRead => source.CanSeek ? source.Position : 0;

    public static (JsonSource? Source, List<Diagnostic> Diagnostics) Open(Stream stream, byte[] head, CohortReadOptions options, string? file)
    {
        if (ContentCheck.Refuse(head) is { } refused)
            return (null, [refused]);
        var encoding = ContentCheck.EncodingOf(head);
        bool isUtf16 = encoding is UnicodeEncoding;
        var utf8 = isUtf16 ? Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(false)) : stream;
        string start = encoding.GetString(head).TrimStart('\uFEFF').TrimStart();
        bool isLines = !start.StartsWith('[') && !SpansLines(start);
        var opened = new JsonSource(utf8, stream, options, file, isLines);
        if (!isLines)
            opened.notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.JsonShape, start.StartsWith('[') ? "The profiles are an array." : "The profiles take several lines each.", "One profile a line (JSON lines) is the form that lets one fail without the rest."));
        if (start.Length == 0)
            return (null, [CohortDiagnostics.Error(CohortDiagnostics.Empty, "The file is empty.", "Write one profile a line.")]);
        return (opened, opened.notices);
    }

    public override CohortBatch CreateBatch() => new JsonBatch(options.Service, options, file);

    protected override bool ReadBlock(CohortBatch batch, Place place, bool isMine)
    {
        int rows = 0;
        long bytes = 0;
        bool more = true;
        while (rows < options.BlockRows && bytes < BlockBytes && (more = TryRead(out var text, out long at)))
        {
            if (text.Trim(" \t\r\n"u8).IsEmpty)
                continue;
            rows++;
            bytes += text.Length;
            place.Rows++;
            if (isMine)
                ((JsonBatch)batch).AddText(text, place.Rows, at);
        }

        return more;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
    }

    /// <summary>Whether the first profile takes several lines: its first line does not close it, and the next does not begin another.</summary>
    private static bool SpansLines(string start)
    {
        int newline = start.AsSpan().IndexOfAny('\n', '\r');
        if (newline < 0)
            return false;
        var splitter = default(JsonSplitter);
        if (splitter.Read(Encoding.UTF8.GetBytes(start[..newline]), 0) >= 0)
            return false;
        return !start.AsSpan(newline).TrimStart().StartsWith("{");
    }

    private bool TryRead(out ReadOnlySpan<byte> text, out long at)
    {
        bool found = isLines ? TryReadLine(out text) : TryReadValue(out text);
        at = isLines ? ++line : valueLine;
        return found;
    }

    private long valueLine;

    private bool TryReadLine(out ReadOnlySpan<byte> text)
    {
        int searched = 0;
        while (true)
        {
            int feed = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                text = WithoutMark(Shorten(buffer.AsSpan(start, searched + feed)));
                start += searched + feed + 1;
                return true;
            }

            searched = end - start;
            if (searched > Longest + 1)
            {
                // What lies beyond the limit is not kept, but for the line's end.
                end = start + Longest + 1;
                searched = Longest + 1;
            }

            if (!ReadMore())
            {
                text = WithoutMark(Shorten(buffer.AsSpan(start, end - start)));
                start = end;
                return !text.IsEmpty;
            }
        }
    }

    /// <summary>The next profile of an array, or of profiles one after the other.</summary>
    private bool TryReadValue(out ReadOnlySpan<byte> text)
    {
        text = default;
        while (!isOver)
        {
            // Up to the next brace: space, commas, the brackets of the array; anything else is told.
            while (start < end && buffer[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)'[' or (byte)']' or 0xEF or 0xBB or 0xBF)
            {
                line += buffer[start] == (byte)'\n' ? 1 : 0;
                start++;
            }

            if (start < end)
                break;
            isOver = !ReadMore();
        }

        if (isOver && start == end)
            return false;
        if (buffer[start] != (byte)'{')
            throw Broken("Something other than a profile stands here.");
        var splitter = default(JsonSplitter);
        int length;
        while ((length = splitter.Read(buffer.AsSpan(start, end - start), splitter.Done)) < 0)
        {
            if (end - start > Longest)
                throw Broken("A profile has more than 16 MiB.");
            if (!ReadMore())
                throw Broken("The text ends before the profile does.");
        }

        valueLine = line;
        text = buffer.AsSpan(start, length);
        line += text.Count((byte)'\n');
        start += length;
        return true;
    }

    private InvalidInputException Broken(string message) => new([CohortDiagnostics.Error(
        CohortDiagnostics.JsonShape, message, "Write one profile a line: then one that is broken fails alone.", file, (int)Math.Min(line, int.MaxValue))]);

    /// <summary>A line without the byte-order mark, which the first may have.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    private static ReadOnlySpan<byte> Shorten(ReadOnlySpan<byte> text) => text.Length > Longest + 1 ? text[..(Longest + 1)] : text;

    private bool ReadMore()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        int count = stream.Read(buffer, end, buffer.Length - end);
        end += count;
        return count > 0;
    }

    /// <summary>Finds where an object ends, by its braces outside strings; goes on where the text was cut.</summary>
    private struct JsonSplitter
    {
        private int depth;
        private bool inText, isEscaped;

        public int Done { get; private set; }

        public int Read(ReadOnlySpan<byte> text, int from)
        {
            for (int i = from; i < text.Length; i++)
            {
                byte b = text[i];
                if (inText)
                {
                    if (isEscaped)
                        isEscaped = false;
                    else if (b == (byte)'\\')
                        isEscaped = true;
                    else if (b == (byte)'"')
                        inText = false;
                }
                else if (b == (byte)'"')
                {
                    inText = true;
                }
                else if (b is (byte)'{' or (byte)'[')
                {
                    depth++;
                }
                else if (b is (byte)'}' or (byte)']' && --depth <= 0)
                {
                    return i + 1;
                }
            }

            Done = text.Length;
            return -1;
        }
    }
}
