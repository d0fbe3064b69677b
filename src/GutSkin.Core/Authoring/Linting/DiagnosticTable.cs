using System.Collections.Immutable;

namespace GutSkin.Core;

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
