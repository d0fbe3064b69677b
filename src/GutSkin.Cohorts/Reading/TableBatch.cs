namespace GutSkin.Cohorts.Reading;

/// <summary>People of a table: a column of numbers a factor.</summary>
internal class TableBatch : CohortBatch
{
    /// <summary>Columns that start a power of two apart fight for the same lines of the cache: this much lies between them.</summary>
    private const int Padding = 24;
    private readonly IScoringService service;
    private readonly Dictionary<IScoringService, CohortResults> resultsOf = [];

    public TableBatch(IScoringService service, TableLayout layout, int capacity)
    {
        this.service = service;
        Layout = layout;
        Resize(capacity);
    }

    public TableLayout Layout { get; }

    public int Capacity { get; private set; }

    /// <summary>The numbers, column by column.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>From one column to the next.</summary>
    public int Pitch { get; private set; }

    /// <summary>Makes room for more rows; what is in it is lost.</summary>
    public void Resize(int capacity)
    {
        Capacity = capacity;
        Pitch = capacity + Padding;
        Values = new double[(long)Layout.Width * Pitch];
        resultsOf.Clear();
    }

    /// <summary>Adds the row whose numbers stand in the place of the next person, once it is complete.</summary>
    public void AddNext(long row, ReadOnlySpan<char> id, string? group) => Add(row, id, group);

    /// <summary>Leaves a row out.</summary>
    public void FailRow(long row, long? line, string? file, IEnumerable<CohortFault> faults) =>
        Fail(new CohortFailure { Row = row, Line = line, File = file, Faults = [.. faults] });

    public override PersonProfile ProfileOf(int person)
    {
        var profile = PersonProfile.Create();
        var id = IdOf(person);
        if (!id.IsEmpty)
            profile.WithId(id.ToString());
        foreach (var (factor, column) in Layout.Outputs)
        {
            double value = Values[(column * Pitch) + person];
            if (!double.IsNaN(value))
                profile.With(factor.Id, factor.Kind switch
                {
                    FactorKind.Boolean => FactorValue.Boolean(value != 0),
                    FactorKind.Choice => FactorValue.Choice(factor.Choices[(int)value]),
                    _ => FactorValue.Number(value),
                });
        }

        return profile.Build();
    }

    internal override void Prepare()
    {
    }

    internal override void Score(IScoringService service, double[][] into)
    {
        if (!resultsOf.TryGetValue(service, out var results))
            resultsOf[service] = results = service.CreateResults(Capacity);
        var cohort = new CohortColumns(Count);
        foreach (var (factor, column) in Layout.Outputs)
            cohort.Add(factor.Id, Values.AsMemory(column * Pitch, Count));
        service.ScoreTable(cohort, results);
        for (int c = 0; c < results.Conditions.Length; c++)
        {
            string condition = results.Conditions[c];
            results.Scores(condition)[..Count].CopyTo(into[3 * c]);
            results.Low(condition)[..Count].CopyTo(into[(3 * c) + 1]);
            results.High(condition)[..Count].CopyTo(into[(3 * c) + 2]);
        }
    }

    private protected IScoringService Service => service;
}
