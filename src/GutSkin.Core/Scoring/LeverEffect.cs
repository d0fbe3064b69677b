namespace GutSkin.Core;

/// <summary>What a lever would do to one condition.</summary>
public sealed record LeverEffect
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>ΔL = L − L′; positive = better.</summary>
    public required double LogOdds { get; init; }

    /// <summary>The index after it.</summary>
    public required double ScoreAfter { get; init; }
}
