using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>What an intervention is expected to do to one condition, in log odds; positive = better.</summary>
public sealed record RecommendationEffect
{
    /// <summary>The id of the condition.</summary>
    [JsonPropertyName("condition")]
    public required string Condition { get; init; }

    /// <summary>L − L′: what its changes to known factors would take off the score.</summary>
    [JsonPropertyName("lever")]
    public required double Lever { get; init; }

    /// <summary>The sort key of the scoring model: from the trial that is chosen, or the lever, never the two added.</summary>
    [JsonPropertyName("benefit")]
    public required double Benefit { get; init; }

    /// <summary>
    /// The index after it, S(L − lever); absent where there is no lever, or where a trial is chosen: a trial is shown in its own words
    /// and never as an index.
    /// </summary>
    [JsonPropertyName("scoreAfter")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ScoreAfter { get; init; }

    /// <summary>What trials saw on this condition, all of them, in the order written.</summary>
    [JsonPropertyName("trials")]
    public ImmutableArray<TrialFinding> Trials { get; init; } = [];

    /// <summary>Which condition, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Condition;
}

/// <summary>What a trial saw, in its own words and unit, and whether it counts for this person.</summary>
public sealed record TrialFinding
{
    /// <summary>The effect as written, with its interval and basis, oriented to the bad outcome; absent where none is given.</summary>
    [JsonPropertyName("effect")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Effect? Effect { get; init; }

    /// <summary>How sure it is.</summary>
    [JsonPropertyName("certainty")]
    public required Certainty Certainty { get; init; }

    /// <summary>Whether it speaks for this person: not informational, its gate is true, and the person has the condition.</summary>
    [JsonPropertyName("eligible")]
    public required bool Eligible { get; init; }

    /// <summary>Whether it is the eligible one that counts on this condition.</summary>
    [JsonPropertyName("chosen")]
    public required bool Chosen { get; init; }

    /// <summary>Whether its interval excludes no effect, or none is given; false where there is no effect.</summary>
    [JsonPropertyName("clear")]
    public required bool Clear { get; init; }

    /// <summary>Shown, entering nothing.</summary>
    [JsonPropertyName("informational")]
    public required bool Informational { get; init; }

    /// <summary>What it saw, in words; absent where they are not given.</summary>
    [JsonPropertyName("outcome")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outcome { get; init; }

    /// <summary>How many took part; absent where unknown.</summary>
    [JsonPropertyName("n")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? N { get; init; }

    /// <summary>How many weeks it took; absent where unknown.</summary>
    [JsonPropertyName("weeks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Weeks { get; init; }

    /// <summary>What it was compared with; absent where unknown.</summary>
    [JsonPropertyName("comparator")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comparator { get; init; }

    /// <summary>Whom it studied; absent where unknown.</summary>
    [JsonPropertyName("population")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Population { get; init; }

    /// <summary>Ids of the evidence.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<string> Evidence { get; init; } = [];
}
