using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>One factor's published link with one condition, as data; or what a <see cref="ComputedRule"/> declares of itself.</summary>
[JsonConverter(typeof(ScoringRuleConverter))]
public sealed partial record ScoringRule
{
    /// <summary>The id, for example <c>acne.milk</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the condition it aims at.</summary>
    public required string Condition { get; init; }

    /// <summary>What it says, as a short title.</summary>
    public required string Title { get; init; }

    /// <summary>For whom it holds; absent = everyone.</summary>
    public Gate? When { get; init; }

    /// <summary>The id of the factor; absent where the gate alone decides (burden 1).</summary>
    public string? Factor { get; init; }

    /// <summary>The burden over a numeric factor.</summary>
    public Curve? Curve { get; init; }

    /// <summary>The burden by choice, or by <c>true</c> and <c>false</c>; what is not listed is 0. Absent on a yes/no factor = <c>true</c>: 1.</summary>
    public ImmutableSortedDictionary<string, double>? Levels
    {
        get => LevelsByName?.Map;
        init => LevelsByName = NamedValues<double>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<double>? LevelsByName { get; init; }

    /// <summary>The effect at burden 1, as published.</summary>
    public required Effect Effect { get; init; }

    /// <summary>How sure the effect is.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The ids of the mechanisms it is thought to act through.</summary>
    public ImmutableArray<string> Mechanisms { get; init; } = [];

    /// <summary>Rules of one condition with the same group count once; absent = counts alone.</summary>
    public string? Overlap { get; init; }

    /// <summary>Cause or companion.</summary>
    public RuleRole Role { get; init; }

    /// <summary>Evaluated and listed, entering no sum.</summary>
    public bool Informational { get; init; }

    /// <summary>Ids of the evidence for it.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Ids of the evidence against it.</summary>
    public ImmutableArray<string> ContradictedBy { get; init; } = [];

    /// <summary>Whom the studies studied.</summary>
    public string? Population { get; init; }

    /// <summary>Why the rule is as it is, in own words.</summary>
    public string? Rationale { get; init; }

    /// <summary>How the rule must not be read.</summary>
    public string? Misuse { get; init; }

    /// <summary>Where it stands in its life.</summary>
    public RuleLifecycle Lifecycle { get; init; } = RuleLifecycle.Active;

    /// <summary>The day of its last review.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>Whether the rule enters a score: neither retired nor informational.</summary>
    public bool IsScored => Lifecycle != RuleLifecycle.Retired && !Informational;

    /// <summary>Whether a class computes the burden: then the entry, written as JSON, would not say what it counts.</summary>
    public bool IsComputed => Class is not null;

    /// <summary>The ids of the factors its burden reads: one at most, unless a class computes it.</summary>
    public ImmutableArray<string> BurdenFactors => Class?.Factors ?? (Factor is { } factor ? [factor] : []);

    /// <summary>The unit that the knots are in, as the key of a rule written in C# says; null = the factor's own.</summary>
    internal string? Unit { get; init; }

    /// <summary>The class that computes the burden; null for a rule that is data.</summary>
    internal RuleClass? Class { get; init; }

    /// <summary>Id, title, effect and certainty.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Title} ({Effect}, {KebabWords.WordOf(Certainty)})";
}

/// <summary>Where a rule stands in its life.</summary>
[JsonConverter(typeof(KebabEnumConverter<RuleLifecycle>))]
public enum RuleLifecycle
{
    /// <summary>Written, not yet reviewed; evaluated, with a warning in lint.</summary>
    Draft,

    /// <summary>Reviewed; evaluated.</summary>
    Reviewed,

    /// <summary>In use; evaluated.</summary>
    Active,

    /// <summary>Kept for the record; not evaluated.</summary>
    Retired,
}

/// <summary>A way in which a factor is thought to act on the skin or the gut.</summary>
[JsonConverter(typeof(MechanismConverter))]
public sealed partial record Mechanism
{
    /// <summary>The id, for example <c>scfa-metabolites</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and what is contested about it.</summary>
    public string? Description { get; init; }

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Id and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Name}";
}
