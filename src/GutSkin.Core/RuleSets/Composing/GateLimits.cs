using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Holds gates written in C# to the limits that a document has, before anything goes through them: a gate deeper than a document
/// may be would be the end of the stack, and one made of the same parts again and again has no end.
/// </summary>
internal static class GateLimits
{
    // Of a document: its brace, the section, the entry, and the gate under 'when'.
    private const int LevelOfGate = 4;

    private static readonly Gate Harmless = new AllGate { Operands = [] };

    /// <summary>The rule set of a document with each gate that goes too far reported and replaced by none.</summary>
    public static RuleSet Apply(DocumentScope document)
    {
        var set = document.RuleSet;
        return set with
        {
            Rules = Each(set.Rules, e => e.When, e => document.Entry(Section.Rules, e.Id, e), (e, gate) => e with { When = gate }),
            Interventions = Each(set.Interventions, e => e.When, e => document.Entry(Section.Interventions, e.Id, e), (e, gate) => e with { When = gate }),
            Safety = Each(set.Safety, e => e.When, e => document.Entry(Section.Safety, e.Id, e), (e, gate) => e with { When = gate }),
            Screens = Each(set.Screens, e => e.When, e => document.Entry(Section.Screens, e.Id, e), (e, gate) => e with { When = gate }),
        };
    }

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> entries, Func<T, Gate?> gateOf, Func<T, EntryScope> scopeOf, Func<T, Gate, T> with)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            if (gateOf(entries[i]) is { } gate && Fault(gate) is { } fault)
            {
                scopeOf(entries[i]).Report(fault.Code, fault.Message, null, "when");
                entries = entries.SetItem(i, with(entries[i], Harmless));
            }
        }

        return entries;
    }

    /// <summary>Goes through a gate without recursion, and no further than the limits.</summary>
    private static (string Code, string Message)? Fault(Gate gate)
    {
        var open = new Stack<(Gate Gate, int Level)>();
        open.Push((gate, LevelOfGate));
        for (int nodes = 1; open.TryPop(out var next); nodes++)
        {
            if (nodes > JsonDialect.MaxGateNodes)
                return (DiagnosticCodes.GateTooLarge, "The gate has more than 1,000 nodes.");
            if (LevelsOf(next.Gate, next.Level) > JsonDialect.MaxDepth)
                return (DiagnosticCodes.TooDeep, "The gate is nested too deep: a document has at most 64 levels.");
            switch (next.Gate)
            {
                case AllGate all:
                    Push(all.Operands, next.Level + 2);
                    break;
                case AnyGate any:
                    Push(any.Operands, next.Level + 2);
                    break;
                case NotGate not:
                    open.Push((not.Operand, next.Level + 1));
                    break;
            }
        }

        return null;

        void Push(ImmutableArray<Gate> operands, int level)
        {
            for (int i = operands.Length - 1; i >= 0; i--)
                open.Push((operands[i], level));
        }
    }

    /// <summary>The deepest level of a node itself: lists are a level of their own.</summary>
    private static int LevelsOf(Gate gate, int level) => gate switch
    {
        AllGate or AnyGate => level + 1,
        ComparisonGate { In: not null } or ComparisonGate { Between: not null } => level + 1,
        _ => level,
    };
}
