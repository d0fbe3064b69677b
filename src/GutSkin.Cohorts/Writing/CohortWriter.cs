using System.Buffers;

namespace GutSkin.Cohorts;

/// <summary>How scores are written.</summary>
public sealed class CohortWriteOptions
{
    /// <summary>What is written of each condition. Default: index and interval.</summary>
    public CohortMeasures Measures { get; init; } = CohortMeasures.Default;

    /// <summary>Whether an apostrophe is put before ids that a spreadsheet would run as a formula, in CSV. Default: no.</summary>
    public bool EscapeFormulas { get; init; }

    /// <summary>How many rows a row group of Parquet has. Default: 131,072.</summary>
    public int RowGroupRows { get; init; } = Writing.ParquetScoreWriter.GroupRows;
}

/// <summary>
/// Writes scores as CSV, JSON lines or Parquet. The bytes depend on the people, the rule set and the options only, not on threads or
/// blocks. One thread at a time uses it.
/// </summary>
public abstract class CohortWriter : IDisposable
{
    private protected CohortWriter(CohortMeasures measures) => Measures = measures;

    /// <summary>What is written of each condition.</summary>
    public CohortMeasures Measures { get; }

    /// <summary>Makes a writer.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="format">The form.</param>
    /// <param name="ruleSet">Whose scores they are.</param>
    /// <param name="hasIds">Whether people have ids; without, rows are named by number.</param>
    /// <param name="options">How; null = the defaults.</param>
    /// <returns>The writer.</returns>
    public static CohortWriter Create(Stream stream, CohortFormat format, ResolvedRuleSet ruleSet, bool hasIds = true, CohortWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(ruleSet);
        options ??= new CohortWriteOptions();
        if (options.RowGroupRows < 1)
            throw new ArgumentOutOfRangeException(nameof(options), "A row group has a row at least.");
        return format == CohortFormat.Parquet
            ? new Writing.ParquetScoreWriter(stream, ruleSet, hasIds, options)
            : new TextScoreWriter(stream, () => format == CohortFormat.Csv ? new Writing.CsvEncoder(ruleSet, options, hasIds) : new Writing.JsonEncoder(ruleSet, options), options.Measures);
    }

    /// <summary>Whether a spreadsheet would run a text as a formula.</summary>
    /// <param name="text">The text, for example an id.</param>
    /// <returns>True where it would.</returns>
    public static bool IsFormula(ReadOnlySpan<char> text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>
    /// Brings the stream to a state from which a later run can go on, after any block, and writes what that takes besides its bytes. This
    /// run can go on too.
    /// </summary>
    /// <param name="state">Where that goes. Nothing for CSV and JSON lines; the end of the file and the rows of an unfinished row group for Parquet, whose stream must be one that can be read and sought.</param>
    public abstract void Save(Stream state);

    /// <summary>Goes on with a stream that an earlier run saved, before anything is written.</summary>
    /// <param name="state">What it wrote then.</param>
    public abstract void GoOn(Stream state);

    /// <summary>Writes a block.</summary>
    /// <param name="people">The block.</param>
    /// <param name="scores">Its scores.</param>
    public void Write(CohortBatch people, CohortScores scores)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(scores);
        Append(Encode(people, scores, null), people, scores);
    }

    /// <summary>Writes what is still kept, and what stands at the end.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what it holds.</summary>
    /// <param name="disposing">Whether it is disposed, and not finalized.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>What any thread can do for a block beforehand.</summary>
    internal abstract Encoded Encode(CohortBatch people, CohortScores scores, Encoded? again);

    /// <summary>Writes an encoded block, in order.</summary>
    internal abstract void Append(Encoded encoded, CohortBatch people, CohortScores scores);

    /// <summary>Writes what stands above all rows. Left out where a file is gone on with.</summary>
    internal virtual void Begin()
    {
    }

    /// <summary>A block as bytes, with the encoder that made it.</summary>
    internal sealed class Encoded(Writing.RowEncoder? encoder)
    {
        public Writing.RowEncoder? Encoder { get; } = encoder;

        public ArrayBufferWriter<byte> Bytes { get; } = new();
    }

    private sealed class TextScoreWriter(Stream stream, Func<Writing.RowEncoder> make, CohortMeasures measures) : CohortWriter(measures)
    {
        private bool hasBegun;

        public override void Save(Stream state) => stream.Flush();

        public override void GoOn(Stream state) => hasBegun = true;

        internal override void Begin()
        {
            if (!hasBegun)
                stream.Write(make().Header.Span);
            hasBegun = true;
        }

        internal override Encoded Encode(CohortBatch people, CohortScores scores, Encoded? again)
        {
            again ??= new Encoded(make());
            again.Bytes.ResetWrittenCount();
            again.Encoder!.Encode(people, scores, again.Bytes);
            return again;
        }

        internal override void Append(Encoded encoded, CohortBatch people, CohortScores scores)
        {
            Begin();
            stream.Write(encoded.Bytes.WrittenSpan);
        }

        public override void Complete()
        {
            Begin();
            stream.Flush();
        }
    }
}
