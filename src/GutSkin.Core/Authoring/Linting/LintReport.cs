using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What lint says of a rule set.</summary>
/// <param name="Diagnostics">Errors and warnings, in the order of the document.</param>
/// <param name="Suppressed">Warnings that the data says are right on purpose.</param>
public sealed record LintReport(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<SuppressedDiagnostic> Suppressed)
{
    /// <summary>Whether there is no error.</summary>
    public bool Success => Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error);
}
