using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Section 6 of the scoring model: what can be said of every intervention.</summary>
internal sealed class RecommendationBuilder(EvaluationContext context, TriageBuilder triage, IReadOnlyList<int> conditionOrder)
{
    /// <summary>Below this a benefit is none.</summary>
    private const double LeastBenefit = 0.01;

    private readonly double[] after = new double[context.Rules.Conditions.Length];

    /// <summary>What came of each compiled intervention: its status, null where it is not applicable, and its priority.</summary>
    public (RecommendationStatus? Status, double Priority)[] Outcomes { get; } =
        new (RecommendationStatus?, double)[context.Rules.Interventions.Length];

    /// <summary>The truth of each intervention's gate; a true red flag that names a referral makes its gate true.</summary>
    public Truth[] Gates { get; } = new Truth[context.Rules.Interventions.Length];

    public ImmutableArray<Recommendation> Build()
    {
        var listed = new List<(Recommendation Recommendation, Intervention Intervention, Urgency? Called)>();
        for (int i = 0; i < context.Rules.Interventions.Length; i++)
        {
            var compiled = context.Rules.Interventions[i];
            var called = compiled.Intervention.IsReferral ? triage.UrgencyOfReferral(compiled.Intervention.Id) : null;
            Gates[i] = called is not null
                ? Truth.True
                : compiled.Gate?.Evaluate(context.Profile.Values, context.Profile.Concerns) ?? Truth.True;
            if (Gates[i] == Truth.False)
                continue;
            listed.Add((Assess(i, compiled), compiled.Intervention, called));
        }

        // Compiled interventions stand in the order of their ids, and OrderBy is stable.
        return
        [
            .. listed
                .OrderByDescending(l => l.Called is { } urgency ? (int)urgency : -1)
                .ThenBy(l => l.Recommendation.Status)
                .ThenByDescending(l => l.Recommendation.Benefit)
                .ThenBy(l => l.Intervention.Effort)
                .ThenBy(l => l.Intervention.Cost)
                .Select(l => l.Recommendation),
        ];
    }

    private Recommendation Assess(int index, CompiledIntervention compiled)
    {
        var intervention = compiled.Intervention;
        var (effects, benefit, unclear) = Effects(compiled);
        var status = StatusOf(compiled, Gates[index], benefit);
        double priority = DeterministicMath.Index(benefit);
        Outcomes[index] = (status, priority);
        return new Recommendation
        {
            Intervention = intervention.Id,
            Name = context.Localizer.Text("interventions", intervention.Id, "name", intervention.Name),
            Category = intervention.Category,
            Status = status,
            Benefit = benefit,
            Priority = priority,
            Effects = effects,
            Safety = [.. compiled.Safety.Where(s => context.Safety[s] != Truth.False).Select(Finding)],
            Ask = [.. context.AskIds(AskSlots(compiled, Gates[index], status))],
            Products = [.. context.Rules.Resolved.RuleSet.Products.Where(p => p.Intervention == intervention.Id).Select(p => p.Id)],
            Notices = unclear ? ["no-clear-effect"] : [],
            Evidence = intervention.Evidence,
        };
    }

    private (ImmutableArray<RecommendationEffect> Effects, double Benefit, bool Unclear) Effects(CompiledIntervention compiled)
    {
        var changes = compiled.Changes
            .Where(c => !context.Profile.IsMissing(c.Slot))
            .Select(c => (c.Slot, CompiledIntervention.Apply(c, context.Profile.Values[c.Slot])))
            .ToArray();
        context.Pass.LogOddsAfter(changes, after);
        double sum = 0;
        bool unclear = false;
        var byCondition = new RecommendationEffect?[after.Length];
        foreach (int c in context.Profile.Advised)
        {
            double lever = context.Pass.LogOdds[c] - after[c] + 0.0;
            double benefit = lever;
            double? trial = null;
            if (compiled.Trials[c] is { } t)
            {
                trial = -t.Beta + 0.0;
                if (!t.Effect.Effect.IntervalIncludesNoEffect)
                {
                    benefit = trial.Value;
                }
                else
                {
                    unclear = true;
                    if (t.Effect.Certainty >= Certainty.Moderate)
                        benefit = Math.Min(lever, 0) + 0.0;
                }
            }

            sum += benefit;
            byCondition[c] = new RecommendationEffect
            {
                Condition = context.Rules.Conditions[c].Condition.Id,
                Lever = lever,
                Trial = trial,
                Benefit = benefit,
                ScoreAfter = DeterministicMath.Index(context.Pass.LogOdds[c] - benefit),
            };
        }

        return ([.. conditionOrder.Select(c => byCondition[c]).OfType<RecommendationEffect>()], sum, unclear);
    }

    private RecommendationStatus StatusOf(CompiledIntervention compiled, Truth gate, double benefit)
    {
        bool caution = Holds(compiled, SafetyKind.Caution, Truth.True);
        if (compiled.Intervention.IsReferral)
        {
            return gate == Truth.Unknown ? RecommendationStatus.NeedsCheck
                : caution ? RecommendationStatus.Caution
                : RecommendationStatus.Recommended;
        }

        return triage.IsUrgent ? RecommendationStatus.Deferred
            : Holds(compiled, SafetyKind.Contraindication, Truth.True) ? RecommendationStatus.Blocked
            : benefit < LeastBenefit ? RecommendationStatus.NoExpectedBenefit
            : gate == Truth.Unknown || Holds(compiled, SafetyKind.Contraindication, Truth.Unknown) || triage.HoldingBack.Count > 0
                ? RecommendationStatus.NeedsCheck
            : caution ? RecommendationStatus.Caution
            : RecommendationStatus.Recommended;
    }

    private bool Holds(CompiledIntervention compiled, SafetyKind kind, Truth truth)
    {
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] == truth && context.Rules.Safety[s].Rule.Kind == kind)
                return true;
        }

        return false;
    }

    private HashSet<int> AskSlots(CompiledIntervention compiled, Truth gate, RecommendationStatus status)
    {
        var slots = new HashSet<int>();
        bool needsCheck = status == RecommendationStatus.NeedsCheck;
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] == Truth.Unknown
                && (context.Rules.Safety[s].Rule.Kind == SafetyKind.Caution || needsCheck))
            {
                slots.UnionWith(context.DecidingSlots(s));
            }
        }

        if (needsCheck && gate == Truth.Unknown)
            slots.UnionWith(Decision.DecidingSlots(compiled.Gate!, compiled.GateReads, context.Profile, context.Rules));
        if (needsCheck && !compiled.Intervention.IsReferral)
        {
            foreach (int flag in triage.HoldingBack)
                slots.UnionWith(context.DecidingSlots(flag));
        }

        return slots;
    }

    private SafetyFinding Finding(int index)
    {
        var rule = context.Rules.Safety[index].Rule;
        return new SafetyFinding
        {
            Rule = rule.Id,
            Kind = rule.Kind,
            State = context.Safety[index] == Truth.True ? SafetyState.True : SafetyState.Unknown,
            Message = context.Localizer.Text("safety", rule.Id, "message", rule.Message),
        };
    }
}
