using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Safety rules, interventions and screens over slots: what an assessment needs beside the scores.</summary>
internal sealed class CompiledCare
{
    public CompiledCare(CompiledRuleSet set)
    {
        var gates = set.CareGates;
        var compiled = new Dictionary<int, CompiledGate>();
        Safety = new CompiledSafety[gates.SafetyRules.Length];
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = new CompiledSafety(gates.SafetyRules[i], GateAt(gates.Safety[i]));

        var targets = SafetyTargetIndex.Of(gates.SafetyRules, gates.AllInterventions);
        var products = ProductsOf(set.Resolved.RuleSet);
        Interventions = new CompiledIntervention[gates.AllInterventions.Length];
        for (int i = 0; i < Interventions.Length; i++)
        {
            var intervention = gates.AllInterventions[i];
            Interventions[i] = new CompiledIntervention
            {
                Intervention = intervention,
                Gate = GateAt(gates.Interventions[i]),
                Changes = Changes(intervention, set.Slots),
                Safety = targets[i].ToArray(),
                Trials = TrialCompiler.Compile(intervention, set),
                Products = products.TryGetValue(intervention.Id, out var ids) ? [.. ids] : [],
            };
        }

        Screens = new CompiledScreen[set.Resolved.RuleSet.Screens.Length];
        for (int i = 0; i < Screens.Length; i++)
        {
            var screen = set.Resolved.RuleSet.Screens[i];
            int[] slots = new int[screen.Factors.Length];
            for (int k = 0; k < slots.Length; k++)
                slots[k] = set.Slots.IndexOf(screen.Factors[k]);
            Screens[i] = new CompiledScreen(screen, slots, gates.Screens[i]);
        }

        ScreenOfSlot = new int[set.Slots.Count];
        Array.Fill(ScreenOfSlot, -1);
        for (int i = Screens.Length - 1; i >= 0; i--)
        {
            foreach (int slot in Screens[i].Slots)
                ScreenOfSlot[slot] = i;
        }

        (AskIds, AskOfSlot) = Asking(set.Slots);

        CompiledGate GateAt(int node)
        {
            if (!compiled.TryGetValue(node, out var gate))
                compiled.Add(node, gate = Describe(set, node));
            return gate;
        }
    }

    /// <summary>Safety rules, by id.</summary>
    public CompiledSafety[] Safety { get; }

    /// <summary>Interventions, by id.</summary>
    public CompiledIntervention[] Interventions { get; }

    /// <summary>Screens, in the order of asking.</summary>
    public CompiledScreen[] Screens { get; }

    /// <summary>For each slot the first screen that lists it; −1 where none does.</summary>
    public int[] ScreenOfSlot { get; }

    /// <summary>The ids under which slots are asked, a screen's for its factors: each once, ordinally.</summary>
    public string[] AskIds { get; }

    /// <summary>For each slot its position in <see cref="AskIds"/>.</summary>
    public int[] AskOfSlot { get; }

    private static CompiledGate Describe(CompiledRuleSet set, int node)
    {
        var leaves = new List<int>();
        set.Gates.CollectLeaves(node, leaves);
        List<int> distinct = [], reads = [];
        foreach (int leaf in leaves)
        {
            if (distinct.Contains(leaf))
                continue;
            distinct.Add(leaf);
            int slot = set.Gates.Leaves[leaf].Slot;
            if (slot < set.Slots.Count && !reads.Contains(slot))
                reads.Add(slot);
        }

        reads.Sort();
        return new CompiledGate(node, [.. distinct], [.. reads]);
    }

    private static (int Slot, FactorChange Change, double Set)[] Changes(Intervention intervention, Slots slots)
    {
        var changes = new (int, FactorChange, double)[intervention.Changes.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            var change = intervention.Changes[i];
            int slot = slots.IndexOf(change.Factor);
            changes[i] = (slot, change, change.Set is { } set ? Slots.Encode(set, slots.Factors[slot]) : double.NaN);
        }

        return changes;
    }

    private static Dictionary<string, List<string>> ProductsOf(RuleSet set)
    {
        var products = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var product in set.Products)
        {
            if (!products.TryGetValue(product.Intervention, out var ids))
                products.Add(product.Intervention, ids = []);
            ids.Add(product.Id);
        }

        return products;
    }

    private (string[] Ids, int[] OfSlot) Asking(Slots slots)
    {
        string[] idOfSlot = new string[slots.Count];
        var ids = new List<string>(slots.Count);
        for (int slot = 0; slot < idOfSlot.Length; slot++)
        {
            idOfSlot[slot] = ScreenOfSlot[slot] >= 0 ? Screens[ScreenOfSlot[slot]].Screen.Id : slots.Factors[slot].Id;
            ids.Add(idOfSlot[slot]);
        }

        ids.Sort(StringComparer.Ordinal);
        int distinct = 0;
        for (int i = 0; i < ids.Count; i++)
        {
            if (i == 0 || ids[i] != ids[i - 1])
                ids[distinct++] = ids[i];
        }

        ids.RemoveRange(distinct, ids.Count - distinct);
        int[] ofSlot = new int[slots.Count];
        for (int slot = 0; slot < ofSlot.Length; slot++)
            ofSlot[slot] = ids.BinarySearch(idOfSlot[slot], StringComparer.Ordinal);
        return ([.. ids], ofSlot);
    }
}
