namespace GutSkin.Core;

/// <summary>Whether a factor is known: two-valued, so that a rule can step in for a test not done.</summary>
public sealed record KnownGate : Gate
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }
}
