using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Any operand: the maximum; false without operands.</summary>
public sealed record AnyGate : Gate
{
    /// <summary>The operands.</summary>
    public required ImmutableArray<Gate> Operands { get; init; }
}
