using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>One index at two times, and exactly what moved it.</summary>
public sealed partial record ConditionChange
{
    /// <summary>The id of the condition.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Condition or state.</summary>
    [JsonPropertyName("kind")]
    public required ConditionKind Kind { get; init; }

    /// <summary>Whether it is advised on now.</summary>
    [JsonPropertyName("concern")]
    public required bool Concern { get; init; }

    /// <summary>Which way the index moved by what has changed: not by what only became known, or is known no longer.</summary>
    [JsonPropertyName("movement")]
    public required IndexMovement Movement { get; init; }

    /// <summary>The index before; absent, as all numbers, for a condition without a scored rule.</summary>
    [JsonPropertyName("scoreBefore")]
    public double? ScoreBefore { get; init; }

    /// <summary>The index after.</summary>
    [JsonPropertyName("scoreAfter")]
    public double? ScoreAfter { get; init; }

    /// <summary>What answers missing then could have made of the index.</summary>
    [JsonPropertyName("intervalBefore")]
    public Interval? IntervalBefore { get; init; }

    /// <summary>What answers missing now could make of it.</summary>
    [JsonPropertyName("intervalAfter")]
    public Interval? IntervalAfter { get; init; }

    /// <summary>Whether the index was settled.</summary>
    [JsonPropertyName("settledBefore")]
    public bool? SettledBefore { get; init; }

    /// <summary>Whether it is settled now.</summary>
    [JsonPropertyName("settledAfter")]
    public bool? SettledAfter { get; init; }

    /// <summary>The part of the evidence, by weight, that missing answers could not change before.</summary>
    [JsonPropertyName("completenessBefore")]
    public double? CompletenessBefore { get; init; }

    /// <summary>The part that they cannot change now.</summary>
    [JsonPropertyName("completenessAfter")]
    public double? CompletenessAfter { get; init; }

    /// <summary>The band before.</summary>
    [JsonPropertyName("bandBefore")]
    public string? BandBefore { get; init; }

    /// <summary>The band after.</summary>
    [JsonPropertyName("bandAfter")]
    public string? BandAfter { get; init; }

    /// <summary>L before.</summary>
    [JsonPropertyName("logOddsBefore")]
    public double? LogOddsBefore { get; init; }

    /// <summary>L after.</summary>
    [JsonPropertyName("logOddsAfter")]
    public double? LogOddsAfter { get; init; }

    /// <summary>L after − L before; the attributions add up to it.</summary>
    [JsonPropertyName("change")]
    public double? Change { get; init; }

    /// <summary>The part of it that comes from what has changed.</summary>
    [JsonPropertyName("byChange")]
    public double? ByChange { get; init; }

    /// <summary>The part of it that comes from what only became known: it may have been so before.</summary>
    [JsonPropertyName("byKnowing")]
    public double? ByKnowing { get; init; }

    /// <summary>The part of it that comes from what is known no longer.</summary>
    [JsonPropertyName("byForgetting")]
    public double? ByForgetting { get; init; }

    /// <summary>What moved the index: the greatest first, then by rule id.</summary>
    [JsonPropertyName("attributions")]
    public ImmutableArray<Attribution> Attributions { get; init; } = [];

    /// <summary>Which condition, never its numbers.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}

/// <summary>Which way an index moved by what has changed.</summary>
[JsonConverter(typeof(KebabEnumConverter<IndexMovement>))]
public enum IndexMovement
{
    /// <summary>Nothing moved it, or what changed cancels out.</summary>
    Unchanged,

    /// <summary>What changed makes it lower.</summary>
    Lower,

    /// <summary>What changed makes it higher.</summary>
    Higher,

    /// <summary>Nothing that moves it is known to have changed: something became known, or is known no longer.</summary>
    KnowledgeOnly,
}

/// <summary>One rule, or one overlap group, that gives another number than before.</summary>
public sealed record Attribution
{
    /// <summary>The id of the rule that counts now; where none does, of the one that counted.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>Its title.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The rule of the same overlap group that counted before in its place; absent where it is the same.</summary>
    [JsonPropertyName("insteadOf")]
    public string? InsteadOf { get; init; }

    /// <summary>The id of its factor; absent where its gate alone decides, or where there are several.</summary>
    [JsonPropertyName("factor")]
    public string? Factor { get; init; }

    /// <summary>The answer before, where it is shown.</summary>
    [JsonPropertyName("from")]
    public FactorValue? From { get; init; }

    /// <summary>The answer now, where it is shown.</summary>
    [JsonPropertyName("to")]
    public FactorValue? To { get; init; }

    /// <summary>What the rule, or its group, gave before, in log odds.</summary>
    [JsonPropertyName("before")]
    public required double Before { get; init; }

    /// <summary>What it gives now.</summary>
    [JsonPropertyName("after")]
    public required double After { get; init; }

    /// <summary>After − before.</summary>
    [JsonPropertyName("change")]
    public required double Change { get; init; }

    /// <summary>Whether something changed, or only became known, or is known no longer.</summary>
    [JsonPropertyName("cause")]
    public required AttributionCause Cause { get; init; }

    /// <summary>Which rule, never its numbers.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Rule;
}

/// <summary>Why a rule gives another number than before.</summary>
[JsonConverter(typeof(KebabEnumConverter<AttributionCause>))]
public enum AttributionCause
{
    /// <summary>What is known now was not possible before: the two ranges have nothing in common.</summary>
    Changed,

    /// <summary>The ranges meet, and the one now is no wider: it may have been so before.</summary>
    BecameKnown,

    /// <summary>The ranges meet, and the one now is wider: it may be as it was.</summary>
    KnownNoLonger,
}
