namespace GutSkin.Core;

/// <summary>A gate over slots: the factor values of one profile, NaN = missing, yes/no as 1/0, choices as their index.</summary>
internal abstract class CompiledGate
{
    /// <summary>The gate's truth on a profile.</summary>
    /// <param name="values">One value a slot.</param>
    /// <param name="concerns">Whether each condition is named as a concern.</param>
    public abstract Truth Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns);

    /// <summary>Adds the slots the gate reads, <c>known</c> included.</summary>
    public abstract void CollectSlots(ISet<int> slots);

    /// <summary>Adds the numbers a slot is compared with.</summary>
    public abstract void CollectThresholds(int slot, ISet<double> thresholds);

    /// <summary>Adds the missing slots of comparisons that are reached from the top through unknown operands only.</summary>
    public abstract void CollectOpenSlots(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns, ISet<int> slots);
}
