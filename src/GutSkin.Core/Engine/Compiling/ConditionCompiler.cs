using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>A condition, with what holds of its score whatever is known.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="TotalWeight">Σ|β| over the scored rules.</param>
internal sealed record CompiledCondition(SkinCondition Condition, double TotalWeight);

/// <summary>What holds of conditions and rules whatever is known of a person.</summary>
internal static class ConditionCompiler
{
    public static CompiledCondition[] Compile(CompiledRuleSet set)
    {
        var compiled = new CompiledCondition[set.SkinConditions.Length];
        for (int c = 0; c < compiled.Length; c++)
        {
            double weight = 0;
            foreach (int rule in set.RulesOfCondition[c])
            {
                if (set.Rules.IsScored[rule])
                    weight += Math.Abs(set.Rules.Betas[rule]);
            }

            compiled[c] = new CompiledCondition(set.SkinConditions[c], weight);
        }

        return compiled;
    }

    public static IntLists Reads(CompiledRuleSet set)
    {
        int[] starts = new int[set.Rules.Count + 1];
        var entries = new List<int>(set.Rules.Count * 2);
        var leaves = new List<int>();
        for (int i = 0; i < set.Rules.Count; i++)
        {
            leaves.Clear();
            set.Gates.CollectLeaves(set.Rules.Gates[i], leaves);
            int start = entries.Count;
            if (set.Rules.Slots[i] >= 0)
                entries.Add(set.Rules.Slots[i]);
            foreach (int slot in set.Rules.Computed[i]?.Slots ?? [])
                entries.Add(slot);
            foreach (int leaf in leaves)
            {
                int slot = set.Gates.Leaves[leaf].Slot;
                if (slot < set.Slots.Count && (entries.Count == start || entries[^1] != slot))
                    entries.Add(slot);
            }

            entries.Sort(start, entries.Count - start, null);
            int count = start;
            for (int k = start; k < entries.Count; k++)
            {
                if (k == start || entries[k] != entries[count - 1])
                    entries[count++] = entries[k];
            }

            entries.RemoveRange(count, entries.Count - count);
            starts[i + 1] = entries.Count;
        }

        return new IntLists(starts, [.. entries]);
    }
}
