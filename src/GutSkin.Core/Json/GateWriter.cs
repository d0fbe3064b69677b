using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Writes a gate; one without operands on one line.</summary>
internal static class GateWriter
{
    public static void Write(JsonTextWriter json, Gate gate)
    {
        json.Begin('{', onOneLine: gate is ComparisonGate or KnownGate or ConcernGate or NotGate { Operand: ComparisonGate or KnownGate or ConcernGate });
        switch (gate)
        {
            case ComparisonGate comparison:
                WriteComparison(json, comparison);
                break;
            case KnownGate known:
                json.Property("known", known.Factor);
                break;
            case ConcernGate concern:
                json.Property("concern", concern.Condition);
                break;
            case NotGate not:
                json.Part("not", not.Operand, Write);
                break;
            case AllGate all:
                WriteOperands(json, "all", all.Operands);
                break;
            case AnyGate any:
                WriteOperands(json, "any", any.Operands);
                break;
        }

        json.End('}');
    }

    private static void WriteOperands(JsonTextWriter json, string name, ImmutableArray<Gate> operands)
    {
        json.Name(name);
        json.Begin('[');
        foreach (var operand in operands.IsDefault ? [] : operands)
            Write(json, operand);
        json.End(']');
    }

    private static void WriteComparison(JsonTextWriter json, ComparisonGate gate)
    {
        json.Property("factor", gate.Factor);
        json.Property("atLeast", gate.AtLeast);
        json.Property("above", gate.Above);
        json.Property("atMost", gate.AtMost);
        json.Property("below", gate.Below);
        json.Property("equals", gate.EqualTo);
        if (gate.In is { } choices)
        {
            json.Name("in");
            json.Begin('[');
            foreach (var choice in choices.IsDefault ? [] : choices)
                json.Value(choice);
            json.End(']');
        }

        json.Property("between", gate.Between);
    }
}
