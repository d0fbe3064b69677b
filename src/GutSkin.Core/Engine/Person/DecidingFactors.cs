using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Person;

/// <summary>Which missing factors decide a gate that is unknown.</summary>
internal static class DecidingFactors
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

/// <summary>Lists of ids to ask for. Many recommendations wait for the same answers: equal lists are one.</summary>
internal sealed class AskLists(CompiledAdvice advice)
{
    private readonly int words = SlotSet.Words(advice.AskIds.Length);
    private readonly List<string[]> lists = [];
    private ulong[] keys = new ulong[16 * SlotSet.Words(advice.AskIds.Length)];

    /// <summary>Forgets all lists.</summary>
    public void Clear() => lists.Clear();

    /// <summary>The ids of the slots, a screen's for its factors: each once, ordinally.</summary>
    public ImmutableArray<string> Of(ReadOnlySpan<ulong> slots)
    {
        int at = lists.Count * words;
        if (keys.Length < at + words)
            Array.Resize(ref keys, Math.Max(keys.Length * 2, at + words));
        var key = keys.AsSpan(at, words);
        key.Clear();
        for (int slot = SlotSet.Next(slots, 0); slot >= 0; slot = SlotSet.Next(slots, slot + 1))
            SlotSet.Add(key, advice.AskOfSlot[slot]);
        int count = SlotSet.Count(key);
        if (count == 0)
            return [];
        for (int i = 0; i < lists.Count; i++)
        {
            if (keys.AsSpan(i * words, words).SequenceEqual(key))
                return ImmutableCollectionsMarshal.AsImmutableArray(lists[i]);
        }

        string[] ids = new string[count];
        int next = 0;
        for (int i = SlotSet.Next(key, 0); i >= 0; i = SlotSet.Next(key, i + 1))
            ids[next++] = advice.AskIds[i];
        lists.Add(ids);
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }
}
