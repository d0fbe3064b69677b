namespace GutSkin.Core;

/// <summary>Which missing factors decide a gate that is unknown.</summary>
internal static class Decision
{
    /// <summary>
    /// The missing slots some allowed value of which, all else unchanged, makes the gate true or false; where no single one
    /// does, those of comparisons reached from the top through unknown operands only.
    /// </summary>
    public static int[] DecidingSlots(CompiledGate gate, int[] reads, BoundProfile profile, CompiledRuleSet rules)
    {
        var deciding = new List<int>();
        foreach (int slot in reads)
        {
            if (profile.IsMissing(slot) && Decides(gate, slot, profile, rules.Slots.Factors[slot]))
                deciding.Add(slot);
        }

        if (deciding.Count > 0)
            return [.. deciding];
        var open = new SortedSet<int>();
        gate.CollectOpenSlots(profile.Values, profile.Concerns, open);
        return [.. open];
    }

    private static bool Decides(CompiledGate gate, int slot, BoundProfile profile, Factor factor)
    {
        double[] values = profile.Values;
        try
        {
            foreach (double value in Candidates(gate, slot, factor))
            {
                values[slot] = value;
                if (gate.Evaluate(values, profile.Concerns) != Truth.Unknown)
                    return true;
            }

            return false;
        }
        finally
        {
            values[slot] = double.NaN;
        }
    }

    /// <summary>Enough allowed values that the gate behaves like one of them at every allowed value.</summary>
    private static IEnumerable<double> Candidates(CompiledGate gate, int slot, Factor factor)
    {
        if (factor.Kind == FactorKind.Boolean)
            return [0, 1];
        if (factor.Kind == FactorKind.Choice)
            return Enumerable.Range(0, factor.Choices.Length).Select(i => (double)i);

        double min = factor.Min ?? -double.MaxValue, max = factor.Max ?? double.MaxValue;
        var thresholds = new SortedSet<double>();
        gate.CollectThresholds(slot, thresholds);
        var candidates = new SortedSet<double> { min, max, Math.Clamp(0, min, max) };
        double previous = min;
        foreach (double threshold in thresholds)
        {
            candidates.Add(threshold);
            candidates.Add((previous / 2) + (threshold / 2));
            candidates.Add(Math.BitDecrement(threshold));
            candidates.Add(Math.BitIncrement(threshold));
            previous = threshold;
        }

        candidates.Add((previous / 2) + (max / 2));
        if (factor.Kind == FactorKind.Integer)
        {
            var whole = new SortedSet<double>();
            foreach (double c in candidates)
            {
                whole.Add(Math.Floor(c));
                whole.Add(Math.Ceiling(c));
            }

            candidates = whole;
        }

        return candidates.Where(c => c >= min && c <= max);
    }
}
