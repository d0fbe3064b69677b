using System.Globalization;
using System.Text;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>One document under composition: where faults in it are reported.</summary>
internal sealed class DocumentScope
{
    public DocumentScope(RuleSetDocument document, int order, DiagnosticBag bag)
    {
        RuleSet = document.RuleSet ?? throw new ArgumentException("A document without content.", nameof(document));
        File = document.File ?? RuleSet.Source?.File ?? (RuleSet.Id.Length > 0 ? RuleSet.Id : null);
        HasReadErrors = document.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        Order = order;
        Bag = bag;
    }

    /// <summary>What it says.</summary>
    public RuleSet RuleSet { get; private set; }

    /// <summary>Its name in diagnostics.</summary>
    public string? File { get; }

    /// <summary>Whether its form has errors, so that it may say less than its author meant.</summary>
    public bool HasReadErrors { get; }

    /// <summary>Its place in the order of application, from 0.</summary>
    public int Order { get; }

    /// <summary>Where its faults go.</summary>
    public DiagnosticBag Bag { get; }

    /// <summary>Whether it is no document but a rule written as a class, which comes after all documents.</summary>
    public bool IsClass { get; private init; }

    /// <summary>A rule written as a class, under the name of the class.</summary>
    public static DocumentScope OfClass(ComputedRule rule, int order, DiagnosticBag bag)
    {
        var entry = RuleClass.Entry(rule);
        var own = entry.Class!;
        var ruleSet = new RuleSet { Id = own.Type, Version = own.Version, Title = entry.Title, Rules = [entry] };
        return new DocumentScope(RuleSetDocument.From(ruleSet), order, bag) { IsClass = true };
    }

    /// <summary>Takes out gates written in C# that are too deep or too large to go through, and reports them; JSON has been held to that.</summary>
    public void LimitGates()
    {
        if (RuleSet.Source is null)
            RuleSet = GateLimits.Apply(this);
    }

    /// <summary>The document itself as the place of a fault.</summary>
    public EntryScope Root => new(this, Section.Document, "", null);

    /// <summary>One of its entries as the place of a fault.</summary>
    public EntryScope Entry(Section section, string id, object item) => new(this, section, id, item);
}

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
            Path = place?.Path ?? PathText.Append(section.PathOf(id), path),
            Message = message,
            Hint = hint ?? DiagnosticCodes.RemedyOf(code),
        };
        if (diagnostic.Severity == DiagnosticSeverity.Warning && document.RuleSet.Source?.ReasonFor(item, code) is { } reason)
            document.Bag.Excuse(diagnostic, reason);
        else
            document.Bag.Add(document.Order, diagnostic);
    }
}
