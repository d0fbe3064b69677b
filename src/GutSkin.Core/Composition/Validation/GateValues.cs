namespace GutSkin.Core;

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
