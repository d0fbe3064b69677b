using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>
/// Holds a gate to the limits that a document has, without going deeper than these: one written in C# could be the end of the stack, and
/// one made of the same parts again and again has no end.
/// </summary>
internal static class GateSize
{
    /// <summary>What is said of a gate that is too large.</summary>
    public const string TooLarge = "The gate has more than 1,000 nodes; each choice of an 'in' counts as one.";

    /// <summary>What is wrong with the size of a gate; null where it fits into a document.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="level">The level that its brace would have in the document.</param>
    public static (string Code, string Message)? Fault(Gate gate, int level)
    {
        var open = new Stack<(Gate Gate, int Level)>();
        open.Push((gate, level));
        for (int nodes = 1; open.TryPop(out var next); nodes++)
        {
            if (nodes > JsonDialect.MaxGateNodes)
                return (DiagnosticCodes.GateTooLarge, TooLarge);
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
                case ComparisonGate { In: { IsDefault: false } choices }:
                    nodes += choices.Length;
                    if (nodes > JsonDialect.MaxGateNodes)
                        return (DiagnosticCodes.GateTooLarge, TooLarge);
                    break;
                case NotGate not:
                    open.Push((not.Operand, next.Level + 1));
                    break;
            }
        }

        return null;

        void Push(ImmutableArray<Gate> operands, int level)
        {
            for (int i = operands.IsDefault ? -1 : operands.Length - 1; i >= 0; i--)
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
