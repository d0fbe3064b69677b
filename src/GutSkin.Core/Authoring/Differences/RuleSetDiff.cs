using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.Authoring.Differences;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

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
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
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

/// <summary>What two rule sets do not have in common, and whom it would hit.</summary>
public sealed partial record RuleSetDifference
{
    /// <summary>The old rule set.</summary>
    public required RuleSetIdentity Old { get; init; }

    /// <summary>The new rule set.</summary>
    public required RuleSetIdentity New { get; init; }

    /// <summary>The entries added, removed and changed, by section in the order of the format, then as they stand.</summary>
    public ImmutableArray<EntryChange> Entries { get; init; } = [];

    /// <summary>Whom it would hit; absent where no cohort was given.</summary>
    public CohortImpact? Impact { get; init; }

    /// <summary>Whether someone of the cohort loses a safety finding, or can no longer be assessed.</summary>
    public bool LosesSafety => Impact is { SafetyLost.IsEmpty: false };
}

/// <summary>One entry that two rule sets do not have in common.</summary>
/// <param name="Section">The section it stands in, for example <c>rules</c>; <c>ruleSet</c> for what a rule set says of itself.</param>
/// <param name="Id">Its id; for a considered entry factor and condition, for a test its name.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Details">What changed, a line each, in words: <c>certainty low → moderate</c>; for one added or removed its name.</param>
public sealed partial record EntryChange(string Section, string Id, EntryChangeKind Kind, ImmutableArray<string> Details);

/// <summary>What became of an entry between two rule sets.</summary>
[JsonConverter(typeof(KebabEnumConverter<EntryChangeKind>))]
public enum EntryChangeKind
{
    /// <summary>The new rule set has it, the old one has not.</summary>
    Added,

    /// <summary>The old rule set has it, the new one has not.</summary>
    Removed,

    /// <summary>Both have it, and they differ.</summary>
    Changed,
}
