namespace GutSkin.Core;

/// <summary>Swaps true and false, leaves unknown.</summary>
internal sealed class CompiledNot(CompiledGate operand) : CompiledGate
{
    public override Truth Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns) =>
        (Truth)((int)Truth.True - (int)operand.Evaluate(values, concerns));

    public override void CollectSlots(ISet<int> slots) => operand.CollectSlots(slots);

    public override void CollectThresholds(int slot, ISet<double> thresholds) => operand.CollectThresholds(slot, thresholds);

    public override void CollectOpenSlots(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns, ISet<int> slots) =>
        operand.CollectOpenSlots(values, concerns, slots);
}
