using System.Buffers;
using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Cohorts.Reading;

/// <summary>People of a row group, decoded when a thread has time.</summary>
internal sealed class ParquetBatch(ParquetSource source, IScoringService service, TableLayout layout) : TableBatch(service, layout, 0)
{
    private (int Group, long First, int Rows)? taken;

    public void Take(int group, long first, int rows) => taken = (group, first, rows);

    internal override void Prepare()
    {
        if (taken is not { } work)
            return;
        taken = null;
        source.Decode(this, work.Group, work.First, work.Rows);
    }
}

/// <summary>Reads the columns of a row group and puts together its rows.</summary>
internal sealed class ParquetRows(ParquetRowGroupReader group, EndingStream stream, TableLayout layout, DataField[] fields, IScoringService service, string? file)
{
    private readonly Dictionary<int, long> ends = [];

    /// <summary>Looks at what the columns say of themselves, before memory is kept for them.</summary>
    /// <param name="rows">The rows of the group.</param>
    /// <exception cref="InvalidDataException">They say what cannot be.</exception>
    public void Check(int rows)
    {
        foreach (int cell in layout.Columns.SelectMany(c => (int[])[c.Cell, c.UnitCell]).Append(layout.IdCell).Append(layout.GroupCell).Where(c => c >= 0).Distinct())
        {
            stream.End = null;
            ends[cell] = ParquetPages.End(stream, group.GetMetadata(Field(cell))?.MetaData ?? throw new InvalidDataException("A column has no description."), rows);
        }
    }

    public void Read(ParquetBatch batch, long first, int rows)
    {
        var cells = new Dictionary<int, ParquetColumn>();

        var bad = new SortedDictionary<int, List<CohortFault>>();
        for (int c = 0; c < layout.Columns.Length; c++)
        {
            var column = layout.Columns[c];
            var read = Cell(column.Cell);
            var units = column.UnitCell < 0 ? null : Cell(column.UnitCell);
            var target = batch.Values.AsSpan(c * batch.Pitch, rows);
            for (int row = 0; row < rows; row++)
            {
                var fault = read.Answer(row, column.Reader, units, out target[row]);
                if (fault != CellFault.None)
                    Fault(row, layout.Describe(c, fault, target[row], service));
            }

            // What is needed again is kept, the rest is not.
            if (units is null && column.Cell != layout.IdCell && column.Cell != layout.GroupCell && cells.Remove(column.Cell))
                read.Dispose();
        }

        var ids = layout.IdCell < 0 ? null : Cell(layout.IdCell);
        var groups = layout.GroupCell < 0 ? null : Cell(layout.GroupCell);
        bool completes = layout.Computed.Length + layout.Seconds.Length > 0;
        for (int row = 0; row < rows; row++)
        {
            int person = batch.Count;
            if (!bad.ContainsKey(row) && completes && !layout.Complete(batch.Values, row, batch.Pitch, out var late))
                Fault(row, layout.Describe(late.Column, late.Fault, batch.Values[row + (late.Column * batch.Pitch)], service));
            if (bad.TryGetValue(row, out var faults))
            {
                batch.FailRow(first + row + 1, null, file, faults);
                continue;
            }

            if (person != row)
            {
                for (int c = 0; c < layout.Width; c++)
                    batch.Values[(c * batch.Pitch) + person] = batch.Values[(c * batch.Pitch) + row];
            }

            batch.AddNext(first + row + 1, ids?.Text(row), groups?.Text(row) is { Length: > 0 } name ? name : null);
        }

        foreach (var column in cells.Values)
            column.Dispose();

        ParquetColumn Cell(int cell)
        {
            if (cells.TryGetValue(cell, out var column))
                return column;
            stream.End = ends[cell];
            return cells[cell] = ParquetColumn.Read(group, Field(cell), rows);
        }

        void Fault(int row, CohortFault fault)
        {
            if (!bad.TryGetValue(row, out var faults))
                bad[row] = faults = [];
            faults.Add(fault);
        }
    }

    private DataField Field(int cell) => fields.First(f => f.Name == layout.Names[cell]);
}

/// <summary>A column of a row group: numbers, NaN where there is none, or texts.</summary>
internal sealed class ParquetColumn
{
    // What Read has a way for.
    private static readonly Type[] Kinds =
    [
        typeof(string), typeof(byte[]), typeof(bool), typeof(double), typeof(float), typeof(decimal), typeof(int), typeof(long), typeof(short), typeof(sbyte), typeof(byte), typeof(ushort), typeof(uint),
        typeof(ulong),
    ];

    private readonly double[]? numbers;
    private readonly string?[]? texts;
    private readonly Dictionary<string, (CellFault Fault, double Value)> seen = [];

    private ParquetColumn(double[]? numbers, string?[]? texts)
    {
        this.numbers = numbers;
        this.texts = texts;
    }

    public static bool CanRead(Field field) => field is DataField { IsArray: false, MaxRepetitionLevel: 0 } data && Kinds.Contains(TypeOf(data));

    public static ParquetColumn Read(ParquetRowGroupReader group, DataField field, int rows)
    {
        var type = TypeOf(field);
        return type == typeof(string) ? new(null, ReadText(group, field, rows))
            : type == typeof(byte[]) ? new(null, ReadBytes(group, field, rows))
            : type == typeof(bool) ? Numbers<bool>(static b => b ? 1 : 0)
            : type == typeof(double) ? Numbers<double>(static d => d)
            : type == typeof(float) ? Numbers<float>(Widen)
            : type == typeof(decimal) ? Numbers<decimal>(static d => (double)d)
            : type == typeof(int) ? Numbers<int>(static i => i)
            : type == typeof(long) ? Numbers<long>(static i => i)
            : type == typeof(short) ? Numbers<short>(static i => i)
            : type == typeof(sbyte) ? Numbers<sbyte>(static i => i)
            : type == typeof(byte) ? Numbers<byte>(static i => i)
            : type == typeof(ushort) ? Numbers<ushort>(static i => i)
            : type == typeof(uint) ? Numbers<uint>(static i => i)
            : Numbers<ulong>(static i => i);

        ParquetColumn Numbers<T>(Func<T, double> number)
            where T : struct
        {
            double[] result = ArrayPool<double>.Shared.Rent(rows);
            if (field.IsNullable)
            {
                var read = ArrayPool<T?>.Shared.Rent(rows);
                Wait(group.ReadAsync(field, read.AsMemory(0, rows)));
                for (int i = 0; i < rows; i++)
                    result[i] = read[i] is { } value ? number(value) : double.NaN;
                ArrayPool<T?>.Shared.Return(read);
            }
            else if (result is T[] same)
            {
                Wait(group.ReadAsync(field, same.AsMemory(0, rows)));
            }
            else
            {
                var read = ArrayPool<T>.Shared.Rent(rows);
                Wait(group.ReadAsync(field, read.AsMemory(0, rows)));
                for (int i = 0; i < rows; i++)
                    result[i] = number(read[i]);
                ArrayPool<T>.Shared.Return(read);
            }

            return new(result, null);
        }
    }

    /// <summary>Gives back what was lent.</summary>
    public void Dispose()
    {
        if (numbers is not null)
            ArrayPool<double>.Shared.Return(numbers);
    }

    /// <summary>The answer of a row.</summary>
    public CellFault Answer(int row, CellReader reader, ParquetColumn? units, out double value)
    {
        if (units is not null)
            return reader.Read(Text(row), units.Text(row), out value);
        if (numbers is not null)
            return reader.Read(numbers[row], out value);
        string text = texts![row] ?? "";

        // A column of texts says the same few things again and again.
        if (!seen.TryGetValue(text, out var answer))
        {
            answer.Fault = reader.Read(text, out answer.Value);
            if (seen.Count < 4096)
                seen[text] = answer;
        }

        value = answer.Value;
        return answer.Fault;
    }

    /// <summary>The cell of a row as text; empty where there is none.</summary>
    public string Text(int row) => texts is not null ? texts[row] ?? "" : double.IsNaN(numbers![row]) ? "" : numbers[row].ToString("R", CultureInfo.InvariantCulture);

    /// <summary>0.1 of single precision is meant as 0.1, not as the double next to it.</summary>
    private static double Widen(float value) => float.IsFinite(value) ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;

    /// <summary>What the column holds; the library calls texts and bytes memory when it reads them.</summary>
    private static Type TypeOf(DataField field)
    {
        var type = Nullable.GetUnderlyingType(field.ClrType) ?? field.ClrType;
        return type == typeof(ReadOnlyMemory<char>) ? typeof(string) : type == typeof(ReadOnlyMemory<byte>) ? typeof(byte[]) : type;
    }


    private static string?[] ReadText(ParquetRowGroupReader group, DataField field, int rows)
    {
        var read = new string?[rows];
        Wait(group.ReadAsync(field, read.AsMemory()!));
        return read;
    }

    private static string?[] ReadBytes(ParquetRowGroupReader group, DataField field, int rows)
    {
        var read = new byte[]?[rows];
        Wait(group.ReadAsync(field, read.AsMemory()!));
        return [.. read.Select(b => b is null ? null : System.Text.Encoding.UTF8.GetString(b))];
    }

    private static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
