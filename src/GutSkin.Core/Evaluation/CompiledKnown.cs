namespace GutSkin.Core;

/// <summary>Whether a slot has a value.</summary>
internal sealed class CompiledKnown(int slot) : CompiledGate
{
    public override Truth Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns) =>
        double.IsNaN(values[slot]) ? Truth.False : Truth.True;

    public override void CollectSlots(ISet<int> slots) => slots.Add(slot);

    public override void CollectThresholds(int slot, ISet<double> thresholds)
    {
    }

    public override void CollectOpenSlots(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns, ISet<int> slots)
    {
    }
}
