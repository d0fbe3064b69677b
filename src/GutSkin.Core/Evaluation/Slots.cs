using System.Collections.Frozen;

namespace GutSkin.Core;

/// <summary>Which slot each factor has, and how answers are written into one.</summary>
internal sealed class Slots
{
    private readonly FrozenDictionary<string, int> byFactor;

    public Slots(IEnumerable<Factor> factors)
    {
        Factors = [.. factors.OrderBy(f => f.Id, StringComparer.Ordinal)];
        byFactor = Factors.Select((f, i) => KeyValuePair.Create(f.Id, i)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The factors in slot order, which is the ordinal order of their ids.</summary>
    public Factor[] Factors { get; }

    public int Count => Factors.Length;

    public int IndexOf(string factor) => byFactor[factor];

    public bool TryGet(string factor, out int slot) => byFactor.TryGetValue(factor, out slot);

    /// <summary>A value as a slot holds it: yes/no as 1/0, a choice as its index.</summary>
    public static double Encode(FactorValue value, Factor factor) => value.Kind switch
    {
        FactorValueKind.Number => value.AsNumber,
        FactorValueKind.Boolean => value.AsBoolean ? 1 : 0,
        _ => factor.IndexOfChoice(value.AsChoice),
    };

    /// <summary>A slot's number as a value.</summary>
    public static FactorValue Decode(double slotValue, Factor factor) => factor.Kind switch
    {
        FactorKind.Boolean => FactorValue.Boolean(slotValue != 0),
        FactorKind.Choice => FactorValue.Choice(factor.Choices[(int)slotValue]),
        _ => FactorValue.Number(slotValue),
    };
}
