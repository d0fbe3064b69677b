using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// Fills a factor from answers that anybody can give (scoring model, section 1): the cases are tried in order, and the first whose
/// gate is true gives the value.
/// </summary>
[JsonConverter(typeof(DerivationConverter))]
public sealed partial record Derivation
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the factor it fills, the target: a number or an integer.</summary>
    public required string Factor { get; init; }

    /// <summary>The id of the form that asks for its items; absent where they stand in several or in none.</summary>
    public string? Form { get; init; }

    /// <summary>What it works out, as a short title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the value is what the person counted, or an expected value.</summary>
    public DerivationStanding Standing { get; init; }

    /// <summary>The ids of the factors that may be asked for it, in order.</summary>
    public required ImmutableArray<string> Items { get; init; }

    /// <summary>The cases, tried in order; at least one.</summary>
    public required ImmutableArray<DerivationCase> Cases { get; init; }

    /// <summary>A lower result is brought up to this; absent = any.</summary>
    public double? AtLeast { get; init; }

    /// <summary>A higher result is brought down to this; absent = any.</summary>
    public double? AtMost { get; init; }

    /// <summary>To how many decimals the result is rounded, 0 to 6; absent = not rounded.</summary>
    public int? Round { get; init; }

    /// <summary>How far the value may be from the true one; absent = as the factor's own measurement error says.</summary>
    public DerivationError? Error { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>What to know about it, in own words.</summary>
    public string? Note { get; init; }

    /// <summary>Id and factor.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Factor}";

    /// <summary>The ids of the factors that its cases need or that their gates read, each once.</summary>
    internal IEnumerable<string> Inputs() =>
        Cases.SelectMany(c => c.Needs.Concat(c.When?.Factors() ?? [])).Distinct(StringComparer.Ordinal);
}

/// <summary>What a derived value is.</summary>
[JsonConverter(typeof(KebabEnumConverter<DerivationStanding>))]
public enum DerivationStanding
{
    /// <summary>What the person counted.</summary>
    Count,

    /// <summary>An expected value, shown with "about".</summary>
    Estimate,
}

/// <summary>How far a derived value may be from the true one: exactly one of the two numbers.</summary>
public sealed record DerivationError
{
    /// <summary>The standard deviation, in the target's unit, 0 or more.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The coefficient of variation, a fraction of the value's size, 0 or more.</summary>
    public double? CoefficientOfVariation { get; init; }

    /// <summary>Where the number comes from.</summary>
    public EffectBasis Basis { get; init; }

    /// <summary>The error at a value.</summary>
    /// <param name="value">The value in the target's unit.</param>
    /// <returns>One standard deviation in the target's unit.</returns>
    public double At(double value) => StandardDeviation ?? ((CoefficientOfVariation ?? 0) * Math.Abs(value));
}
