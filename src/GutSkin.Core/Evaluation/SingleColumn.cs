using System.Runtime.Intrinsics;

namespace GutSkin.Core;

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
