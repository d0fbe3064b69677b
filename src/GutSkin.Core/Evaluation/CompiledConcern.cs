namespace GutSkin.Core;

/// <summary>Whether a condition is named as a concern.</summary>
internal sealed class CompiledConcern(int condition) : CompiledGate
{
    public override Truth Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns) =>
        concerns[condition] ? Truth.True : Truth.False;

    public override void CollectSlots(ISet<int> slots)
    {
    }

    public override void CollectThresholds(int slot, ISet<double> thresholds)
    {
    }

    public override void CollectOpenSlots(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns, ISet<int> slots)
    {
    }
}
