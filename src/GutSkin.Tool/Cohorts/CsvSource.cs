using System.Text.Unicode;
using CsvHelper;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>People from a table of commas: a header, and a person a line.</summary>
internal sealed class CsvSource : ICohortSource
{
    private const int LongestLine = 16 * 1024 * 1024;
    private readonly IScoringService service;
    private readonly CohortSettings settings;
    private readonly CsvReader reader;
    private readonly CsvHeader header;
    private readonly Dictionary<(CsvColumn Column, CellFault Fault), RowFault> known = [];
    private long row;
    private long line = 1;
    private bool hasStrayQuote;

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="stream">The table, in UTF-8.</param>
    /// <param name="service">Scores it.</param>
    /// <param name="settings">How.</param>
    /// <exception cref="InvalidInputException">The header has faults; it carries all of them.</exception>
    public CsvSource(Stream stream, IScoringService service, CohortSettings settings)
    {
        this.service = service;
        this.settings = settings;
        reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = ',',
                // A line is a person, whatever a stray quote would make of the rest; an empty one counts where it may be an answer.
                AllowLineBreaksInQuotes = false,
                SkipEmptyLines = false,
                MaxRecordSize = LongestLine,
                OnMalformedRecord = _ => hasStrayQuote = true,
            },
            true);
        var faults = new List<Diagnostic>();
        reader.ReadHeader();
        header = CsvHeader.Bind([.. reader.Headers], service, settings.IgnoreUnknown, faults);
        if (hasStrayQuote)
            faults.Add(new Diagnostic { Code = "GS0001", Severity = DiagnosticSeverity.Error, Message = "The header has a quote out of place." });
        if (faults.Count > 0)
            throw new InvalidInputException([.. faults.Select(f => f with { Line = 1 })]);
    }

    /// <inheritdoc/>
    public long BytesRead => reader.ByteOffset;

    /// <summary>The names of the columns that are left out.</summary>
    public IReadOnlyList<string> Ignored => header.Ignored;

    /// <inheritdoc/>
    public ScoreFormat CreateFormat() =>
        settings.WriteJsonLines ? new JsonLinesScoreFormat(service.RuleSet) : new CsvScoreFormat(service.RuleSet, header.IdCell >= 0);

    /// <inheritdoc/>
    public CohortChunk CreateChunk() => new CsvChunk(service, header.Columns, settings.ChunkRows, CreateFormat());

    /// <inheritdoc/>
    public bool Fill(CohortChunk chunk)
    {
        var room = (CsvChunk)chunk;
        while (room.Count + room.Failed < room.Capacity)
        {
            if (!reader.Read())
                return false;
            line++;
            if (reader.RawRecord.IsEmpty && header.Cells > 1)
                continue;
            row++;
            if (settings.Shard.Has(row))
                ReadRow(room);
            hasStrayQuote = false;
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private void ReadRow(CsvChunk room)
    {
        bool isGood = !hasStrayQuote && reader.FieldCount == header.Cells;
        var values = room.Next;
        int at = 0;
        foreach (var column in header.Columns)
        {
            isGood &= column.Read(reader.GetSpan(column.Cell), out values[at]) == CellFault.None;
            at += room.Pitch;
        }

        var id = header.IdCell >= 0 ? reader.GetSpan(header.IdCell) : default;
        if (isGood && Utf8.IsValid(id))
            room.AddNext(row, id);
        else
            room.Fail(row, line, Faults(id));
    }

    private List<RowFault> Faults(ReadOnlySpan<byte> id)
    {
        if (hasStrayQuote)
            return [new RowFault("The row has a quote out of place.")];
        if (reader.FieldCount != header.Cells)
            return [new RowFault($"The row has {reader.FieldCount} cells where the header has {header.Cells}.")];
        var faults = new List<RowFault>();
        if (!Utf8.IsValid(id))
            faults.Add(new RowFault("The id is not UTF-8."));
        foreach (var column in header.Columns)
        {
            var fault = column.Read(reader.GetSpan(column.Cell), out double value);
            if (fault == CellFault.None)
                continue;
            if (!known.TryGetValue((column, fault), out var found))
                known.Add((column, fault), found = Ask(column, fault, value));
            faults.Add(found);
        }

        return faults;
    }

    /// <summary>The library says what is wrong with an answer; it says so without the answer.</summary>
    private RowFault Ask(CsvColumn column, CellFault fault, double value)
    {
        string factor = column.Factor.Id;
        var answer = fault is CellFault.WrongKind or CellFault.UnknownChoice ? FactorValue.Choice("?") : FactorValue.Number(value);
        return RowFault.Of(service.Check(PersonProfile.Create().With(factor, answer).Build())[0], factor);
    }
}
