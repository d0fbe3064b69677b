using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>
/// A modifiable factor outside its reference, and what bringing it there would change (scoring model, section 5): the whole distance,
/// not a step.
/// </summary>
public sealed record Lever
{
    /// <summary>The id of the factor.</summary>
    [JsonPropertyName("factor")]
    public required string Factor { get; init; }

    /// <summary>The answer now.</summary>
    [JsonPropertyName("from")]
    public required FactorValue From { get; init; }

    /// <summary>The nearest end of the reference range, or the reference value.</summary>
    [JsonPropertyName("to")]
    public required FactorValue To { get; init; }

    /// <summary>What it would do to every condition it changes, concern or not, in the order of the rule set.</summary>
    [JsonPropertyName("effects")]
    public ImmutableArray<LeverEffect> Effects { get; init; } = [];

    /// <summary>
    /// The ids of the safety rules that hold it, and of interventions that are advised against; empty where nothing does. A held
    /// lever is not shown as something to do.
    /// </summary>
    [JsonPropertyName("held")]
    public ImmutableArray<string> Held { get; init; } = [];

    /// <summary>
    /// The ids of the safety rules that may hold it, and of interventions that wait for an answer; empty where nothing does. An
    /// unresolved lever is not shown as something to do.
    /// </summary>
    [JsonPropertyName("unresolved")]
    public ImmutableArray<string> Unresolved { get; init; } = [];

    /// <summary>The ids of the cautions that are true of moving the factor so.</summary>
    [JsonPropertyName("cautions")]
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>Whether it may be shown as something to do: nothing holds it, and nothing that is unknown may.</summary>
    [JsonIgnore]
    public bool IsFree => Held.IsEmpty && Unresolved.IsEmpty;

    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}

/// <summary>What a lever would do to one condition.</summary>
public sealed record LeverEffect
{
    /// <summary>The id of the condition.</summary>
    [JsonPropertyName("condition")]
    public required string Condition { get; init; }

    /// <summary>ΔL = L − L′, in log odds; positive = better.</summary>
    [JsonPropertyName("gain")]
    public required double Gain { get; init; }

    /// <summary>The index after it, S(L′), 0 to 100.</summary>
    [JsonPropertyName("scoreAfter")]
    public required double ScoreAfter { get; init; }

    /// <summary>Which condition, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Condition;
}
