using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>One document under composition: where faults in it are reported.</summary>
internal sealed class DocumentScope
{
    public DocumentScope(RuleSetDocument document, int order, DiagnosticBag bag)
    {
        RuleSet = document.RuleSet ?? throw new ArgumentException("A document without content.", nameof(document));
        File = RuleSet.Source?.File ?? (IsName(RuleSet.Id) ? RuleSet.Id : null);
        HasReadErrors = document.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        Order = order;
        Bag = bag;
    }

    /// <summary>Whether an id can stand for a document in a diagnostic, which is one line; that of a rule class is its name.</summary>
    private static bool IsName(string id) => id.Length is > 0 and <= 200 && !id.Any(Quoting.BreaksLine);

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

/// <summary>Holds the gates of a rule set written in C# to the limits of a document, before anything goes through them.</summary>
internal static class GateLimits
{
    // Of a document: its brace, the section, the entry, and the gate; of a gate in a list of parts: the list, and the part, too.
    private const int LevelInEntry = 4;
    private const int LevelInPart = 6;

    private static readonly Gate Harmless = new AllGate { Operands = [] };

    /// <summary>The rule set of a document with each gate that goes too far reported and replaced by none.</summary>
    public static RuleSet Apply(DocumentScope document)
    {
        var set = document.RuleSet;
        return set with
        {
            Factors = Each(set.Factors, e =>
            {
                var scope = document.Entry(Section.Factors, e.Id, e);
                var askWhen = Limit(scope, e.AskWhen, LevelInEntry, "askWhen");
                var references = Parts(scope, e.References, r => r.When, (r, gate) => r with { When = gate }, "reference");
                return ReferenceEquals(askWhen, e.AskWhen) && references == e.References ? e : e with { AskWhen = askWhen, References = references };
            }),
            Derivations = Each(set.Derivations, e =>
            {
                var cases = Parts(document.Entry(Section.Derivations, e.Id, e), e.Cases, c => c.When, (c, gate) => c with { When = gate }, "cases");
                return cases == e.Cases ? e : e with { Cases = cases };
            }),
            Rules = Each(set.Rules, e => Own(document.Entry(Section.Rules, e.Id, e), e, e.When, gate => e with { When = gate })),
            Interventions = Each(set.Interventions, e =>
            {
                var scope = document.Entry(Section.Interventions, e.Id, e);
                var changes = Parts(scope, e.Changes, c => c.When, (c, gate) => c with { When = gate }, "changes");
                var indications = Parts(scope, e.Indications, c => c.When, (c, gate) => c with { When = gate }, "indications");
                var effects = Parts(scope, e.Effects, c => c.When, (c, gate) => c with { When = gate }, "effects");
                var limited = Own(scope, e, e.When, gate => e with { When = gate });
                return changes == e.Changes && indications == e.Indications && effects == e.Effects
                    ? limited
                    : limited with { Changes = changes, Indications = indications, Effects = effects };
            }),
            Safety = Each(set.Safety, e => Own(document.Entry(Section.Safety, e.Id, e), e, e.When, gate => e with { When = gate })),
            Screens = Each(set.Screens, e => Own(document.Entry(Section.Screens, e.Id, e), e, e.When, gate => e with { When = gate })),
        };
    }

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> entries, Func<T, T> limit)
        where T : class
    {
        for (int i = 0; i < entries.Length; i++)
        {
            var limited = limit(entries[i]);
            if (!ReferenceEquals(limited, entries[i]))
                entries = entries.SetItem(i, limited);
        }

        return entries;
    }

    private static T Own<T>(EntryScope scope, T entry, Gate? gate, Func<Gate, T> with)
    {
        var limited = Limit(scope, gate, LevelInEntry, "when");
        return ReferenceEquals(limited, gate) ? entry : with(limited!);
    }

    private static ImmutableArray<T> Parts<T>(EntryScope scope, ImmutableArray<T> parts, Func<T, Gate?> gateOf, Func<T, Gate, T> with, string property)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            var gate = gateOf(parts[i]);
            var limited = Limit(scope, gate, LevelInPart, property, i, "when");
            if (!ReferenceEquals(limited, gate))
                parts = parts.SetItem(i, with(parts[i], limited!));
        }

        return parts;
    }

    private static Gate? Limit(EntryScope scope, Gate? gate, int level, params ReadOnlySpan<object> path)
    {
        if (gate is null || GateSize.Fault(gate, level) is not { } fault)
            return gate;
        scope.Report(fault.Code, fault.Message, null, path);
        return Harmless;
    }
}
