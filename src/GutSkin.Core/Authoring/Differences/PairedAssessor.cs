namespace GutSkin.Core;

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
