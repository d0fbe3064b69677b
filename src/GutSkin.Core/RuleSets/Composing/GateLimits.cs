using System.Collections.Immutable;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets.Composing;

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
