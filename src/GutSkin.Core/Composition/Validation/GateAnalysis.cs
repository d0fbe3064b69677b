namespace GutSkin.Core;

/// <summary>
/// Whether a gate can ever be true. Sound: "no" is a proof over all values that the factors can have; where a proof would take
/// too long the answer is "yes".
/// </summary>
internal static class GateAnalysis
{
    private const long MaxSteps = 200_000;

    /// <summary>Whether some answers, in the factors' bounds, make the gate true. Every factor it reads must be known.</summary>
    public static bool CanBeTrue(Gate gate, IReadOnlyDictionary<string, Factor> factors) => CanBe(gate, true, factors);

    private static bool CanBe(Gate gate, bool wanted, IReadOnlyDictionary<string, Factor> factors) => gate switch
    {
        NotGate not => CanBe(not.Operand, !wanted, factors),
        AllGate all => wanted ? CanBeTogether(all.Operands, true, factors) : all.Operands.Any(o => CanBe(o, false, factors)),
        AnyGate any => wanted ? any.Operands.Any(o => CanBe(o, true, factors)) : CanBeTogether(any.Operands, false, factors),
        ComparisonGate comparison => GateValues.Of(comparison.Factor, [comparison], factors)
            .Any(v => GateValues.Evaluate(comparison, v) == (wanted ? Truth.True : Truth.False)),
        _ => true,
    };

    /// <summary>Whether all operands can have the wanted value at once: each group of operands that share no factor with another for itself.</summary>
    private static bool CanBeTogether(IReadOnlyList<Gate> operands, bool wanted, IReadOnlyDictionary<string, Factor> factors)
    {
        // What cannot hold alone cannot hold together with others.
        if (operands.Any(o => !CanBe(o, wanted, factors)))
            return false;
        var flat = new List<(Gate Gate, bool Wanted)>();
        foreach (var operand in operands)
            Flatten(operand, wanted, flat);
        return Groups(flat).All(group => group.Count == 1 || CanHold(group, factors));
    }

    private static void Flatten(Gate gate, bool wanted, List<(Gate Gate, bool Wanted)> into)
    {
        switch (gate)
        {
            case NotGate not:
                Flatten(not.Operand, !wanted, into);
                break;
            case AllGate all when wanted:
                foreach (var operand in all.Operands)
                    Flatten(operand, true, into);
                break;
            case AnyGate any when !wanted:
                foreach (var operand in any.Operands)
                    Flatten(operand, false, into);
                break;
            default:
                into.Add((gate, wanted));
                break;
        }
    }

    private static List<List<(Gate Gate, bool Wanted)>> Groups(List<(Gate Gate, bool Wanted)> operands)
    {
        var groups = new List<(HashSet<string> Variables, List<(Gate, bool)> Members)>();
        foreach (var operand in operands)
        {
            var variables = GateValues.Variables(operand.Gate);
            var members = new List<(Gate, bool)>();
            foreach (var touching in groups.Where(g => g.Variables.Overlaps(variables)).ToList())
            {
                groups.Remove(touching);
                variables.UnionWith(touching.Variables);
                members.AddRange(touching.Members);
            }

            members.Add(operand);
            groups.Add((variables, members));
        }

        return [.. groups.Select(g => g.Members)];
    }

    private static bool CanHold(List<(Gate Gate, bool Wanted)> group, IReadOnlyDictionary<string, Factor> factors)
    {
        var variables = group.SelectMany(g => GateValues.Variables(g.Gate)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var comparisons = group.SelectMany(g => GateValues.Comparisons(g.Gate)).ToList();
        var values = Array.ConvertAll(variables, v => GateValues.Of(v, comparisons, factors));
        long steps = values.Aggregate((long)group.Sum(g => GateWalk.Count(g.Gate)), (n, v) => n > MaxSteps ? n : n * v.Count);
        if (steps <= MaxSteps)
            return Holds(group, variables, values);
        if (group.All(g => g.Gate is ComparisonGate or KnownGate or ConcernGate))
            return true;

        // Too many to try: at least what speaks of one factor alone must hold together.
        return Groups([.. group.Where(g => GateValues.Variables(g.Gate).Count == 1)])
            .All(alone => alone.Count == 1 || CanHold(alone, factors));
    }

    private static bool Holds(List<(Gate Gate, bool Wanted)> group, string[] variables, IReadOnlyList<FactorValue?>[] values)
    {
        var assignment = new Dictionary<string, FactorValue?>(StringComparer.Ordinal);
        var position = new int[variables.Length];
        while (true)
        {
            for (int i = 0; i < variables.Length; i++)
                assignment[variables[i]] = values[i][position[i]];
            if (group.All(g => GateValues.Evaluate(g.Gate, assignment) == (g.Wanted ? Truth.True : Truth.False)))
                return true;
            int next = 0;
            while (next < position.Length && ++position[next] == values[next].Count)
                position[next++] = 0;
            if (next == position.Length)
                return false;
        }
    }
}
