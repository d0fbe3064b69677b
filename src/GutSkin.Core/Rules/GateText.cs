using System.Globalization;

namespace GutSkin.Core;

/// <summary>Gates in words: <c>age at most 30 and not pregnant</c>.</summary>
/// <param name="nameOf">What a factor is called.</param>
/// <param name="conditionNameOf">What a condition is called.</param>
/// <param name="unitOf">The unit of a factor; null where it has none.</param>
/// <param name="language">The fixed words; English where none are given.</param>
/// <param name="choiceOf">What a choice of a factor is called; its id where nothing is given.</param>
internal sealed class GateText(
    Func<string, string> nameOf,
    Func<string, string> conditionNameOf,
    Func<string, string?> unitOf,
    GateWords? language = null,
    Func<string, string, string>? choiceOf = null)
{
    private readonly GateWords words = language ?? GateWords.English;

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
        AllGate { Operands.IsEmpty: true } => words.Always,
        AnyGate { Operands.IsEmpty: true } => words.Never,
        AllGate { Operands: [var only] } => Write(only, inner),
        AnyGate { Operands: [var only] } => Write(only, inner),
        AllGate all => Join(all.Operands.Select(o => Write(o, inner: true)), words.And, inner),
        AnyGate any => Join(any.Operands.Select(o => Write(o, inner: true)), words.Or, inner),
        NotGate { Operand: ComparisonGate { EqualTo: not null } single } when IsOnlyEqual(single) =>
            Fill(words.IsNot, nameOf(single.Factor), Value(single.Factor, single.EqualTo!.Value)),
        NotGate not => Fill(words.Not, Write(not.Operand, inner: false)),
        KnownGate known => Fill(words.Known, nameOf(known.Factor)),
        ConcernGate concern => Fill(words.Concern, conditionNameOf(concern.Condition)),
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
            parts.Add(Fill(words.AtLeast, Number(atLeast) + unit));
        if (gate.Above is { } above)
            parts.Add(Fill(words.Above, Number(above) + unit));
        if (gate.AtMost is { } atMost)
            parts.Add(Fill(words.AtMost, Number(atMost) + unit));
        if (gate.Below is { } below)
            parts.Add(Fill(words.Below, Number(below) + unit));
        if (gate.Between is { } range)
            parts.Add(Fill(words.Between, Number(range.Low), Number(range.High) + unit));
        if (gate.EqualTo is { } equal)
            parts.Add(Fill(words.Is, Value(gate.Factor, equal)));
        if (gate.In is { } several)
            parts.Add(Fill(words.OneOf, string.Join(", ", several.Select(v => Value(gate.Factor, v)))));
        return $"{nameOf(gate.Factor)} {string.Join(words.And, parts)}";
    }

    private static bool IsOnlyEqual(ComparisonGate gate) => gate == new ComparisonGate { Factor = gate.Factor, EqualTo = gate.EqualTo };

    private string Value(string factor, FactorValue value) => value.Kind switch
    {
        FactorValueKind.Boolean => value.AsBoolean ? words.Yes : words.No,
        FactorValueKind.Choice => choiceOf?.Invoke(factor, value.AsChoice) ?? value.AsChoice,
        _ => value.ToString().Replace('.', words.DecimalMark),
    };

    private string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('.', words.DecimalMark);

    private static string Fill(string template, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, template, values);
}
