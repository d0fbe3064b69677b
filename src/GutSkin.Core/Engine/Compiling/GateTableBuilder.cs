using System.Runtime.InteropServices;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>Turns gates into nodes of a <see cref="GateTable"/>; a gate that was there before gives the same node.</summary>
internal sealed class GateTableBuilder
{
    /// <summary>Up to here comparing each with each is quicker than a set.</summary>
    private const int Few = 32;

    private readonly Slots slots;
    private readonly SlotLayout layout;
    private readonly Dictionary<string, int> conditions;
    private readonly Dictionary<int, int> firstLeafByHash = [];
    private readonly List<int> nextLeafByHash = [];
    private readonly Dictionary<int, int> firstByHash = [];
    private readonly List<int> nextByHash = [];
    private readonly List<int> operators = [];
    private readonly List<int> starts = [0];
    private readonly List<int> operands = [];
    private readonly List<int> pending = [];
    private readonly Dictionary<int, HashSet<int>> sets = [];
    private GateLeaf[] leaves = new GateLeaf[256];
    private int leafCount;
    private int scoredLeaves;
    private int scoredOperators;

    public GateTableBuilder(Slots slots, SlotLayout layout, Dictionary<string, int> conditions)
    {
        this.slots = slots;
        this.layout = layout;
        this.conditions = conditions;
        Leaf(new GateLeaf(layout.One, 1, 1, false));
    }

    /// <summary>Adds a gate; none is always true.</summary>
    /// <returns>A reference, for <see cref="NodeOf"/> once the table is built.</returns>
    public int Add(Gate? gate) => gate switch
    {
        null => GateTable.True,
        ComparisonGate g => Comparison(g),
        AllGate g => Joined(GateOperator.All, g.Operands.AsSpan()),
        AnyGate g => Joined(GateOperator.Any, g.Operands.AsSpan()),
        NotGate g => Not(Add(g.Operand)),
        KnownGate g => Leaf(new GateLeaf(slots.IndexOf(g.Factor), double.NegativeInfinity, double.PositiveInfinity, true)),
        ConcernGate g => Leaf(new GateLeaf(layout.Concern(conditions[g.Condition]), 1, 1, false)),
        _ => throw new ArgumentException("A gate of an unknown form.", nameof(gate)),
    };

    /// <summary>Notes that the gates so far are those of the scoring rules.</summary>
    public void EndOfScoring() => (scoredLeaves, scoredOperators) = (leafCount, operators.Count);

    /// <summary>The node of a reference.</summary>
    public int NodeOf(int reference) => reference >= 0 ? reference : Lanes.Pad(leafCount) + ~reference;

    public GateTable Build()
    {
        int[] nodes = new int[operands.Count];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = NodeOf(operands[i]);
        leaves = Resized(leaves, leafCount);
        var kinds = new GateOperator[operators.Count];
        for (int i = 0; i < kinds.Length; i++)
            kinds[i] = (GateOperator)operators[i];
        return new GateTable(leaves, kinds, [.. starts], nodes, scoredLeaves, scoredOperators);
    }

    private int Comparison(ComparisonGate gate)
    {
        int slot = slots.IndexOf(gate.Factor);
        var factor = slots.Factors[slot];
        double low = double.NegativeInfinity, high = double.PositiveInfinity;
        if (gate.AtLeast is { } atLeast)
            low = atLeast;
        if (gate.Above is { } above)
            low = Math.Max(low, Math.BitIncrement(above));
        if (gate.AtMost is { } atMost)
            high = atMost;
        if (gate.Below is { } below)
            high = Math.Min(high, Math.BitDecrement(below));
        if (gate.Between is { } between)
            (low, high) = (Math.Max(low, between.Low), Math.Min(high, between.High));
        if (gate.EqualTo is { } value)
        {
            double equal = Slots.Encode(value, factor);
            (low, high) = (Math.Max(low, equal), Math.Min(high, equal));
        }

        if (gate.In is not { } choices)
            return Range(slot, low, high);
        int mark = pending.Count;
        for (int i = 0; i < choices.Length; i++)
        {
            double equal = Slots.Encode(choices[i], factor);
            if (equal >= low && equal <= high)
                AddPending(Range(slot, equal, equal), mark);
        }

        return pending.Count == mark ? Range(slot, double.PositiveInfinity, double.NegativeInfinity) : Operator(GateOperator.Any, mark);
    }

    private int Range(int slot, double low, double high) => low <= high
        ? Leaf(new GateLeaf(slot, low, high, false))
        : Leaf(new GateLeaf(slot, double.PositiveInfinity, double.NegativeInfinity, false));

    private int Joined(GateOperator kind, ReadOnlySpan<Gate> gates)
    {
        int mark = pending.Count;
        foreach (var gate in gates)
            AddPending(Add(gate), mark);
        if (pending.Count > mark)
            return Operator(kind, mark);
        return kind == GateOperator.All ? GateTable.True : Leaf(new GateLeaf(layout.One, 0, 0, false));
    }

    private int Not(int operand)
    {
        int mark = pending.Count;
        pending.Add(operand);
        return Operator(GateOperator.Not, mark);
    }

    /// <summary>The same operand twice is once: minimum and maximum do not count.</summary>
    private void AddPending(int operand, int mark)
    {
        if (pending.Count - mark < Few)
        {
            if (pending.IndexOf(operand, mark) < 0)
                pending.Add(operand);
            return;
        }

        // A long list gets a set of its own, found by where it begins.
        if (!sets.TryGetValue(mark, out var set))
            sets.Add(mark, set = [.. CollectionsMarshal.AsSpan(pending)[mark..]]);
        if (set.Add(operand))
            pending.Add(operand);
    }

    private int Leaf(GateLeaf leaf)
    {
        int hash = leaf.GetHashCode();
        if (!firstLeafByHash.TryGetValue(hash, out int first))
            first = -1;
        for (int found = first; found >= 0; found = nextLeafByHash[found])
        {
            if (leaves[found].Equals(leaf))
                return found;
        }

        if (leafCount == leaves.Length)
            leaves = Resized(leaves, leafCount * 2);
        leaves[leafCount] = leaf;
        nextLeafByHash.Add(first);
        firstLeafByHash[hash] = leafCount;
        return leafCount++;
    }

    /// <summary>By hand: a process that has just started would have to compile the generic one.</summary>
    private static GateLeaf[] Resized(GateLeaf[] leaves, int length)
    {
        var resized = new GateLeaf[length];
        for (int i = 0; i < Math.Min(length, leaves.Length); i++)
            resized[i] = leaves[i];
        return resized;
    }

    private int Operator(GateOperator kind, int mark)
    {
        int count = pending.Count - mark;
        if (count >= Few)
            sets.Remove(mark);
        if (count == 1 && kind != GateOperator.Not)
        {
            int only = pending[mark];
            pending.RemoveAt(mark);
            return only;
        }

        int hash = (int)kind;
        for (int i = mark; i < pending.Count; i++)
            hash = (hash * 31) + pending[i];
        if (!firstByHash.TryGetValue(hash, out int first))
            first = -1;
        int found = first;
        while (found >= 0 && !Same(found, kind, mark, count))
            found = nextByHash[found];
        if (found < 0)
        {
            found = operators.Count;
            operators.Add((int)kind);
            for (int i = mark; i < pending.Count; i++)
                operands.Add(pending[i]);
            starts.Add(operands.Count);
            nextByHash.Add(first);
            firstByHash[hash] = found;
        }

        pending.RemoveRange(mark, count);
        return ~found;
    }

    private bool Same(int index, GateOperator kind, int mark, int count)
    {
        int start = starts[index];
        if (operators[index] != (int)kind || starts[index + 1] - start != count)
            return false;
        for (int i = 0; i < count; i++)
        {
            if (operands[start + i] != pending[mark + i])
                return false;
        }

        return true;
    }
}
