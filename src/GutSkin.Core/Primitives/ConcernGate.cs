namespace GutSkin.Core;

/// <summary>Whether the profile names a condition among its concerns: two-valued. Naming a concern is not having the condition.</summary>
public sealed record ConcernGate : Gate
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }
}
