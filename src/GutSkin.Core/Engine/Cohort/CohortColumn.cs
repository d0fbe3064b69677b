using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
