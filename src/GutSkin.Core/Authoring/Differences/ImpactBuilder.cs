using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Authoring.Differences;

/// <summary>Evaluates a cohort by two rule sets, on one thread or several, and counts what differs; a few hundred people at a time are in memory.</summary>
internal static class ImpactBuilder
{
    private const int PeopleOfAPart = 64;
    private const int PartsOfAThread = 8;

    /// <summary>What replacing one rule set by the other does to people. Factors that a rule set does not know are ignored.</summary>
    /// <param name="old">The old rule set.</param>
    /// <param name="now">The new one.</param>
    /// <param name="cohort">The people.</param>
    /// <param name="threads">On how many threads they are evaluated; what is counted, and in which order, is the same on any number.</param>
    /// <param name="cancellationToken">Ends it between a few people.</param>
    public static CohortImpact Build(ResolvedRuleSet old, ResolvedRuleSet now, IEnumerable<PersonProfile> cohort, int threads, CancellationToken cancellationToken)
    {
        // A comparer keeps the working memory of one thread.
        var comparers = new PersonComparer[threads];
        for (int i = 0; i < threads; i++)
            comparers[i] = new PersonComparer(old, now);
        var whole = comparers[0].NewCounts();
        var parts = new ImpactCounts[threads * PartsOfAThread];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = comparers[0].NewCounts();
        int before = 0;
        foreach (var people in cohort.Chunk(PeopleOfAPart * parts.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int used = (people.Length + PeopleOfAPart - 1) / PeopleOfAPart, next = -1;
            if (threads == 1)
                Work(comparers[0]);
            else
                Task.WhenAll(comparers.Select(c => Task.Run(() => Work(c), cancellationToken))).GetAwaiter().GetResult();
            for (int i = 0; i < used; i++)
                whole.Take(parts[i]);
            before += people.Length;

            void Work(PersonComparer comparer)
            {
                for (int part = Interlocked.Increment(ref next); part < used; part = Interlocked.Increment(ref next))
                {
                    int first = part * PeopleOfAPart;
                    for (int i = first; i < Math.Min(first + PeopleOfAPart, people.Length); i++)
                        comparer.Compare(before + i + 1, people[i], parts[part]);
                }
            }
        }

        return whole.Result();
    }
}

/// <summary>What differs between two rule sets among some people, counted.</summary>
/// <param name="conditions">The ids of the conditions that have an index in both, in ordinal order.</param>
/// <param name="interventions">The ids of the interventions of either, in ordinal order.</param>
internal sealed class ImpactCounts(string[] conditions, string[] interventions)
{
    private readonly List<double>[] changes = [.. conditions.Select(_ => new List<double>())];
    private readonly int[] bands = new int[conditions.Length];
    private readonly int[] gained = new int[interventions.Length];
    private readonly int[] lost = new int[interventions.Length];
    private readonly List<int> notAssessed = [];
    private readonly List<SafetyLoss> safety = [];
    private ScoreMove? largest;
    private int people, bandChanged, triageChanged;

    /// <summary>Counts somebody whom the old rule set cannot assess.</summary>
    public void AddNotAssessed(int person) => notAssessed.Add(person);

    /// <summary>Counts a safety finding that a person loses.</summary>
    public void AddLost(SafetyLoss loss) => safety.Add(loss);

    /// <summary>Counts somebody whom both rule sets assess.</summary>
    public void AddPerson(bool otherBand, bool otherTriage)
    {
        people++;
        bandChanged += otherBand ? 1 : 0;
        triageChanged += otherTriage ? 1 : 0;
    }

    /// <summary>Counts how the index of a condition changes.</summary>
    public void AddScore(int condition, int person, double from, double to, bool otherBand)
    {
        changes[condition].Add(to - from);
        bands[condition] += otherBand ? 1 : 0;
        double move = Math.Abs(to - from);
        if (move == 0)
            return;
        double most = largest is null ? 0 : Math.Abs(largest.To - largest.From);

        // Of equal moves the first person's, and of that person's the condition that stood first.
        if (move > most || (move == most && largest!.Person == person && from > largest.From))
            largest = new ScoreMove(person, conditions[condition], from, to);
    }

    /// <summary>Counts that an intervention becomes recommended, or ceases to be.</summary>
    public void AddRecommendation(int intervention, bool isNow) => (isNow ? gained : lost)[intervention]++;

    /// <summary>Takes over what was counted among the next people, and empties that.</summary>
    public void Take(ImpactCounts next)
    {
        for (int c = 0; c < changes.Length; c++)
        {
            changes[c].AddRange(next.changes[c]);
            next.changes[c].Clear();
            bands[c] += next.bands[c];
        }

        for (int i = 0; i < gained.Length; i++)
            (gained[i], lost[i]) = (gained[i] + next.gained[i], lost[i] + next.lost[i]);
        notAssessed.AddRange(next.notAssessed);
        safety.AddRange(next.safety);
        if (next.largest is { } other && (largest is null || Math.Abs(other.To - other.From) > Math.Abs(largest.To - largest.From)))
            largest = other;
        people += next.people;
        bandChanged += next.bandChanged;
        triageChanged += next.triageChanged;
        Array.Clear(next.bands);
        Array.Clear(next.gained);
        Array.Clear(next.lost);
        next.notAssessed.Clear();
        next.safety.Clear();
        (next.largest, next.people, next.bandChanged, next.triageChanged) = (null, 0, 0, 0);
    }

    public CohortImpact Result() => new()
    {
        People = people,
        NotAssessed = [.. notAssessed],
        BandChanged = bandChanged,
        TriageChanged = triageChanged,
        Conditions = [.. Enumerable.Range(0, conditions.Length).Where(c => changes[c].Exists(x => x != 0)).Select(c => Impact(conditions[c], changes[c], bands[c]))],
        LargestMove = largest,
        Recommendations = [.. Enumerable.Range(0, interventions.Length).Where(i => gained[i] + lost[i] > 0).Select(i => new RecommendationImpact(interventions[i], gained[i], lost[i]))],
        SafetyLost = [.. safety],
    };

    private static ConditionImpact Impact(string condition, List<double> changes, int bands)
    {
        double mean = changes.Sum() / changes.Count;
        changes.Sort();
        return new ConditionImpact
        {
            Condition = condition,
            BandChanged = bands,
            Rises = changes.Count(c => c > 0),
            Falls = changes.Count(c => c < 0),
            Least = changes[0],
            Percentile5 = At(0.05),
            Median = At(0.5),
            Percentile95 = At(0.95),
            Greatest = changes[^1],
            Mean = mean,
        };

        double At(double part) => changes[Math.Max(0, (int)Math.Ceiling(part * changes.Count) - 1)];
    }
}
