namespace GutSkin.Core;

/// <summary>A point of a dose-response curve.</summary>
/// <param name="X">The amount, in the factor's unit.</param>
/// <param name="Burden">The burden there, in [0, 1].</param>
public readonly record struct Knot(double X, double Burden);
