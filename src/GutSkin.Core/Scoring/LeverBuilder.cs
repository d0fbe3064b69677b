using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Section 5 of the scoring model: what a person could change, and what holds a lever.</summary>
internal sealed class LeverBuilder(
    EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations, IReadOnlyList<int> conditionOrder)
{
    public ImmutableArray<Lever> Build()
    {
        var found = new List<(Lever Lever, double Sum)>();
        var after = new double[context.Rules.Conditions.Length];
        for (int slot = 0; slot < context.Rules.Slots.Count; slot++)
        {
            var factor = context.Rules.Slots.Factors[slot];
            if (!factor.Modifiable || context.Profile.IsMissing(slot) || Target(factor, context.Profile.Values[slot]) is not { } target)
                continue;
            context.Pass.LogOddsAfter([(slot, target)], after);
            double sum = 0;
            foreach (int c in context.Profile.Advised)
                sum += context.Pass.LogOdds[c] - after[c];
            if (sum <= 0)
                continue;
            found.Add((new Lever
            {
                Factor = factor.Id,
                From = Slots.Decode(context.Profile.Values[slot], factor),
                To = Slots.Decode(target, factor),
                Effects =
                [
                    .. conditionOrder.Where(c => context.Pass.LogOdds[c] != after[c]).Select(c => new LeverEffect
                    {
                        Condition = context.Rules.Conditions[c].Condition.Id,
                        LogOdds = context.Pass.LogOdds[c] - after[c],
                        ScoreAfter = DeterministicMath.Index(after[c]),
                    }),
                ],
                Held = Held(slot, factor, target),
            }, sum));
        }

        // Slots stand in the order of the factors' ids, and OrderBy is stable.
        return [.. found.OrderByDescending(f => f.Sum).Select(f => f.Lever)];
    }

    /// <summary>Where the reference would bring a value; null where it lies in the reference or there is none.</summary>
    private static double? Target(Factor factor, double value)
    {
        if (factor.Reference is not { } reference)
            return null;
        if (!factor.IsNumeric)
            return reference.Value is { } wanted && Slots.Encode(wanted, factor) is var encoded && encoded != value ? encoded : null;
        return value < reference.Low ? reference.Low : value > reference.High ? reference.High : null;
    }

    private ImmutableArray<string> Held(int slot, Factor factor, double target)
    {
        var holding = new SortedSet<string>(StringComparer.Ordinal);
        if (triage.IsUrgent)
        {
            holding.UnionWith(triage.Up.Select(i => context.Rules.Safety[i].Rule).Where(r => r.Urgency == Urgency.Urgent).Select(r => r.Id));
        }

        var blocking = new SortedSet<string>(StringComparer.Ordinal);
        double value = context.Profile.Values[slot];
        for (int i = 0; i < context.Rules.Interventions.Length; i++)
        {
            var compiled = context.Rules.Interventions[i];
            if (recommendations.Outcomes[i].Status is not { } status || compiled.Intervention.IsReferral
                || !compiled.Changes.Any(c => c.Slot == slot && MovesAlong(factor, value, CompiledIntervention.Apply(c, value), target)))
            {
                continue;
            }

            if (status is not (RecommendationStatus.Blocked or RecommendationStatus.Deferred))
                return [.. holding];
            blocking.UnionWith(compiled.Safety
                .Where(s => context.Safety[s] == Truth.True && context.Rules.Safety[s].Rule.Kind == SafetyKind.Contraindication)
                .Select(s => context.Rules.Safety[s].Rule.Id));
        }

        holding.UnionWith(blocking);
        return [.. holding];
    }

    private static bool MovesAlong(Factor factor, double from, double moved, double target) =>
        factor.IsNumeric ? moved != from && moved > from == target > from : moved == target;
}
