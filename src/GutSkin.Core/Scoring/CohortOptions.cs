using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>How a cohort is scored. No option changes a bit of a result.</summary>
public sealed partial record CohortOptions
{
    /// <summary>The defaults: one thread, no concerns.</summary>
    public static CohortOptions Default { get; } = new();

    /// <summary>How many threads share the rows. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The ids of the conditions named as concerns, for all rows. Few rules ask for it. Default: none.</summary>
    public ImmutableArray<string> Concerns { get; init; } = [];
}
