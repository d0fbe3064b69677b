namespace GutSkin.Core;

/// <summary>What an intervention does to a factor: exactly one of the three.</summary>
public sealed record FactorChange
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>Brings a higher value down to this.</summary>
    public double? AtMost { get; init; }

    /// <summary>Brings a lower value up to this.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Sets the value to this.</summary>
    public FactorValue? Set { get; init; }
}
