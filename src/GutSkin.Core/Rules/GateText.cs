using System.Globalization;

namespace GutSkin.Core;

/// <summary>Gates in words: <c>age at most 30 and not pregnant</c>.</summary>
/// <param name="nameOf">What a factor is called.</param>
/// <param name="conditionNameOf">What a condition is called.</param>
/// <param name="unitOf">The unit of a factor; null where it has none.</param>
internal sealed class GateText(Func<string, string> nameOf, Func<string, string> conditionNameOf, Func<string, string?> unitOf)
{
    /// <summary>Gates with ids instead of names.</summary>
    public static GateText ByIds { get; } = new(id => id, id => id, _ => null);

    /// <summary>Gates with the names and units of a rule set.</summary>
    public static GateText Of(RuleSet set)
    {
        var factors = set.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var conditions = set.Conditions.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        return new GateText(
            id => factors.TryGetValue(id, out var factor) ? factor.Name : id,
            id => conditions.GetValueOrDefault(id, id),
            id => factors.TryGetValue(id, out var factor) ? factor.Unit : null);
    }

    /// <summary>A gate in words.</summary>
    public string Write(Gate gate) => Write(gate, inner: false);

    private string Write(Gate gate, bool inner) => gate switch
    {
        ComparisonGate comparison => Compare(comparison),
        AllGate { Operands.IsEmpty: true } => "always",
        AnyGate { Operands.IsEmpty: true } => "never",
        AllGate { Operands: [var only] } => Write(only, inner),
        AnyGate { Operands: [var only] } => Write(only, inner),
        AllGate all => Join(all.Operands.Select(o => Write(o, inner: true)), " and ", inner),
        AnyGate any => Join(any.Operands.Select(o => Write(o, inner: true)), " or ", inner),
        NotGate { Operand: ComparisonGate { EqualTo: not null } single } when IsOnlyEqual(single) =>
            $"{nameOf(single.Factor)} is not {Value(single.EqualTo!.Value)}",
        NotGate not => $"not ({Write(not.Operand, inner: false)})",
        KnownGate known => $"{nameOf(known.Factor)} is known",
        ConcernGate concern => $"{conditionNameOf(concern.Condition)} is a concern",
        _ => "?",
    };

    private static string Join(IEnumerable<string> parts, string word, bool inner)
    {
        string text = string.Join(word, parts);
        return inner ? $"({text})" : text;
    }

    private string Compare(ComparisonGate gate)
    {
        string unit = unitOf(gate.Factor) is { } u ? $" {u}" : "";
        var parts = new List<string>();
        if (gate.AtLeast is { } atLeast)
            parts.Add($"at least {Number(atLeast)}{unit}");
        if (gate.Above is { } above)
            parts.Add($"above {Number(above)}{unit}");
        if (gate.AtMost is { } atMost)
            parts.Add($"at most {Number(atMost)}{unit}");
        if (gate.Below is { } below)
            parts.Add($"below {Number(below)}{unit}");
        if (gate.Between is { } range)
            parts.Add($"{Number(range.Low)} to {Number(range.High)}{unit}");
        if (gate.EqualTo is { } equal)
            parts.Add($"is {Value(equal)}");
        if (gate.In is { } several)
            parts.Add($"is one of {string.Join(", ", several.Select(Value))}");
        return $"{nameOf(gate.Factor)} {string.Join(" and ", parts)}";
    }

    private static bool IsOnlyEqual(ComparisonGate gate) => gate == new ComparisonGate { Factor = gate.Factor, EqualTo = gate.EqualTo };

    private static string Value(FactorValue value) => value.Kind == FactorValueKind.Boolean ? value.AsBoolean ? "yes" : "no" : value.ToString();

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
