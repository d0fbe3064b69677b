using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A published recommendation about an intervention: for it, against it, or that the evidence does not suffice.</summary>
public sealed record Indication
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
public enum IndicationStrength
{
    /// <summary>For nearly everybody whom it is made for.</summary>
    Strong,

    /// <summary>For most of them; values and circumstances decide.</summary>
    Conditional,
}
