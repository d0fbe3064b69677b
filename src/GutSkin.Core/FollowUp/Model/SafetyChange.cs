using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>A safety rule of which something else is known than before.</summary>
public sealed record SafetyChange
{
    /// <summary>The id of the safety rule.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>Red flag, contraindication or caution.</summary>
    [JsonPropertyName("kind")]
    public required SafetyKind Kind { get; init; }

    /// <summary>How soon someone should be seen; of a red flag only.</summary>
    [JsonPropertyName("urgency")]
    public Urgency? Urgency { get; init; }

    /// <summary>What was known before.</summary>
    [JsonPropertyName("before")]
    public required FindingState Before { get; init; }

    /// <summary>What is known now.</summary>
    [JsonPropertyName("after")]
    public required FindingState After { get; init; }

    /// <summary>What a person reads; absent where no assessment shows it.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Whether it holds now and was not known to hold before.</summary>
    [JsonIgnore]
    public bool IsNew => After == FindingState.Holds;

    /// <summary>Whether it held before and the answers say now that it does not.</summary>
    [JsonIgnore]
    public bool IsResolved => Before == FindingState.Holds && After == FindingState.No;

    /// <summary>Which rule.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Rule;
}

/// <summary>What is known of a safety rule.</summary>
[JsonConverter(typeof(KebabEnumConverter<FindingState>))]
public enum FindingState
{
    /// <summary>It does not hold, or (of a contraindication or caution) reaches nothing that is meant for this person.</summary>
    No,

    /// <summary>What is known does not decide it; unknown is never safe.</summary>
    Open,

    /// <summary>It holds.</summary>
    Holds,
}
