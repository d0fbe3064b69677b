namespace GutSkin.Core;

/// <summary>A burden in more than three knots, or one that rises and falls, which the table has no room for: computed on its own into a slot of its own.</summary>
/// <param name="Slot">The slot it reads.</param>
/// <param name="Curve">The knots.</param>
internal readonly record struct LongCurve(int Slot, BurdenCurve Curve);
