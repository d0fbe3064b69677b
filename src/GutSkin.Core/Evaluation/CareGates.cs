namespace GutSkin.Core;

/// <summary>The gates of safety rules, interventions and screens, each in the order of ids (screens: of asking).</summary>
internal sealed class CareGates
{
    public CareGates(RuleSet set, GateTableBuilder gates)
    {
        SafetyRules = [.. set.Safety];
        Array.Sort(SafetyRules, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        AllInterventions = [.. set.Interventions];
        Array.Sort(AllInterventions, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        Safety = new int[SafetyRules.Length];
        for (int i = 0; i < Safety.Length; i++)
            Safety[i] = gates.Add(SafetyRules[i].When);
        Interventions = new int[AllInterventions.Length];
        for (int i = 0; i < Interventions.Length; i++)
            Interventions[i] = gates.Add(AllInterventions[i].When);
        Screens = new int[set.Screens.Length];
        for (int i = 0; i < Screens.Length; i++)
            Screens[i] = gates.Add(set.Screens[i].When);
    }

    public SafetyRule[] SafetyRules { get; }

    public Intervention[] AllInterventions { get; }

    /// <summary>A node for each safety rule.</summary>
    public int[] Safety { get; }

    /// <summary>A node for each intervention.</summary>
    public int[] Interventions { get; }

    /// <summary>A node for each screen.</summary>
    public int[] Screens { get; }

    /// <summary>Turns references into nodes, once all gates are there.</summary>
    public CareGates Resolve(GateTableBuilder gates)
    {
        foreach (int[] nodes in (ReadOnlySpan<int[]>)[Safety, Interventions, Screens])
        {
            for (int i = 0; i < nodes.Length; i++)
                nodes[i] = gates.NodeOf(nodes[i]);
        }

        return this;
    }
}
