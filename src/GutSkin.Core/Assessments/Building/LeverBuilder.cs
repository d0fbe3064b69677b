using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

/// <summary>
/// Section 5 of the scoring model: what holds the lever on a factor, and what may. Each list carries the ids of the rules that do it,
/// and of an intervention that is advised against or waits for its gate, its room or a recommendation against it, its own id.
/// </summary>
internal sealed class LeverHolds(EvaluationContext context, TriageBuilder triage, RecommendationBuilder recommendations)
{
    private readonly List<string> ids = [];
    private readonly List<Appraisal> movers = [];
    private int[] rules = [];

    /// <summary>Turns to a movement: the rules on it, and the interventions that move with it, not referrals, nor what is not applicable.</summary>
    public void TurnTo(int slot, Moves moves)
    {
        var reach = context.Advice.Targets.On(slot, moves);
        rules = reach.Rules;
        movers.Clear();
        foreach (int i in reach.Movers)
        {
            var appraisal = recommendations.Appraisals[i];
            if (appraisal.Status is not null && !appraisal.Compiled.Intervention.IsReferral)
                movers.Add(appraisal);
        }
    }

    /// <summary>What holds it: true urgent flags, true contraindications, or all that moves with it.</summary>
    public ImmutableArray<string> Held()
    {
        ids.Clear();
        if (triage.IsUrgent)
            AddUrgent();
        Add(rules, SafetyKind.Contraindication, Truth.True);
        if (movers.Count > 0 && movers.TrueForAll(static a => IsOut(a.Status)))
        {
            foreach (var mover in movers)
                AddOut(mover);
        }

        return Sorted();
    }

    /// <summary>What may hold it, where nothing does: unknown contraindications, unresolved urgent flags, or all that moves with it.</summary>
    public ImmutableArray<string> Unresolved()
    {
        ids.Clear();
        Add(rules, SafetyKind.Contraindication, Truth.Unknown);
        AddFlags(triage.HoldingBack);
        if (movers.Count > 0 && movers.TrueForAll(static a => IsOut(a.Status) || a.Status == RecommendationStatus.NeedsCheck))
        {
            foreach (var mover in movers)
            {
                if (mover.Status != RecommendationStatus.NeedsCheck)
                    AddOut(mover);
                else
                    AddWaiting(mover);
            }
        }

        return Sorted();
    }

    /// <summary>The true cautions on the movement.</summary>
    public ImmutableArray<string> Cautions()
    {
        ids.Clear();
        Add(rules, SafetyKind.Caution, Truth.True);
        return Sorted();
    }

    private static bool IsOut(RecommendationStatus? status) =>
        status is RecommendationStatus.Blocked or RecommendationStatus.Deferred or RecommendationStatus.AdvisedAgainst;

    private void AddOut(Appraisal mover)
    {
        if (mover.Status == RecommendationStatus.AdvisedAgainst)
            ids.Add(mover.Compiled.Intervention.Id);
        else if (mover.Status == RecommendationStatus.Deferred)
            AddUrgent();
        else
            Add(mover.Compiled.Safety, SafetyKind.Contraindication, Truth.True);
    }

    private void AddWaiting(Appraisal mover)
    {
        Add(mover.Compiled.Safety, SafetyKind.Contraindication, Truth.Unknown);
        if (mover.Gate == Truth.Unknown || mover.Room == Room.Unknown
            || Array.Exists(mover.Compiled.Indications, i => recommendations.Statuses.WaitsFor(mover, i)))
        {
            ids.Add(mover.Compiled.Intervention.Id);
        }
    }

    private void AddUrgent()
    {
        foreach (int flag in triage.Up)
        {
            if (context.Advice.Safety[flag].Rule.Urgency == Urgency.Urgent)
                ids.Add(context.Advice.Safety[flag].Rule.Id);
        }
    }

    private void AddFlags(List<int> flags)
    {
        foreach (int flag in flags)
            ids.Add(context.Advice.Safety[flag].Rule.Id);
    }

    private void Add(int[] reaching, SafetyKind kind, Truth truth)
    {
        foreach (int s in reaching)
        {
            if (context.Safety[s] == truth && context.Advice.Safety[s].Rule.Kind == kind)
                ids.Add(context.Advice.Safety[s].Rule.Id);
        }
    }

    /// <summary>The ids found, each once, ordinally.</summary>
    private ImmutableArray<string> Sorted()
    {
        if (ids.Count == 0)
            return [];
        ids.Sort(StringComparer.Ordinal);
        int count = 1;
        for (int i = 1; i < ids.Count; i++)
        {
            if (ids[i] != ids[count - 1])
                ids[count++] = ids[i];
        }

        return [.. CollectionsMarshal.AsSpan(ids)[..count]];
    }
}
