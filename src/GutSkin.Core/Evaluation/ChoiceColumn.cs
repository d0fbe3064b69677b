namespace GutSkin.Core;

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
