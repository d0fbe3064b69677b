using GutSkin.Cohorts.Reading;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Cohorts.Writing;

/// <summary>
/// Rows of a Parquet file on their way: gathered column by column, and written whenever a row group is full. Can be saved at any row:
/// the file is then whole, what its end overwrites and the rows of the group that is not full stand in the saved state.
/// </summary>
internal sealed class ParquetGroups : IDisposable
{
    private const int EndBytes = 8;

    private readonly Stream stream;
    private readonly ParquetSchema schema;
    private readonly DataField[] fields;
    private readonly Dictionary<string, string> notes;
    private readonly int groupRows;
    private ParquetWriter? writer;
    private bool hasGroups;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where it goes; to save it, it must be one that can be read and sought.</param>
    /// <param name="fields">The columns.</param>
    /// <param name="notes">What stands in the file's key-value metadata.</param>
    /// <param name="groupRows">How many rows a row group has.</param>
    public ParquetGroups(Stream stream, IEnumerable<DataField> fields, IReadOnlyDictionary<string, string> notes, int groupRows)
    {
        this.stream = stream;
        this.fields = [.. fields];
        this.notes = new Dictionary<string, string>(notes);
        this.groupRows = groupRows;
        schema = new ParquetSchema(this.fields);
        Columns = [.. this.fields.Select(f => NewColumn(f, groupRows))];
    }

    /// <summary>The rows of the group under way, column by column.</summary>
    public Array[] Columns { get; }

    /// <summary>How many of them there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many more the group takes.</summary>
    public int Left => groupRows - Count;

    /// <summary>An empty column for rows of a field.</summary>
    public static Array NewColumn(DataField field, int rows) => field.ClrType switch
    {
        var type when type == typeof(double) => new double[rows],
        var type when type == typeof(long) => new long[rows],
        var type when type == typeof(bool) => new bool[rows],
        _ => new string[rows],
    };

    /// <summary>Counts rows that were put into the columns.</summary>
    public void Added(int rows)
    {
        Count += rows;
        if (Count == groupRows)
            Flush();
    }

    /// <summary>Writes what is gathered, and the end of the file.</summary>
    public void Complete()
    {
        Flush();
        Open();
        Close();
        stream.Flush();
    }

    /// <summary>Makes the file whole as it is, and writes what it takes to go on with it.</summary>
    public void Save(Stream state)
    {
        byte[] end = [];
        if (hasGroups)
        {
            Close();
            stream.Flush();
            end = ReadEnd();
        }

        using var to = new BinaryWriter(state, System.Text.Encoding.UTF8, leaveOpen: true);
        to.Write(hasGroups ? stream.Length - end.Length : 0);
        to.Write(end.Length);
        to.Write(end);
        to.Write(Count);
        using var rest = new MemoryStream();
        if (Count > 0)
        {
            var of = ParquetSource.Wait(ParquetWriter.CreateAsync(schema, rest));
            WriteGroup(of);
            of.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        to.Write((int)rest.Length);
        to.Write(rest.GetBuffer().AsSpan(0, (int)rest.Length));
    }

    /// <summary>Goes on with a file that was saved; what was written to it after that is overwritten.</summary>
    public void GoOn(Stream state)
    {
        using var from = new BinaryReader(state, System.Text.Encoding.UTF8, leaveOpen: true);
        long place = from.ReadInt64();
        byte[] end = from.ReadBytes(from.ReadInt32());
        int rows = from.ReadInt32();
        byte[] rest = from.ReadBytes(from.ReadInt32());
        stream.SetLength(place);
        stream.Position = place;
        stream.Write(end);
        hasGroups = place > 0;
        if (rows > 0)
        {
            using var reader = new ParquetGroupReader(new MemoryStream(rest, writable: false));
            reader.Next();
            reader.CopyTo(Columns, 0, rows);
        }

        Count = rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Close();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // Whoever gave up before the end has a failure of its own to tell.
        }
    }

    private void Flush()
    {
        if (Count == 0)
            return;
        WriteGroup(Open());
        hasGroups = true;
        Count = 0;
    }

    private void WriteGroup(ParquetWriter to)
    {
        using var group = to.CreateRowGroup();
        for (int i = 0; i < fields.Length; i++)
        {
            var task = Columns[i] switch
            {
                string[] texts => group.WriteAsync(fields[i], new ArraySegment<string>(texts, 0, Count)),
                double[] numbers => group.WriteAsync<double>(fields[i], numbers.AsMemory(0, Count)),
                long[] rows => group.WriteAsync<long>(fields[i], rows.AsMemory(0, Count)),
                _ => group.WriteAsync<bool>(fields[i], ((bool[])Columns[i]).AsMemory(0, Count)),
            };
            task.GetAwaiter().GetResult();
        }
    }

    private ParquetWriter Open()
    {
        if (writer is not null)
            return writer;
        writer = ParquetSource.Wait(ParquetWriter.CreateAsync(schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }, append: hasGroups));
        writer.CustomMetadata = notes;
        return writer;
    }

    private void Close()
    {
        var open = writer;
        writer = null;
        open?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The end of the file, which says where everything is: its length and a mark are the last bytes.</summary>
    private byte[] ReadEnd()
    {
        Span<byte> last = stackalloc byte[EndBytes];
        stream.Position = stream.Length - EndBytes;
        stream.ReadExactly(last);
        byte[] end = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(last) + EndBytes];
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        return end;
    }
}

/// <summary>Reads a file of scores row group after row group, as it was written: no column is nullable.</summary>
internal sealed class ParquetGroupReader : IDisposable
{
    private readonly ParquetReader reader;
    private Array[] columns = [];
    private int next, at;

    public ParquetGroupReader(Stream stream)
    {
        reader = ParquetSource.Wait(ParquetReader.CreateAsync(stream, null, false));
        Fields = reader.Schema.DataFields;
    }

    public DataField[] Fields { get; }

    public IReadOnlyDictionary<string, string> Notes => reader.CustomMetadata;

    /// <summary>How many rows of the group were not taken yet.</summary>
    public int Left { get; private set; }

    /// <summary>Reads the next row group.</summary>
    /// <returns>False where there is none.</returns>
    public bool Next()
    {
        if (next == reader.RowGroupCount)
            return false;
        using var group = reader.OpenRowGroupReader(next++);
        Left = (int)group.RowCount;
        at = 0;
        if (columns.Length == 0 || columns[0].Length < Left)
            columns = [.. Fields.Select(f => ParquetGroups.NewColumn(f, Left))];
        for (int i = 0; i < Fields.Length; i++)
        {
            var task = columns[i] switch
            {
                string[] texts => group.ReadAsync(Fields[i], texts.AsMemory(0, Left)!),
                double[] numbers => group.ReadAsync(Fields[i], numbers.AsMemory(0, Left)),
                long[] rows => group.ReadAsync(Fields[i], rows.AsMemory(0, Left)),
                _ => group.ReadAsync(Fields[i], ((bool[])columns[i]).AsMemory(0, Left)),
            };
            task.AsTask().GetAwaiter().GetResult();
        }

        return true;
    }

    /// <summary>Takes rows of the group.</summary>
    public void CopyTo(Array[] to, int start, int rows)
    {
        for (int i = 0; i < columns.Length; i++)
            Array.Copy(columns[i], at, to[i], start, rows);
        at += rows;
        Left -= rows;
    }

    public void Dispose() => reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
