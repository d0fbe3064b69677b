using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

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
