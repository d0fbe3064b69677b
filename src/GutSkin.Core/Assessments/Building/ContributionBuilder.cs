using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>What each rule contributes to a condition's score, and on what ground.</summary>
internal sealed class ContributionBuilder(EvaluationContext context)
{
    private const double DeterminedWidth = 1e-12;

    private readonly CompiledRules rules = context.Rules.Rules;
    private readonly double[] sizes = new double[context.Rules.Rules.Count];
    private readonly Contribution?[] unanswered = new Contribution?[context.Rules.Rules.Count];
    private int[] order = new int[32];

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
        Ties.SortDescending(ordered, sizes);
        var contributions = new Contribution[count];
        for (int i = 0; i < count; i++)
            contributions[i] = Contribution(ordered[i], counted[ordered[i]], positive);
        return ImmutableCollectionsMarshal.AsImmutableArray(contributions);
    }

    private Contribution Contribution(int index, bool counts, double positive)
    {
        var rule = rules.Source[index];
        int position = rules.Positions[index];
        var slots = SlotsOf(index);
        var factor = slots.Length == 1 ? context.Rules.Slots.Factors[slots[0]] : null;
        bool known = AllKnown(slots);
        double value = ValueOf(index), burden = known ? BurdenOf(index) : CountedBurden(index), share = counts && positive > 0 ? value / positive : 0;
        if (!double.IsFinite(share))
            share = 0; // of a sum that is hardly a number at all
        var range = new Interval(context.State.Low[position], context.State.High[position]);
        bool isDetermined = IsDetermined(index);
        string title = context.Localizer.Text("rules", rule.Id, "title", rule.Title);
        // What no answer went into says the same of everybody: one object serves all assessments.
        bool isShared = !known && slots.Length == 1;
        if (isShared && unanswered[index] is { } before && before.Title == title && before.Burden.Equals(burden) && before.LogOdds.Equals(value)
            && before.Share.Equals(share) && before.Counted == counts && before.Determined == isDetermined && before.Range == range)
            return before;
        var made = new Contribution
        {
            Rule = rule.Id,
            Title = title,
            Factor = rule.Factor,
            Value = factor is not null && known ? Slots.Decode(context.State.Values[slots[0]], factor) : null,
            Derived = slots.Length == 1 ? context.DerivationOf(slots[0])?.Source.Id : null,
            Inputs = slots.Length > 1 ? Inputs(slots) : null,
            Burden = burden,
            LogOdds = value,
            Share = share,
            Counted = counts,
            Determined = isDetermined,
            Informational = rule.Informational,
            Range = range,
            Certainty = rule.Certainty,
            Role = rule.Role,
            Modifiable = AnyModifiable(slots),
            Mechanisms = rule.Mechanisms,
            Effect = rule.Effect,
            Population = rule.Population,
            Evidence = rule.Evidence,
            ContradictedBy = rule.ContradictedBy,
        };
        if (isShared)
            unanswered[index] = made;
        return made;
    }

    /// <summary>The slots a rule's burden reads.</summary>
    private ReadOnlySpan<int> SlotsOf(int rule) =>
        rules.Computed[rule] is { } computed ? computed.Slots
        : rules.Slots[rule] < 0 ? []
        : new ReadOnlySpan<int>(in rules.Slots[rule]);

    /// <summary>The burden of answers that are all known.</summary>
    private double BurdenOf(int rule) =>
        rules.Computed[rule] is { } computed ? computed.BurdenOf(context.State.Values, context.State.Inputs).Low
        : rules.Slots[rule] < 0 ? 1
        : rules.Burdens[rule].At(context.State.Values[rules.Slots[rule]]);

    private bool AllKnown(ReadOnlySpan<int> slots)
    {
        foreach (int slot in slots)
        {
            if (context.IsMissing(slot))
                return false;
        }

        return true;
    }

    private bool AnyModifiable(ReadOnlySpan<int> slots)
    {
        foreach (int slot in slots)
        {
            if (context.Rules.Slots.Factors[slot].Modifiable)
                return true;
        }

        return false;
    }

    private ImmutableArray<ContributionInput> Inputs(ReadOnlySpan<int> slots)
    {
        var inputs = ImmutableArray.CreateBuilder<ContributionInput>(slots.Length);
        foreach (int slot in slots)
        {
            var factor = context.Rules.Slots.Factors[slot];
            inputs.Add(new ContributionInput(factor.Id, context.IsMissing(slot) ? null : Slots.Decode(context.State.Values[slot], factor))
            {
                Derived = context.DerivationOf(slot)?.Source.Id,
            });
        }

        return inputs.MoveToImmutable();
    }
}
