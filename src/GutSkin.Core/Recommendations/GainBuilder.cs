namespace GutSkin.Core;

/// <summary>Section 8 of the scoring model: how much the rules of the concerns that name a missing factor could still move.</summary>
internal sealed class GainBuilder(EvaluationContext context)
{
    private const double DeterminedWidth = 1e-12;

    /// <summary>For each slot the sum over rules, by id.</summary>
    public double[] Gains { get; } = new double[context.Rules.Slots.Count];

    public void Build()
    {
        Array.Clear(Gains);
        var rules = context.Rules.Rules;
        for (int rule = 0; rule < rules.Count; rule++)
        {
            if (!rules.IsScored[rule] || !context.IsAdvised(rules.Conditions[rule]))
                continue;
            double gain = GainOf(rule);
            if (gain == 0)
                continue;
            foreach (int slot in context.Rules.Reads[rule])
            {
                if (context.IsMissing(slot))
                    Gains[slot] += gain;
            }
        }
    }

    private double GainOf(int rule)
    {
        var state = context.State;
        int position = context.Rules.Rules.Positions[rule];
        double low = state.Low[position], high = state.High[position];
        if (high - low <= DeterminedWidth)
            return 0;
        var items = context.Rules.Items;
        int group = items.GroupOfRule[rule];
        if (group < 0)
            return high - low;
        int lane = items.Groups[group];
        return Math.Max(0, items.GroupIsNegative[group] ? state.High[lane] - low : high - state.Low[lane]);
    }
}
