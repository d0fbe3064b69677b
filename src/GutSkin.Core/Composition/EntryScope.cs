namespace GutSkin.Core;

/// <summary>An entry of a document, or the document itself: the place that faults are reported at.</summary>
internal readonly struct EntryScope(DocumentScope document, Section section, string id, object? item)
{
    /// <summary>The document.</summary>
    public DocumentScope Document => document;

    /// <summary>The section it stands in.</summary>
    public Section Section => section;

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>What it is called in a message: <c>Rule 'acne.milk'</c>.</summary>
    public string Name => string.Concat(section.Noun()[..1].ToUpperInvariant(), section.Noun().AsSpan(1), $" {Quoting.Quote(id)}");

    /// <summary>Whether reading has already reported a fault at, above or below a part.</summary>
    public bool IsBroken(params ReadOnlySpan<object> path) => document.RuleSet.Source?.IsBroken(item, path) ?? false;

    /// <summary>Reports a fault at a part of the entry, unless reading has reported one there; without a path at its brace.</summary>
    public void Report(string code, string message, string? hint, params ReadOnlySpan<object> path)
    {
        if (path.Length > 0 && IsBroken(path))
            return;
        SourceLocation? place = document.RuleSet.Source?.Locate(item, path);
        var diagnostic = new Diagnostic
        {
            Code = code,
            Severity = DiagnosticCodes.SeverityOf(code),
            File = document.File,
            Line = place?.Line,
            Column = place?.Column,
            Path = place?.Path ?? PathText.Append(PathText.OfEntry(section, id), path),
            Message = message,
            Hint = hint ?? DiagnosticCodes.RemedyOf(code),
        };
        if (diagnostic.Severity == DiagnosticSeverity.Warning && document.RuleSet.Source?.ReasonFor(item, code) is { } reason)
            document.Bag.Excuse(diagnostic, reason);
        else
            document.Bag.Add(document.Order, diagnostic);
    }
}
