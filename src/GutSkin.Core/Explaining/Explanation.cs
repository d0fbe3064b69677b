using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.Values;

namespace GutSkin.Core;

/// <summary>What an id means, and what it does in an assessment.</summary>
public sealed partial record Explanation
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>What has the id.</summary>
    [JsonPropertyName("kind")]
    public required ExplanationKind Kind { get; init; }

    /// <summary>Its name or title.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>Sentences, in reading order.</summary>
    [JsonPropertyName("lines")]
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Ids of the evidence it rests on.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Title and lines as text.</summary>
    /// <returns>Lines parted by line feeds.</returns>
    public override string ToString() => string.Join('\n', [$"{Title} ({KebabWords.WordOf(Kind)} {Id})", .. Lines]);
}

/// <summary>What an <see cref="Explanation"/> explains.</summary>
[JsonConverter(typeof(KebabEnumConverter<ExplanationKind>))]
public enum ExplanationKind
{
    /// <summary>A scoring rule.</summary>
    Rule,

    /// <summary>A factor.</summary>
    Factor,

    /// <summary>An intervention.</summary>
    Intervention,

    /// <summary>A safety rule.</summary>
    Safety,

    /// <summary>A condition or state.</summary>
    Condition,

    /// <summary>A mechanism.</summary>
    Mechanism,

    /// <summary>A source.</summary>
    Evidence,

    /// <summary>A factor and a condition whose link was looked at and left out on purpose.</summary>
    Considered,

    /// <summary>A factor and a condition that rules link.</summary>
    Link,
}
