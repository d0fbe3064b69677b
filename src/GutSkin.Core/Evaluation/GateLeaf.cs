namespace GutSkin.Core;

/// <summary>
/// The smallest gate: a slot's number lies in a closed range. Every comparison is one, since <c>above</c> a number is
/// <c>atLeast</c> the next double; a concern and a constant are one on a slot that always has a number.
/// </summary>
/// <param name="Slot">The slot.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">The greatest number.</param>
/// <param name="IsKnown">Whether a missing number makes it false instead of unknown: the gate <c>known</c>.</param>
internal readonly record struct GateLeaf(int Slot, double Low, double High, bool IsKnown);
