namespace GutSkin.Core;

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
