namespace GutSkin.Core;

/// <summary>A warning that the data says is right on purpose.</summary>
/// <param name="Diagnostic">The warning.</param>
/// <param name="Reason">Why it is right.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason);
