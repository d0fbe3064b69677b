using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What an intervention does to a factor: exactly one of the three.</summary>
public sealed record FactorChange
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
