using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// A gate that is evaluated often on one person's numbers. Most are comparisons that all have to hold: those lie side by side and
/// are looked at without going through the nodes.
/// </summary>
internal readonly struct FlatGate
{
    private static readonly GateLeaf[] NoLeaves = [];

    private readonly int node;
    private readonly GateLeaf[]? leaves;

    private FlatGate(int node, GateLeaf[]? leaves) => (this.node, this.leaves) = (node, leaves);

    /// <summary>The gate at a node.</summary>
    public static FlatGate Of(int node, GateTable gates)
    {
        if (node == GateTable.True)
            return new FlatGate(node, NoLeaves);
        ReadOnlySpan<int> operands = node < gates.FirstOperator ? [node]
            : gates.Operator(node - gates.FirstOperator) == GateOperator.All ? gates.Operands(node - gates.FirstOperator)
            : [];
        foreach (int operand in operands)
        {
            if (operand >= gates.FirstOperator || gates.Leaves[operand].IsKnown)
                return new FlatGate(node, null);
        }

        var leaves = new GateLeaf[operands.Length];
        for (int i = 0; i < leaves.Length; i++)
            leaves[i] = gates.Leaves[operands[i]];
        return new FlatGate(node, leaves.Length > 0 ? leaves : null);
    }

    /// <summary>The truth on a profile.</summary>
    public Truth Evaluate(GateTable gates, ReadOnlySpan<double> values)
    {
        if (leaves is null)
            return gates.Evaluate(node, values);
        var truth = Truth.True;
        for (int i = 0; i < leaves.Length; i++)
        {
            ref readonly var leaf = ref leaves[i];
            double x = values[leaf.Slot];
            if (x >= leaf.Low && x <= leaf.High)
                continue;
            if (!double.IsNaN(x))
                return Truth.False;
            truth = Truth.Unknown;
        }

        return truth;
    }
}
