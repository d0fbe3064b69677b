namespace GutSkin.Core;

/// <summary>A condition, with what holds of its score whatever is known.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="TotalWeight">Σ|β| over the scored rules.</param>
/// <param name="Ceiling">The most that present evidence could give.</param>
internal sealed record CompiledCondition(SkinCondition Condition, double TotalWeight, double Ceiling);
