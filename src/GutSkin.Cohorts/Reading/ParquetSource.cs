using System.Collections.Concurrent;
using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Cohorts.Reading;

/// <summary>People from Parquet, a row group at a time. Threads decode row groups side by side, each with a reader of its own.</summary>
internal sealed class ParquetSource : BlockSource
{
    // A row group is in memory at a time.
    private const int MaxGroupRows = 1 << 24;

    private readonly CohortReadOptions options;
    private readonly string? file;
    private readonly Func<Stream> open;
    private readonly ConcurrentStack<(ParquetReader Reader, EndingStream File)> idle = [];
    private readonly TableLayout layout;
    private readonly DataField[] fields;
    private readonly long[] groupRows;
    private readonly long length;
    private readonly List<Diagnostic> notices;
    private int next;

    private ParquetSource(CohortReadOptions options, string? file, Func<Stream> open, (ParquetReader Reader, EndingStream File) reader, TableLayout layout, DataField[] fields, long[] groupRows, long length, List<Diagnostic> notices)
    {
        this.options = options;
        this.file = file;
        this.open = open;
        this.layout = layout;
        this.fields = fields;
        this.groupRows = groupRows;
        this.length = length;
        this.notices = notices;
        idle.Push(reader);
    }

    public override IReadOnlyList<Diagnostic> Notices => notices;

    public override string[] Names => layout.Names;

    public override bool HasIds => layout.IdCell >= 0;

    public override long BytesRead => groupRows.Length == 0 ? length : length * next / groupRows.Length;

    /// <summary>Opens a file and binds its columns.</summary>
    public static (ParquetSource? Source, List<Diagnostic> Diagnostics) Open(Func<Stream> open, CohortReadOptions options, string? file)
    {
        (ParquetReader Reader, EndingStream File) opened;
        long[] groupRows;
        Field[] all;
        try
        {
            opened = OpenReader(open);
            var reader = opened.Reader;
            groupRows = new long[reader.RowGroupCount];
            for (int g = 0; g < groupRows.Length; g++)
            {
                using var group = reader.OpenRowGroupReader(g);
                groupRows[g] = group.RowCount;
                if (groupRows[g] < 0)
                    return (null, [Damaged(file)]);
                if (groupRows[g] > MaxGroupRows)
                    return (null, [CohortDiagnostics.Error(CohortDiagnostics.ParquetDamaged, string.Create(CultureInfo.InvariantCulture, $"A row group says that it has {groupRows[g]:N0} rows; at most {MaxGroupRows:N0} are read at a time."), "Write the file again with smaller row groups.", file)]);
            }

            all = [.. reader.Schema.Fields];
        }
        catch (Exception error) when (IsDamage(error))
        {
            return (null, [Damaged(file)]);
        }

        var binder = new LayoutBinder(options);
        string[] names = [.. all.Select(f => f.Name)];
        var layout = binder.Bind(names, '.', hasRowNames: false);
        var faults = binder.Faults.ToList();
        foreach (int cell in layout.Columns.Select(c => c.Cell).Append(layout.IdCell).Append(layout.GroupCell).Where(c => c >= 0).Distinct())
        {
            if (!ParquetColumn.CanRead(all[cell]))
                faults.Add(CohortDiagnostics.Error(CohortDiagnostics.ColumnType, $"The column {CohortDiagnostics.Quote(names[cell])} holds what is no number, yes or no, or text.", "Convert days, lists and structures before writing the file."));
        }

        if (faults.Count > 0)
            return (null, [.. faults, .. binder.Notices]);
        return (new ParquetSource(options, file, open, opened, layout, [.. all.Select(f => f as DataField).OfType<DataField>()], groupRows, opened.File.Length, [.. binder.Notices]), [.. binder.Notices]);
    }

    /// <summary>The names of a file's columns; empty where it is damaged.</summary>
    public static string[] NamesOf(Func<Stream> open)
    {
        try
        {
            var (reader, _) = OpenReader(open);
            string[] names = [.. reader.Schema.Fields.Select(f => f.Name)];
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return names;
        }
        catch (Exception error) when (IsDamage(error))
        {
            return [];
        }
    }

    public override CohortBatch CreateBatch() => new ParquetBatch(this, options.Service, layout);

    public override bool Fill(CohortBatch batch, Place place, CohortShard shard, Func<long, bool> skip)
    {
        while (next < groupRows.Length)
        {
            int group = next++;
            long block = place.Blocks++, first = place.Rows;
            place.Rows += groupRows[group];
            if (!shard.Has(block) || skip(block) || groupRows[group] == 0)
                continue;
            batch.Begin(block);
            ((ParquetBatch)batch).Take(group, first, (int)groupRows[group]);
            return true;
        }

        return false;
    }

    /// <summary>Decodes what a block took.</summary>
    internal void Decode(ParquetBatch batch, int group, long first, int rows)
    {
        try
        {
            if (!idle.TryPop(out var reader))
                reader = OpenReader(open);
            using (var opened = reader.Reader.OpenRowGroupReader(group))
            {
                var columns = new ParquetRows(opened, reader.File, layout, fields, options.Service, file);
                columns.Check(rows);
                if (batch.Capacity < rows)
                    batch.Resize(rows);
                columns.Read(batch, first, rows);
            }

            idle.Push(reader);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new InvalidInputException([Damaged(file)]);
        }
    }

    private static (ParquetReader Reader, EndingStream File) OpenReader(Func<Stream> open)
    {
        var file = new EndingStream(open());
        try
        {
            ParquetDescription.CheckFile(file);
            return (Wait(ParquetReader.CreateAsync(file, null, false)), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Waits for what the library offers only as a task; there is no context to come back to.</summary>
    internal static T Wait<T>(Task<T> task) => task.ConfigureAwait(false).GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        while (idle.TryPop(out var reader))
            reader.Reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The library throws many kinds of exceptions on bytes that are not what they should be; only these are something else.</summary>
    internal static bool IsDamage(Exception error) => error is not (UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or InvalidInputException or OperationCanceledException or OutOfMemoryException);

    private static Diagnostic Damaged(string? file) => CohortDiagnostics.Error(
        CohortDiagnostics.ParquetDamaged, "The file is no whole Parquet file: it is cut, damaged, encrypted, or packed in a way that is not read.", "Write or copy it again; compare its size with that of the original.", file);
}
