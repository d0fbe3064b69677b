namespace GutSkin.Core;

/// <summary>
/// Which contraindications and cautions are for which interventions. The names interventions go by (their own id and those
/// of <c>sameSafetyAs</c>) are sorted once; a target, prefix or whole id, is then one range of them.
/// </summary>
internal static class SafetyTargetIndex
{
    /// <summary>For each intervention the positions of the safety rules for it, rising.</summary>
    public static IntLists Of(SafetyRule[] safety, Intervention[] interventions)
    {
        var names = new List<(string Name, int Intervention)>(interventions.Length);
        for (int i = 0; i < interventions.Length; i++)
        {
            names.Add((interventions[i].Id, i));
            foreach (string other in interventions[i].SameSafetyAs)
                names.Add((other, i));
        }

        names.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        int[] starts = new int[safety.Length + 1];
        var entries = new List<int>();
        int[] lastRule = new int[interventions.Length];
        Array.Fill(lastRule, -1);
        for (int rule = 0; rule < safety.Length; rule++)
        {
            if (safety[rule].Kind != SafetyKind.RedFlag)
            {
                foreach (string target in safety[rule].Interventions)
                    AddRange(names, target, rule, lastRule, entries);
            }

            starts[rule + 1] = entries.Count;
        }

        return new IntLists(starts, [.. entries]).Inverted(interventions.Length);
    }

    private static void AddRange(List<(string Name, int Intervention)> names, string target, int rule, int[] lastRule, List<int> entries)
    {
        var prefix = target.EndsWith('*') ? target.AsSpan(0, target.Length - 1) : target;
        int low = 0, high = names.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Name.AsSpan().SequenceCompareTo(prefix) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < names.Count && SafetyRule.Targets(target, names[low].Name); low++)
        {
            int intervention = names[low].Intervention;
            if (lastRule[intervention] == rule)
                continue;
            lastRule[intervention] = rule;
            entries.Add(intervention);
        }
    }
}
