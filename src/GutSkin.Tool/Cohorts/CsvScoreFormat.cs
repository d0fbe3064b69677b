using System.Globalization;
using CsvHelper;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>Scores as a table: the id, or the number of the row where the input has no ids, and three columns a condition.</summary>
internal sealed class CsvScoreFormat : ScoreFormat
{
    private readonly MemoryStream stream = new();
    private readonly CsvWriter writer;
    private readonly bool hasIds;

    /// <summary>Makes the format.</summary>
    /// <param name="rules">Whose conditions they are.</param>
    /// <param name="hasIds">Whether the input has ids.</param>
    public CsvScoreFormat(ResolvedRuleSet rules, bool hasIds)
        : base(rules)
    {
        this.hasIds = hasIds;
        writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture }, true);
        writer.WriteField(hasIds ? "id" : "row");
        foreach (string condition in rules.ScoredConditions)
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
            var scores = chunk.ScoresOf(person);
            foreach (int place in Places)
            {
                writer.WriteField(scores[place] + 0.0);
                writer.WriteField(scores[place + 1] + 0.0);
                writer.WriteField(scores[place + 2] + 0.0);
            }

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
