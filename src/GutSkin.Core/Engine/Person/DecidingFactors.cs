using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Person;

/// <summary>Section 8 of the scoring model: which missing factors decide a gate that is unknown.</summary>
internal static class DecidingFactors
{
    /// <summary>Adds the missing slots some allowed value of which, all else unchanged, makes the gate true or false.</summary>
    public static void AddAlone(CompiledGate gate, CompiledRuleSet rules, double[] values, List<int> slots)
    {
        foreach (int slot in gate.Reads)
        {
            if (double.IsNaN(values[slot]) && Decides(gate, slot, rules, values))
                slots.Add(slot);
        }
    }

    /// <summary>Adds the missing slots of comparisons, or of <c>known</c>, reached from the top through unknown operands only; one may be added several times.</summary>
    public static void AddOpen(int node, GateTable gates, double[] values, List<int> slots)
    {
        if (gates.Evaluate(node, values) != Truth.Unknown)
            return;
        if (node < gates.FirstOperator)
        {
            slots.Add(gates.Leaves[node].Slot);
            return;
        }

        foreach (int operand in gates.Operands(node - gates.FirstOperator))
            AddOpen(operand, gates, values, slots);
    }

    private static bool Decides(CompiledGate gate, int slot, CompiledRuleSet rules, double[] values)
    {
        var factor = rules.Slots.Factors[slot];
        var allowed = Slots.Allowed(factor);
        bool whole = factor.Kind != FactorKind.Number;
        double missing = values[slot];
        try
        {
            // Between two neighboring numbers of these the gate stays the same, and each stands for all from it up to the next. The least one decides most gates.
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
            values[slot] = missing;
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
}
