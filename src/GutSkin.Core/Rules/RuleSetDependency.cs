namespace GutSkin.Core;

/// <summary>A rule set that another one extends.</summary>
public sealed record RuleSetDependency
{
    /// <summary>The id of the rule set extended.</summary>
    public required string Id { get; init; }

    /// <summary>Which versions will do, as a <see cref="VersionRange"/>; absent = any.</summary>
    public string? Version { get; init; }
}
