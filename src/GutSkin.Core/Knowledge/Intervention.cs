using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Something that can be tried, or someone who can be seen (category <c>referral</c>).</summary>
public sealed record Intervention
{
    /// <summary>The category of a referral.</summary>
    public const string ReferralCategory = "referral";

    /// <summary>The id, for example <c>diet.reduce-milk</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The category, for example <c>diet</c>.</summary>
    public required string Category { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and what is known, in plain words.</summary>
    public string? Summary { get; init; }

    /// <summary>Whom it is meant for in principle; absent = everyone.</summary>
    public Gate? When { get; init; }

    /// <summary>Which factors it changes, and how far.</summary>
    public ImmutableArray<FactorChange> Changes { get; init; } = [];

    /// <summary>The ids of the traits it has.</summary>
    public ImmutableArray<string> Traits { get; init; } = [];

    /// <summary>The id of the intervention that this is one way of doing; absent where it is none.</summary>
    public string? VariantOf { get; init; }

    /// <summary>What published recommendations say of it.</summary>
    public ImmutableArray<Indication> Indications { get; init; } = [];

    /// <summary>What trials saw.</summary>
    public ImmutableArray<TrialEffect> Effects { get; init; } = [];

    /// <summary>The mechanisms it is thought to act through.</summary>
    public ImmutableArray<string> Mechanisms { get; init; } = [];

    /// <summary>The amount used in trials, in words.</summary>
    public string? Dose { get; init; }

    /// <summary>How many weeks trials took, from and to.</summary>
    public Interval? Weeks { get; init; }

    /// <summary>How much effort it takes.</summary>
    public Level Effort { get; init; } = Level.Medium;

    /// <summary>How much it costs.</summary>
    public Level Cost { get; init; } = Level.Medium;

    /// <summary>Ids of interventions whose safety rules apply to this one too; for one that takes the place of a removed one.</summary>
    public ImmutableArray<string> SameSafetyAs { get; init; } = [];

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Whether this is someone to see rather than something to do.</summary>
    public bool IsReferral => Category == ReferralCategory;
}
