using Parquet.Meta;

namespace GutSkin.Cohorts.Reading;

/// <summary>
/// Whether the pages of a column are what their descriptions may say, before the library reads them: it keeps as much memory as a page says it
/// takes unpacked, however small the file, and goes back where one says that it is shorter than nothing.
/// </summary>
internal static class ParquetPages
{
    private const long MaxUnpacked = 16L * 1024 * 1024;
    private const long MaxUnpackedOfRow = 4096;

    // A page's description is some twenty bytes, and with the least and greatest text of the page rarely a thousand.
    private static readonly int[] DescriptionSizes = [1024, 1024 * 1024];

    /// <summary>Goes through the pages of a column in a row group.</summary>
    /// <param name="file">The file.</param>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows of the group.</param>
    /// <returns>Where the last page ends: whoever reads further reads another column's.</returns>
    /// <exception cref="InvalidDataException">They are not what they should be.</exception>
    public static long End(EndingStream file, ColumnMetaData column, long rows)
    {
        Require(column.NumValues == rows);
        long at = new[] { column.DictionaryPageOffset ?? 0, column.DataPageOffset, column.IndexPageOffset ?? 0 }.Where(o => o != 0).DefaultIfEmpty(0).Min();
        Require(at >= 0);
        var numbers = new Dictionary<(string Structure, int Field), long>();
        long values = 0;
        while (values < rows)
        {
            numbers.Clear();
            at += Description(file, at, numbers);
            long packed = numbers.GetValueOrDefault(("Page", 3), -1), unpacked = numbers.GetValueOrDefault(("Page", 2), -1);
            Require(packed >= 0 && packed <= file.Length - at && unpacked >= 0 && unpacked <= MaxUnpacked + (rows * MaxUnpackedOfRow));
            long own = 0, levels = 0;
            bool plain = column.Codec == CompressionCodec.UNCOMPRESSED;
            switch ((PageType)numbers.GetValueOrDefault(("Page", 1), -1))
            {
                case PageType.DICTIONARY_PAGE:
                    Require(numbers.GetValueOrDefault(("Dictionary", 1), -1) is var entries && entries >= 0 && entries * LeastSize(column.Type) <= unpacked);
                    break;
                case PageType.DATA_PAGE:
                    own = numbers.GetValueOrDefault(("Values", 1), -1);
                    Require(own >= 0);
                    break;
                case PageType.DATA_PAGE_V2:
                    own = numbers.GetValueOrDefault(("ValuesV2", 1), -1);
                    long empty = numbers.GetValueOrDefault(("ValuesV2", 2), -1), definitions = numbers.GetValueOrDefault(("ValuesV2", 5), -1), repetitions = numbers.GetValueOrDefault(("ValuesV2", 6), -1);
                    Require(own >= 0 && empty >= 0 && empty <= own && definitions >= 0 && repetitions >= 0);
                    levels = definitions + repetitions;
                    Require(levels <= packed && levels <= unpacked);
                    break;
                default:
                    Require(false);
                    break;
            }

            values += own;
            Require(values <= rows);
            if (plain)
                Require(packed == unpacked);
            else if (column.Codec == CompressionCodec.SNAPPY && packed > levels)
                Require(Unpacked(file, at + levels, packed - levels) <= unpacked);
            at += packed;
        }

        return at;
    }

    /// <summary>The bytes that an entry of a dictionary takes at least.</summary>
    private static int LeastSize(Parquet.Meta.Type type) => type switch
    {
        Parquet.Meta.Type.INT64 or Parquet.Meta.Type.DOUBLE => 8,
        Parquet.Meta.Type.INT96 => 12,
        Parquet.Meta.Type.FIXED_LEN_BYTE_ARRAY or Parquet.Meta.Type.BOOLEAN => 1,
        _ => 4,
    };

    private static int Description(EndingStream file, long at, Dictionary<(string Structure, int Field), long> numbers)
    {
        foreach (int size in DescriptionSizes)
        {
            byte[] bytes = new byte[Math.Min(size, Math.Max(0, file.Length - at))];
            file.Seek(at, SeekOrigin.Begin);
            file.ReadExactly(bytes);
            try
            {
                return ParquetDescription.Page(bytes, numbers);
            }
            catch (InvalidDataException) when (bytes.Length == size && size != DescriptionSizes[^1])
            {
                numbers.Clear();
            }
        }

        throw new InvalidDataException("A page has no description.");
    }

    // Snappy says by itself how long a text is unpacked, in front of it.
    private static long Unpacked(EndingStream file, long at, long packed)
    {
        Span<byte> bytes = stackalloc byte[(int)Math.Min(packed, 5)];
        file.Seek(at, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        long length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            length |= (long)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
                return length;
        }

        return long.MaxValue;
    }

    private static void Require(bool holds)
    {
        if (!holds)
            throw new InvalidDataException("A page is not what the format says.");
    }
}

/// <summary>A file that says where it ends: the library takes what a stream has no byte for as a byte, for ever.</summary>
/// <param name="file">The file.</param>
internal sealed class EndingStream(Stream file) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    /// <summary>Where reading ends before the file does; null = it does not.</summary>
    public long? End { get; set; }

    public override long Position { get => file.Position; set => file.Position = value; }

    public override int ReadByte() => Left(1) == 1 && file.ReadByte() is var b and >= 0 ? b : throw new EndOfStreamException();

    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, Left(count));

    public override int Read(Span<byte> buffer) => file.Read(buffer[..Left(buffer.Length)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => file.ReadAsync(buffer[..Left(buffer.Length)], cancellationToken);

    private int Left(int wanted) => End is { } end ? (int)Math.Clamp(end - file.Position, 0, wanted) : wanted;

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush() => file.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
