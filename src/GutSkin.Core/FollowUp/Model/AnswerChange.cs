using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>An answer that is not what it was.</summary>
public sealed record AnswerChange
{
    /// <summary>The id of the factor.</summary>
    [JsonPropertyName("factor")]
    public required string Factor { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Changed, newly known, or known no longer.</summary>
    [JsonPropertyName("kind")]
    public required AnswerChangeKind Kind { get; init; }

    /// <summary>The answer before, in the factor's unit; absent where it was not known.</summary>
    [JsonPropertyName("from")]
    public FactorValue? From { get; init; }

    /// <summary>The answer now; absent where it is not known.</summary>
    [JsonPropertyName("to")]
    public FactorValue? To { get; init; }

    /// <summary>The derivation that gave it before; absent where it was the person's own answer.</summary>
    [JsonPropertyName("derivedBefore")]
    public string? DerivedBefore { get; init; }

    /// <summary>The derivation that gives it now; absent where it is the person's own answer.</summary>
    [JsonPropertyName("derivedAfter")]
    public string? DerivedAfter { get; init; }

    /// <summary>
    /// The smallest difference of two measurements that is more than measurement error, 1.96 × √(e₁² + e₂²) with the errors of both; with one error e it is
    /// the minimal detectable change 1.96 × √2 × e. Absent where no error is modeled. References: Bland JM, Altman DG, Lancet 1986;1:307-310; Weir JP, J Strength Cond Res 2005;19:231-240.
    /// </summary>
    [JsonPropertyName("detectable")]
    public double? Detectable { get; init; }

    /// <summary>Whether a change is no greater than <see cref="Detectable"/>: two measurements of the same may differ as much. Absent where that cannot be said.</summary>
    [JsonPropertyName("withinError")]
    public bool? WithinError { get; init; }

    /// <summary>Which factor, never a value.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Factor;
}

/// <summary>How an answer differs.</summary>
[JsonConverter(typeof(KebabEnumConverter<AnswerChangeKind>))]
public enum AnswerChangeKind
{
    /// <summary>Known both times, and another.</summary>
    Changed,

    /// <summary>Not known before.</summary>
    BecameKnown,

    /// <summary>Not known now: no longer answered, declined, or too old.</summary>
    KnownNoLonger,
}
