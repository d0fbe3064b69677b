using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>Gates of the built-in set, evaluated on plain values by a second reading of the model, section 1.</summary>
internal static class PlainGates
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    private static readonly Dictionary<string, Factor> Factors = Set.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);

    private static readonly Dictionary<string, Gate?[]> ScreenGates =
        Set.Factors.ToDictionary(f => f.Id, f => Set.Screens.Where(s => s.Factors.Contains(f.Id)).Select(s => s.When).ToArray(), StringComparer.Ordinal);

    /// <summary>Every combination of the values that can matter to a row: true, false, each choice, the numbers around a limit, and unknown.</summary>
    public static IEnumerable<Dictionary<string, object?>> Combinations(params RowGate[] gates)
    {
        var found = new Dictionary<string, HashSet<object>>(StringComparer.Ordinal);
        foreach (var gate in gates)
            gate.Collect(found);
        string[] names = [.. found.Keys.Order(StringComparer.Ordinal)];
        object?[][] spaces = [.. names.Select(n => Values(Factors[n], found[n]))];
        var at = new int[names.Length];
        while (true)
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (int i = 0; i < names.Length; i++)
                values[names[i]] = spaces[i][at[i]];
            yield return values;
            int place = 0;
            while (place < at.Length && ++at[place] == spaces[place].Length)
                at[place++] = 0;
            if (place == at.Length)
                yield break;
        }
    }

    /// <summary>Every combination of yes and no over the yes/no factors among some, for a woman of 40.</summary>
    public static IEnumerable<Dictionary<string, object?>> YesAndNo(string[] factors)
    {
        string[] answers = [.. factors.Where(f => Factors[f].Kind == FactorKind.Boolean)];
        for (long bits = 0; bits < 1L << answers.Length; bits++)
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal) { ["person.age"] = 40d, ["person.sex"] = "female" };
            for (int i = 0; i < answers.Length; i++)
                values[answers[i]] = (bits >> i & 1) == 1;
            yield return values;
        }
    }

    /// <summary>The same values after "does not apply": what is unknown and asked of nobody like this is false.</summary>
    public static Dictionary<string, object?> Applied(Dictionary<string, object?> values)
    {
        Dictionary<string, object?>? applied = null;
        foreach (var (name, value) in values)
        {
            if (value is null && Factors[name].Kind == FactorKind.Boolean && DoesNotApply(name, values))
                (applied ??= new(values, StringComparer.Ordinal))[name] = false;
        }

        return applied ?? values;
    }

    /// <summary>0 false, 1 unknown, 2 true.</summary>
    public static int Evaluate(Gate gate, Dictionary<string, object?> values) => gate switch
    {
        AllGate all => all.Operands.Select(o => Evaluate(o, values)).DefaultIfEmpty(2).Min(),
        AnyGate any => any.Operands.Select(o => Evaluate(o, values)).DefaultIfEmpty(0).Max(),
        NotGate not => 2 - Evaluate(not.Operand, values),
        KnownGate known => values.GetValueOrDefault(known.Factor) is null ? 0 : 2,
        ConcernGate => values.GetValueOrDefault(RowGate.Concern.All) is true ? 2 : 0,
        ComparisonGate comparison => values.GetValueOrDefault(comparison.Factor) is { } value ? Holds(comparison, value) ? 2 : 0 : 1,
        _ => throw new InvalidOperationException("a gate of another form"),
    };

    private static bool Holds(ComparisonGate gate, object value)
    {
        bool holds = true;
        if (value is double number)
        {
            holds &= gate.AtLeast is not { } atLeast || number >= atLeast;
            holds &= gate.Above is not { } above || number > above;
            holds &= gate.AtMost is not { } atMost || number <= atMost;
            holds &= gate.Below is not { } below || number < below;
            holds &= gate.Between is not { } between || between.Contains(number);
        }

        holds &= gate.EqualTo is not { } equal || Same(equal, value);
        holds &= gate.In is not { } some || some.Any(v => Same(v, value));
        return holds;
    }

    private static bool Same(FactorValue expected, object value) => expected.Kind switch
    {
        FactorValueKind.Boolean => value.Equals(expected.AsBoolean),
        FactorValueKind.Choice => value.Equals(expected.AsChoice),
        _ => value.Equals(expected.AsNumber),
    };

    private static bool DoesNotApply(string factor, Dictionary<string, object?> values)
    {
        if (Factors[factor].AskWhen is { } askWhen && Evaluate(askWhen, values) == 0)
            return true;
        var gates = ScreenGates[factor];
        return gates.Length > 0 && Array.TrueForAll(gates, g => g is not null && Evaluate(g, values) == 0);
    }

    private static object?[] Values(Factor factor, HashSet<object> compared)
    {
        if (factor.Kind == FactorKind.Boolean)
            return [null, true, false];
        if (factor.Kind == FactorKind.Choice)
            return [null, .. factor.Choices];
        double step = factor.Kind == FactorKind.Integer ? 1 : 0.01;
        var points = compared.Cast<double>().SelectMany(v => new[] { v - step, v, v + step }).Append(factor.Min!.Value).Append(factor.Max!.Value);
        return [null, .. points.Where(p => p >= factor.Min && p <= factor.Max).Distinct().Order().Cast<object?>()];
    }
}
