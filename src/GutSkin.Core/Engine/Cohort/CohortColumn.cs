using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>One column of a cohort as a user has it.</summary>
internal abstract class CohortColumn
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>The unit of the numbers; null = the factor's own.</summary>
    public string? Unit { get; init; }

    /// <summary>What the codes mean; default for a column without codes, or with the factor's own.</summary>
    public ImmutableArray<string> Choices { get; init; }

    /// <summary>A bit a row, the lowest first, 1 = valid; empty = all are.</summary>
    public ReadOnlyMemory<byte> Validity { get; init; }

    /// <summary>How many rows there are.</summary>
    public abstract int Length { get; }

    /// <summary>The array that holds the numbers as doubles; null otherwise.</summary>
    public virtual ArraySegment<double>? Array => null;

    /// <summary>Writes rows as doubles, NaN for a code below 0.</summary>
    public abstract void Widen(int row, Span<double> target);
}

/// <summary>Numbers, NaN = missing.</summary>
internal sealed class DoubleColumn(ReadOnlyMemory<double> values) : CohortColumn
{
    public override int Length => values.Length;

    public override ArraySegment<double>? Array =>
        MemoryMarshal.TryGetArray(values, out var segment) ? segment : default(ArraySegment<double>?);

    public override void Widen(int row, Span<double> target) => values.Span.Slice(row, target.Length).CopyTo(target);
}

/// <summary>Numbers of single precision, NaN = missing.</summary>
internal sealed class SingleColumn(ReadOnlyMemory<float> values) : CohortColumn
{
    public override int Length => values.Length;

    public override void Widen(int row, Span<double> target)
    {
        var source = values.Span.Slice(row, target.Length);
        int i = 0;
        for (; i + Vector256<float>.Count <= source.Length; i += Vector256<float>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Create(source[i..]));
            lower.CopyTo(target[i..]);
            upper.CopyTo(target[(i + Vector256<double>.Count)..]);
        }

        for (; i < target.Length; i++)
            target[i] = source[i];
    }
}

/// <summary>Whole numbers.</summary>
internal sealed class IntegerColumn(ReadOnlyMemory<int> values) : CohortColumn
{
    public override int Length => values.Length;

    public override void Widen(int row, Span<double> target)
    {
        var source = values.Span.Slice(row, target.Length);
        for (int i = 0; i < target.Length; i++)
            target[i] = source[i];
    }
}

/// <summary>Yes or no.</summary>
internal sealed class BooleanColumn(ReadOnlyMemory<bool> values) : CohortColumn
{
    public override int Length => values.Length;

    public override void Widen(int row, Span<double> target)
    {
        var source = values.Span.Slice(row, target.Length);
        for (int i = 0; i < target.Length; i++)
            target[i] = source[i] ? 1 : 0;
    }
}

/// <summary>Codes of choices; below 0 = missing.</summary>
internal sealed class ChoiceColumn(ReadOnlyMemory<int> codes) : CohortColumn
{
    public override int Length => codes.Length;

    public override void Widen(int row, Span<double> target)
    {
        var source = codes.Span.Slice(row, target.Length);
        for (int i = 0; i < target.Length; i++)
            target[i] = source[i] < 0 ? double.NaN : source[i];
    }
}

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
