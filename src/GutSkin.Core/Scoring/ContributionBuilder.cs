using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>What each rule contributes to a condition's score, and on what ground.</summary>
internal sealed class ContributionBuilder(EvaluationContext context)
{
    private const double DeterminedWidth = 1e-12;

    private readonly CompiledRules rules = context.Rules.Rules;
    private readonly double[] sizes = new double[context.Rules.Rules.Count];
    private int[] order = new int[32];
    private Comparison<int>? bySize;

    /// <summary>Whether no answer can change what a rule contributes.</summary>
    public bool IsDetermined(int rule)
    {
        int position = rules.Positions[rule];
        return context.State.High[position] - context.State.Low[position] <= DeterminedWidth;
    }

    /// <summary>The value of a rule; 0 for an informational one.</summary>
    public double ValueOf(int rule) => rules.IsScored[rule] ? context.State.Value[rules.Positions[rule]] : 0;

    /// <summary>|value/β|: the burden that is counted.</summary>
    public double CountedBurden(int rule)
    {
        double beta = rules.Betas[rule];
        return beta == 0 ? 0 : Math.Abs(ValueOf(rule) / beta);
    }

    /// <summary>The contributions of a condition's rules whose gates are not false: the greatest first, then by rule id.</summary>
    public ImmutableArray<Contribution> Build(ReadOnlySpan<int> ofCondition, bool[] counted, double positive)
    {
        if (order.Length < ofCondition.Length)
            order = new int[ofCondition.Length];
        int count = 0;
        foreach (int rule in ofCondition)
        {
            if (context.State.TruthOf(rules.Gates[rule]) == Truth.False)
                continue;
            sizes[rule] = Math.Abs(ValueOf(rule));
            order[count++] = rule;
        }

        if (count == 0)
            return [];
        var ordered = order.AsSpan(0, count);
        ordered.Sort(bySize ??= (a, b) => sizes[a] != sizes[b] ? sizes[b].CompareTo(sizes[a]) : a.CompareTo(b));
        var contributions = new Contribution[count];
        for (int i = 0; i < count; i++)
            contributions[i] = Contribution(ordered[i], counted[ordered[i]], positive);
        return ImmutableCollectionsMarshal.AsImmutableArray(contributions);
    }

    private Contribution Contribution(int index, bool counts, double positive)
    {
        var rule = rules.Source[index];
        int slot = rules.Slots[index], position = rules.Positions[index];
        var factor = slot < 0 ? null : context.Rules.Slots.Factors[slot];
        bool known = factor is not null && !context.IsMissing(slot);
        double value = ValueOf(index);
        return new Contribution
        {
            Rule = rule.Id,
            Factor = rule.Factor,
            Value = known ? Slots.Decode(context.State.Values[slot], factor!) : null,
            Burden = factor is null ? 1 : known ? rules.Curves[index].At(context.State.Values[slot]) : CountedBurden(index),
            LogOdds = value,
            Share = counts && positive > 0 ? value / positive : 0,
            Counted = counts,
            Determined = IsDetermined(index),
            Informational = rule.Informational,
            Range = new Interval(context.State.Low[position], context.State.High[position]),
            Certainty = rule.Certainty,
            Role = rule.Role,
            Modifiable = factor?.Modifiable ?? false,
            Mechanisms = rule.Mechanisms,
            Effect = rule.Effect,
            Population = rule.Population,
            Evidence = rule.Evidence,
            ContradictedBy = rule.ContradictedBy,
        };
    }
}
