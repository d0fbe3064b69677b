namespace GutSkin.Core;

/// <summary>
/// What <see cref="ScoreKernel"/> runs through, worked out once a rule set: for each block of four rules their slots, the
/// slots of their gates and all numbers side by side. A gate is a range of one slot's number; one that joins others is
/// computed beforehand into a slot of its own, as 1, 0 or missing.
/// </summary>
internal sealed class ScoreProgram
{
    /// <summary>Within a block's slots: those of the gates come behind those of the burdens.</summary>
    public const int GateSlots = Lanes.Count;

    /// <summary>How many slots a block has.</summary>
    public const int BlockSlots = 2 * Lanes.Count;

    /// <summary>The parameters of a block: those of the table, then the range of the gate.</summary>
    public const int GateLow = RuleParameter.Count;

    public const int GateHigh = RuleParameter.Count + 1;

    /// <summary>How many numbers a block has.</summary>
    public const int BlockNumbers = (RuleParameter.Count + 2) * Lanes.Count;

    public ScoreProgram(CompiledRuleSet set)
    {
        int positions = set.Items.Positions;
        for (int i = 0; i < set.Items.Groups.Length; i++)
            positions += set.Items.GroupMembers[i].Length;
        int blocks = Lanes.Pad(positions) / Lanes.Count;
        Blocks = blocks;
        BlocksOfCondition = Array.ConvertAll(set.Items.Length, static items => Lanes.Pad(items) / Lanes.Count);
        ItemBlocks = set.Items.Positions / Lanes.Count;
        Slots = new int[blocks * BlockSlots];
        Numbers = new double[blocks * BlockNumbers];
        HasMore = new bool[ItemBlocks];
        foreach (int group in set.Items.Groups)
            HasMore[group / Lanes.Count] = true;
        foreach (var computed in set.ComputedRules)
        {
            if (computed.Position < set.Items.Positions)
                HasMore[computed.Position / Lanes.Count] = true;
        }

        var nodes = new List<int>();
        var slotOfNode = new Dictionary<int, int>();
        for (int position = 0; position < blocks * Lanes.Count; position++)
        {
            int block = position / Lanes.Count, lane = position % Lanes.Count;
            bool isRule = position < set.Table.Positions;
            Slots[(block * BlockSlots) + lane] = isRule ? set.Table.Slots[position] : set.Layout.One;
            for (int p = 0; p < RuleParameter.Count; p++)
                Put(block, lane, p, isRule ? set.Table[position, p] : 0);
            int node = isRule ? set.Table.Gates[position] : GateTable.True;
            Gate(set, block, lane, node, nodes, slotOfNode);
        }

        Nodes = [.. nodes];
    }

    /// <summary>How many blocks hold the conditions' items; the members of overlap groups stand behind them.</summary>
    public int ItemBlocks { get; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks { get; }

    /// <summary>How many blocks each condition's items take.</summary>
    public int[] BlocksOfCondition { get; }

    /// <summary>The slots, block by block.</summary>
    public int[] Slots { get; }

    /// <summary>The numbers, block by block.</summary>
    public double[] Numbers { get; }

    /// <summary>Whether a block of items holds one that is not a single rule.</summary>
    public bool[] HasMore { get; }

    /// <summary>The nodes of gates that are computed beforehand, in the order of their slots.</summary>
    public int[] Nodes { get; }

    private void Gate(CompiledRuleSet set, int block, int lane, int node, List<int> nodes, Dictionary<int, int> slotOfNode)
    {
        int slot;
        double low = 1, high = 1;
        if (node < set.Gates.FirstOperator && !set.Gates.Leaves[node].IsKnown)
        {
            (slot, low, high) = (set.Gates.Leaves[node].Slot, set.Gates.Leaves[node].Low, set.Gates.Leaves[node].High);
        }
        else if (!slotOfNode.TryGetValue(node, out slot))
        {
            slotOfNode.Add(node, slot = set.SlotCount + nodes.Count);
            nodes.Add(node);
        }

        Slots[(block * BlockSlots) + GateSlots + lane] = slot;
        Put(block, lane, GateLow, low);
        Put(block, lane, GateHigh, high);
    }

    private void Put(int block, int lane, int parameter, double value) =>
        Numbers[(block * BlockNumbers) + (parameter * Lanes.Count) + lane] = value;
}
