namespace GutSkin.Core;

/// <summary>How a rule is run over the rows of a cohort.</summary>
/// <param name="Number">Where its numbers begin.</param>
/// <param name="Slot">The slot it reads; the one that is always 1 where it has no factor.</param>
/// <param name="Burden">How its burden is computed.</param>
/// <param name="Gate">How its gate is looked up.</param>
/// <param name="Node">The node of its gate.</param>
/// <param name="IsNegative">Whether its effect is below 0.</param>
/// <param name="LongCurve">The position of its curve where the table has no room for it; below 0 otherwise.</param>
/// <param name="Index">Its position in the compiled rules.</param>
internal readonly record struct RowRule(
    int Number, int Slot, RowBurden Burden, RowGate Gate, int Node, bool IsNegative, int LongCurve, int Index);
