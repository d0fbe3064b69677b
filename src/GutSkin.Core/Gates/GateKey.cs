using System.Globalization;
using System.Text;

namespace GutSkin.Core.RuleSets;

/// <summary>A text that two gates share only where they are written alike.</summary>
internal static class GateKey
{
    public static string Of(Gate? gate)
    {
        var text = new StringBuilder();
        if (gate is not null)
            Append(text, gate);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Gate gate)
    {
        switch (gate)
        {
            case AllGate all:
                AppendEach(text, "all", all.Operands);
                break;
            case AnyGate any:
                AppendEach(text, "any", any.Operands);
                break;
            case NotGate not:
                AppendEach(text, "not", [not.Operand]);
                break;
            case KnownGate known:
                text.Append("known ").Append(known.Factor);
                break;
            case ConcernGate concern:
                text.Append("concern ").Append(concern.Condition);
                break;
            case ComparisonGate c:
                text.Append(CultureInfo.InvariantCulture, $"{c.Factor} >={c.AtLeast:R} >{c.Above:R} <={c.AtMost:R} <{c.Below:R} ={Key(c.EqualTo)}");
                if (c.In is { } values)
                    text.Append(" in ").AppendJoin(',', values.Select(v => Key(v)));
                if (c.Between is { } range)
                    text.Append(CultureInfo.InvariantCulture, $" {range.Low:R}..{range.High:R}");
                break;
        }
    }

    private static void AppendEach(StringBuilder text, string form, IReadOnlyList<Gate> operands)
    {
        text.Append(form).Append('(');
        foreach (var operand in operands)
        {
            Append(text, operand);
            text.Append(';');
        }

        text.Append(')');
    }

    private static string Key(FactorValue? value) => value is { } v ? $"{v.Kind}:{v}" : "";
}
