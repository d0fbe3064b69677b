using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>Ids of entries of the extended rule sets that an overlay takes out.</summary>
public sealed partial record RuleSetRemovals
{
    /// <summary>Nothing taken out.</summary>
    public static RuleSetRemovals None { get; } = new();

    /// <summary>Ids of mechanisms.</summary>
    public ImmutableArray<string> Mechanisms { get; init; } = [];

    /// <summary>Ids of conditions.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Ids of factors.</summary>
    public ImmutableArray<string> Factors { get; init; } = [];

    /// <summary>Ids of forms.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>Ids of derivations.</summary>
    public ImmutableArray<string> Derivations { get; init; } = [];

    /// <summary>Ids of traits.</summary>
    public ImmutableArray<string> Traits { get; init; } = [];

    /// <summary>Ids of evidence entries.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Ids of scoring rules.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Ids of interventions.</summary>
    public ImmutableArray<string> Interventions { get; init; } = [];

    /// <summary>Ids of safety rules.</summary>
    public ImmutableArray<string> Safety { get; init; } = [];

    /// <summary>Ids of screens.</summary>
    public ImmutableArray<string> Screens { get; init; } = [];

    /// <summary>Ids of products.</summary>
    public ImmutableArray<string> Products { get; init; } = [];
}

/// <summary>A rule set that another one extends.</summary>
public sealed record RuleSetDependency
{
    /// <summary>The id of the rule set extended.</summary>
    public required string Id { get; init; }

    /// <summary>Which versions will do, a range such as <c>&gt;=1.0.0 &lt;2.0.0</c>; absent = any.</summary>
    public string? Version { get; init; }
}
