namespace GutSkin.Core;

/// <summary>A condition with the summands of its score.</summary>
internal sealed class CompiledCondition
{
    public CompiledCondition(SkinCondition condition, CompiledItem[] items, int[] scored, CompiledRule[] rules)
    {
        Condition = condition;
        Items = items;
        Scored = scored;
        double weight = 0, ceiling = 0;
        foreach (int rule in scored)
            weight += Math.Abs(rules[rule].Beta);
        foreach (var item in items)
        {
            double greatest = rules[item.Rules[0]].GreatestHigh;
            foreach (int rule in item.Rules.AsSpan(1))
            {
                double high = rules[rule].GreatestHigh;
                greatest = item.Sign < 0 ? Math.Min(greatest, high) : Math.Max(greatest, high);
            }

            ceiling += greatest;
        }

        TotalWeight = weight;
        Ceiling = DeterministicMath.Index(ceiling);
    }

    public SkinCondition Condition { get; }

    /// <summary>Single rules and overlap groups, by (smallest) rule id.</summary>
    public CompiledItem[] Items { get; }

    /// <summary>The scored rules, by id.</summary>
    public int[] Scored { get; }

    /// <summary>Σ|β| over the scored rules.</summary>
    public double TotalWeight { get; }

    /// <summary>The most that present evidence could give.</summary>
    public double Ceiling { get; }

    /// <summary>L: the sum of the counted values.</summary>
    public double LogOdds(ReadOnlySpan<double> ruleValues)
    {
        var sum = default(OrderedSum);
        foreach (var item in Items)
            sum.Add(ruleValues[item.Winner(ruleValues)]);
        return sum.Total;
    }
}
