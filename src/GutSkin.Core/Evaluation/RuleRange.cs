namespace GutSkin.Core;

/// <summary>What a rule may contribute, in log odds.</summary>
/// <param name="Gate">The truth of its gate.</param>
/// <param name="Low">l, the lower end.</param>
/// <param name="High">u, the upper end.</param>
internal readonly record struct RuleRange(Truth Gate, double Low, double High)
{
    /// <summary>How wide a range may be and still count as determined.</summary>
    public const double DeterminedWidth = 1e-12;

    /// <summary>The number of the range nearest to 0: nothing is counted that is not certain.</summary>
    public double Value => Math.Max(Low, Math.Min(0.0, High)) + 0.0;

    public bool IsDetermined => High - Low <= DeterminedWidth;
}
