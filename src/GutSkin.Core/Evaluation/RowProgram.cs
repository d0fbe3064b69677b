namespace GutSkin.Core;

/// <summary>What is to be done for every block of rows of a cohort, worked out once a rule set.</summary>
internal sealed class RowProgram
{
    public const int GateLow = RuleParameter.Count;

    public const int GateHigh = RuleParameter.Count + 1;

    private const int NumbersOfRule = 16;

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
            SharedNodes[leaf] |= uses[leaf] > 1 || (uses[leaf] > 0 && gates.Leaves[leaf].IsKnown);
        foreach (var computed in set.ComputedRules)
            SharedNodes[computed.Gate] |= set.Rules.IsScored[computed.Rule];
        MaskOfNode = new int[gates.Nodes];
        for (int node = 0; node < MaskOfNode.Length; node++)
            MaskOfNode[node] = SharedNodes[node] ? Masks++ : 0;
        Numbers = new double[set.Rules.Count * NumbersOfRule];
        Rules = new RowRule[set.Rules.Count];
        for (int i = 0; i < Rules.Length; i++)
            Rules[i] = Rule(set, i);
        ReadsSlot = ReadSlots(set);
        IsNegative = new bool[set.Items.Positions];
        for (int item = 0; item < IsNegative.Length; item++)
        {
            foreach (int rule in set.Items.Rules[item])
                IsNegative[item] |= Rules[rule].IsNegative;
        }
    }

    public CompiledRuleSet Set { get; }

    /// <summary>All numbers of every rule, side by side: those of the table, then the range of its gate.</summary>
    public double[] Numbers { get; }

    /// <summary>The rules, by id.</summary>
    public RowRule[] Rules { get; }

    /// <summary>The nodes whose masks are computed beforehand.</summary>
    public bool[] SharedNodes { get; }

    /// <summary>How many they are.</summary>
    public int Masks { get; }

    /// <summary>The position of each of them among those; 0 for the other nodes, whose masks nobody asks for.</summary>
    public int[] MaskOfNode { get; }

    /// <summary>Whether the effects of the item at each lane are below 0.</summary>
    public bool[] IsNegative { get; }

    /// <summary>Whether a scored rule reads each slot.</summary>
    public bool[] ReadsSlot { get; }

    private RowRule Rule(CompiledRuleSet set, int rule)
    {
        int position = set.Rules.Positions[rule], node = set.Rules.Gates[rule], slot = set.Table.Slots[position];
        int number = rule * NumbersOfRule;
        for (int p = 0; p < RuleParameter.Count; p++)
            Numbers[number + p] = set.Table[position, p];
        if (node < set.Gates.FirstOperator)
            (Numbers[number + GateLow], Numbers[number + GateHigh]) = (set.Gates.LeafLows[node], set.Gates.LeafHighs[node]);
        return new RowRule(
            number,
            set.Rules.Slots[rule] < 0 ? set.Layout.One : set.Rules.Slots[rule],
            set.Rules.Computed[rule] is not null ? RowBurden.Computed : Burden(set.Rules.Curves[rule], set.Table, position),
            Gate(set, node),
            node,
            set.Rules.Betas[rule] < 0,
            slot - set.Layout.Burdens,
            rule);
    }

    private RowGate Gate(CompiledRuleSet set, int node)
    {
        if (node == GateTable.True)
            return RowGate.None;
        if (SharedNodes[node] || set.Gates.Leaves[node].IsKnown)
            return RowGate.Masks;
        var leaf = set.Gates.Leaves[node];
        // Staged answers are allowed ones.
        var allowed = leaf.Slot < set.Layout.Factors ? Slots.Allowed(set.Slots.Factors[leaf.Slot]) : new Interval(0, 1);
        return leaf.Low > leaf.High ? RowGate.Range
            : leaf.High >= allowed.High ? RowGate.AtLeast
            : leaf.Low <= allowed.Low ? RowGate.AtMost
            : RowGate.Range;
    }

    private static RowBurden Burden(in BurdenCurve curve, RuleTable table, int position)
    {
        if (!curve.FitsTable)
            return RowBurden.Stored;
        if (curve.Knots.Length < 2)
            return RowBurden.Constant;
        if (curve.Knots.Length == 2)
            return Meets(table, position, RuleParameter.FirstX) ? RowBurden.ExactLine : RowBurden.Line;
        double last = Math.BitDecrement(table[position, RuleParameter.SecondX]);
        return At(table, position, RuleParameter.FirstX, last) <= table[position, RuleParameter.FirstEnd]
            && Meets(table, position, RuleParameter.SecondX) ? RowBurden.ExactTwoLines : RowBurden.TwoLines;
    }

    /// <summary>Whether a line's rounded numbers are not below its end where it ends; as they only rise, then nowhere beyond.</summary>
    private static bool Meets(RuleTable table, int position, int line) =>
        At(table, position, line, table[position, RuleParameter.EndX]) >= table[position, line + RuleParameter.FirstEnd];

    private static double At(RuleTable table, int position, int line, double x) =>
        table[position, line + RuleParameter.FirstBurden]
            + (table[position, line + RuleParameter.FirstSlope] * (x - table[position, line + RuleParameter.FirstX]));

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
