namespace GutSkin.Core;

/// <summary>
/// The score of one condition, with what answers still missing could make of it. No probability, no diagnosis. All three numbers are
/// NaN for a condition without a scored rule.
/// </summary>
/// <param name="Score">The index, 0 to 100.</param>
/// <param name="Interval">What answers still missing could make of it.</param>
public readonly record struct ScoreResult(double Score, Interval Interval);
