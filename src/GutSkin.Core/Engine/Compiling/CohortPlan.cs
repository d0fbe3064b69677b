
namespace GutSkin.Core.Engine.Compiling;

/// <summary>How a rule is run over the rows of a cohort.</summary>
/// <param name="Number">Where in the table its first number is.</param>
/// <param name="Slot">The slot it reads; the one that is always 1 where it has no factor.</param>
/// <param name="Burden">How its burden is computed.</param>
/// <param name="Gate">How its gate is looked up.</param>
/// <param name="Node">The node of its gate.</param>
/// <param name="GateSlot">The slot that its gate compares, where it is compared on the spot.</param>
/// <param name="IsNegative">Whether its effect is below 0.</param>
/// <param name="OffTable">The position of its curve where that does not fit the table; below 0 otherwise.</param>
/// <param name="Index">Its position in the compiled rules.</param>
internal readonly record struct CohortRule(
    int Number, int Slot, CohortBurdenForm Burden, CohortGateForm Gate, int Node, int GateSlot, bool IsNegative, int OffTable, int Index);

/// <summary>What is to be done for every tile of rows of a cohort, worked out once for a rule set.</summary>
internal sealed class CohortPlan
{
    public CohortPlan(CompiledRuleSet set)
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
        Rules = new CohortRule[set.Rules.Count];
        for (int i = 0; i < Rules.Length; i++)
            Rules[i] = Rule(set, i);
        ReadsSlot = ReadSlots(set);
        SlotsOfCondition = [.. Enumerable.Range(0, set.SkinConditions.Length).Select(c => SlotsOf(set, c))];
        IsNegative = new bool[set.Items.Positions];
        for (int item = 0; item < IsNegative.Length; item++)
        {
            foreach (int rule in set.Items.Rules[item])
                IsNegative[item] |= Rules[rule].IsNegative;
        }
    }

    public CompiledRuleSet Set { get; }

    /// <summary>The rules, by id.</summary>
    public CohortRule[] Rules { get; }

    /// <summary>The nodes whose masks are computed beforehand.</summary>
    public bool[] SharedNodes { get; }

    /// <summary>How many they are.</summary>
    public int Masks { get; }

    /// <summary>The position of each of them among those; 0 for the other nodes, whose masks nobody asks for.</summary>
    public int[] MaskOfNode { get; }

    /// <summary>Whether the effects of the item at each lane are below 0.</summary>
    public bool[] IsNegative { get; }

    /// <summary>Whether a scored rule reads each slot, or what follows for one that it reads.</summary>
    public bool[] ReadsSlot { get; }

    /// <summary>
    /// The slots whose answers leave nothing of each condition's index open where no one lacks them; null where a class computes one of its
    /// rules, whose ends may lie apart all the same.
    /// </summary>
    public int[]?[] SlotsOfCondition { get; }

    private static int[]? SlotsOf(CompiledRuleSet set, int condition)
    {
        var slots = new SortedSet<int>();
        for (int item = set.Items.First[condition]; item < set.Items.First[condition] + set.Items.Length[condition]; item++)
        {
            foreach (int rule in set.Items.Rules[item])
            {
                if (set.Rules.Computed[rule] is not null)
                    return null;
                // What is no factor's, a concern for example, nobody lacks.
                foreach (int slot in set.Reads[rule])
                    slots.Add(slot);
            }
        }

        return [.. slots];
    }

    private CohortRule Rule(CompiledRuleSet set, int rule)
    {
        int position = set.Rules.Positions[rule], node = set.Rules.Gates[rule];
        return new CohortRule(
            RuleTable.At(position, 0),
            set.Rules.Slots[rule] < 0 ? set.Layout.One : set.Rules.Slots[rule],
            set.Rules.Computed[rule] is not null ? CohortBurdenForm.Computed : Burden(set.Rules.Burdens[rule], set.Table, position),
            Gate(set, node),
            node,
            set.Table.GateSlotOf(position),
            set.Rules.Betas[rule] < 0,
            set.Table.SlotOf(position) - set.Layout.Burdens,
            rule);
    }

    private CohortGateForm Gate(CompiledRuleSet set, int node)
    {
        if (node == GateTable.True)
            return CohortGateForm.None;
        if (SharedNodes[node] || set.Gates.Leaves[node].IsKnown)
            return CohortGateForm.Masks;
        var leaf = set.Gates.Leaves[node];
        // Staged answers are allowed ones.
        var allowed = leaf.Slot < set.Layout.Factors ? Slots.Allowed(set.Slots.Factors[leaf.Slot]) : new Interval(0, 1);
        return leaf.Low > leaf.High ? CohortGateForm.Range
            : leaf.High >= allowed.High ? CohortGateForm.AtLeast
            : leaf.Low <= allowed.Low ? CohortGateForm.AtMost
            : CohortGateForm.Range;
    }

    private static CohortBurdenForm Burden(in RuleBurden burden, RuleTable table, int position)
    {
        if (!burden.FitsTable)
            return CohortBurdenForm.Stored;
        if (burden.Knots.Length < 2)
            return CohortBurdenForm.Constant;
        if (burden.Knots.Length == 2)
            return Meets(table, position, RuleParameter.FirstX) ? CohortBurdenForm.ExactLine : CohortBurdenForm.Line;
        double last = Math.BitDecrement(table[position, RuleParameter.SecondX]);
        return At(table, position, RuleParameter.FirstX, last) <= table[position, RuleParameter.FirstEnd]
            && Meets(table, position, RuleParameter.SecondX) ? CohortBurdenForm.ExactTwoLines : CohortBurdenForm.TwoLines;
    }

    /// <summary>Whether a line's rounded numbers are not below its end where it ends; as they only rise, then nowhere beyond.</summary>
    private static bool Meets(RuleTable table, int position, int line) =>
        At(table, position, line, table[position, RuleParameter.EndX]) >= table[position, line + RuleParameter.FirstEnd];

    private static double At(RuleTable table, int position, int line, double x) =>
        table[position, line + RuleParameter.FirstBurden]
            + (table[position, line + RuleParameter.FirstSlope] * (x - table[position, line + RuleParameter.FirstX]));

    private static bool[] ReadSlots(CompiledRuleSet set)
    {
        bool[] read = [.. set.ReadByScores];
        foreach (var step in set.Inferences.Scored)
        {
            foreach (int slot in step.Reads)
                read[slot] = true;
        }

        return read;
    }
}

/// <summary>The forms of a burden over the rows of a cohort.</summary>
internal enum CohortBurdenForm : byte
{
    /// <summary>The same at every number.</summary>
    Constant,

    /// <summary>One line between two knots.</summary>
    Line,

    /// <summary>The same, where its rounded numbers meet the second knot by themselves.</summary>
    ExactLine,

    /// <summary>Two lines between three knots.</summary>
    TwoLines,

    /// <summary>The same, where their rounded numbers do not pass the second knot and meet the third by themselves.</summary>
    ExactTwoLines,

    /// <summary>More knots: computed on its own beforehand.</summary>
    Stored,

    /// <summary>A class computes it, row by row.</summary>
    Computed,
}

/// <summary>The forms of a gate over the rows of a cohort.</summary>
internal enum CohortGateForm : byte
{
    /// <summary>Always true.</summary>
    None,

    /// <summary>A number at least so great, which no other gate asks: compared where it is used.</summary>
    AtLeast,

    /// <summary>A number at most so great, the same way.</summary>
    AtMost,

    /// <summary>A range, the same way.</summary>
    Range,

    /// <summary>Two masks computed beforehand.</summary>
    Masks,
}
