using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>One factor compared; several comparisons in one gate mean all of them. Exact, on the value in the factor's unit.</summary>
public sealed record ComparisonGate : Gate
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>True where the value is this or more.</summary>
    public double? AtLeast { get; init; }

    /// <summary>True where the value is more than this.</summary>
    public double? Above { get; init; }

    /// <summary>True where the value is this or less.</summary>
    public double? AtMost { get; init; }

    /// <summary>True where the value is less than this.</summary>
    public double? Below { get; init; }

    /// <summary>True where the value is exactly this.</summary>
    public FactorValue? EqualTo { get; init; }

    /// <summary>True where the value is one of these; absent = not compared.</summary>
    public ImmutableArray<FactorValue>? In { get; init; }

    /// <summary>True where the value lies between the two, ends included.</summary>
    public Interval? Between { get; init; }

    /// <summary>Whether anything is compared at all.</summary>
    public bool HasComparison =>
        AtLeast is not null || Above is not null || AtMost is not null || Below is not null
        || EqualTo is not null || In is not null || Between is not null;
}
