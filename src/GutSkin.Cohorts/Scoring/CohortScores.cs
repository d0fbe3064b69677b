using System.Collections.Immutable;

namespace GutSkin.Cohorts;

/// <summary>What is computed of each person and written.</summary>
[Flags]
public enum CohortMeasures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The index of each condition.</summary>
    Score = 1,

    /// <summary>The least that missing answers could make of it.</summary>
    Low = 2,

    /// <summary>The most that missing answers could make of it.</summary>
    High = 4,

    /// <summary>The range that measurement and studies leave; takes an assessment a person.</summary>
    Uncertainty = 8,

    /// <summary>The band of the index.</summary>
    Band = 16,

    /// <summary>Whether the interval is narrow enough to show the index alone.</summary>
    Settled = 32,

    /// <summary>How much of the rules' weight is determined; takes an assessment a person.</summary>
    Completeness = 64,

    /// <summary>Whom to see and when; takes an assessment a person.</summary>
    Triage = 128,

    /// <summary>The three rules that moved the index most; takes an assessment a person.</summary>
    Contributions = 256,

    /// <summary>Index and interval: what a cohort is scored to in columns, without an assessment a person.</summary>
    Default = Score | Low | High,

    /// <summary>What takes an assessment a person: some ten to hundred microseconds each.</summary>
    NeedAssessment = Uncertainty | Completeness | Triage | Contributions,
}

/// <summary>The results of a block of people: columns by condition. Filled again and again; one thread at a time uses it.</summary>
public sealed class CohortScores
{
    private readonly Dictionary<string, int> positions;
    private double[][] parts;
    private double[][] extras = [];
    private string?[] triage = [];
    private bool[] triageComplete = [];
    private string?[][] contributions = [];

    internal CohortScores(ResolvedRuleSet rules, CohortMeasures measures)
    {
        Rules = rules;
        Measures = measures;
        Conditions = rules.ScoredConditions;
        positions = Conditions.ToDictionary(c => c, c => rules.ScoreOrder.IndexOf(c));
        parts = [.. Enumerable.Range(0, 3 * rules.ScoreOrder.Length).Select(_ => Array.Empty<double>())];
        if ((measures & CohortMeasures.NeedAssessment) != 0)
        {
            extras = [.. parts.Select(_ => Array.Empty<double>())];
            contributions = [.. rules.ScoreOrder.Select(_ => Array.Empty<string?>())];
        }
    }

    /// <summary>How many people there are.</summary>
    public int Count { get; private set; }

    /// <summary>What was computed.</summary>
    public CohortMeasures Measures { get; }

    /// <summary>The ids of the conditions and states that have a score.</summary>
    public ImmutableArray<string> Conditions { get; }

    internal ResolvedRuleSet Rules { get; }

    /// <summary>The index of every person, 0 to 100.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a person.</returns>
    public ReadOnlySpan<double> Scores(string condition) => Part(parts, condition, 0);

    /// <summary>The least that answers still missing could make of every index.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a person.</returns>
    public ReadOnlySpan<double> Low(string condition) => Part(parts, condition, 1);

    /// <summary>The most that answers still missing could make of every index.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a person.</returns>
    public ReadOnlySpan<double> High(string condition) => Part(parts, condition, 2);

    /// <summary>The lower end of what measurement and studies leave; empty where it was not asked for.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a person.</returns>
    public ReadOnlySpan<double> UncertaintyLow(string condition) => extras.Length == 0 ? default : Part(extras, condition, 0);

    /// <summary>The upper end of what measurement and studies leave; empty where it was not asked for.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a person.</returns>
    public ReadOnlySpan<double> UncertaintyHigh(string condition) => extras.Length == 0 ? default : Part(extras, condition, 1);

    /// <summary>How much of the rules' weight is determined, 0 to 1; empty where it was not asked for.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A number a person.</returns>
    public ReadOnlySpan<double> Completeness(string condition) => extras.Length == 0 ? default : Part(extras, condition, 2);

    /// <summary>The ids of the three rules that moved every index most, with spaces between them; empty where it was not asked for.</summary>
    /// <param name="condition">The id of the condition or state.</param>
    /// <returns>A text a person.</returns>
    public ReadOnlySpan<string?> Contributions(string condition) => contributions.Length == 0 ? default : contributions[Position(condition)].AsSpan(0, Count);

    /// <summary>Whom to see and when; empty where it was not asked for.</summary>
    public ReadOnlySpan<string?> Triage => triage.AsSpan(0, triage.Length == 0 ? 0 : Count);

    /// <summary>Whether the triage is complete: without that, <c>none</c> means that something was not asked yet. Empty where it was not asked for.</summary>
    public ReadOnlySpan<bool> TriageComplete => triageComplete.AsSpan(0, triageComplete.Length == 0 ? 0 : Count);

    /// <summary>The band of an index.</summary>
    /// <param name="score">The index.</param>
    /// <returns>The band's name.</returns>
    public string BandOf(double score) => Rules.Model.BandOf(score);

    /// <summary>Whether an interval is narrow enough to show the index alone (scoring model, section 4).</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end.</param>
    /// <returns>True where it is.</returns>
    public bool IsSettled(double low, double high) => high - low <= Rules.Model.SettledWidth + 1e-9;

    /// <summary>A column of numbers as it is kept, longer than there are people: 0 to 2 index, low and high, 3 to 5 uncertainty and completeness.</summary>
    internal double[] Numbers(string condition, int column) => (column < 3 ? parts : extras)[(3 * Position(condition)) + (column % 3)];

    internal void Fill(CohortBatch batch, IScoringService service)
    {
        Count = batch.Count;
        if (parts.Length > 0 && parts[0].Length < Count)
        {
            Resize(parts);
            Resize(extras);
            for (int i = 0; i < contributions.Length; i++)
                contributions[i] = new string?[Count];
            triage = extras.Length > 0 ? new string?[Count] : [];
            triageComplete = extras.Length > 0 ? new bool[Count] : [];
        }

        if (Count == 0)
            return;
        if (extras.Length == 0)
            batch.Score(service, parts);
        else
            Assess(batch, service);
    }

    private void Assess(CohortBatch batch, IScoringService service)
    {
        // Rows were checked: an assessment cannot fail for them.
        var options = new AssessmentOptions { IgnoreUnknownFactors = true };
        var order = Rules.ScoreOrder;
        for (int person = 0; person < Count; person++)
        {
            var assessment = service.Assess(batch.ProfileOf(person), options);
            triage[person] = KebabOf(assessment.Triage.Level);
            triageComplete[person] = assessment.Triage.Complete;
            foreach (var condition in assessment.Conditions)
            {
                int c = order.IndexOf(condition.Id);
                parts[3 * c][person] = condition.Score ?? double.NaN;
                parts[(3 * c) + 1][person] = condition.Interval?.Low ?? double.NaN;
                parts[(3 * c) + 2][person] = condition.Interval?.High ?? double.NaN;
                extras[3 * c][person] = condition.Uncertainty?.Low ?? double.NaN;
                extras[(3 * c) + 1][person] = condition.Uncertainty?.High ?? double.NaN;
                extras[(3 * c) + 2][person] = condition.Completeness ?? double.NaN;
                contributions[c][person] = (Measures & CohortMeasures.Contributions) == 0 ? null
                    : string.Join(' ', condition.Contributions.Where(x => x.Counted && x.LogOdds != 0).Take(3).Select(x => x.Rule));
            }
        }
    }

    private static string KebabOf(TriageLevel level) => level switch
    {
        TriageLevel.ReferUrgent => "refer-urgent",
        TriageLevel.ReferSoon => "refer-soon",
        TriageLevel.ReferRoutine => "refer-routine",
        _ => "none",
    };

    private void Resize(double[][] columns)
    {
        for (int i = 0; i < columns.Length; i++)
            columns[i] = new double[Count];
    }

    private int Position(string condition) => positions.TryGetValue(condition, out int position) ? position
        : throw new ArgumentException($"No score is computed for '{condition}'.", nameof(condition));

    private ReadOnlySpan<double> Part(double[][] columns, string condition, int part) => columns[(3 * Position(condition)) + part].AsSpan(0, Count);
}

/// <summary>Scores blocks of people with one rule set: the bits of every row are those that an assessment of that person gives.</summary>
/// <param name="scoring">The service; null = the one over the built-in rule set.</param>
/// <param name="measures">What is computed.</param>
public sealed class CohortScorer(IScoringService? scoring = null, CohortMeasures measures = CohortMeasures.Default)
{
    private readonly IScoringService service = scoring ?? ScoringService.Default;

    /// <summary>The rule set in force.</summary>
    public ResolvedRuleSet RuleSet => service.RuleSet;

    /// <summary>What is computed.</summary>
    public CohortMeasures Measures => measures;

    /// <summary>Makes room for the results of a block.</summary>
    /// <returns>The room, to be filled again and again.</returns>
    public CohortScores CreateScores() => new(service.RuleSet, measures);

    /// <summary>Scores a block.</summary>
    /// <param name="people">The block.</param>
    /// <param name="into">Where the results go; null = newly made.</param>
    /// <returns>The results.</returns>
    public CohortScores Score(CohortBatch people, CohortScores? into = null)
    {
        ArgumentNullException.ThrowIfNull(people);
        into ??= CreateScores();
        into.Fill(people, service);
        return into;
    }
}
