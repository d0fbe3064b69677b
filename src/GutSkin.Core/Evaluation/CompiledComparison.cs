namespace GutSkin.Core;

/// <summary>All comparisons of one gate object on one slot, as one range and one set.</summary>
internal sealed class CompiledComparison : CompiledGate
{
    private readonly int slot;
    private readonly double atLeast = double.NegativeInfinity;
    private readonly double above = double.NegativeInfinity;
    private readonly double atMost = double.PositiveInfinity;
    private readonly double below = double.PositiveInfinity;
    private readonly double[]? equalTo;
    private readonly double[]? isIn;

    public CompiledComparison(ComparisonGate gate, int slot, Factor factor)
    {
        this.slot = slot;
        atLeast = gate.AtLeast ?? atLeast;
        above = gate.Above ?? above;
        atMost = gate.AtMost ?? atMost;
        below = gate.Below ?? below;
        if (gate.Between is { } between)
            (atLeast, atMost) = (Math.Max(atLeast, between.Low), Math.Min(atMost, between.High));
        if (gate.EqualTo is { } value)
            equalTo = [Slots.Encode(value, factor)];
        if (gate.In is { } values)
            isIn = [.. values.Select(v => Slots.Encode(v, factor))];
    }

    public override Truth Evaluate(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns)
    {
        double x = values[slot];
        if (double.IsNaN(x))
            return Truth.Unknown;
        bool holds = x >= atLeast && x > above && x <= atMost && x < below
            && (equalTo is null || x == equalTo[0])
            && (isIn is null || Array.IndexOf(isIn, x) >= 0);
        return holds ? Truth.True : Truth.False;
    }

    public override void CollectSlots(ISet<int> slots) => slots.Add(slot);

    public override void CollectThresholds(int slot, ISet<double> thresholds)
    {
        if (slot != this.slot)
            return;
        foreach (double bound in (ReadOnlySpan<double>)[atLeast, above, atMost, below])
        {
            if (double.IsFinite(bound))
                thresholds.Add(bound);
        }

        foreach (double value in equalTo ?? [])
            thresholds.Add(value);
        foreach (double value in isIn ?? [])
            thresholds.Add(value);
    }

    public override void CollectOpenSlots(ReadOnlySpan<double> values, ReadOnlySpan<bool> concerns, ISet<int> slots)
    {
        if (double.IsNaN(values[slot]))
            slots.Add(slot);
    }
}
