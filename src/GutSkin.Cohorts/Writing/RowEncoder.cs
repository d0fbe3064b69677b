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

/// <summary>One thing that is written of a condition: its name after the condition's, and how it is read from the scores.</summary>
internal sealed record Measured(string Name, CohortMeasures Measure)
{
    public static ImmutableArray<Measured> Of(CohortMeasures measures) =>
    [
        .. new Measured[]
        {
            new("score", CohortMeasures.Score),
            new("low", CohortMeasures.Low),
            new("high", CohortMeasures.High),
            new("uncertainty-low", CohortMeasures.Uncertainty),
            new("uncertainty-high", CohortMeasures.Uncertainty),
            new("completeness", CohortMeasures.Completeness),
            new("band", CohortMeasures.Band),
            new("settled", CohortMeasures.Settled),
            new("top", CohortMeasures.Contributions),
        }.Where(m => (measures & m.Measure) != 0),
    ];

    public bool IsNumber => Name is "score" or "low" or "high" or "uncertainty-low" or "uncertainty-high" or "completeness";

    public ReadOnlySpan<double> Numbers(CohortScores scores, string condition) => Name switch
    {
        "score" => scores.Scores(condition),
        "low" => scores.Low(condition),
        "high" => scores.High(condition),
        "uncertainty-low" => scores.UncertaintyLow(condition),
        "uncertainty-high" => scores.UncertaintyHigh(condition),
        _ => scores.Completeness(condition),
    };

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
    private readonly ImmutableArray<string> conditions;
    private readonly ImmutableArray<Measured> measures;
    private readonly (byte[] Text, int Length, double Value)[] last;

    public CsvEncoder(ResolvedRuleSet rules, CohortWriteOptions options, bool hasIds)
    {
        this.hasIds = hasIds;
        escapesFormulas = options.EscapeFormulas;
        hasTriage = (options.Measures & CohortMeasures.Triage) != 0;
        conditions = rules.ScoredConditions;
        measures = Measured.Of(options.Measures);
        last = [.. Enumerable.Range(0, conditions.Length * measures.Length).Select(_ => (new byte[LongestNumber], 0, double.NegativeInfinity))];
        var names = new List<string> { hasIds ? "id" : "row" };
        if (hasTriage)
            names.AddRange(["triage", "triage.complete"]);
        names.AddRange(conditions.SelectMany(c => measures.Select(m => $"{c}.{m.Name}")));
        Header = Encoding.UTF8.GetBytes(string.Join(',', names) + "\n");
    }

    public override ReadOnlyMemory<byte> Header { get; }

    public override void Encode(CohortBatch batch, CohortScores scores, ArrayBufferWriter<byte> to)
    {
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
                Comma(to);
                Text(scores.Triage[person], to);
                to.Write(scores.TriageComplete[person] ? ",true"u8 : ",false"u8);
            }

            int slot = 0;
            foreach (string condition in conditions)
            {
                foreach (var measure in measures)
                {
                    Comma(to);
                    if (measure.IsNumber)
                        Number(measure.Numbers(scores, condition)[person], slot, to);
                    else if (measure.Name == "settled")
                        to.Write(Measured.IsYes(scores, condition, person) ? "true"u8 : "false"u8);
                    else
                        Text(measure.Text(scores, condition, person), to);
                    slot++;
                }
            }

            to.GetSpan(1)[0] = (byte)'\n';
            to.Advance(1);
        }
    }

    private static void Comma(ArrayBufferWriter<byte> to)
    {
        to.GetSpan(1)[0] = (byte)',';
        to.Advance(1);
    }

    /// <summary>The shortest digits that give the same double again; where it is that of the row before or of the measure before, its digits are at hand.</summary>
    private void Number(double value, int slot, ArrayBufferWriter<byte> to)
    {
        value += 0.0;
        var span = to.GetSpan(LongestNumber);
        ref var here = ref last[slot];
        ref var before = ref last[slot == 0 ? 0 : slot - 1];
        if (here.Value == value)
        {
            here.Text.AsSpan(0, here.Length).CopyTo(span);
        }
        else if (slot > 0 && before.Value == value)
        {
            before.Text.CopyTo(here.Text, 0);
            (here.Length, here.Value) = (before.Length, value);
            here.Text.AsSpan(0, here.Length).CopyTo(span);
        }
        else
        {
            value.TryFormat(span, out int count, default, CultureInfo.InvariantCulture);
            span[..count].CopyTo(here.Text);
            (here.Length, here.Value) = (count, value);
        }

        to.Advance(here.Length);
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
