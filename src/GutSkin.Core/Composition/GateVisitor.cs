namespace GutSkin.Core;

/// <summary>Meets a node of a gate.</summary>
/// <param name="node">The node.</param>
/// <param name="path">Where it stands, below the entry.</param>
internal delegate void GateVisitor(Gate node, ReadOnlySpan<object> path);
