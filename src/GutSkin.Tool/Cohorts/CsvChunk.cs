using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>People of a table: a column of numbers a factor.</summary>
internal sealed class CsvChunk : CohortChunk
{
    /// <summary>Columns that start a power of two apart fight for the same lines of the cache: this much lies between them.</summary>
    private const int Padding = 24;
    private const int BlockRows = 64;
    private readonly IScoringService service;
    private readonly CsvColumn[] columns;
    private readonly CohortResults results;
    private readonly double[] values;
    private readonly int pitch;

    /// <summary>Makes room.</summary>
    public CsvChunk(IScoringService service, CsvColumn[] columns, int capacity, ScoreFormat format)
        : this(service, columns, capacity, format, service.CreateResults(capacity))
    {
    }

    private CsvChunk(IScoringService service, CsvColumn[] columns, int capacity, ScoreFormat format, CohortResults results)
        : base(capacity, results.Conditions.Length, format)
    {
        this.service = service;
        this.columns = columns;
        this.results = results;
        pitch = capacity + Padding;
        values = new double[columns.Length * pitch];
    }

    /// <summary>Where the answers to the next person's first column go; those to the others lie <see cref="Pitch"/> further each.</summary>
    public Span<double> Next => values.AsSpan(Count);

    /// <summary>How far apart columns lie.</summary>
    public int Pitch => pitch;

    /// <summary>Adds the person whose answers were written.</summary>
    public void AddNext(long row, ReadOnlySpan<byte> id) => Add(row, id);

    /// <summary>Notes a row that failed.</summary>
    public void Fail(long row, long line, IEnumerable<RowFault> faults)
    {
        Failed++;
        RowFault.Write(Errors, row, line, faults);
    }

    /// <inheritdoc/>
    protected override void Score()
    {
        var cohort = new CohortColumns(Count);
        for (int i = 0; i < columns.Length; i++)
            cohort.Add(columns[i].Factor.Id, values.AsMemory(i * pitch, Count));
        service.ScoreTable(cohort, results);

        // A few rows at a time, so that they stay in the nearest cache until all their scores are in.
        for (int first = 0; first < Count; first += BlockRows)
        {
            int last = Math.Min(first + BlockRows, Count);
            for (int c = 0; c < results.Conditions.Length; c++)
            {
                string condition = results.Conditions[c];
                Scatter(results.Scores(condition), first, last, 3 * c);
                Scatter(results.Low(condition), first, last, (3 * c) + 1);
                Scatter(results.High(condition), first, last, (3 * c) + 2);
            }
        }
    }

    private void Scatter(ReadOnlySpan<double> column, int first, int last, int part)
    {
        double[] scores = Scores;
        for (int person = first, at = (first * Width) + part; person < last; person++, at += Width)
            scores[at] = column[person];
    }
}
