using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>All operands: the minimum; true without operands.</summary>
public sealed record AllGate : Gate
{
    /// <summary>The operands.</summary>
    public required ImmutableArray<Gate> Operands { get; init; }
}
