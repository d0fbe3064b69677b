using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// The index of one condition or state: the share of the modeled odds that what was recorded would account for, were the
/// associations causal and independent. No probability, no diagnosis.
/// </summary>
public sealed record ConditionScore
{
    /// <summary>The id of the condition.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Condition or state.</summary>
    public required ConditionKind Kind { get; init; }

    /// <summary>Whether it is advised on: named as a concern, or a skin condition where none is named.</summary>
    public required bool Concern { get; init; }

    /// <summary>The index, 0 to 100.</summary>
    public required double Score { get; init; }

    /// <summary>L, the sum it is made of.</summary>
    public required double LogOdds { get; init; }

    /// <summary>What answers still missing could make of the index.</summary>
    public required Interval Interval { get; init; }

    /// <summary>How unsure the published effects and the measurements leave the index (95 %).</summary>
    public required Interval Uncertainty { get; init; }

    /// <summary>The most that present evidence could give; stands beside every score.</summary>
    public required double Ceiling { get; init; }

    /// <summary>The part of the evidence, by weight, that answers still missing cannot change; 0 to 1.</summary>
    public required double Completeness { get; init; }

    /// <summary>The name of the band the index lies in.</summary>
    public required string Band { get; init; }

    /// <summary>The rules that contribute or may contribute, greatest first.</summary>
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>Which mechanisms what raises the score goes through.</summary>
    public ImmutableArray<MechanismShare> Mechanisms { get; init; } = [];
}

/// <summary>How much of what raises a score goes through one mechanism.</summary>
/// <param name="Id">The id of the mechanism.</param>
/// <param name="Share">A fraction above 0 of the positive counted log odds.</param>
public sealed record MechanismShare(string Id, double Share);
