using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Words;

/// <summary>Gates as text.</summary>
/// <param name="words">The language.</param>
/// <param name="names">The names of a rule set; null = ids, and no units.</param>
internal sealed class GateText(WordTable words, RuleSetWords? names)
{
    /// <summary>Gates in English with ids instead of names.</summary>
    public static GateText ByIds => new(WordTable.English, null);

    /// <summary>A gate in words.</summary>
    public string Write(Gate gate) => Write(gate, inner: false);

    private string Write(Gate gate, bool inner) => gate switch
    {
        ComparisonGate comparison => Compare(comparison),
        AllGate { Operands.IsEmpty: true } => words.GateAlways,
        AnyGate { Operands.IsEmpty: true } => words.GateNever,
        AllGate { Operands: [var only] } => Write(only, inner),
        AnyGate { Operands: [var only] } => Write(only, inner),
        AllGate all => Join(all.Operands.Select(o => Write(o, inner: true)), words.GateAnd, inner),
        AnyGate any => Join(any.Operands.Select(o => Write(o, inner: true)), words.GateOr, inner),
        NotGate { Operand: ComparisonGate { EqualTo: not null } single } when IsOnlyEqual(single) =>
            WordTable.Fill(words.GateIsNot, Factor(single.Factor), Value(single.Factor, single.EqualTo!.Value)),
        NotGate not => WordTable.Fill(words.GateNot, Write(not.Operand, inner: false)),
        KnownGate known => WordTable.Fill(words.GateKnown, Factor(known.Factor)),
        ConcernGate concern => WordTable.Fill(words.GateConcern, names?.Condition(concern.Condition) ?? concern.Condition),
        _ => "?",
    };

    private static string Join(IEnumerable<string> parts, string sentence, bool inner)
    {
        string text = parts.Aggregate((before, part) => WordTable.Fill(sentence, before, part));
        return inner ? $"({text})" : text;
    }

    private string Compare(ComparisonGate gate)
    {
        var parts = new List<string>();
        if (gate.AtLeast is { } atLeast)
            parts.Add(WordTable.Fill(words.GateAtLeast, Number(gate, atLeast)));
        if (gate.Above is { } above)
            parts.Add(WordTable.Fill(words.GateAbove, Number(gate, above)));
        if (gate.AtMost is { } atMost)
            parts.Add(WordTable.Fill(words.GateAtMost, Number(gate, atMost)));
        if (gate.Below is { } below)
            parts.Add(WordTable.Fill(words.GateBelow, Number(gate, below)));
        if (gate.Between is { } range)
            parts.Add(WordTable.Fill(words.GateBetween, Numbers.Exact(range.Low), Number(gate, range.High)));
        if (gate.EqualTo is { } equal)
            parts.Add(WordTable.Fill(words.GateIs, Value(gate.Factor, equal)));
        if (gate.In is { } several)
            parts.Add(WordTable.Fill(words.GateOneOf, string.Join(", ", several.Select(v => Value(gate.Factor, v)))));
        return $"{Factor(gate.Factor)} {Join(parts, words.GateAnd, inner: false)}";
    }

    private static bool IsOnlyEqual(ComparisonGate gate) => gate == new ComparisonGate { Factor = gate.Factor, EqualTo = gate.EqualTo };

    private NumberWords Numbers { get; } = new(words, ScoringModel.Default);

    private string Factor(string id) => names?.Factor(id) ?? id;

    private string Value(string factor, FactorValue value) => value.Kind switch
    {
        FactorValueKind.Boolean => words.Say(value.AsBoolean),
        FactorValueKind.Choice => names?.Choice(factor, value.AsChoice) ?? value.AsChoice,
        _ => Numbers.Exact(value.AsNumber),
    };

    private string Number(ComparisonGate gate, double value) => Numbers.InUnit(Numbers.Exact(value), names?.Unit(gate.Factor), value == 1);
}
