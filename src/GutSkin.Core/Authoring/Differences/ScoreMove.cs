namespace GutSkin.Core;

/// <summary>How one person's score moves between two rule sets.</summary>
/// <param name="Person">The person's place in the cohort, from 1.</param>
/// <param name="Condition">The id of the condition.</param>
/// <param name="From">The score by the old rule set.</param>
/// <param name="To">The score by the new one.</param>
public sealed record ScoreMove(int Person, string Condition, double From, double To);
