using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>Numbers, NaN = missing.</summary>
internal sealed class DoubleColumn(ReadOnlyMemory<double> values) : CohortColumn
{
    public override int Length => values.Length;

    public override ArraySegment<double>? Array =>
        MemoryMarshal.TryGetArray(values, out var segment) ? segment : default(ArraySegment<double>?);

    public override void Widen(int row, Span<double> target) => values.Span.Slice(row, target.Length).CopyTo(target);
}
