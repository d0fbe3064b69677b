using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A test inside a rule set: a profile and what is expected of its assessment.</summary>
public sealed record RuleSetTest
{
    /// <summary>What it tests.</summary>
    public required string Name { get; init; }

    /// <summary>The person.</summary>
    public required PersonProfile Profile { get; init; }

    /// <summary>Expected scores by condition id.</summary>
    public ImmutableSortedDictionary<string, ScoreExpectation> Scores { get; init; } =
        ImmutableSortedDictionary.Create<string, ScoreExpectation>(StringComparer.Ordinal);

    /// <summary>Expected bands by condition id.</summary>
    public ImmutableSortedDictionary<string, string> Band { get; init; } = Texts.NoCodes;

    /// <summary>Expected triage level, for example <c>refer-soon</c>; absent = any.</summary>
    public string? Triage { get; init; }

    /// <summary>Ids of interventions expected to be recommended.</summary>
    public ImmutableArray<string> Recommended { get; init; } = [];

    /// <summary>Ids of interventions expected to be blocked.</summary>
    public ImmutableArray<string> Blocked { get; init; } = [];
}
