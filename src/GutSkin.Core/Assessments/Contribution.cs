using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core;

/// <summary>What one rule contributes to one condition's score, and on what ground.</summary>
public sealed record Contribution
{
    /// <summary>The id of the rule.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>What the rule says, as a short title.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The id of its factor; absent where the gate alone decides, or where there are several: see <see cref="Inputs"/>.</summary>
    [JsonPropertyName("factor")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Factor { get; init; }

    /// <summary>The answer, in the factor's unit; absent where missing.</summary>
    [JsonPropertyName("value")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FactorValue? Value { get; init; }

    /// <summary>The id of the derivation that gave the answer; absent where the answer is the person's own, or missing.</summary>
    [JsonPropertyName("derived")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Derived { get; init; }

    /// <summary>The answers of a rule that a class computes from several factors; absent for any other.</summary>
    [JsonPropertyName("inputs")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ContributionInput>? Inputs { get; init; }

    /// <summary>b, in [0, 1]: the burden of the answer, 1 without a factor; where the answer is missing |value/β|, the burden that is certain.</summary>
    [JsonPropertyName("burden")]
    public required double Burden { get; init; }

    /// <summary>The value of the scoring model, in log odds; positive raises the score.</summary>
    [JsonPropertyName("logOdds")]
    public required double LogOdds { get; init; }

    /// <summary>logOdds as a fraction of the positive counted log odds; negative for a protective rule, 0 for one not counted.</summary>
    [JsonPropertyName("share")]
    public required double Share { get; init; }

    /// <summary>False for an informational rule and for one whose overlap group is counted by a mate.</summary>
    [JsonPropertyName("counted")]
    public required bool Counted { get; init; }

    /// <summary>Whether answers still missing cannot change it.</summary>
    [JsonPropertyName("determined")]
    public required bool Determined { get; init; }

    /// <summary>Listed, entering no sum.</summary>
    [JsonPropertyName("informational")]
    public required bool Informational { get; init; }

    /// <summary>What answers still missing could make of it, in log odds.</summary>
    [JsonPropertyName("range")]
    [JsonConverter(typeof(IntervalPairConverter))]
    public required Interval Range { get; init; }

    /// <summary>How sure the effect is.</summary>
    [JsonPropertyName("certainty")]
    public required Certainty Certainty { get; init; }

    /// <summary>Cause or companion.</summary>
    [JsonPropertyName("role")]
    public required RuleRole Role { get; init; }

    /// <summary>Whether a person can change the factor, or one of several.</summary>
    [JsonPropertyName("modifiable")]
    public required bool Modifiable { get; init; }

    /// <summary>The ids of the mechanisms.</summary>
    [JsonPropertyName("mechanisms")]
    public ImmutableArray<string> Mechanisms { get; init; } = [];

    /// <summary>The effect as published.</summary>
    [JsonPropertyName("effect")]
    public required Effect Effect { get; init; }

    /// <summary>Whom the studies studied.</summary>
    [JsonPropertyName("population")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Population { get; init; }

    /// <summary>Ids of the evidence for it.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Ids of the evidence against it.</summary>
    [JsonPropertyName("contradictedBy")]
    public ImmutableArray<string> ContradictedBy { get; init; } = [];

    /// <summary>Which rule, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Rule;
}

/// <summary>One of several answers that a rule reads.</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="Value">The answer, in the factor's unit; absent where missing.</param>
public sealed record ContributionInput(
    [property: JsonPropertyName("factor")] string Factor,
    [property: JsonPropertyName("value"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FactorValue? Value)
{
    /// <summary>The id of the derivation that gave the answer; absent where the answer is the person's own, or missing.</summary>
    [JsonPropertyName("derived")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Derived { get; init; }

    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}
