namespace GutSkin.Core;

/// <summary>A summand of a condition's score: a single rule, or the rules of one overlap group, of which one counts.</summary>
/// <param name="Rules">Positions in the compiled rules, by rule id.</param>
/// <param name="Sign">The sign of the members' effects; 0 where all are zero.</param>
internal sealed record CompiledItem(int[] Rules, int Sign)
{
    /// <summary>The member that counts: the greatest |value|, ties to the smallest id.</summary>
    public int Winner(ReadOnlySpan<double> ruleValues)
    {
        int best = Rules[0];
        for (int i = 1; i < Rules.Length; i++)
        {
            if (Math.Abs(ruleValues[Rules[i]]) > Math.Abs(ruleValues[best]))
                best = Rules[i];
        }

        return best;
    }

    /// <summary>The range of the item: a group's is [max l, max u] for positive effects, [min l, min u] for negative ones.</summary>
    public Interval Range(ReadOnlySpan<RuleRange> ranges)
    {
        double low = ranges[Rules[0]].Low, high = ranges[Rules[0]].High;
        for (int i = 1; i < Rules.Length; i++)
        {
            var range = ranges[Rules[i]];
            low = Sign < 0 ? Math.Min(low, range.Low) : Math.Max(low, range.Low);
            high = Sign < 0 ? Math.Min(high, range.High) : Math.Max(high, range.High);
        }

        return new Interval(low, high);
    }
}
