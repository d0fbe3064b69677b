using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>Whether and how soon someone should be seen (scoring model, section 7).</summary>
public sealed record Triage
{
    /// <summary>The gravest red flag that is up.</summary>
    [JsonPropertyName("level")]
    public required TriageLevel Level { get; init; }

    /// <summary>Whether every red flag is decided as far as a person can answer; false is no all-clear.</summary>
    [JsonPropertyName("complete")]
    public required bool Complete { get; init; }

    /// <summary>The red flags that are up: urgent before soon before routine, then by id.</summary>
    [JsonPropertyName("flags")]
    public ImmutableArray<RedFlag> Flags { get; init; } = [];

    /// <summary>The red flags not decided: urgent before soon before routine, then by id.</summary>
    [JsonPropertyName("unresolved")]
    public ImmutableArray<UnresolvedFlag> Unresolved { get; init; } = [];
}

/// <summary>How soon someone should be seen, by what is known.</summary>
[JsonConverter(typeof(KebabEnumConverter<TriageLevel>))]
public enum TriageLevel
{
    /// <summary>No red flag is up. With <see cref="Triage.Complete"/> false that is no all-clear.</summary>
    None,

    /// <summary>At the next appointment.</summary>
    ReferRoutine,

    /// <summary>Within about two weeks.</summary>
    ReferSoon,

    /// <summary>Today.</summary>
    ReferUrgent,
}

/// <summary>A red flag that is up.</summary>
public sealed record RedFlag
{
    /// <summary>The id of the safety rule.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>How soon someone should be seen.</summary>
    [JsonPropertyName("urgency")]
    public required Urgency Urgency { get; init; }

    /// <summary>What a person reads.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The ids of the referrals it calls for.</summary>
    [JsonPropertyName("refer")]
    public ImmutableArray<string> Refer { get; init; } = [];

    /// <summary>Ids of the evidence.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>A red flag that what is known does not decide.</summary>
public sealed record UnresolvedFlag
{
    /// <summary>The id of the safety rule.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>How soon someone should be seen, were it up.</summary>
    [JsonPropertyName("urgency")]
    public required Urgency Urgency { get; init; }

    /// <summary>The ids of the questions that decide it; of a factor that takes a measurement its own.</summary>
    [JsonPropertyName("ask")]
    public ImmutableArray<string> Ask { get; init; } = [];

    /// <summary>The ids of the declined factors that would decide it.</summary>
    [JsonPropertyName("declined")]
    public ImmutableArray<string> Declined { get; init; } = [];
}
