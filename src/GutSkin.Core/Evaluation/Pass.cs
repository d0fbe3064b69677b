namespace GutSkin.Core;

/// <summary>One evaluation of all rules on one profile.</summary>
internal sealed class Pass
{
    private readonly CompiledRuleSet rules;
    private readonly BoundProfile profile;
    private readonly double[] changedValues;
    private readonly double[] changedSlots;

    public Pass(CompiledRuleSet rules, BoundProfile profile)
    {
        this.rules = rules;
        this.profile = profile;
        Ranges = new RuleRange[rules.Rules.Length];
        Values = new double[Ranges.Length];
        for (int i = 0; i < Ranges.Length; i++)
        {
            Ranges[i] = rules.Rules[i].Evaluate(profile.Values, profile.Concerns);
            Values[i] = rules.Rules[i].IsScored ? Ranges[i].Value : 0;
        }

        LogOdds = [.. rules.Conditions.Select(c => c.LogOdds(Values))];
        changedValues = (double[])Values.Clone();
        changedSlots = (double[])profile.Values.Clone();
    }

    /// <summary>The range of every rule.</summary>
    public RuleRange[] Ranges { get; }

    /// <summary>The value of every rule; 0 for informational ones.</summary>
    public double[] Values { get; }

    /// <summary>L of every condition.</summary>
    public double[] LogOdds { get; }

    /// <summary>
    /// L′ of every condition after changes to slots: a full new sum, in which markers keep their values and groups are formed anew.
    /// </summary>
    /// <param name="changes">Slots with their new values.</param>
    /// <param name="result">One L′ a condition.</param>
    public void LogOddsAfter(ReadOnlySpan<(int Slot, double Value)> changes, Span<double> result)
    {
        LogOdds.CopyTo(result);
        foreach (var (slot, value) in changes)
            changedSlots[slot] = value;
        var touched = new HashSet<int>();
        foreach (var (slot, _) in changes)
        {
            foreach (int rule in rules.RulesBySlot[slot])
            {
                var compiled = rules.Rules[rule];
                if (!compiled.IsDriver || !compiled.IsScored)
                    continue;
                changedValues[rule] = compiled.Evaluate(changedSlots, profile.Concerns).Value;
                touched.Add(compiled.Condition);
            }
        }

        foreach (int condition in touched)
            result[condition] = rules.Conditions[condition].LogOdds(changedValues);
        foreach (var (slot, _) in changes)
        {
            changedSlots[slot] = profile.Values[slot];
            foreach (int rule in rules.RulesBySlot[slot])
                changedValues[rule] = Values[rule];
        }
    }
}
