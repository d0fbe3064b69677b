using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>
/// An intervention with what can be said of it for this person: also why not (scoring model, section 6). Its texts are in the
/// assessment's language.
/// </summary>
public sealed record Recommendation
{
    /// <summary>The id of the intervention.</summary>
    [JsonPropertyName("intervention")]
    public required string Intervention { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its category.</summary>
    [JsonPropertyName("category")]
    public required string Category { get; init; }

    /// <summary>What can be said of it.</summary>
    [JsonPropertyName("status")]
    public required RecommendationStatus Status { get; init; }

    /// <summary>1 with an active strong recommendation for it, 2 with an active conditional one, else 3.</summary>
    [JsonPropertyName("tier")]
    public required int Tier { get; init; }

    /// <summary>How sure the ground of its greatest benefit is; absent where it is of benefit to no condition advised on.</summary>
    [JsonPropertyName("certainty")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Certainty? Certainty { get; init; }

    /// <summary>A sort key: the benefits over the conditions advised on, summed, in log odds; positive = better.</summary>
    [JsonPropertyName("benefit")]
    public required double Benefit { get; init; }

    /// <summary>Whether there is something left for it to change.</summary>
    [JsonPropertyName("room")]
    public required Room Room { get; init; }

    /// <summary>The id of the intervention that this is one way of doing; absent where it is none.</summary>
    [JsonPropertyName("variantOf")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VariantOf { get; init; }

    /// <summary>How much effort it takes.</summary>
    [JsonPropertyName("effort")]
    public required Level Effort { get; init; }

    /// <summary>How much it costs.</summary>
    [JsonPropertyName("cost")]
    public required Level Cost { get; init; }

    /// <summary>How many weeks trials took, from and to; absent where that is not known.</summary>
    [JsonPropertyName("weeks")]
    [JsonConverter(typeof(IntervalPairConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Interval? Weeks { get; init; }

    /// <summary>The amount used in trials, in words; absent where none is given.</summary>
    [JsonPropertyName("dose")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dose { get; init; }

    /// <summary>What it is and what is known, in plain words; absent where nothing is said.</summary>
    [JsonPropertyName("summary")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Summary { get; init; }

    /// <summary>The factors that it would move from what is known, in the order of its changes.</summary>
    [JsonPropertyName("changes")]
    public ImmutableArray<RecommendationChange> Changes { get; init; } = [];

    /// <summary>The published recommendations that are active for this person, in the order written.</summary>
    [JsonPropertyName("indications")]
    public ImmutableArray<ActiveIndication> Indications { get; init; } = [];

    /// <summary>What it is expected to do to each condition on which it has a lever or a trial, in the order of the rule set.</summary>
    [JsonPropertyName("effects")]
    public ImmutableArray<RecommendationEffect> Effects { get; init; } = [];

    /// <summary>Contraindications and cautions that hold or may hold, by rule id.</summary>
    [JsonPropertyName("safety")]
    public ImmutableArray<SafetyFinding> Safety { get; init; } = [];

    /// <summary>
    /// The ids of the questions whose answers decide what is unknown (of a factor that takes a measurement its own): about
    /// <see cref="RecommendationStatus.NeedsCheck"/>, or about unknown cautions of a suggestion; empty at every other status.
    /// </summary>
    [JsonPropertyName("ask")]
    public ImmutableArray<string> Ask { get; init; } = [];

    /// <summary>The ids of the declined factors that would decide the same.</summary>
    [JsonPropertyName("declined")]
    public ImmutableArray<string> Declined { get; init; } = [];

    /// <summary>Products that serve it, of a suggestion only; no input to any ranking.</summary>
    [JsonPropertyName("products")]
    public ImmutableArray<RecommendedProduct> Products { get; init; } = [];

    /// <summary>
    /// Codes of notices: <c>advised-against</c>, <c>insufficient-evidence</c>, <c>no-clear-effect</c>, <c>worse-for</c>; ordinal.
    /// </summary>
    [JsonPropertyName("notices")]
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>Ids of the evidence.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Whether it is something to do now: recommended, or possible with a caution to read first.</summary>
    [JsonIgnore]
    public bool IsSuggested => Status is RecommendationStatus.Recommended or RecommendationStatus.Caution;

    /// <summary>Which intervention, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Intervention;
}

/// <summary>What can be said of an intervention for this person, in the order of the list.</summary>
[JsonConverter(typeof(KebabEnumConverter<RecommendationStatus>))]
public enum RecommendationStatus
{
    /// <summary>Worth trying; nothing known speaks against it.</summary>
    Recommended,

    /// <summary>Worth trying, with something to read first: a caution, a weaker recommendation against it, or a condition it is worse for.</summary>
    Caution,

    /// <summary>Not before the questions in <see cref="Recommendation.Ask"/> are answered.</summary>
    NeedsCheck,

    /// <summary>Not now: someone has to be seen first.</summary>
    Deferred,

    /// <summary>Not for this person: a contraindication is true.</summary>
    Blocked,

    /// <summary>A published recommendation is against it, at least as strong as any for it.</summary>
    AdvisedAgainst,

    /// <summary>Nothing is left to change.</summary>
    AlreadyMet,

    /// <summary>Nothing is known that would decide whether it is of benefit.</summary>
    NotAssessed,

    /// <summary>Nothing known suggests that it would be of benefit.</summary>
    NoExpectedBenefit,
}

/// <summary>Whether there is something left for an intervention to change.</summary>
[JsonConverter(typeof(KebabEnumConverter<Room>))]
public enum Room
{
    /// <summary>It changes no factor, or a known factor does not meet its change.</summary>
    Open,

    /// <summary>All factors are known, and each meets its change.</summary>
    Met,

    /// <summary>No known factor is left to change, and not all are known.</summary>
    Unknown,
}

/// <summary>A factor that an intervention would move.</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="From">The value now.</param>
/// <param name="To">The value expected after it, in the factor's unit.</param>
public sealed record RecommendationChange(
    [property: JsonPropertyName("factor")] string Factor,
    [property: JsonPropertyName("from")] FactorValue From,
    [property: JsonPropertyName("to")] FactorValue To)
{
    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}

/// <summary>A published recommendation that is active for this person.</summary>
public sealed record ActiveIndication
{
    /// <summary>The id of the condition it is made for; absent = for health in general.</summary>
    [JsonPropertyName("condition")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Condition { get; init; }

    /// <summary>Which way it points.</summary>
    [JsonPropertyName("direction")]
    public required RuleSets.IndicationDirection Direction { get; init; }

    /// <summary>How firmly it is made.</summary>
    [JsonPropertyName("strength")]
    public required RuleSets.IndicationStrength Strength { get; init; }

    /// <summary>What it says.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>Ids of the evidence.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>A contraindication or caution that holds, or may hold, for an intervention.</summary>
public sealed record SafetyFinding
{
    /// <summary>The id of the safety rule.</summary>
    [JsonPropertyName("rule")]
    public required string Rule { get; init; }

    /// <summary>Contraindication or caution.</summary>
    [JsonPropertyName("kind")]
    public required SafetyKind Kind { get; init; }

    /// <summary>Whether it is known to hold.</summary>
    [JsonPropertyName("state")]
    public required SafetyState State { get; init; }

    /// <summary>What a person reads.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }
}

/// <summary>Whether a contraindication or caution is known to hold.</summary>
[JsonConverter(typeof(KebabEnumConverter<SafetyState>))]
public enum SafetyState
{
    /// <summary>It holds.</summary>
    True,

    /// <summary>What is known does not decide it; unknown is never safe.</summary>
    Unknown,
}

/// <summary>A product that serves an intervention.</summary>
/// <param name="Id">The id of the product.</param>
/// <param name="Check">The ids of the factors that speak against it where they are true, and that are unknown; empty where none is.</param>
public sealed record RecommendedProduct(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("check")] ImmutableArray<string> Check);
