namespace GutSkin.Core;

/// <summary>Which missing factors decide a gate that is unknown.</summary>
internal static class Decision
{
    /// <summary>
    /// Adds the missing slots some allowed value of which, all else unchanged, makes the gate true or false; where no single
    /// one does, those of comparisons reached from the top through unknown operands only.
    /// </summary>
    public static void AddDecidingSlots(CompiledGate gate, CompiledRuleSet rules, double[] values, Span<ulong> slots)
    {
        bool any = false;
        foreach (int slot in gate.Reads)
        {
            if (double.IsNaN(values[slot]) && Decides(gate, slot, rules, values))
            {
                SlotSet.Add(slots, slot);
                any = true;
            }
        }

        if (!any)
            AddOpenSlots(gate.Node, rules.Gates, values, slots);
    }

    private static bool Decides(CompiledGate gate, int slot, CompiledRuleSet rules, double[] values)
    {
        var factor = rules.Slots.Factors[slot];
        var allowed = Slots.Allowed(factor);
        bool whole = factor.Kind != FactorKind.Number;
        try
        {
            // Between two neighboring numbers of these the gate stays the same, and each stands for all from it up to the next.
            if (IsDecided(allowed.Low))
                return true;
            foreach (int index in gate.Leaves)
            {
                var leaf = rules.Gates.Leaves[index];
                if (leaf.Slot == slot && (IsDecided(leaf.Low) || IsDecided(Math.BitIncrement(leaf.High))))
                    return true;
            }

            return false;
        }
        finally
        {
            values[slot] = double.NaN;
        }

        bool IsDecided(double value)
        {
            if (whole)
                value = Math.Ceiling(value);
            if (!(value >= allowed.Low && value <= allowed.High))
                return false;
            values[slot] = value;
            return rules.Gates.Evaluate(gate.Node, values) != Truth.Unknown;
        }
    }

    private static void AddOpenSlots(int node, GateTable gates, double[] values, Span<ulong> slots)
    {
        if (node < gates.FirstOperator)
        {
            var leaf = gates.Leaves[node];
            if (!leaf.IsKnown && double.IsNaN(values[leaf.Slot]))
                SlotSet.Add(slots, leaf.Slot);
            return;
        }

        foreach (int operand in gates.Operands(node - gates.FirstOperator))
        {
            if (gates.Evaluate(operand, values) == Truth.Unknown)
                AddOpenSlots(operand, gates, values, slots);
        }
    }
}
