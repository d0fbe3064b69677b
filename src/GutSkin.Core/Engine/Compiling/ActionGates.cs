using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>The gates inside interventions and references, each as written; interventions in the order of their ids, references of slots.</summary>
internal sealed class ActionGates
{
    public ActionGates(Intervention[] interventions, Slots slots, GateTableBuilder gates)
    {
        Changes = Nodes(interventions, i => i.Changes.Length, (i, k) => i.Changes[k].When);
        Indications = Nodes(interventions, i => i.Indications.Length, (i, k) => i.Indications[k].When);
        Trials = Nodes(interventions, i => i.Effects.Length, (i, k) => i.Effects[k].When);
        References = Nodes(slots.Factors, f => f.References.Length, (f, k) => f.References[k].When);

        int[][] Nodes<T>(T[] entries, Func<T, int> count, Func<T, int, Gate?> gate)
        {
            int[][] nodes = new int[entries.Length][];
            for (int i = 0; i < nodes.Length; i++)
            {
                nodes[i] = count(entries[i]) == 0 ? [] : new int[count(entries[i])];
                for (int k = 0; k < nodes[i].Length; k++)
                    nodes[i][k] = gates.Add(gate(entries[i], k));
            }

            return nodes;
        }
    }

    /// <summary>For each intervention a node for each change.</summary>
    public int[][] Changes { get; }

    /// <summary>For each intervention a node for each indication.</summary>
    public int[][] Indications { get; }

    /// <summary>For each intervention a node for each trial effect.</summary>
    public int[][] Trials { get; }

    /// <summary>For each slot a node for each reference.</summary>
    public int[][] References { get; }

    /// <summary>Turns references into nodes, once all gates are there.</summary>
    public ActionGates Resolve(GateTableBuilder gates)
    {
        foreach (int[][] lists in (int[][][])[Changes, Indications, Trials, References])
        {
            foreach (int[] nodes in lists)
            {
                for (int i = 0; i < nodes.Length; i++)
                    nodes[i] = gates.NodeOf(nodes[i]);
            }
        }

        return this;
    }
}
