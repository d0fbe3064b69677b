using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Section 5 of the scoring model: what holds the lever on a factor, and what may. Each list carries the ids of the rules that do it,
/// and of an intervention that is advised against or waits for its gate, its room or a recommendation against it, its own id.
/// </summary>
internal readonly struct LeverHolds
{
    private readonly EvaluationContext context;
    private readonly TriageBuilder triage;
    private readonly List<int> rules;
    private readonly List<Appraisal> movers = [];

    /// <summary>Finds the rules on a movement, and the interventions that move with it: not referrals, nor what is not applicable.</summary>
    public LeverHolds(EvaluationContext context, TriageBuilder triage, Appraisal[] appraisals, int slot, Moves moves)
    {
        this.context = context;
        this.triage = triage;
        rules = [.. context.Advice.Targets.RulesOn(slot, moves)];
        foreach (int i in context.Advice.Targets.Movers(slot, moves))
        {
            if (appraisals[i].Status is not null && !appraisals[i].Compiled.Intervention.IsReferral)
                movers.Add(appraisals[i]);
        }
    }

    /// <summary>What holds it: true urgent flags, true contraindications, or all that moves with it.</summary>
    public ImmutableArray<string> Held()
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        if (triage.IsUrgent)
            AddUrgent(ids);
        Add(ids, rules, SafetyKind.Contraindication, Truth.True);
        if (movers.Count > 0 && movers.TrueForAll(static a => IsOut(a.Status)))
        {
            foreach (var mover in movers)
                AddOut(ids, mover);
        }

        return [.. ids];
    }

    /// <summary>What may hold it, where nothing does: unknown contraindications, unresolved urgent flags, or all that moves with it.</summary>
    public ImmutableArray<string> Unresolved(StatusBuilder statuses)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        Add(ids, rules, SafetyKind.Contraindication, Truth.Unknown);
        AddFlags(ids, triage.HoldingBack);
        if (movers.Count > 0 && movers.TrueForAll(static a => IsOut(a.Status) || a.Status == RecommendationStatus.NeedsCheck))
        {
            foreach (var mover in movers)
            {
                if (mover.Status != RecommendationStatus.NeedsCheck)
                    AddOut(ids, mover);
                else
                    AddWaiting(ids, mover, statuses);
            }
        }

        return [.. ids];
    }

    /// <summary>The true cautions on the movement.</summary>
    public ImmutableArray<string> Cautions()
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        Add(ids, rules, SafetyKind.Caution, Truth.True);
        return [.. ids];
    }

    private static bool IsOut(RecommendationStatus? status) =>
        status is RecommendationStatus.Blocked or RecommendationStatus.Deferred or RecommendationStatus.AdvisedAgainst;

    private void AddOut(SortedSet<string> ids, Appraisal mover)
    {
        if (mover.Status == RecommendationStatus.AdvisedAgainst)
            ids.Add(mover.Compiled.Intervention.Id);
        else if (mover.Status == RecommendationStatus.Deferred)
            AddUrgent(ids);
        else
            Add(ids, mover.Compiled.Safety, SafetyKind.Contraindication, Truth.True);
    }

    private void AddWaiting(SortedSet<string> ids, Appraisal mover, StatusBuilder statuses)
    {
        Add(ids, mover.Compiled.Safety, SafetyKind.Contraindication, Truth.Unknown);
        if (mover.Gate == Truth.Unknown || mover.Room == Room.Unknown
            || Array.Exists(mover.Compiled.Indications, i => statuses.WaitsFor(mover, i)))
        {
            ids.Add(mover.Compiled.Intervention.Id);
        }
    }

    private void AddUrgent(SortedSet<string> ids)
    {
        foreach (int flag in triage.Up)
        {
            if (context.Advice.Safety[flag].Rule.Urgency == Urgency.Urgent)
                ids.Add(context.Advice.Safety[flag].Rule.Id);
        }
    }

    private void AddFlags(SortedSet<string> ids, List<int> flags)
    {
        foreach (int flag in flags)
            ids.Add(context.Advice.Safety[flag].Rule.Id);
    }

    private void Add(SortedSet<string> ids, IEnumerable<int> reaching, SafetyKind kind, Truth truth)
    {
        foreach (int s in reaching)
        {
            if (context.Safety[s] == truth && context.Advice.Safety[s].Rule.Kind == kind)
                ids.Add(context.Advice.Safety[s].Rule.Id);
        }
    }
}
