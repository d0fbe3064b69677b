namespace GutSkin.Core;

/// <summary><c>all</c> (the minimum, true without operands) or <c>any</c> (the maximum, false without operands).</summary>
internal sealed class CompiledCombination(bool all, CompiledGate[] operands) : CompiledGate
{
    public override Truth Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns)
    {
        var result = all ? Truth.True : Truth.False;
        foreach (var operand in operands)
        {
            var truth = operand.Evaluate(values, concerns);
            if (all ? truth < result : truth > result)
                result = truth;
        }

        return result;
    }

    public override void CollectSlots(ISet<int> slots)
    {
        foreach (var operand in operands)
            operand.CollectSlots(slots);
    }

    public override void CollectThresholds(int slot, ISet<double> thresholds)
    {
        foreach (var operand in operands)
            operand.CollectThresholds(slot, thresholds);
    }

    public override void CollectOpenSlots(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns, ISet<int> slots)
    {
        foreach (var operand in operands)
        {
            if (operand.Evaluate(values, concerns) == Truth.Unknown)
                operand.CollectOpenSlots(values, concerns, slots);
        }
    }
}
