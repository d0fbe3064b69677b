using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 6 of the scoring model: what can be said of every intervention.</summary>
internal sealed class RecommendationBuilder(EvaluationContext context, TriageBuilder triage, int[] conditionOrder)
{
    /// <summary>Below this a benefit is none.</summary>
    private const double LeastBenefit = 0.01;

    private static readonly ImmutableArray<string> NoClearEffect = ["no-clear-effect"];

    private readonly BenefitBuilder effects = new(context, conditionOrder);
    private readonly SafetyFinding?[] findings = new SafetyFinding?[context.Safety.Length];
    private readonly ulong[] ask = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
    private readonly ulong[] holdingBack = new ulong[SlotSet.Words(context.Rules.Slots.Count)];
    private readonly Listed[] listed = new Listed[context.Advice.Interventions.Length];
    private readonly int[] order = new int[context.Advice.Interventions.Length];
    private Comparison<int>? byPlace;
    private int count;

    /// <summary>What came of each compiled intervention: its status, null where it is not applicable, its tier and its benefit.</summary>
    public (RecommendationStatus? Status, int Tier, double Benefit)[] Outcomes { get; } =
        new (RecommendationStatus?, int, double)[context.Advice.Interventions.Length];

    /// <summary>The truth of each intervention's gate; a true red flag that names a referral makes its gate true.</summary>
    public Truth[] Gates { get; } = new Truth[context.Advice.Interventions.Length];

    public ImmutableArray<Recommendation> Build()
    {
        Begin();
        for (int i = 0; i < context.Advice.Interventions.Length; i++)
        {
            var compiled = context.Advice.Interventions[i];
            var called = compiled.Intervention.IsReferral ? triage.UrgencyOfReferral(compiled.Intervention.Id) : null;
            Gates[i] = called is not null ? Truth.True : context.State.TruthOf(compiled.Gate.Node);
            if (Gates[i] != Truth.False)
                listed[count++] = new Listed(Assess(i, compiled), compiled.Intervention, called is { } urgency ? (int)urgency : -1, i);
        }

        var sorted = order.AsSpan(0, count);
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = i;
        sorted.Sort(byPlace ??= (a, b) => listed[a].CompareTo(listed[b]));
        var recommendations = ImmutableArray.CreateBuilder<Recommendation>(count);
        foreach (int i in sorted)
            recommendations.Add(listed[i].Recommendation);
        // No person's findings are kept for the next.
        Array.Clear(listed);
        Array.Clear(findings);
        return recommendations.MoveToImmutable();
    }

    private void Begin()
    {
        effects.Begin();
        Array.Clear(listed);
        count = 0;
        Array.Clear(Outcomes);
        Array.Clear(holdingBack);
        foreach (int flag in triage.HoldingBack)
            SlotSet.UnionWith(holdingBack, context.DecidingSafety(flag));
    }

    private Recommendation Assess(int index, CompiledIntervention compiled)
    {
        var intervention = compiled.Intervention;
        var (expected, benefit, unclear) = effects.Build(compiled);
        var status = StatusOf(compiled, Gates[index], benefit);
        Outcomes[index] = (status, 3, benefit);
        return new Recommendation
        {
            Intervention = intervention.Id,
            Name = context.Localizer.Text("interventions", intervention.Id, "name", intervention.Name),
            Category = intervention.Category,
            Status = status,
            Tier = 3,
            Benefit = benefit,
            Room = Room.Open,
            VariantOf = intervention.VariantOf,
            Effort = intervention.Effort,
            Cost = intervention.Cost,
            Weeks = intervention.Weeks,
            Dose = context.Localizer.OptionalText("interventions", intervention.Id, "dose", intervention.Dose),
            Summary = context.Localizer.OptionalText("interventions", intervention.Id, "summary", intervention.Summary),
            Effects = expected,
            Safety = Findings(compiled),
            Ask = Ask(index, compiled, status),
            Products = [.. compiled.Products.Select(p => new RecommendedProduct(p, []))],
            Notices = unclear ? NoClearEffect : [],
            Evidence = intervention.Evidence,
        };
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
            if (context.Safety[s] == truth && context.Advice.Safety[s].Rule.Kind == kind)
                return true;
        }

        return false;
    }

    private ImmutableArray<string> Ask(int index, CompiledIntervention compiled, RecommendationStatus status)
    {
        var slots = ask.AsSpan();
        slots.Clear();
        bool needsCheck = status == RecommendationStatus.NeedsCheck;
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] == Truth.Unknown && (needsCheck || context.Advice.Safety[s].Rule.Kind == SafetyKind.Caution))
                SlotSet.UnionWith(slots, context.DecidingSafety(s));
        }

        if (needsCheck && Gates[index] == Truth.Unknown)
            SlotSet.UnionWith(slots, context.DecidingIntervention(index));
        if (needsCheck && !compiled.Intervention.IsReferral)
            SlotSet.UnionWith(slots, holdingBack);
        return context.AskIds(slots);
    }

    private ImmutableArray<SafetyFinding> Findings(CompiledIntervention compiled)
    {
        int count = 0;
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] != Truth.False)
                count++;
        }

        if (count == 0)
            return [];
        var found = ImmutableArray.CreateBuilder<SafetyFinding>(count);
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] != Truth.False)
                found.Add(findings[s] ??= Finding(s));
        }

        return found.MoveToImmutable();
    }

    private SafetyFinding Finding(int index)
    {
        var rule = context.Advice.Safety[index].Rule;
        return new SafetyFinding
        {
            Rule = rule.Id,
            Kind = rule.Kind,
            State = context.Safety[index] == Truth.True ? SafetyState.True : SafetyState.Unknown,
            Message = context.Localizer.Text("safety", rule.Id, "message", rule.Message),
        };
    }

    /// <summary>A recommendation with what its place in the list depends on.</summary>
    private readonly record struct Listed(Recommendation Recommendation, Intervention Intervention, int Called, int Index)
    {
        public int CompareTo(in Listed other)
        {
            int order = other.Called.CompareTo(Called);
            if (order == 0)
                order = ((int)Recommendation.Status).CompareTo((int)other.Recommendation.Status);
            if (order == 0)
                order = other.Recommendation.Benefit.CompareTo(Recommendation.Benefit);
            if (order == 0)
                order = ((int)Intervention.Effort).CompareTo((int)other.Intervention.Effort);
            if (order == 0)
                order = ((int)Intervention.Cost).CompareTo((int)other.Intervention.Cost);
            // Compiled interventions stand in the order of their ids.
            return order != 0 ? order : Index.CompareTo(other.Index);
        }
    }
}
