using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 8 of the scoring model: how much the rules of the conditions advised on that name a missing factor could still move.</summary>
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
            // The gate of an undetermined rule is true or unknown; what a true one reads moves nothing.
            bool isOpen = context.State.TruthOf(rules.Gates[rule]) == Truth.Unknown;
            foreach (int slot in context.Rules.Reads[rule])
            {
                if (context.IsMissing(slot) && (isOpen || IsBurden(rule, slot)))
                    Gains[slot] += gain;
            }
        }
    }

    private bool IsBurden(int rule, int slot) => context.Rules.Rules.Computed[rule] is { } computed
        ? computed.Slots.AsSpan().Contains(slot)
        : context.Rules.Rules.Slots[rule] == slot;

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

/// <summary>What the answers to one question are worth: everything that its place depends on.</summary>
internal struct QuestionWorth()
{
    /// <summary>No tier: no intervention waits.</summary>
    public const int NoTier = int.MaxValue;

    /// <summary>Whether it covers anything.</summary>
    public bool Covers;

    /// <summary>The sum of the gains of what it covers.</summary>
    public double Gain;

    /// <summary>How many unresolved urgent red flags it decides.</summary>
    public int Urgent;

    /// <summary>How many unresolved red flags that are soon it decides.</summary>
    public int Soon;

    /// <summary>How many other unresolved red flags it decides.</summary>
    public int OtherFlags;

    /// <summary>Whether it covers the presence of a condition that the profile names.</summary>
    public bool IsConcern;

    /// <summary>Whether it covers a factor whose own gain is much.</summary>
    public bool IsMuch;

    /// <summary>The least tier of the interventions whose safety it decides.</summary>
    public int SafetyTier = NoTier;

    /// <summary>The greatest benefit of those.</summary>
    public double Benefit = double.NegativeInfinity;

    /// <summary>The least tier that it would give.</summary>
    public int AdviceTier = NoTier;

    /// <summary>The least place of a core factor that it covers.</summary>
    public int CoreOrder = int.MaxValue;

    /// <summary>Whether it decides a caution of something recommended.</summary>
    public bool IsCaution;

    /// <summary>Its place in the order of reasons, from 1; 0 = none.</summary>
    public readonly int Place =>
        Urgent > 0 ? 1
        : IsConcern ? 2
        : Soon > 0 ? 3
        : IsMuch ? 4
        : OtherFlags > 0 || SafetyTier != NoTier ? 5
        : AdviceTier != NoTier ? 6
        : CoreOrder != int.MaxValue ? 7
        : IsCaution ? 8
        : Gain > 0 ? 9
        : 0;
}
