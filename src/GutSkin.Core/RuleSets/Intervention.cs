using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>Something that can be tried, or someone who can be seen (category <c>referral</c>).</summary>
[JsonConverter(typeof(InterventionConverter))]
public sealed partial record Intervention
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

    /// <summary>Id and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Name}";
}

/// <summary>What an intervention does to a factor: exactly one of the three.</summary>
public sealed partial record FactorChange
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>For whom it is meant; absent = everyone. Of several on one factor the first whose gate is true counts.</summary>
    public Gate? When { get; init; }

    /// <summary>Brings a higher value down to this.</summary>
    public double? AtMost { get; init; }

    /// <summary>Brings a lower value up to this.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Sets the value to this.</summary>
    public FactorValue? Set { get; init; }

    /// <summary>The greatest change to be expected, in the factor's unit, above 0; absent = none stated. Of a number only.</summary>
    public double? Limit { get; init; }

    /// <summary>The greatest change to be expected, in percent of the present value's size, above 0; absent = none stated.</summary>
    public double? LimitPercent { get; init; }

    /// <summary>Ids of the evidence for how far it goes.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>What it does, whoever it is meant for and however far it is expected to go.</summary>
    internal (string Factor, double? AtMost, double? AtLeast, FactorValue? Set) Aim => (Factor, AtMost, AtLeast, Set);
}

/// <summary>A published recommendation about an intervention: for it, against it, or that the evidence does not suffice.</summary>
public sealed partial record Indication
{
    /// <summary>For whom it is made; absent = everyone whom it concerns.</summary>
    public Gate? When { get; init; }

    /// <summary>The id of the condition it is made for; absent = for health in general.</summary>
    public string? Condition { get; init; }

    /// <summary>Which way it points.</summary>
    public required IndicationDirection Direction { get; init; }

    /// <summary>How firmly it is made.</summary>
    public required IndicationStrength Strength { get; init; }

    /// <summary>What it says, in a sentence that a person reads.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>Which way a recommendation points.</summary>
[JsonConverter(typeof(KebabEnumConverter<IndicationDirection>))]
public enum IndicationDirection
{
    /// <summary>For the intervention.</summary>
    For,

    /// <summary>Against it.</summary>
    Against,

    /// <summary>Neither: the evidence is said to be insufficient.</summary>
    None,
}

/// <summary>How firmly a recommendation is made, as GRADE grades it.</summary>
[JsonConverter(typeof(KebabEnumConverter<IndicationStrength>))]
public enum IndicationStrength
{
    /// <summary>For nearly everybody whom it is made for.</summary>
    Strong,

    /// <summary>For most of them; values and circumstances decide.</summary>
    Conditional,
}

/// <summary>What trials saw an intervention do to a condition, oriented to the bad outcome: favorable = negative log odds.</summary>
public sealed partial record TrialEffect
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>Whom the trials speak for; absent = everyone with the condition.</summary>
    public Gate? When { get; init; }

    /// <summary>The effect as published; absent only where it is informational.</summary>
    public Effect? Effect { get; init; }

    /// <summary>The trial in its own words and units; absent where they are not given.</summary>
    public Trial? Trial { get; init; }

    /// <summary>How sure it is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Shown, entering nothing (subgroups, within-arm changes, duplicates).</summary>
    public bool Informational { get; init; }

    /// <summary>Whom the trials studied.</summary>
    public string? Population { get; init; }

    /// <summary>What to know about it, in own words.</summary>
    public string? Note { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>A trial in its own words and units: what it saw, in whom, against what and for how long.</summary>
public sealed record Trial
{
    /// <summary>What it saw, in words: "12 fewer spots than with the usual diet".</summary>
    public string? Outcome { get; init; }

    /// <summary>How many took part.</summary>
    public long? N { get; init; }

    /// <summary>How many weeks it took, above 0.</summary>
    public double? Weeks { get; init; }

    /// <summary>What it was compared with.</summary>
    public string? Comparator { get; init; }

    /// <summary>Whom it studied.</summary>
    public string? Population { get; init; }
}

/// <summary>A property that interventions share and that safety rules can aim at, so that what is dangerous is said once.</summary>
[JsonConverter(typeof(TraitConverter))]
public sealed record Trait
{
    /// <summary>The id, for example <c>live-microbes</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it says of an intervention, as the end of a sentence: "holds living microbes".</summary>
    public required string Title { get; init; }

    /// <summary>What counts as having it.</summary>
    public string? Description { get; init; }

    /// <summary>Id and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Title}";
}
