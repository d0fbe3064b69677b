using System.Collections.Immutable;
using GutSkin.Cohorts.Reading;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Cohorts.Writing;

/// <summary>Scores as Parquet: a column a measure of each condition, rows gathered into groups of a fixed size, the rule set's hash in the file's notes.</summary>
internal sealed class ParquetScoreWriter : CohortWriter
{
    /// <summary>How many rows a row group has; the bytes of a file depend on it.</summary>
    public const int GroupRows = 131_072;

    private readonly ImmutableArray<string> conditions;
    private readonly ImmutableArray<Measured> measures;
    private readonly bool hasIds;
    private readonly Stream stream;
    private readonly ResolvedRuleSet rules;
    private readonly ParquetSchema schema;
    private readonly List<DataField> fields = [];
    private readonly List<Array> columns = [];
    private ParquetWriter? writer;
    private int count;

    public ParquetScoreWriter(Stream stream, ResolvedRuleSet rules, bool hasIds, CohortWriteOptions options)
        : base(options.Measures)
    {
        this.stream = stream;
        this.rules = rules;
        this.hasIds = hasIds;
        conditions = rules.ScoredConditions;
        measures = Measured.Of(options.Measures);
        if (hasIds)
            Field<string>("id");
        else
            Field<long>("row");
        if ((options.Measures & CohortMeasures.Triage) != 0)
        {
            Field<string>("triage");
            Field<bool>("triage.complete");
        }

        foreach (string condition in conditions)
        {
            foreach (var measure in measures)
            {
                if (measure.IsNumber)
                    Field<double>($"{condition}.{measure.Name}");
                else if (measure.Name == "settled")
                    Field<bool>($"{condition}.{measure.Name}");
                else
                    Field<string>($"{condition}.{measure.Name}");
            }
        }

        schema = new ParquetSchema(fields);

        void Field<T>(string name)
        {
            fields.Add(new DataField(name, typeof(T), isNullable: false));
            columns.Add(new T[GroupRows]);
        }
    }

    public override void Complete()
    {
        Flush();
        Open().DisposeAsync().AsTask().GetAwaiter().GetResult();
        writer = null;
        stream.Flush();
    }

    internal override Encoded Encode(CohortBatch people, CohortScores scores, Encoded? again) => again ?? new Encoded(null);

    internal override void Append(Encoded encoded, CohortBatch people, CohortScores scores)
    {
        int from = 0;
        while (from < people.Count)
        {
            int taken = Math.Min(people.Count - from, GroupRows - count);
            Gather(people, scores, from, taken);
            from += taken;
            count += taken;
            if (count == GroupRows)
                Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && writer is not null)
        {
            try
            {
                writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // Whoever gave up before the end has a failure of its own to tell.
            }
        }

        base.Dispose(disposing);
    }

    private void Gather(CohortBatch people, CohortScores scores, int from, int taken)
    {
        int column = 0;
        if (hasIds)
            Each<string>(person => people.IdOf(person).ToString());
        else
            Each(people.RowOf);
        if ((Measures & CohortMeasures.Triage) != 0)
        {
            Each(person => scores.Triage[person]!);
            Each(person => scores.TriageComplete[person]);
        }

        foreach (string condition in conditions)
        {
            foreach (var measure in measures)
            {
                if (measure.IsNumber)
                    measure.Numbers(scores, condition).Slice(from, taken).CopyTo(((double[])columns[column++]).AsSpan(count));
                else if (measure.Name == "settled")
                    Each(person => Measured.IsYes(scores, condition, person));
                else
                    Each(person => measure.Text(scores, condition, person));
            }
        }

        void Each<T>(Func<int, T> value)
        {
            var target = (T[])columns[column++];
            for (int i = 0; i < taken; i++)
                target[count + i] = value(from + i);
        }
    }

    private void Flush()
    {
        if (count == 0)
            return;
        using var group = Open().CreateRowGroup();
        for (int i = 0; i < fields.Count; i++)
        {
            var task = columns[i] switch
            {
                string[] texts => group.WriteAsync(fields[i], new ArraySegment<string>(texts, 0, count)),
                double[] numbers => group.WriteAsync<double>(fields[i], numbers.AsMemory(0, count)),
                long[] rows => group.WriteAsync<long>(fields[i], rows.AsMemory(0, count)),
                _ => group.WriteAsync<bool>(fields[i], ((bool[])columns[i]).AsMemory(0, count)),
            };
            task.GetAwaiter().GetResult();
        }

        count = 0;
    }

    private ParquetWriter Open()
    {
        if (writer is not null)
            return writer;
        writer = ParquetSource.Wait(ParquetWriter.CreateAsync(schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }));
        writer.CustomMetadata = new Dictionary<string, string>
        {
            ["gutskin.ruleSet"] = rules.Data.Id,
            ["gutskin.ruleSet.version"] = rules.Data.Version,
            ["gutskin.ruleSet.sha256"] = rules.Sha256,
            ["gutskin.disclaimer"] = rules.Disclaimer,
        };
        return writer;
    }
}
