namespace GutSkin.Core;

/// <summary>The range a test expects a score in, ends included.</summary>
public sealed record ScoreExpectation
{
    /// <summary>The least score expected; absent = any.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The greatest score expected; absent = any.</summary>
    public double? AtMost { get; init; }
}
