namespace GutSkin.Core;

/// <summary>The index of one condition, with what answers still missing could make of it. No probability, no diagnosis.</summary>
/// <param name="Points">The index, 0 to 100.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
public readonly record struct ConditionIndex(double Points, double Low, double High);
