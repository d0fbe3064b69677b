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
    private readonly SlotValues change = new();
    private readonly List<Lever> found = [];
    private readonly double[] sums = new double[context.Rules.Slots.Count];
    private readonly int[] order = new int[context.Rules.Slots.Count];
    private readonly List<LeverEffect> effects = [];
    private readonly LeverHolds holds = new(context, triage, recommendations);

    public ImmutableArray<Lever> Build()
    {
        for (int slot = 0; slot < context.Rules.Slots.Count; slot++)
        {
            var factor = context.Rules.Slots.Factors[slot];
            if (!factor.Modifiable || context.IsMissing(slot) || Target(slot) is not { } target)
                continue;
            change.Clear();
            change.Add(slot, target);
            context.LogOddsAfter(change, after);
            double sum = 0;
            foreach (int c in context.Advised)
                sum += Ties.Difference(context.LogOdds[c], after[c]);
            if (sum <= ItemSums.Tie)
                continue;
            (order[found.Count], sums[found.Count]) = (found.Count, sum);
            found.Add(Lever(slot, factor, target));
        }

        // Slots stand in the order of the factors' ids.
        var sorted = order.AsSpan(0, found.Count);
        Ties.SortDescending(sorted, sums);
        var levers = ImmutableArray.CreateBuilder<Lever>(found.Count);
        foreach (int lever in sorted)
            levers.Add(found[lever]);
        found.Clear();
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

    private Lever Lever(int slot, Factor factor, double target)
    {
        effects.Clear();
        foreach (int c in context.Rules.OrderOfConditions)
        {
            if (Ties.Difference(context.LogOdds[c], after[c]) is var gain && gain != 0)
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
        holds.TurnTo(slot, moves);
        var held = holds.Held();
        return new Lever
        {
            Factor = factor.Id,
            From = Slots.Decode(from, factor),
            To = Slots.Decode(target, factor),
            Effects = [.. effects],
            Held = held,
            Unresolved = held.IsEmpty ? holds.Unresolved() : [],
            Cautions = holds.Cautions(),
        };
    }
}
