using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>People from lines of JSON: a profile a line, blank lines left out.</summary>
internal sealed class JsonLinesSource(Stream stream, IScoringService service, CohortSettings settings) : ICohortSource
{
    /// <summary>The largest document the library reads; a byte more of a longer line makes it report the limit.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    /// <summary>How many bytes of lines a chunk takes before it is full.</summary>
    private const int ChunkBytes = 4 * 1024 * 1024;
    private byte[] buffer = new byte[65536];
    private int start, end;
    private long row, line;

    /// <inheritdoc/>
    public long BytesRead { get; private set; }

    /// <inheritdoc/>
    public ScoreFormat CreateFormat() =>
        settings.WriteJsonLines ? new JsonLinesScoreFormat(service.RuleSet) : new CsvScoreFormat(service.RuleSet, hasIds: true);

    /// <inheritdoc/>
    public CohortChunk CreateChunk() => new JsonLinesChunk(service, service.RuleSet.ScoreOrder.Length, settings.ChunkRows, settings.IgnoreUnknown, CreateFormat());

    /// <inheritdoc/>
    public bool Fill(CohortChunk chunk)
    {
        var room = (JsonLinesChunk)chunk;
        while (room.Lines < room.Capacity && room.Length < ChunkBytes)
        {
            if (!TryReadLine(out var text))
                return false;
            line++;
            if (text.Trim(" \t\r"u8).IsEmpty)
                continue;
            row++;
            if (settings.Shard.Has(row))
                room.AddLine(text, row, line);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private bool TryReadLine(out ReadOnlySpan<byte> text)
    {
        int searched = 0;
        while (true)
        {
            int feed = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                text = Shorten(buffer.AsSpan(start, searched + feed));
                start += searched + feed + 1;
                return true;
            }

            searched = end - start;
            if (searched > LongestLine + 1)
            {
                // What lies behind the limit is not kept, but for the line's end.
                end = start + LongestLine + 1;
                searched = LongestLine + 1;
            }

            if (!ReadMore())
            {
                text = Shorten(buffer.AsSpan(start, end - start));
                start = end;
                return !text.IsEmpty;
            }
        }
    }

    private static ReadOnlySpan<byte> Shorten(ReadOnlySpan<byte> text) => text.Length > LongestLine + 1 ? text[..(LongestLine + 1)] : text;

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
        BytesRead += count;
        return count > 0;
    }
}
