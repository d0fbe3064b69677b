namespace GutSkin.Core;

/// <summary>What a change of rules does to one condition's scores over a group of people: new score − old score.</summary>
public sealed record ConditionImpact
{
    /// <summary>The id of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>How many have another band.</summary>
    public required int BandChanged { get; init; }

    /// <summary>How many scores rise.</summary>
    public required int Rises { get; init; }

    /// <summary>How many scores fall.</summary>
    public required int Falls { get; init; }

    /// <summary>The least change: the furthest fall, or 0 or more where none falls.</summary>
    public required double Least { get; init; }

    /// <summary>The change below which 5 % lie.</summary>
    public required double Percentile5 { get; init; }

    /// <summary>The change in the middle.</summary>
    public required double Median { get; init; }

    /// <summary>The change below which 95 % lie.</summary>
    public required double Percentile95 { get; init; }

    /// <summary>The greatest change.</summary>
    public required double Greatest { get; init; }

    /// <summary>The mean change.</summary>
    public required double Mean { get; init; }
}
