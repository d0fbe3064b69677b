using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>A suggestion of which something else can be said than before.</summary>
public sealed partial record SuggestionChange
{
    /// <summary>The id of the intervention.</summary>
    [JsonPropertyName("intervention")]
    public required string Intervention { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What became of it.</summary>
    [JsonPropertyName("kind")]
    public required SuggestionChangeKind Kind { get; init; }

    /// <summary>What was said of it; absent where it was not meant for this person.</summary>
    [JsonPropertyName("before")]
    public RecommendationStatus? Before { get; init; }

    /// <summary>What is said of it now; absent where it is not meant for this person any more.</summary>
    [JsonPropertyName("after")]
    public RecommendationStatus? After { get; init; }

    /// <summary>The factors that were to be moved, and how they stand now, where both are known.</summary>
    [JsonPropertyName("factors")]
    public ImmutableArray<FactorProgress> Factors { get; init; } = [];

    /// <summary>Which intervention.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Intervention;
}

/// <summary>How far a factor came toward what a suggestion would make of it.</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="From">The answer before.</param>
/// <param name="Toward">What the suggestion would have made of it.</param>
/// <param name="Now">The answer now.</param>
public sealed record FactorProgress(
    [property: JsonPropertyName("factor")] string Factor,
    [property: JsonPropertyName("from")] FactorValue From,
    [property: JsonPropertyName("toward")] FactorValue Toward,
    [property: JsonPropertyName("now")] FactorValue Now)
{
    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}

/// <summary>What became of a suggestion.</summary>
[JsonConverter(typeof(KebabEnumConverter<SuggestionChangeKind>))]
public enum SuggestionChangeKind
{
    /// <summary>It was suggested, and its factors are now where it would have brought them.</summary>
    TakenUp,

    /// <summary>It was suggested, and a factor moved its way; not all of the way.</summary>
    TakenUpInPart,

    /// <summary>It was done already, and is now open again.</summary>
    Lapsed,

    /// <summary>It is suggested now and was not before.</summary>
    New,

    /// <summary>It was suggested and is not now, for another reason than that it is done.</summary>
    Withdrawn,
}
