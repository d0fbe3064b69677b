using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 5 of the scoring model: what a person could change, and what holds a lever or may hold it.</summary>
internal sealed class LeverBuilder(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations)
{
    private readonly double[] after = new double[context.Rules.SkinConditions.Length];
    private readonly List<(Lever Lever, double Sum, int Slot)> found = [];
    private readonly List<LeverEffect> effects = [];

    public ImmutableArray<Lever> Build()
    {
        found.Clear();
        for (int slot = 0; slot < context.Rules.Slots.Count; slot++)
        {
            var factor = context.Rules.Slots.Factors[slot];
            if (!factor.Modifiable || context.IsMissing(slot) || Target(slot) is not { } target)
                continue;
            context.LogOddsAfter([(slot, target)], after);
            double sum = 0;
            foreach (int c in context.Advised)
                sum += BenefitBuilder.Difference(context.LogOdds[c], after[c]);
            if (sum > ItemSums.Tie)
                found.Add((Lever(slot, factor, target), sum, slot));
        }

        if (found.Count == 0)
            return [];
        Sort();
        var levers = ImmutableArray.CreateBuilder<Lever>(found.Count);
        foreach (var (lever, _, _) in found)
            levers.Add(lever);
        return levers.MoveToImmutable();
    }

    /// <summary>Where the reference that holds brings a value: the first whose gate is true, none where an earlier gate is unknown.</summary>
    private double? Target(int slot)
    {
        foreach (var reference in context.Advice.References[slot])
        {
            var truth = context.State.TruthOf(reference.Gate.Node);
            if (truth == Truth.True)
                return reference.Target(context.State.Values[slot], context.EstimateError(slot));
            if (truth == Truth.Unknown)
                return null;
        }

        return null;
    }

    /// <summary>The greatest sum first; sums within 1e-12 of the next are a tie, and slots stand in the order of the factors' ids.</summary>
    private void Sort()
    {
        found.Sort(static (a, b) => b.Sum.CompareTo(a.Sum));
        for (int start = 0; start < found.Count;)
        {
            int end = start + 1;
            while (end < found.Count && found[end - 1].Sum - found[end].Sum <= ItemSums.Tie)
                end++;
            found.Sort(start, end - start, Comparer<(Lever Lever, double Sum, int Slot)>.Create(static (a, b) => a.Slot.CompareTo(b.Slot)));
            start = end;
        }
    }

    private Lever Lever(int slot, Factor factor, double target)
    {
        effects.Clear();
        foreach (int c in context.Rules.OrderOfConditions)
        {
            if (BenefitBuilder.Difference(context.LogOdds[c], after[c]) is var gain && gain != 0)
            {
                effects.Add(new LeverEffect
                {
                    Condition = context.Rules.SkinConditions[c].Id,
                    Gain = gain,
                    ScoreAfter = DeterministicMath.Index(after[c]),
                });
            }
        }

        double from = context.State.Values[slot];
        var moves = !factor.IsNumeric ? Moves.Any : target > from ? Moves.Up : Moves.Down;
        var holds = new LeverHolds(context, triage, recommendations.Appraisals, slot, moves);
        var held = holds.Held();
        return new Lever
        {
            Factor = factor.Id,
            From = Slots.Decode(from, factor),
            To = Slots.Decode(target, factor),
            Effects = [.. effects],
            Held = held,
            Unresolved = held.IsEmpty ? holds.Unresolved(recommendations.Statuses) : [],
            Cautions = holds.Cautions(),
        };
    }
}
