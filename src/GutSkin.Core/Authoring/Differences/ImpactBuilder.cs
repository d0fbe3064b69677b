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
