namespace GutSkin.Core;

/// <summary>A named part of the index.</summary>
public sealed record Band
{
    /// <summary>The name, for example <c>low</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The index from which the next band begins; absent for the last.</summary>
    public double? Below { get; init; }
}
