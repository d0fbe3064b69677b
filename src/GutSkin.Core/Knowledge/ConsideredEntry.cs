using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A factor and a condition that were looked at and left out on purpose.</summary>
public sealed record ConsideredEntry
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>Why it is left out.</summary>
    public required string Why { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}
