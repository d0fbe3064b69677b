using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
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

/// <summary>One way to work a derived value out, for those whom its gate is true of: a closed family of three.</summary>
public abstract record DerivationCase
{
    private protected DerivationCase()
    {
    }

    /// <summary>For whom it counts; absent = everyone.</summary>
    public Gate? When { get; init; }

    /// <summary>The ids of the factors it needs, each once, in ordinal order; one of them missing leaves the target missing.</summary>
    public abstract ImmutableArray<string> Needs { get; }
}

/// <summary>A sum: intercept + Σ terms, in the ordinal order of their factors, added from left to right.</summary>
public sealed partial record LinearCase : DerivationCase
{
    /// <summary>The sum.</summary>
    public required LinearForm Linear { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Needs => Linear.TermsByName!.Names;
}

/// <summary>A product: <see cref="Times"/> × Π factor^power, in the ordinal order of the factors.</summary>
public sealed partial record ProductCase : DerivationCase
{
    /// <summary>The number it begins with.</summary>
    public double Times { get; init; } = 1;

    /// <summary>The power of each factor: −2, −1, 1 or 2.</summary>
    public required ImmutableSortedDictionary<string, int> Powers
    {
        get => PowersByName?.Map!;
        init => PowersByName = NamedValues<int>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<int>? PowersByName { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Needs => PowersByName!.Names;

    /// <summary>A product of powers that were read.</summary>
    [SetsRequiredMembers]
#pragma warning disable CS8618 // The property is set through what it is made of.
    internal ProductCase(NamedValues<int> powers) => PowersByName = powers;
#pragma warning restore CS8618

    /// <summary>A product.</summary>
    public ProductCase()
    {
    }
}

/// <summary>A standard deviation score by Cole's LMS method, with L, M and S read between the rows of a table.</summary>
public sealed partial record LmsCase : DerivationCase
{
    /// <summary>The id of the factor whose value is scored.</summary>
    public required string Value { get; init; }

    /// <summary>Where the table is read, for example the age in months.</summary>
    public required LinearForm At { get; init; }

    /// <summary>The rows of the table, strictly increasing in <see cref="LmsKnot.At"/>.</summary>
    public required ImmutableArray<LmsKnot> Knots { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Needs => ImmutableCollectionsMarshal.AsImmutableArray(Sorting.Distinct([.. At.TermsByName!.Names, Value]));
}

/// <summary>A row of an LMS table.</summary>
/// <param name="At">Where it stands, for example an age in months.</param>
/// <param name="L">The Box-Cox power.</param>
/// <param name="M">The median, above 0.</param>
/// <param name="S">The coefficient of variation, above 0.</param>
public readonly record struct LmsKnot(double At, double L, double M, double S);

/// <summary>An intercept and a term for each factor.</summary>
public sealed partial record LinearForm
{
    /// <summary>The number it begins with.</summary>
    public double Intercept { get; init; }

    /// <summary>The terms by factor id.</summary>
    public ImmutableSortedDictionary<string, DerivationTerm> Terms
    {
        get => TermsByName?.Map!;
        init => TermsByName = NamedValues<DerivationTerm>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<DerivationTerm>? TermsByName { get; init; } = NamedValues<DerivationTerm>.None;
}

/// <summary>What a factor adds to a sum: a closed family of three.</summary>
public abstract record DerivationTerm
{
    private protected DerivationTerm()
    {
    }
}

/// <summary>A number times the factor's value: a number, yes 1 and no 0, a choice its <see cref="Factor.Scores"/>.</summary>
/// <param name="Coefficient">The number.</param>
public sealed record CoefficientTerm(double Coefficient) : DerivationTerm;

/// <summary>The number listed for the answer (<c>true</c>, <c>false</c> or a choice), else 0.</summary>
public sealed partial record LevelsTerm : DerivationTerm
{
    /// <summary>Makes a term of numbers.</summary>
    /// <param name="levels">The numbers by answer.</param>
    public LevelsTerm(ImmutableSortedDictionary<string, double> levels) => Levels = levels;

    internal LevelsTerm(NamedValues<double> levels) => LevelsByName = levels;

    /// <summary>The numbers by answer.</summary>
    public ImmutableSortedDictionary<string, double> Levels
    {
        get => LevelsByName?.Map!;
        init => LevelsByName = NamedValues<double>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<double>? LevelsByName { get; init; }

    /// <summary>Gives the numbers.</summary>
    /// <param name="levels">The numbers by answer.</param>
    public void Deconstruct(out ImmutableSortedDictionary<string, double> levels) => levels = Levels;
}

/// <summary>The value of a piecewise-linear curve, clamped at both ends, at a number.</summary>
/// <param name="Curve">The curve; its values may be any finite numbers.</param>
public sealed record CurveTerm(Curve Curve) : DerivationTerm;
