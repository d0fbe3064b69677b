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

/// <summary>What changes to answers would do to one condition.</summary>
public sealed record WhatIfCondition
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>The index before.</summary>
    public required double ScoreBefore { get; init; }

    /// <summary>The index after.</summary>
    public required double ScoreAfter { get; init; }

    /// <summary>ΔL = L − L′, in log odds; positive = better.</summary>
    public required double Gain { get; init; }
}
