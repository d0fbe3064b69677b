namespace GutSkin.Core;

/// <summary>Numbers, NaN = missing.</summary>
internal sealed class DoubleColumn(ReadOnlyMemory<double> values) : CohortColumn
{
    public override int Length => values.Length;

    public override ReadOnlySpan<double> Doubles(int row, int count) => values.Span.Slice(row, count);

    public override void Widen(int row, Span<double> target) => values.Span.Slice(row, target.Length).CopyTo(target);
}
