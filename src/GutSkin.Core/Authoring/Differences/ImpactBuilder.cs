using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.Authoring.Differences;

/// <summary>Assesses a cohort by two rule sets and counts what differs.</summary>
internal sealed class ImpactBuilder
{
    private readonly SortedDictionary<string, (List<double> Changes, int Bands)> scores = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Gained, int Lost)> recommendations = new(StringComparer.Ordinal);
    private readonly ImmutableArray<int>.Builder notAssessed = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<SafetyLoss>.Builder lost = ImmutableArray.CreateBuilder<SafetyLoss>();
    private ScoreMove? largest;
    private int people;
    private int bandChanged;
    private int triageChanged;

    /// <summary>What replacing one rule set by the other does to people. Factors that a rule set does not know are ignored.</summary>
    /// <param name="old">The old rule set.</param>
    /// <param name="now">The new one.</param>
    /// <param name="cohort">The people.</param>
    /// <param name="threads">On how many threads they are assessed; what is counted, and in which order, is the same on any number.</param>
    /// <param name="cancellationToken">Ends it between two people.</param>
    public static CohortImpact Build(ResolvedRuleSet old, ResolvedRuleSet now, IEnumerable<PersonProfile> cohort, int threads, CancellationToken cancellationToken)
    {
        var builder = new ImpactBuilder();
        int person = 0;
        foreach (var (before, after) in new PairedAssessor(old, now, threads).Assess(cohort))
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Add(++person, before, after);
        }

        return builder.Result();
    }

    private void Add(int person, Assessment? old, Assessment? now)
    {
        if (old is null)
        {
            notAssessed.Add(person);
            return;
        }

        if (now is null)
        {
            lost.Add(new SafetyLoss(person, null, null, "an assessment", "a profile that the new rule set cannot assess"));
            return;
        }

        people++;
        CountScores(person, old, now);
        if (old.Triage.Level != now.Triage.Level)
            triageChanged++;
        CountRecommendations(old, now);
        lost.AddRange(SafetyFindings.Lost(person, old, now));
    }

    private void CountScores(int person, Assessment old, Assessment now)
    {
        bool changed = false;
        foreach (var was in old.Conditions)
        {
            if (was.Score is not { } scoreWas || now.Condition(was.Id) is not { Score: { } score } isNow)
                continue;
            var (changes, bands) = scores.TryGetValue(was.Id, out var found) ? found : ([], 0);
            changes.Add(score - scoreWas);
            bool otherBand = was.Band != isNow.Band;
            scores[was.Id] = (changes, bands + (otherBand ? 1 : 0));
            changed |= otherBand && was.Concern;
            double move = Math.Abs(score - scoreWas);
            if (move > 0 && (largest is null || move > Math.Abs(largest.To - largest.From)))
                largest = new ScoreMove(person, was.Id, scoreWas, score);
        }

        if (changed)
            bandChanged++;
    }

    private void CountRecommendations(Assessment old, Assessment now)
    {
        var was = Recommended(old);
        var isNow = Recommended(now);
        foreach (string id in isNow.Except(was))
            recommendations[id] = (recommendations.GetValueOrDefault(id).Gained + 1, recommendations.GetValueOrDefault(id).Lost);
        foreach (string id in was.Except(isNow))
            recommendations[id] = (recommendations.GetValueOrDefault(id).Gained, recommendations.GetValueOrDefault(id).Lost + 1);
    }

    private static HashSet<string> Recommended(Assessment assessment) => assessment.Recommendations
        .Where(r => r.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution)
        .Select(r => r.Intervention)
        .ToHashSet(StringComparer.Ordinal);

    private CohortImpact Result() => new()
    {
        People = people,
        NotAssessed = notAssessed.ToImmutable(),
        BandChanged = bandChanged,
        TriageChanged = triageChanged,
        Conditions = [.. scores.Where(s => s.Value.Changes.Any(c => c != 0)).Select(s => Impact(s.Key, s.Value.Changes, s.Value.Bands))],
        LargestMove = largest,
        Recommendations = [.. recommendations.Select(r => new RecommendationImpact(r.Key, r.Value.Gained, r.Value.Lost))],
        SafetyLost = lost.ToImmutable(),
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

/// <summary>Assesses people by two rule sets, on one thread or several, and gives the pairs in the order of the people.</summary>
internal sealed class PairedAssessor(ResolvedRuleSet old, ResolvedRuleSet now, int threads)
{
    private const int BatchOfAThread = 64;

    private static readonly AssessmentOptions Options = new() { IgnoreUnknownFactors = true, WithoutAdvice = true };

    /// <summary>A pair for each person; null where a rule set cannot assess the profile. Works ahead by a batch, so memory stays flat.</summary>
    public IEnumerable<(Assessment? Old, Assessment? Now)> Assess(IEnumerable<PersonProfile> cohort)
    {
        // A service keeps the working memory of one thread.
        var services = new (ScoringService Old, ScoringService Now)[threads];
        for (int i = 0; i < threads; i++)
            services[i] = (new ScoringService(old), new ScoringService(now));
        foreach (var people in cohort.Chunk(BatchOfAThread * threads))
        {
            var pairs = new (Assessment? Old, Assessment? Now)[people.Length];
            int next = -1;
            if (threads == 1)
                Work(services[0]);
            else
                Task.WhenAll(services.Select(s => Task.Run(() => Work(s)))).GetAwaiter().GetResult();
            foreach (var pair in pairs)
                yield return pair;

            void Work((ScoringService Old, ScoringService Now) own)
            {
                for (int i = Interlocked.Increment(ref next); i < people.Length; i = Interlocked.Increment(ref next))
                    pairs[i] = (own.Old.TryAssess(people[i], Options).Value, own.Now.TryAssess(people[i], Options).Value);
            }
        }
    }
}

/// <summary>The safety findings of an assessment, comparable: what is gone or weaker in another one.</summary>
internal static class SafetyFindings
{
    /// <summary>
    /// What a person loses: a red flag that is no longer up or not yet checked, or less urgent; a contraindication or caution that
    /// no longer speaks, or speaks weaker, of an intervention that is still offered.
    /// </summary>
    public static IEnumerable<SafetyLoss> Lost(int person, Assessment old, Assessment now)
    {
        var flags = Flags(now);
        foreach (var (rule, was) in Flags(old))
        {
            var isNow = flags.GetValueOrDefault(rule, (Strength: 0, Words: "nothing"));
            if (isNow.Strength < was.Strength)
                yield return new SafetyLoss(person, rule, null, was.Words, isNow.Words);
        }

        foreach (var recommendation in old.Recommendations)
        {
            if (now.Recommendation(recommendation.Intervention) is not { } other)
                continue;
            foreach (var finding in recommendation.Safety)
            {
                var isNow = other.Safety.FirstOrDefault(s => s.Rule == finding.Rule);
                if ((isNow is null ? 0 : Strength(isNow)) < Strength(finding))
                    yield return new SafetyLoss(person, finding.Rule, recommendation.Intervention, Words(finding), isNow is null ? "nothing" : Words(isNow));
            }
        }
    }

    private static Dictionary<string, (int Strength, string Words)> Flags(Assessment assessment)
    {
        var flags = new Dictionary<string, (int Strength, string Words)>(StringComparer.Ordinal);
        foreach (var open in assessment.Triage.Unresolved)
            flags[open.Rule] = (1, "a red flag not yet checked");
        foreach (var flag in assessment.Triage.Flags)
            flags[flag.Rule] = (2 + (int)flag.Urgency, $"a red flag ({Keywords.Urgency.WordOf(flag.Urgency)})");
        return flags;
    }

    private static int Strength(SafetyFinding finding) =>
        (finding.Kind == SafetyKind.Contraindication ? 2 : 0) + (finding.State == SafetyState.True ? 2 : 1);

    private static string Words(SafetyFinding finding) =>
        $"{Keywords.SafetyKind.WordOf(finding.Kind)}{(finding.State == SafetyState.True ? "" : ", not yet known")}";
}
