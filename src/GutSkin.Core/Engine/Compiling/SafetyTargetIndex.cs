using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// Which contraindications and cautions are for which interventions. The names interventions go by (their own id and those
/// of <c>sameSafetyAs</c>) are sorted once; a target, prefix or whole id, is then one range of them.
/// </summary>
internal static class SafetyTargetIndex
{
    /// <summary>For each intervention the positions of the safety rules for it, rising.</summary>
    public static IntLists Of(SafetyRule[] safety, Intervention[] interventions)
    {
        List<string> unsorted = [];
        List<int> owners = [];
        for (int i = 0; i < interventions.Length; i++)
        {
            unsorted.Add(interventions[i].Id);
            owners.Add(i);
            foreach (string other in interventions[i].SameSafetyAs)
            {
                unsorted.Add(other);
                owners.Add(i);
            }
        }

        int[] order = new int[owners.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(unsorted[a], unsorted[b]));
        string[] names = new string[order.Length];
        int[] owner = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            (names[i], owner[i]) = (unsorted[order[i]], owners[order[i]]);
        int[] starts = new int[safety.Length + 1];
        var entries = new List<int>();
        int[] lastRule = new int[interventions.Length];
        Array.Fill(lastRule, -1);
        for (int rule = 0; rule < safety.Length; rule++)
        {
            if (safety[rule].Kind != SafetyKind.RedFlag)
            {
                foreach (string target in safety[rule].Interventions)
                    AddRange(names, owner, target, rule, lastRule, entries);
            }

            starts[rule + 1] = entries.Count;
        }

        return new IntLists(starts, [.. entries]).Inverted(interventions.Length);
    }

    private static void AddRange(string[] names, int[] owner, string target, int rule, int[] lastRule, List<int> entries)
    {
        var prefix = target.EndsWith('*') ? target.AsSpan(0, target.Length - 1) : target;
        int low = 0, high = names.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].AsSpan().SequenceCompareTo(prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < names.Length && SafetyRule.Targets(target, names[low]); low++)
        {
            int intervention = owner[low];
            if (lastRule[intervention] == rule)
                continue;
            lastRule[intervention] = rule;
            entries.Add(intervention);
        }
    }
}
