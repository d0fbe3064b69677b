using GutSkin.Core.Engine.Compiling;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>
/// What is the same for every row of a run: gates and items that read no column. Tables of few columns leave most of a rule set so. Each is
/// worked out once, by the kernel itself, so that its bits are those that every row would get.
/// </summary>
internal sealed class CohortConstants
{
    private CohortConstants(CohortPlan plan)
    {
        Nodes = new bool[plan.Set.Gates.Nodes];
        Items = new bool[plan.Set.Items.Positions];
        Low = new double[Items.Length];
        High = new double[Items.Length];
        Value = new double[Items.Length];
    }

    /// <summary>Whether each node is the same for all rows; its masks stand in the scratch.</summary>
    public bool[] Nodes { get; }

    /// <summary>Whether the item at each lane is the same for all rows.</summary>
    public bool[] Items { get; }

    /// <summary>The lower end of those items.</summary>
    public double[] Low { get; }

    /// <summary>The upper end.</summary>
    public double[] High { get; }

    /// <summary>The value: of the ends the one nearer to 0.</summary>
    public double[] Value { get; }

    /// <summary>Finds them, and leaves the masks of constant nodes in the scratch.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="scratch">The scratch of a thread, before its first tile.</param>
    /// <param name="gates">Computes the masks of the nodes that are asked for.</param>
    /// <param name="run">Runs the item at a lane over the scratch and leaves its nearer and farther ends.</param>
    public static CohortConstants Find(
        CohortPlan plan, CohortScratch scratch, Action<CohortPlan, CohortScratch, bool[], bool> gates, Func<CohortPlan, CohortScratch, int, (double Near, double Far)> run)
    {
        var found = new CohortConstants(plan);
        found.FindNodes(plan.Set.Gates, scratch);
        scratch.Rows = CohortScratch.TileRows;
        gates(plan, scratch, found.Nodes, true);
        scratch.Rows = CohortRun.PadRows(1);
        var items = plan.Set.Items;
        for (int c = 0; c < items.Length.Length; c++)
        {
            for (int item = items.First[c]; item < items.First[c] + items.Length[c]; item++)
            {
                if (!found.IsConstant(plan, scratch, items.Rules[item]))
                    continue;
                found.Items[item] = true;
                var (near, far) = run(plan, scratch, item);
                (found.Low[item], found.High[item]) = plan.IsNegative[item] ? (far, near) : (near, far);
                found.Value[item] = near;
            }
        }

        return found;
    }

    private void FindNodes(GateTable gates, CohortScratch scratch)
    {
        for (int leaf = 0; leaf < gates.Leaves.Length; leaf++)
            Nodes[leaf] = scratch.IsConstant(gates.Leaves[leaf].Slot);
        // In postfix order: operands come before what joins them.
        for (int i = 0; i < gates.ScoredOperators; i++)
        {
            bool all = true;
            foreach (int operand in gates.Operands(i))
                all &= Nodes[operand];
            Nodes[gates.FirstOperator + i] = all;
        }
    }

    private bool IsConstant(CohortPlan plan, CohortScratch scratch, ReadOnlySpan<int> rules)
    {
        foreach (int rule in rules)
        {
            var set = plan.Set.Rules;
            if (!Nodes[set.Gates[rule]] || (set.Slots[rule] >= 0 && !scratch.IsConstant(set.Slots[rule])))
                return false;
            foreach (int slot in set.Computed[rule]?.Slots ?? [])
            {
                if (!scratch.IsConstant(slot))
                    return false;
            }
        }

        return true;
    }
}
