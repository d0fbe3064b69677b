using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>A test inside a rule set: a profile and what is expected of its assessment.</summary>
[JsonConverter(typeof(RuleSetTestConverter))]
public sealed partial record RuleSetTest
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

    /// <summary>Ids of the interventions expected to be suggested first, in order.</summary>
    public ImmutableArray<string> First { get; init; } = [];

    /// <summary>Ids of interventions expected to be neither recommended nor recommended with caution.</summary>
    public ImmutableArray<string> NotSuggested { get; init; } = [];

    /// <summary>Expected statuses by intervention id, for example <c>already-met</c>; <c>not-applicable</c> for one that is left out.</summary>
    public ImmutableSortedDictionary<string, string> Status { get; init; } = Texts.NoCodes;

    /// <summary>Ids of red flags expected to be up.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>Ids of red flags expected not to be up.</summary>
    public ImmutableArray<string> NoFlags { get; init; } = [];

    /// <summary>The ids of the cautions expected to hold, by intervention id.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Cautions { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Expected derived values by factor id.</summary>
    public ImmutableSortedDictionary<string, ScoreExpectation> Derived { get; init; } =
        ImmutableSortedDictionary.Create<string, ScoreExpectation>(StringComparer.Ordinal);

    /// <summary>The name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => Name;
}

/// <summary>The range a test expects a score in, ends included.</summary>
public sealed record ScoreExpectation
{
    /// <summary>The least score expected; absent = any.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The greatest score expected; absent = any.</summary>
    public double? AtMost { get; init; }
}
