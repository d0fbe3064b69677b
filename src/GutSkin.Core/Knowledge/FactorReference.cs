using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What is recommended or usual for a factor: a range for a number, a value for a yes/no or choice factor.</summary>
public sealed record FactorReference
{
    /// <summary>For whom it holds; absent = everyone.</summary>
    public Gate? When { get; init; }

    /// <summary>The lower end of the range, in the factor's unit; absent = open.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of the range, in the factor's unit; absent = open.</summary>
    public double? High { get; init; }

    /// <summary>The value, for a yes/no or choice factor.</summary>
    public FactorValue? Value { get; init; }

    /// <summary>Where the reference comes from.</summary>
    public ReferenceBasis Basis { get; init; }

    /// <summary>Ids of the evidence for the reference.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}
