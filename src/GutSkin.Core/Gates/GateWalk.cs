using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core.RuleSets;

/// <summary>Goes through a gate with the place of each node.</summary>
internal static class GateWalk
{
    /// <summary>Visits the gate under an entry's <c>when</c> and every node in it, from the top; nothing where there is no gate.</summary>
    public static void Visit(Gate? gate, GateVisitor visit) => VisitAt(gate, ["when"], visit);

    /// <summary>Visits a gate that stands at a path below its entry, and every node in it, from the top.</summary>
    public static void VisitAt(Gate? gate, ReadOnlySpan<object> at, GateVisitor visit)
    {
        if (gate is not null)
            Visit(gate, new List<object>(at.ToArray()), visit);
    }

    /// <summary>How many nodes a gate has, of which each choice of an <c>in</c> is one.</summary>
    public static int Count(Gate gate)
    {
        int nodes = 0;
        Visit(gate, (node, _) => nodes += 1 + (node is ComparisonGate { In: { IsDefault: false } choices } ? choices.Length : 0));
        return nodes;
    }

    private static void Visit(Gate gate, List<object> path, GateVisitor visit)
    {
        visit(gate, CollectionsMarshal.AsSpan(path));
        switch (gate)
        {
            case AllGate all:
                VisitEach(all.Operands, "all", path, visit);
                break;
            case AnyGate any:
                VisitEach(any.Operands, "any", path, visit);
                break;
            case NotGate not:
                path.Add("not");
                Visit(not.Operand, path, visit);
                path.RemoveAt(path.Count - 1);
                break;
        }
    }

    private static void VisitEach(ImmutableArray<Gate> operands, string form, List<object> path, GateVisitor visit)
    {
        path.Add(form);
        for (int i = 0; i < operands.Length; i++)
        {
            path.Add(i);
            Visit(operands[i], path, visit);
            path.RemoveAt(path.Count - 1);
        }

        path.RemoveAt(path.Count - 1);
    }
}

/// <summary>Meets a node of a gate.</summary>
/// <param name="node">The node.</param>
/// <param name="path">Where it stands, below the entry.</param>
internal delegate void GateVisitor(Gate node, ReadOnlySpan<object> path);
