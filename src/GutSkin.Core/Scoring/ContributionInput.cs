namespace GutSkin.Core;

/// <summary>One of several answers that a rule reads.</summary>
/// <param name="Factor">The id of the factor.</param>
/// <param name="Value">The answer, in the factor's unit; null where missing.</param>
public sealed record ContributionInput(string Factor, FactorValue? Value);
