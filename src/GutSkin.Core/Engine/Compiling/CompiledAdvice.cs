using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>A gate about which a person may have to be asked: its node, and what it reads.</summary>
/// <param name="Node">The node in the <see cref="GateTable"/>.</param>
/// <param name="Leaves">The different leaves below it.</param>
/// <param name="Reads">The slots of factors it reads, <c>known</c> included, rising.</param>
/// <param name="Index">Its position among the gates of a rule set about which a person may have to be asked.</param>
internal sealed record CompiledGate(int Node, int[] Leaves, int[] Reads, int Index);

/// <summary>A safety rule over slots.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Gate">When it holds.</param>
internal sealed record CompiledSafety(SafetyRule Rule, CompiledGate Gate);

/// <summary>A screen over slots.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Slots">The slots of its factors, in order.</param>
/// <param name="Gate">Not asked where this node is false.</param>
internal sealed record CompiledScreen(Screen Screen, int[] Slots, int Gate);

/// <summary>The gates of safety rules, interventions and screens, each in the order of ids (screens: of asking).</summary>
internal sealed class AdviceGates
{
    public AdviceGates(RuleSet set, Slots slots, GateTableBuilder gates)
    {
        SafetyRules = Sorting.ById(set.Safety.AsSpan(), static s => s.Id);
        AllInterventions = Sorting.ById(set.Interventions.AsSpan(), static i => i.Id);
        Safety = new int[SafetyRules.Length];
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = gates.Add(SafetyRules[i].When);
        Interventions = new int[AllInterventions.Length];
        for (int i = 0; i < Interventions.Length; i++)
            Interventions[i] = gates.Add(AllInterventions[i].When);
        Screens = new int[set.Screens.Length];
        for (int i = 0; i < Screens.Length; i++)
            Screens[i] = gates.Add(set.Screens[i].When);
        AskWhen = new int[slots.Count];
        for (int i = 0; i < AskWhen.Length; i++)
            AskWhen[i] = gates.Add(slots.Factors[i].AskWhen);
        Cases = new int[set.Derivations.Length][];
        for (int i = 0; i < Cases.Length; i++)
        {
            var cases = set.Derivations[i].Cases;
            Cases[i] = new int[cases.Length];
            for (int k = 0; k < cases.Length; k++)
                Cases[i][k] = gates.Add(cases[k].When);
        }
    }

    public SafetyRule[] SafetyRules { get; }

    public Intervention[] AllInterventions { get; }

    /// <summary>A node for each safety rule.</summary>
    public int[] Safety { get; }

    /// <summary>A node for each intervention.</summary>
    public int[] Interventions { get; }

    /// <summary>A node for each screen.</summary>
    public int[] Screens { get; }

    /// <summary>A node for each slot: whom its question concerns.</summary>
    public int[] AskWhen { get; }

    /// <summary>For each derivation, as written, a node for each case.</summary>
    public int[][] Cases { get; }

    /// <summary>Turns references into nodes, once all gates are there.</summary>
    public AdviceGates Resolve(GateTableBuilder gates)
    {
        foreach (int[] nodes in (int[][])[Safety, Interventions, Screens, AskWhen, .. Cases])
        {
            for (int i = 0; i < nodes.Length; i++)
                nodes[i] = gates.NodeOf(nodes[i]);
        }

        return this;
    }
}

/// <summary>Safety rules, interventions and screens over slots: what an assessment needs beside the scores.</summary>
internal sealed class CompiledAdvice
{
    public CompiledAdvice(CompiledRuleSet set)
    {
        var gates = set.AdviceGates;
        var compiled = new Dictionary<int, CompiledGate>();
        Safety = new CompiledSafety[gates.SafetyRules.Length];
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = new CompiledSafety(gates.SafetyRules[i], GateAt(gates.Safety[i]));

        Targets = new SafetyTargetIndex(set.Resolved.Data, gates.SafetyRules, gates.AllInterventions, set.Slots);
        var reaching = Targets.ByIntervention(set.Slots);
        var compiler = new InterventionCompiler(set, GateAt);
        Interventions = new CompiledIntervention[gates.AllInterventions.Length];
        for (int i = 0; i < Interventions.Length; i++)
            Interventions[i] = compiler.Compile(i, gates.AllInterventions[i], gates.Interventions[i], reaching[i].ToArray());
        References = new CompiledReference[set.Slots.Count][];
        for (int slot = 0; slot < References.Length; slot++)
            References[slot] = compiler.References(slot);

        Screens = new CompiledScreen[set.Resolved.Data.Screens.Length];
        for (int i = 0; i < Screens.Length; i++)
            Screens[i] = new CompiledScreen(set.Resolved.Data.Screens[i], set.ScreenSlots[i], gates.Screens[i]);

        InterventionsOfSafety = reaching.Inverted(Safety.Length);
        PresenceOf = new int[set.SkinConditions.Length];
        for (int c = 0; c < PresenceOf.Length; c++)
            PresenceOf[c] = set.SkinConditions[c].Presence is { } presence ? set.Slots.IndexOf(presence) : -1;
        Asking = new CompiledAsking(set, Screens, GateAt);
        Gates = compiled.Count;

        CompiledGate GateAt(int node)
        {
            if (!compiled.TryGetValue(node, out var gate))
                compiled.Add(node, gate = Describe(set, node, compiled.Count));
            return gate;
        }
    }

    /// <summary>Safety rules, by id.</summary>
    public CompiledSafety[] Safety { get; }

    /// <summary>Interventions, by id.</summary>
    public CompiledIntervention[] Interventions { get; }

    /// <summary>Which safety rules reach what.</summary>
    public SafetyTargetIndex Targets { get; }

    /// <summary>For each slot what is recommended or usual, as written.</summary>
    public CompiledReference[][] References { get; }

    /// <summary>Screens, in the order of asking.</summary>
    public CompiledScreen[] Screens { get; }

    /// <summary>For each safety rule the contraindicated or cautioned interventions, by id.</summary>
    public IntLists InterventionsOfSafety { get; }

    /// <summary>For each condition the slot that says whether a person has it; −1 where none does.</summary>
    public int[] PresenceOf { get; }

    /// <summary>What may be asked, and as part of which question.</summary>
    public CompiledAsking Asking { get; }

    /// <summary>How many different gates there are about which a person may have to be asked.</summary>
    public int Gates { get; }

    private static CompiledGate Describe(CompiledRuleSet set, int node, int index)
    {
        List<int> leaves = [], distinct = [], reads = [];
        set.Gates.CollectLeaves(node, leaves);
        HashSet<int>? many = leaves.Count > 32 ? [] : null;
        foreach (int leaf in leaves)
        {
            if (many is null ? distinct.Contains(leaf) : !many.Add(leaf))
                continue;
            distinct.Add(leaf);
            int slot = set.Gates.Leaves[leaf].Slot;
            if (slot < set.Slots.Count)
                reads.Add(slot);
        }

        return new CompiledGate(node, [.. distinct], Sorting.Distinct(reads), index);
    }
}
