using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// The index of one condition or state: the share of the modeled odds that what was recorded would account for, were the
/// associations causal and independent (scoring model, section 4). No probability, no diagnosis.
/// </summary>
public sealed record ConditionScore
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

    /// <summary>Whether it is advised on: named as a concern, or a skin condition where none is named.</summary>
    [JsonPropertyName("concern")]
    public required bool Concern { get; init; }

    /// <summary>The index, 0 to 100, unrounded; absent, as all numbers below, for a condition without a scored rule: its contributions are facts.</summary>
    [JsonPropertyName("score")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Score { get; init; }

    /// <summary>L, the sum the index is made of; below 0 it is a surplus of protection that the index does not show.</summary>
    [JsonPropertyName("logOdds")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LogOdds { get; init; }

    /// <summary>What answers still missing could make of the index.</summary>
    [JsonPropertyName("interval")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Interval? Interval { get; init; }

    /// <summary>How unsure the published effects and the measurements leave the index (95 %).</summary>
    [JsonPropertyName("uncertainty")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Interval? Uncertainty { get; init; }

    /// <summary>The most that present evidence could give somebody of this age, sex and history; stands beside every score.</summary>
    [JsonPropertyName("ceiling")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ceiling { get; init; }

    /// <summary>Whether the interval is narrow enough for index and band to be shown to a person; where not, the range alone is.</summary>
    [JsonPropertyName("settled")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Settled { get; init; }

    /// <summary>The part of the evidence, by weight, that answers still missing cannot change; 0 to 1.</summary>
    [JsonPropertyName("completeness")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Completeness { get; init; }

    /// <summary>The name of the band the unrounded index lies in.</summary>
    [JsonPropertyName("band")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Band { get; init; }

    /// <summary>The rules that contribute or may contribute, greatest first.</summary>
    [JsonPropertyName("contributions")]
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>Which mechanisms what raises the score goes through.</summary>
    [JsonPropertyName("mechanisms")]
    public ImmutableArray<MechanismShare> Mechanisms { get; init; } = [];

    /// <summary>Which condition, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}

/// <summary>How much of what raises a score goes through one mechanism.</summary>
/// <param name="Id">The id of the mechanism.</param>
/// <param name="Share">A fraction above 0 of the positive counted log odds.</param>
public sealed record MechanismShare([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("share")] double Share)
{
    /// <summary>Which mechanism, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
