using System.Text;
using nietras.SeparatedValues;

namespace GutSkin.Cohorts.Reading;

/// <summary>People from a table of text.</summary>
internal sealed class TableSource : RowSource
{
    private readonly IScoringService service;
    private readonly string? file;
    private readonly int blockRows;
    private readonly Stream stream;
    private readonly QuoteGuard guard;
    private readonly SepReader reader;
    private readonly TableLayout layout;
    private readonly int linesAbove;
    private readonly List<Diagnostic> notices;
    private readonly Dictionary<string, string> groups = [];

    private TableSource(CohortReadOptions options, string? file, Stream stream, QuoteGuard guard, SepReader reader, TableLayout layout, int linesAbove, List<Diagnostic> notices)
    {
        service = options.Service;
        blockRows = options.BlockRows;
        this.file = file;
        this.stream = stream;
        this.guard = guard;
        this.reader = reader;
        this.layout = layout;
        this.linesAbove = linesAbove;
        this.notices = notices;
    }

    public override IReadOnlyList<Diagnostic> Notices => notices;

    public override string[] Names => layout.Names;

    public override bool HasIds => layout.IdCell >= 0;

    public override long BytesRead => stream.CanSeek ? stream.Position : 0;

    /// <summary>Opens a table and binds its header.</summary>
    public static (TableSource? Source, List<Diagnostic> Diagnostics) Open(Stream stream, byte[] head, CohortReadOptions options, string? file)
    {
        if (ContentCheck.Refuse(head) is { } refused)
            return (null, [refused]);
        var encoding = ContentCheck.EncodingOf(head);
        var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 65536);
        var start = new char[65536];
        int count = text.ReadBlock(start);
        string whole = new(start, 0, count);
        var (declared, length) = TableDialect.Declared(whole);
        var binder = new LayoutBinder(options);
        string first = whole[length..];
        if (TableDialect.Detect(first, declared, count < start.Length, binder.Knows) is not { } dialect)
            return (null, [CohortDiagnostics.Error(CohortDiagnostics.Empty, "The file is empty: it names no factor.", "The first line names a factor a column.")]);

        var layout = binder.Bind(dialect.Names, dialect.Mark, dialect.HasRowNames);
        var notices = new List<Diagnostic>(dialect.Notices);
        if (encoding.CodePage == Encoding.Latin1.CodePage)
            notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.NotUtf8, "The text is not UTF-8 and is read as Latin-1 (Windows).", "Save it as UTF-8."));
        notices.AddRange(binder.Notices);
        var guard = new QuoteGuard(text, dialect.Separator, first);
        var reader = TableDialect.OpenReader(guard, dialect.Separator);
        for (int i = 0; i <= dialect.RowsAbove; i++)
        {
            reader.MoveNext();
            guard.RowIsRead();
        }

        var faults = binder.Faults.ToList();
        if (dialect.Names.Any(n => n.Contains(QuoteGuard.Stray)))
            faults = [CohortDiagnostics.Error(CohortDiagnostics.QuoteOutOfPlace, "The header has a quote out of place.", "Put quotes around the whole name.")];
        if (faults.Count > 0)
        {
            reader.Dispose();
            guard.Dispose();
            return (null, [.. faults, .. notices]);
        }

        return (new TableSource(options, file, stream, guard, reader, layout, length > 0 ? 1 : 0, notices), notices);
    }

    /// <summary>The names in the first line of a table.</summary>
    public static string[] NamesOf(Stream stream, byte[] head)
    {
        using var text = new StreamReader(stream, ContentCheck.EncodingOf(head), detectEncodingFromByteOrderMarks: true, bufferSize: 65536);
        var start = new char[65536];
        int count = text.ReadBlock(start);
        string whole = new(start, 0, count);
        var (declared, length) = TableDialect.Declared(whole);

        // Where no name is known, the separator is the one that makes most of the first line.
        string first = whole[length..];
        string line = first.Split('\n')[0];
        char most = declared ?? TableDialect.Candidates[..^1].MaxBy(c => line.Count(x => x == c));
        return TableDialect.Detect(first, most, count < start.Length, _ => false)?.Names.Select(n => n.Trim()).ToArray() ?? [];
    }

    public override CohortBatch CreateBatch() => new TableBatch(service, layout, blockRows);

    protected override bool ReadBlock(CohortBatch batch, Place place, bool isMine)
    {
        int rows = 0;
        bool more = true;
        while (rows < blockRows && (more = reader.MoveNext()))
        {
            guard.RowIsRead();
            var row = reader.Current;
            if (row.ColCount == 1 && row.Span.IsEmpty && layout.Names.Length > 1)
                continue;
            rows++;
            place.Rows++;
            if (isMine)
                Read(row, (TableBatch)batch, place.Rows);
        }

        return more;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        reader.Dispose();
        guard.Dispose();
    }

    private void Read(SepReader.Row row, TableBatch batch, long number)
    {
        bool isGood = row.ColCount == layout.Names.Length;
        double[] values = batch.Values;
        int at = batch.Count;
        var columns = layout.Columns;
        for (int c = 0; c < columns.Length && isGood; c++, at += batch.Pitch)
        {
            var column = columns[c];
            var fault = column.UnitCell < 0
                ? column.Reader.Read(row[column.Cell].Span, out values[at])
                : column.Reader.Read(row[column.Cell].Span, row[column.UnitCell].Span, out values[at]);
            isGood = fault == CellFault.None;
        }

        (int Column, CellFault Fault) late = (-1, CellFault.None);
        if (isGood && layout.Computed.Length + layout.Seconds.Length > 0)
            isGood = layout.Complete(values, batch.Count, batch.Pitch, out late);
        var id = isGood && layout.IdCell >= 0 ? CellReader.Unquoted(row[layout.IdCell].Span) : default;
        if (isGood && !id.ContainsAny('\uFFFD', QuoteGuard.Stray))
            batch.AddNext(number, id, layout.GroupCell < 0 ? null : Group(row[layout.GroupCell].Span.Trim()));
        else
            batch.FailRow(number, row.LineNumberFrom + linesAbove, file, Faults(row, late, batch));
    }

    private List<CohortFault> Faults(SepReader.Row row, (int Column, CellFault Fault) late, TableBatch batch)
    {
        if (guard.HasStray && row.Span.Contains(QuoteGuard.Stray) && row.ColCount != layout.Names.Length)
            return [CellHints.Describe(CellFault.QuoteOutOfPlace, null, "", 0, service)];
        if (row.ColCount != layout.Names.Length)
        {
            string message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The row has {row.ColCount} cells where the header has {layout.Names.Length}.");
            return [new CohortFault(message) { Code = CohortDiagnostics.CellCount, Hint = row.ColCount > layout.Names.Length ? "A cell with the separator inside (a decimal comma, a list) stands in quotes." : "A separator may be missing, or the row was cut." }];
        }

        var faults = new List<CohortFault>();
        for (int c = 0; c < layout.Columns.Length; c++)
        {
            var column = layout.Columns[c];
            double value;
            var fault = column.UnitCell < 0
                ? column.Reader.Read(row[column.Cell].Span, out value)
                : column.Reader.Read(row[column.Cell].Span, row[column.UnitCell].Span, out value);
            if (fault != CellFault.None)
                faults.Add(layout.Describe(c, fault, value, service));
        }

        if (late.Fault != CellFault.None)
            faults.Add(layout.Describe(late.Column, late.Fault, batch.Values[batch.Count + (late.Column * batch.Pitch)], service));
        if (layout.IdCell >= 0 && row[layout.IdCell].Span.Contains('\uFFFD'))
            faults.Add(new CohortFault("The id is not UTF-8.") { Code = CohortDiagnostics.NotUtf8, Hint = "Save the table as UTF-8." });
        if (faults.Count == 0)
            faults.Add(CellHints.Describe(CellFault.QuoteOutOfPlace, null, "", 0, service));
        return faults;
    }

    private string? Group(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return null;
        var known = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(cell, out string? group))
            return group;
        string made = cell.ToString();
        if (groups.Count < 1000)
            groups[made] = made;
        return made;
    }
}
