using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>A column bound to a factor: how its rows become the numbers of a slot.</summary>
internal sealed class BoundColumn
{
    private BoundColumn(CohortColumn source, int slot, Factor factor)
    {
        Source = source;
        Slot = slot;
        Allowed = Slots.Allowed(factor);
        Kind = factor.Kind;
        IsWhole = factor.Kind != FactorKind.Number;
        Validity = source.Validity;
        if (!source.Choices.IsDefault)
            Codes = MapCodes(source, factor);
        if (!UnitConverter.TryFind(factor, source.Unit, out var conversion))
            throw new ArgumentException($"The factor '{factor.Id}' has no conversion from '{source.Unit}'. {UnitConverter.Hint(factor)}");
        Conversion = conversion;
        if (Validity.IsEmpty && Conversion is null && Codes is null)
            Plain = source.Array;
    }

    public CohortColumn Source { get; }

    public int Slot { get; }

    public Interval Allowed { get; }

    public FactorKind Kind { get; }

    public bool IsWhole { get; }

    public UnitConversion? Conversion { get; }

    /// <summary>The factor's own code for each of the column's; null where they are the same.</summary>
    public double[]? Codes { get; }

    public ReadOnlyMemory<byte> Validity { get; }

    /// <summary>The array whose numbers are those of the slot, but for what the factor does not allow; null where they have to be made.</summary>
    public ArraySegment<double>? Plain { get; }

    /// <summary>Binds columns to the factors of a rule set.</summary>
    /// <exception cref="ArgumentException">A factor is unknown or there twice, a unit or choice unknown.</exception>
    public static BoundColumn[] Bind(IReadOnlyList<CohortColumn> columns, CompiledRuleSet rules)
    {
        var bound = new BoundColumn[columns.Count];
        var seen = new HashSet<int>();
        for (int i = 0; i < bound.Length; i++)
        {
            var column = columns[i];
            if (!rules.Slots.TryGet(column.Factor, out int slot))
                throw new ArgumentException($"The rule set has no factor '{column.Factor}'. {Ids.HintFor(column.Factor, rules.Slots.Factors.Select(f => f.Id))}");
            if (!seen.Add(slot))
                throw new ArgumentException($"There are two columns for '{column.Factor}'.");
            bound[i] = new BoundColumn(column, slot, rules.Slots.Factors[slot]);
        }

        return bound;
    }

    private static double[]? MapCodes(CohortColumn source, Factor factor)
    {
        if (source.Choices.AsSpan().SequenceEqual(factor.Choices.AsSpan()))
            return null;
        double[] codes = new double[source.Choices.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            int code = factor.IndexOfChoice(source.Choices[i]);
            codes[i] = code >= 0 ? code : throw new ArgumentException($"The factor '{factor.Id}' has no choice '{source.Choices[i]}'.");
        }

        return codes;
    }
}
