using GutSkin.Core.Authoring.Differences;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Authoring;

/// <summary>Compares two rule sets, entry by entry and, with a cohort, person by person.</summary>
/// <example>
/// <code>
/// var difference = RuleSetDiff.Compare(BuiltInRuleSet.Resolved, BuiltInRuleSet.Resolved);
/// Console.WriteLine($"{difference.Entries.Length} entries differ");
/// </code>
/// </example>
public static class RuleSetDiff
{
    /// <summary>Compares two rule sets.</summary>
    /// <param name="old">The old rule set.</param>
    /// <param name="now">The new one.</param>
    /// <param name="cohort">People to see whom it would hit; null = nobody.</param>
    /// <param name="threads">On how many threads people are assessed; the result is the same on any number.</param>
    /// <param name="cancellationToken">Ends it between two entries or two people.</param>
    /// <returns>What differs.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public static RuleSetDifference Compare(
        ResolvedRuleSet old, ResolvedRuleSet now, IEnumerable<PersonProfile>? cohort = null, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        return new RuleSetDifference
        {
            Old = Identity(old),
            New = Identity(now),
            Entries = EntryComparer.Compare(old, now, cancellationToken),
            Impact = cohort is null ? null : ImpactBuilder.Build(old, now, cohort, threads, cancellationToken),
        };
    }

    private static RuleSetIdentity Identity(ResolvedRuleSet set) => new(set.Data.Id, set.Data.Version, set.Sha256);
}
