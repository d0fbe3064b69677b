using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

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
