using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 5 of the scoring model: what a person could change, and what holds a lever.</summary>
internal sealed class LeverBuilder(
    EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations, int[] conditionOrder)
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
            if (!factor.Modifiable || context.IsMissing(slot) || Target(factor, context.State.Values[slot]) is not { } target)
                continue;
            context.LogOddsAfter([(slot, target)], after);
            double sum = 0;
            foreach (int c in context.Advised)
                sum += context.LogOdds[c] - after[c];
            if (sum > 0)
                found.Add((Lever(slot, factor, target), sum, slot));
        }

        if (found.Count == 0)
            return [];
        // Slots stand in the order of the factors' ids.
        found.Sort(static (a, b) => a.Sum != b.Sum ? b.Sum.CompareTo(a.Sum) : a.Slot.CompareTo(b.Slot));
        var levers = ImmutableArray.CreateBuilder<Lever>(found.Count);
        foreach (var (lever, _, _) in found)
            levers.Add(lever);
        return levers.MoveToImmutable();
    }

    /// <summary>Where the reference would bring a value; null where it lies in the reference or there is none.</summary>
    private static double? Target(Factor factor, double value)
    {
        if (factor.UngatedReference is not { } reference)
            return null;
        if (!factor.IsNumeric)
            return reference.Value is { } wanted && Slots.Encode(wanted, factor) is var encoded && encoded != value ? encoded : null;
        return value < reference.Low ? reference.Low : value > reference.High ? reference.High : null;
    }

    private Lever Lever(int slot, Factor factor, double target)
    {
        effects.Clear();
        foreach (int c in conditionOrder)
        {
            if (context.LogOdds[c] != after[c])
            {
                effects.Add(new LeverEffect
                {
                    Condition = context.Rules.SkinConditions[c].Id,
                    Gain = context.LogOdds[c] - after[c],
                    ScoreAfter = DeterministicMath.Index(after[c]),
                });
            }
        }

        return new Lever
        {
            Factor = factor.Id,
            From = Slots.Decode(context.State.Values[slot], factor),
            To = Slots.Decode(target, factor),
            Effects = [.. effects],
            Held = Held(slot, factor, target),
        };
    }

    private ImmutableArray<string> Held(int slot, Factor factor, double target)
    {
        var holding = new SortedSet<string>(StringComparer.Ordinal);
        if (triage.IsUrgent)
        {
            foreach (int flag in triage.Up)
            {
                if (context.Advice.Safety[flag].Rule.Urgency == Urgency.Urgent)
                    holding.Add(context.Advice.Safety[flag].Rule.Id);
            }
        }

        var blocking = new List<string>();
        for (int i = 0; i < context.Advice.Interventions.Length; i++)
        {
            var compiled = context.Advice.Interventions[i];
            if (recommendations.Outcomes[i].Status is not { } status || compiled.Intervention.IsReferral
                || !MovesAlong(compiled, slot, factor, target))
            {
                continue;
            }

            if (status is not (RecommendationStatus.Blocked or RecommendationStatus.Deferred))
                return [.. holding];
            foreach (int s in compiled.Safety)
            {
                var rule = context.Advice.Safety[s].Rule;
                if (context.Safety[s] == Truth.True && rule.Kind == SafetyKind.Contraindication)
                    blocking.Add(rule.Id);
            }
        }

        holding.UnionWith(blocking);
        return [.. holding];
    }

    private bool MovesAlong(CompiledIntervention compiled, int slot, Factor factor, double target)
    {
        double from = context.State.Values[slot];
        foreach (var change in compiled.Changes)
        {
            if (change.Slot != slot)
                continue;
            double moved = CompiledIntervention.Apply(change, from);
            if (factor.IsNumeric ? moved != from && moved > from == target > from : moved == target)
                return true;
        }

        return false;
    }
}
