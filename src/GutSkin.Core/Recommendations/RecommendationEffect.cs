namespace GutSkin.Core;

/// <summary>What an intervention is expected to do to one concern, in log odds; positive = better.</summary>
public sealed record RecommendationEffect
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>What its changes to known factors would take off the score.</summary>
    public required double Lever { get; init; }

    /// <summary>What the trial that counts saw, discounted by certainty; absent where there is none.</summary>
    public double? Trial { get; init; }

    /// <summary>What counts: the trial or the lever, never the two added.</summary>
    public required double Benefit { get; init; }

    /// <summary>The index after it.</summary>
    public required double ScoreAfter { get; init; }
}
