namespace GutSkin.Core;

/// <summary>What a diagnostic code means.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Meaning">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DiagnosticDescription(string Code, DiagnosticSeverity Severity, string Meaning, string Remedy);
