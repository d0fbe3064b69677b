using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Takes out what the data says is right on purpose, and reports reasons that are missing or in vain.</summary>
internal static class SuppressionFilter
{
    public static LintReport Apply(IEnumerable<Diagnostic> found, DocumentScope document, LintOptions options)
    {
        SuppressionNote[] notes = [.. document.RuleSet.Source?.Suppressions() ?? []];
        var used = new bool[notes.Length];
        var shown = new List<Diagnostic>();
        var suppressed = ImmutableArray.CreateBuilder<SuppressedDiagnostic>();
        foreach (var diagnostic in found)
        {
            int index = diagnostic.File == document.File ? Array.FindIndex(notes, n => n.Covers(diagnostic)) : -1;
            if (index >= 0)
                used[index] = true;
            if (index >= 0 && notes[index].Reason is { } reason && diagnostic.Severity == DiagnosticSeverity.Warning)
                suppressed.Add(new SuppressedDiagnostic(diagnostic, reason));
            else
                shown.Add(diagnostic);
        }

        for (int i = 0; i < notes.Length; i++)
        {
            if (Fault(notes[i], used[i], options) is { } message)
                shown.Add(new Diagnostic
                {
                    Code = DiagnosticCodes.BadSuppression,
                    Severity = DiagnosticSeverity.Warning,
                    File = document.File,
                    Line = notes[i].Place.Line,
                    Column = notes[i].Place.Column,
                    Path = notes[i].Place.Path,
                    Message = message,
                    Hint = "Write it like \"x-lint\": { \"GS1008\": \"why that is right\" }, and take it out when it is no longer needed.",
                });
        }

        return new LintReport(
            [.. shown.OrderBy(d => d.File == document.File ? 1 : 0).ThenBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)],
            suppressed.ToImmutable());
    }

    private static string? Fault(SuppressionNote note, bool used, LintOptions options)
    {
        if (note.Code is null)
            return "'x-lint' is no object of codes and reasons.";
        if (DiagnosticCodes.All.FirstOrDefault(d => d.Code == note.Code) is not { Code: not null } known)
            return $"There is no diagnostic {Quoting.Quote(note.Code)} to suppress.";
        if (known.Severity == DiagnosticSeverity.Error)
            return $"{note.Code} is an error: errors cannot be suppressed.";
        if (note.Reason is null)
            return $"{note.Code} is suppressed without a reason.";
        return used || !IsLookedFor(note.Code, options) ? null : $"Nothing here gives {note.Code}: the suppression is in vain.";
    }

    /// <summary>Whether this run of lint looks for a code at all; where not, nothing is said of its suppression.</summary>
    private static bool IsLookedFor(string code, LintOptions options) =>
        code == DiagnosticCodes.ReviewPassed ? options.AsOf is not null
        : code.StartsWith("GS11", StringComparison.Ordinal) ? options.Analyze
        : !code.StartsWith("GS12", StringComparison.Ordinal) || options.Claims is not null;
}
