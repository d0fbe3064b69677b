using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GutSkin.Cohorts.Writing;

/// <summary>Writes a block of scores as bytes. An instance belongs to one thread.</summary>
internal abstract class RowEncoder
{
    /// <summary>What stands above all rows.</summary>
    public abstract ReadOnlyMemory<byte> Header { get; }

    /// <summary>Writes the people of a block.</summary>
    public abstract void Encode(CohortBatch batch, CohortScores scores, ArrayBufferWriter<byte> to);
}

/// <summary>One thing that is written of a condition: its name after the condition's, and which column of the scores it is; −1 for what is no number.</summary>
internal sealed record Measured(string Name, CohortMeasures Measure, int Column = -1)
{
    public static ImmutableArray<Measured> Of(CohortMeasures measures) =>
    [
        .. new Measured[]
        {
            new("score", CohortMeasures.Score, 0),
            new("low", CohortMeasures.Low, 1),
            new("high", CohortMeasures.High, 2),
            new("uncertainty-low", CohortMeasures.Uncertainty, 3),
            new("uncertainty-high", CohortMeasures.Uncertainty, 4),
            new("completeness", CohortMeasures.Completeness, 5),
            new("band", CohortMeasures.Band),
            new("settled", CohortMeasures.Settled),
            new("top", CohortMeasures.Contributions),
        }.Where(m => (measures & m.Measure) != 0),
    ];

    public bool IsNumber => Column >= 0;

    public ReadOnlySpan<double> Numbers(CohortScores scores, string condition) => scores.Numbers(condition, Column).AsSpan(0, scores.Count);

    public static bool IsYes(CohortScores scores, string condition, int person) => scores.IsSettled(scores.Low(condition)[person], scores.High(condition)[person]);

    public string Text(CohortScores scores, string condition, int person) =>
        Name == "band" ? scores.BandOf(scores.Scores(condition)[person]) : scores.Contributions(condition)[person] ?? "";
}

/// <summary>
/// Scores as a table: the id, or the number of the row where the input has no ids, then a column a measure of each condition. Numbers go
/// into the bytes as they are formatted: a writer of rows and cells takes about twice the time for them.
/// </summary>
internal sealed class CsvEncoder : RowEncoder
{
    private const int LongestNumber = 32;
    private readonly bool hasIds, escapesFormulas, hasTriage;
    private readonly (string Condition, Measured Measure)[] slots;

    public CsvEncoder(ResolvedRuleSet rules, CohortWriteOptions options, bool hasIds)
    {
        this.hasIds = hasIds;
        escapesFormulas = options.EscapeFormulas;
        hasTriage = (options.Measures & CohortMeasures.Triage) != 0;
        var measures = Measured.Of(options.Measures);
        slots = [.. rules.ScoredConditions.SelectMany(c => measures.Select(m => (c, m)))];
        var names = new List<string> { hasIds ? "id" : "row" };
        if (hasTriage)
            names.AddRange(["triage", "triage.complete"]);
        names.AddRange(slots.Select(s => $"{s.Condition}.{s.Measure.Name}"));
        Header = Encoding.UTF8.GetBytes(string.Join(',', names) + "\n");
    }

    public override ReadOnlyMemory<byte> Header { get; }

    public override void Encode(CohortBatch batch, CohortScores scores, ArrayBufferWriter<byte> to)
    {
        // A column is looked up once a block, and not once a cell.
        double[]?[] numbers = [.. slots.Select(s => s.Measure.IsNumber ? scores.Numbers(s.Condition, s.Measure.Column) : null)];
        for (int person = 0; person < batch.Count; person++)
        {
            if (hasIds)
            {
                Text(batch.IdOf(person), to);
            }
            else
            {
                batch.RowOf(person).TryFormat(to.GetSpan(LongestNumber), out int count, default, CultureInfo.InvariantCulture);
                to.Advance(count);
            }

            if (hasTriage)
            {
                to.Write(","u8);
                Text(scores.Triage[person], to);
                to.Write(scores.TriageComplete[person] ? ",true"u8 : ",false"u8);
            }

            for (int slot = 0; slot < slots.Length;)
                slot = numbers[slot] is null ? Word(scores, person, slot, to) : Numbers(numbers, person, slot, to);
            to.GetSpan(1)[0] = (byte)'\n';
            to.Advance(1);
        }
    }

    /// <summary>Writes the numbers of a person from a slot to the next word, or the end.</summary>
    private static int Numbers(double[]?[] numbers, int person, int slot, ArrayBufferWriter<byte> to)
    {
        var span = to.GetSpan(((numbers.Length - slot) * LongestNumber) + ShortestDecimal.Room);
        int at = 0, before = 0;
        double last = double.NaN;
        for (; slot < numbers.Length && numbers[slot] is { } column; slot++)
        {
            double value = column[person] + 0.0;
            if (value == last)
            {
                // What is settled has one number three times.
                int length = at - before;
                span[before..at].CopyTo(span[at..]);
                (before, at) = (at, at + length);
                continue;
            }

            (before, last) = (at, value);
            span[at++] = (byte)',';
            if (!ShortestDecimal.TryWrite(value, span[at..], out int count))
                value.TryFormat(span[at..], out count, default, CultureInfo.InvariantCulture);
            at += count;
        }

        to.Advance(at);
        return slot;
    }

    private int Word(CohortScores scores, int person, int slot, ArrayBufferWriter<byte> to)
    {
        var (condition, measure) = slots[slot];
        if (measure.Name == "settled")
        {
            to.Write(Measured.IsYes(scores, condition, person) ? ",true"u8 : ",false"u8);
        }
        else
        {
            to.Write(","u8);
            Text(measure.Text(scores, condition, person), to);
        }

        return slot + 1;
    }

    private void Text(ReadOnlySpan<char> text, ArrayBufferWriter<byte> to)
    {
        bool escapes = escapesFormulas && CohortWriter.IsFormula(text);
        bool quotes = text.ContainsAny(",\"\n\r") || (text.Length > 0 && (text[0] is ' ' or '\t' || text[^1] is ' ' or '\t'));
        if (!quotes && !escapes)
        {
            to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(text.Length * 3)));
            return;
        }

        string whole = (escapes ? "'" : "") + text.ToString();
        string written = quotes ? $"\"{whole.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : whole;
        to.Write(Encoding.UTF8.GetBytes(written));
    }
}
