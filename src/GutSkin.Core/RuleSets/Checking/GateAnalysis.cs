namespace GutSkin.Core.RuleSets.Checking;

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

/// <summary>Gates over a handful of values that stand for all the values their factors can have.</summary>
internal static class GateValues
{
    private const string ConcernPrefix = "concern ";

    /// <summary>What a gate depends on: factors, and concerns under a name that no factor has.</summary>
    public static HashSet<string> Variables(Gate gate)
    {
        var found = new HashSet<string>(gate.Factors(), StringComparer.Ordinal);
        GateWalk.Visit(gate, (node, _) =>
        {
            if (node is ConcernGate concern)
                found.Add(ConcernPrefix + concern.Condition);
        });
        return found;
    }

    /// <summary>The comparisons in a gate.</summary>
    public static List<ComparisonGate> Comparisons(Gate gate)
    {
        var found = new List<ComparisonGate>();
        GateWalk.Visit(gate, (node, _) =>
        {
            if (node is ComparisonGate comparison)
                found.Add(comparison);
        });
        return found;
    }

    /// <summary>
    /// Values of a variable that the comparisons cannot tell from any other it can have: every number compared with, one between
    /// each two neighbors and beyond the last, the bounds, and none (missing).
    /// </summary>
    public static IReadOnlyList<FactorValue?> Of(
        string variable, IEnumerable<ComparisonGate> comparisons, IReadOnlyDictionary<string, Factor> factors)
    {
        if (!factors.TryGetValue(variable, out var factor) || factor.Kind == FactorKind.Boolean)
            return factor is null && variable.StartsWith(ConcernPrefix, StringComparison.Ordinal)
                ? [FactorValue.Boolean(true), FactorValue.Boolean(false)]
                : [FactorValue.Boolean(true), FactorValue.Boolean(false), null];
        if (factor.Kind == FactorKind.Choice)
            return [.. factor.Choices.Select(c => (FactorValue?)FactorValue.Choice(c)), null];

        var marks = new SortedSet<double>();
        foreach (var comparison in comparisons.Where(c => c.Factor == variable))
            marks.UnionWith(Numbers(comparison));
        if (factor.Min is { } min)
            marks.Add(min);
        if (factor.Max is { } max)
            marks.Add(max);
        bool whole = factor.Kind == FactorKind.Integer;
        var candidates = new SortedSet<double> { 0 };
        double? before = null;
        foreach (double mark in marks)
        {
            candidates.UnionWith([mark, Math.Floor(mark), Math.Ceiling(mark), Math.BitDecrement(mark), Math.BitIncrement(mark)]);
            candidates.UnionWith([Math.Floor(mark) - 1, Math.Ceiling(mark) + 1]);
            if (before is { } low)
                candidates.Add(low + ((mark - low) / 2));
            before = mark;
        }

        return
        [
            .. candidates
                .Where(v => double.IsFinite(v) && !(v < factor.Min) && !(v > factor.Max) && (!whole || v == Math.Floor(v)))
                .Select(v => (FactorValue?)FactorValue.Number(v)),
            null,
        ];
    }

    /// <summary>A gate under values (null = missing) of what it depends on.</summary>
    public static Truth Evaluate(Gate gate, Dictionary<string, FactorValue?> values) => gate switch
    {
        AllGate all => all.Operands.Aggregate(Truth.True, (t, o) => (Truth)Math.Min((int)t, (int)Evaluate(o, values))),
        AnyGate any => any.Operands.Aggregate(Truth.False, (t, o) => (Truth)Math.Max((int)t, (int)Evaluate(o, values))),
        NotGate not => Truth.True - (int)Evaluate(not.Operand, values),
        KnownGate known => values[known.Factor] is null ? Truth.False : Truth.True,
        ConcernGate concern => values[ConcernPrefix + concern.Condition] is { } v && v.AsBoolean ? Truth.True : Truth.False,
        ComparisonGate comparison => Evaluate(comparison, values[comparison.Factor]),
        _ => Truth.Unknown,
    };

    /// <summary>A comparison under one value; unknown where it is missing.</summary>
    public static Truth Evaluate(ComparisonGate gate, FactorValue? value)
    {
        if (value is not { } v)
            return Truth.Unknown;
        bool holds = (gate.EqualTo is not { } equal || v.Equals(equal)) && (gate.In is not { } several || several.Contains(v));
        if (v.Kind == FactorValueKind.Number)
        {
            double number = v.AsNumber;
            holds = holds && !(number < gate.AtLeast) && !(number <= gate.Above) && !(number > gate.AtMost) && !(number >= gate.Below)
                && (gate.Between is not { } range || range.Contains(number));
        }

        return holds ? Truth.True : Truth.False;
    }

    private static IEnumerable<double> Numbers(ComparisonGate gate)
    {
        if (gate.AtLeast is { } atLeast)
            yield return atLeast;
        if (gate.Above is { } above)
            yield return above;
        if (gate.AtMost is { } atMost)
            yield return atMost;
        if (gate.Below is { } below)
            yield return below;
        if (gate.Between is { } between)
        {
            yield return between.Low;
            yield return between.High;
        }

        foreach (var value in (gate.In ?? []).Append(gate.EqualTo ?? FactorValue.Boolean(false)))
        {
            if (value.Kind == FactorValueKind.Number)
                yield return value.AsNumber;
        }
    }
}
