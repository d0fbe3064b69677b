using System.Globalization;
using CsvHelper;

namespace GutSkin.Tool;

/// <summary>Scores as a table: the id, or the number of the row where the input has no ids, and three columns a condition.</summary>
internal sealed class CsvScoreFormat : ScoreFormat
{
    private readonly MemoryStream stream = new();
    private readonly CsvWriter writer;
    private readonly bool hasIds;

    /// <summary>Makes the format.</summary>
    /// <param name="conditions">The ids of the conditions.</param>
    /// <param name="hasIds">Whether the input has ids.</param>
    public CsvScoreFormat(IEnumerable<string> conditions, bool hasIds)
    {
        this.hasIds = hasIds;
        writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture }, true);
        writer.WriteField(hasIds ? "id" : "row");
        foreach (string condition in conditions)
        {
            writer.WriteField(condition + ".score");
            writer.WriteField(condition + ".low");
            writer.WriteField(condition + ".high");
        }

        writer.EndRecord();
        Header = Take().ToArray();
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Header { get; }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Write(CohortChunk chunk)
    {
        stream.SetLength(0);
        for (int person = 0; person < chunk.Count; person++)
        {
            if (hasIds)
                writer.WriteField(chunk.Id(person));
            else
                writer.WriteField(chunk.Rows[person]);
            foreach (double score in chunk.ScoresOf(person))
                writer.WriteField(score + 0.0);
            writer.EndRecord();
        }

        return Take();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            writer.Dispose();
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Take()
    {
        writer.Flush();
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }
}
