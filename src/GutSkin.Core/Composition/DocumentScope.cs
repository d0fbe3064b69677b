namespace GutSkin.Core;

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
    public RuleSet RuleSet { get; }

    /// <summary>Its name in diagnostics.</summary>
    public string? File { get; }

    /// <summary>Whether its form has errors, so that it may say less than its author meant.</summary>
    public bool HasReadErrors { get; }

    /// <summary>Its place in the order of application, from 0.</summary>
    public int Order { get; }

    /// <summary>Where its faults go.</summary>
    public DiagnosticBag Bag { get; }

    /// <summary>The document itself as the place of a fault.</summary>
    public EntryScope Root => new(this, Section.Document, "", null);

    /// <summary>One of its entries as the place of a fault.</summary>
    public EntryScope Entry(Section section, string id, object item) => new(this, section, id, item);
}
