namespace GutSkin.Core;

/// <summary>What is to be done for every block of rows of a cohort, worked out once a rule set.</summary>
internal sealed class RowProgram
{
    public RowProgram(CompiledRuleSet set)
    {
        Set = set;
        var gates = set.Gates;
        SharedNodes = new bool[gates.Nodes];
        int[] uses = new int[gates.Nodes];
        for (int i = 0; i < set.Rules.Count; i++)
        {
            if (set.Rules.IsScored[i])
                uses[set.Rules.Gates[i]]++;
        }

        for (int i = 0; i < gates.ScoredOperators; i++)
        {
            SharedNodes[gates.FirstOperator + i] = true;
            foreach (int operand in gates.Operands(i))
                SharedNodes[operand] = true;
        }

        for (int leaf = 1; leaf < gates.ScoredLeaves; leaf++)
            SharedNodes[leaf] |= uses[leaf] > 1;
        foreach (var computed in set.ComputedRules)
            SharedNodes[computed.Gate] |= set.Rules.IsScored[computed.Rule];
        Rules = new RowRule[set.Rules.Count];
        for (int i = 0; i < Rules.Length; i++)
            Rules[i] = Rule(set, i);
        Slots = ReadSlots(set);
        IsNegative = new bool[set.Items.Positions];
        for (int item = 0; item < IsNegative.Length; item++)
        {
            foreach (int rule in set.Items.Rules[item])
                IsNegative[item] |= Rules[rule].IsNegative;
        }
    }

    public CompiledRuleSet Set { get; }

    /// <summary>The rules, by id.</summary>
    public RowRule[] Rules { get; }

    /// <summary>The nodes whose masks are computed beforehand.</summary>
    public bool[] SharedNodes { get; }

    /// <summary>Whether the effects of the item at each lane are below 0.</summary>
    public bool[] IsNegative { get; }

    /// <summary>Whether a scored rule reads each slot.</summary>
    public bool[] Slots { get; }

    private RowRule Rule(CompiledRuleSet set, int rule)
    {
        int position = set.Rules.Positions[rule], node = set.Rules.Gates[rule], slot = set.Table.Slots[position];
        int knots = set.Rules.Curves[rule].Knots.Length;
        return new RowRule(
            position,
            set.Rules.Slots[rule] < 0 ? set.Layout.One : set.Rules.Slots[rule],
            set.Rules.Computed[rule] is not null ? RowBurden.Computed
            : knots < 2 ? RowBurden.Constant : knots == 2 ? RowBurden.Line : knots == 3 ? RowBurden.TwoLines : RowBurden.Stored,
            node == GateTable.True ? RowGate.None : SharedNodes[node] ? RowGate.Masks : RowGate.Leaf,
            node,
            set.Rules.Betas[rule] < 0,
            slot - set.Layout.Burdens,
            rule);
    }

    private bool[] ReadSlots(CompiledRuleSet set)
    {
        bool[] read = new bool[set.SlotCount];
        for (int i = 0; i < set.Rules.Count; i++)
        {
            if (set.Rules.IsScored[i])
            {
                read[Rules[i].Slot] = true;
                foreach (int slot in set.Rules.Computed[i]?.Slots ?? [])
                    read[slot] = true;
            }
        }

        for (int leaf = 0; leaf < set.Gates.ScoredLeaves; leaf++)
            read[set.Gates.Leaves[leaf].Slot] = true;
        return read;
    }
}
