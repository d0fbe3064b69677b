using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A red flag that is up.</summary>
public sealed record RedFlag
{
    /// <summary>The id of the safety rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How soon someone should be seen.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Message { get; init; }

    /// <summary>The ids of the referrals it calls for.</summary>
    public ImmutableArray<string> Refer { get; init; } = [];

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}
