namespace GutSkin.Core;

/// <summary>A gate about which a person may have to be asked: its node, and what it reads.</summary>
/// <param name="Node">The node in the <see cref="GateTable"/>.</param>
/// <param name="Leaves">The different leaves below it.</param>
/// <param name="Reads">The slots of factors it reads, <c>known</c> included, rising.</param>
internal sealed record CompiledGate(int Node, int[] Leaves, int[] Reads);
