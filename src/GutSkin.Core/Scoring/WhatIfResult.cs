using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What changes to answers would do to the scores.</summary>
public sealed record WhatIfResult
{
    /// <summary>Every condition and state, in the order of the scores before.</summary>
    public required ImmutableArray<WhatIfCondition> Conditions { get; init; }

    /// <summary>The assessment without the changes.</summary>
    public required Assessment Before { get; init; }
}
