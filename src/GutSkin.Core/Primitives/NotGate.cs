namespace GutSkin.Core;

/// <summary>The opposite: swaps true and false, leaves unknown.</summary>
public sealed record NotGate : Gate
{
    /// <summary>What is negated.</summary>
    public required Gate Operand { get; init; }
}
