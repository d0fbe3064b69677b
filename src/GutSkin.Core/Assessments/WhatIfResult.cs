using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>What changes to answers would do to the scores.</summary>
public sealed record WhatIfResult
{
    /// <summary>Every condition and state, in the order of the scores before.</summary>
    [JsonPropertyName("conditions")]
    public required ImmutableArray<WhatIfCondition> Conditions { get; init; }

    /// <summary>The assessment without the changes.</summary>
    [JsonPropertyName("before")]
    public required Assessment Before { get; init; }

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"WhatIfResult: {Conditions.Length} conditions");
}

/// <summary>What changes to answers would do to one condition.</summary>
public sealed record WhatIfCondition
{
    /// <summary>The id of the condition.</summary>
    [JsonPropertyName("condition")]
    public required string Condition { get; init; }

    /// <summary>The index before; absent, as the other numbers, where no scored rule aims at the condition.</summary>
    [JsonPropertyName("scoreBefore")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ScoreBefore { get; init; }

    /// <summary>The index after.</summary>
    [JsonPropertyName("scoreAfter")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ScoreAfter { get; init; }

    /// <summary>ΔL = L − L′, in log odds; positive = better.</summary>
    [JsonPropertyName("gain")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Gain { get; init; }

    /// <summary>Which condition, never its scores.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Condition;
}
