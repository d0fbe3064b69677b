using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Authoring;

/// <summary>What lint says of a rule set.</summary>
/// <param name="Diagnostics">Errors and warnings, in the order of the document.</param>
/// <param name="Suppressed">Warnings that the data says are right on purpose.</param>
public sealed partial record LintReport(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<SuppressedDiagnostic> Suppressed)
{
    /// <summary>Whether there is no error.</summary>
    public bool Success => Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error);
}

/// <summary>A warning that the data says is right on purpose.</summary>
/// <param name="Diagnostic">The warning.</param>
/// <param name="Reason">Why it is right.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason);

/// <summary>Every diagnostic code, with what it means and what to do: the table that <c>docs/diagnostics.md</c> shows.</summary>
public static class DiagnosticTable
{
    /// <summary>All codes, in order.</summary>
    public static ImmutableArray<DiagnosticDescription> All => DiagnosticCodes.All;

    /// <summary>What a code means.</summary>
    /// <param name="code">The code, for example <c>GS1008</c>.</param>
    /// <returns>Its description; null where there is no such code.</returns>
    public static DiagnosticDescription? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return DiagnosticCodes.All.FirstOrDefault(d => d.Code == code);
    }
}
