using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What two rule sets do not have in common, and whom it would hit.</summary>
public sealed record RuleSetDifference
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
