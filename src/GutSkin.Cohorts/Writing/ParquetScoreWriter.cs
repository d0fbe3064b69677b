using System.Collections.Immutable;
using Parquet.Schema;

namespace GutSkin.Cohorts.Writing;

/// <summary>Scores as Parquet: a column a measure of each condition, the rule set's hash in the file's notes.</summary>
internal sealed class ParquetScoreWriter : CohortWriter
{
    /// <summary>How many rows a row group of a whole has; the bytes of a file depend on it.</summary>
    public const int GroupRows = 131_072;

    private readonly ImmutableArray<string> conditions;
    private readonly ImmutableArray<Measured> measures;
    private readonly bool hasIds;
    private readonly ParquetGroups groups;

    public ParquetScoreWriter(Stream stream, ResolvedRuleSet rules, bool hasIds, CohortWriteOptions options)
        : base(options.Measures)
    {
        this.hasIds = hasIds;
        conditions = rules.ScoredConditions;
        measures = Measured.Of(options.Measures);
        var notes = new Dictionary<string, string>
        {
            ["gutskin.ruleSet"] = rules.Data.Id,
            ["gutskin.ruleSet.version"] = rules.Data.Version,
            ["gutskin.ruleSet.sha256"] = rules.Sha256,
            ["gutskin.disclaimer"] = rules.Disclaimer,
        };
        groups = new ParquetGroups(stream, Fields(), notes, options.RowGroupRows);
    }

    public override void Complete() => groups.Complete();

    public override void Save(Stream state) => groups.Save(state);

    public override void GoOn(Stream state) => groups.GoOn(state);

    internal override Encoded Encode(CohortBatch people, CohortScores scores, Encoded? again) => again ?? new Encoded(null);

    internal override void Append(Encoded encoded, CohortBatch people, CohortScores scores)
    {
        int from = 0;
        while (from < people.Count)
        {
            int taken = Math.Min(people.Count - from, groups.Left);
            Gather(people, scores, from, taken);
            from += taken;
            groups.Added(taken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            groups.Dispose();
        base.Dispose(disposing);
    }

    private List<DataField> Fields()
    {
        var fields = new List<DataField>();
        if (hasIds)
            Field<string>("id");
        else
            Field<long>("row");
        if ((Measures & CohortMeasures.Triage) != 0)
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

        return fields;

        void Field<T>(string name) => fields.Add(new DataField(name, typeof(T), isNullable: false));
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
                    measure.Numbers(scores, condition).Slice(from, taken).CopyTo(((double[])groups.Columns[column++]).AsSpan(groups.Count));
                else if (measure.Name == "settled")
                    Each(person => Measured.IsYes(scores, condition, person));
                else
                    Each(person => measure.Text(scores, condition, person));
            }
        }

        void Each<T>(Func<int, T> value)
        {
            var target = (T[])groups.Columns[column++];
            for (int i = 0; i < taken; i++)
                target[groups.Count + i] = value(from + i);
        }
    }
}
