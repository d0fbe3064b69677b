using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>Reports notes that excuse warnings without a reason, or in vain.</summary>
internal static class SuppressionCheck
{
    public static LintReport Apply(
        IEnumerable<Diagnostic> found, ImmutableArray<SuppressedDiagnostic> excused, DocumentScope document, LintOptions options)
    {
        var shown = found.ToList();
        foreach (var note in document.RuleSet.Source?.Suppressions() ?? [])
        {
            if (Fault(note, excused.Any(e => note.Covers(e.Diagnostic)), options) is { } message)
                shown.Add(new Diagnostic
                {
                    Code = DiagnosticCodes.BadSuppression,
                    Severity = DiagnosticSeverity.Warning,
                    File = document.File,
                    Line = note.Place.Line,
                    Column = note.Place.Column,
                    Path = note.Place.Path,
                    Message = message,
                    Hint = "Write it like \"x-lint\": { \"GS1008\": \"why that is right\" }, and take it out when it is no longer needed.",
                });
        }

        return new LintReport(
            [.. shown.OrderBy(d => d.File == document.File ? 1 : 0).ThenBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)],
            excused);
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
