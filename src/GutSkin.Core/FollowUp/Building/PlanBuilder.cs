using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Instruments;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Makes a plan of what an assessment suggests.</summary>
internal sealed class PlanBuilder
{
    private const string Care = "care";
    private const string Medical = "medical";
    private const string ByPatient = "patient";
    private const string Age = "person.age";
    private const int WeeksWhereUnknown = 8;

    private readonly Assessment assessment;
    private readonly EvaluationContext context;
    private readonly PlanOptions options;
    private readonly Dictionary<string, Appraisal> byId;
    private readonly Appraisal[] care;
    private readonly Appraisal[] candidates;
    private readonly PlanSearch search;

    private PlanBuilder(Assessment assessment, EvaluationContext context, RecommendationBuilder recommendations, PlanOptions options)
    {
        (this.assessment, this.context, this.options) = (assessment, context, options);
        byId = recommendations.Appraisals.ToDictionary(a => a.Compiled.Intervention.Id, StringComparer.Ordinal);
        var suggested = assessment.Recommendations.Where(r => r.IsSuggested && !IsVariantOfSuggested(r)).ToList();
        care = [.. suggested.Where(r => r.Category == Care).Select(r => byId[r.Intervention])];
        candidates = [.. suggested.Where(IsStep).Select(r => byId[r.Intervention]).OrderBy(a => a.Index).Where(a => !care.Any(c => PlanSearch.PullTogether(c, a)))];
        search = new PlanSearch(context, candidates, care, options);
    }

    public static Plan Build(Assessment assessment, EvaluationContext context, RecommendationBuilder recommendations, PlanOptions options) =>
        new PlanBuilder(assessment, context, recommendations, options).Build();

    private Plan Build()
    {
        var (chosen, exact) = search.Run();
        var ids = chosen.Select(i => candidates[i].Compiled.Intervention.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<PlanStep> kept = [.. Listed(care.Select(c => c.Compiled.Intervention.Id).ToHashSet(StringComparer.Ordinal)).Select(r => Step(r, 0))];
        ImmutableArray<PlanStep> steps = [.. Listed(ids).Select((r, i) => Step(r, i * options.WeeksBetween))];
        return new Plan
        {
            Culture = assessment.Culture,
            ProfileId = assessment.ProfileId,
            AsOf = assessment.AsOf,
            RuleSet = assessment.RuleSet,
            IntendedUse = assessment.IntendedUse,
            Disclaimer = assessment.Disclaimer,
            Triage = assessment.Triage.Level,
            TriageComplete = assessment.Triage.Complete,
            Effort = options.Effort,
            AtMost = options.AtMost,
            WeeksBetween = options.WeeksBetween,
            Exact = exact,
            Reaches = exact ? null : Reaches(chosen),
            See = Entries(r => r.IsSuggested && r.Category == Intervention.ReferralCategory),
            Care = kept,
            Steps = steps,
            Discuss = Entries(r => r.IsSuggested && r.Category == Medical && !IsVariantOfSuggested(r)),
            Keep = Entries(r => r is { Status: RecommendationStatus.AlreadyMet, VariantOf: null }),
            Effects = Effects([.. care, .. chosen.Select(i => candidates[i])]),
            Measures = Measures([.. kept, .. steps]),
            LeftOut = [.. assessment.Recommendations.Select(r => Omission(r, chosen, ids)).OfType<PlanOmission>()],
            Assessment = assessment,
        };
    }

    private static bool IsStep(Recommendation recommendation) => recommendation.Category is not (Care or Medical or Intervention.ReferralCategory);

    /// <summary>One way of doing something that is suggested itself is no step of its own.</summary>
    private bool IsVariantOfSuggested(Recommendation recommendation) =>
        recommendation.VariantOf is { } parent && assessment.Recommendation(parent) is { IsSuggested: true };

    private IEnumerable<Recommendation> Listed(HashSet<string> ids) => assessment.Recommendations.Where(r => ids.Contains(r.Intervention));

    private ImmutableArray<PlanEntry> Entries(Func<Recommendation, bool> which) =>
        [.. assessment.Recommendations.Where(which).Select(r => new PlanEntry(r.Intervention, r.Name))];

    private static PlanStep Step(Recommendation recommendation, int from)
    {
        bool known = recommendation.Weeks is { High: > 0 };
        return new PlanStep
        {
            Intervention = recommendation.Intervention,
            Name = recommendation.Name,
            Tier = recommendation.Tier,
            Effort = recommendation.Effort,
            FromWeek = from,
            ToWeek = from + (known ? (int)Math.Ceiling(recommendation.Weeks!.Value.High) : WeeksWhereUnknown),
            WeeksKnown = known,
            Changes = recommendation.Changes,
            Cautions = [.. recommendation.Safety.Where(s => s is { Kind: SafetyKind.Caution, State: SafetyState.True })],
        };
    }

    /// <summary>What all of it at once does, by one pass.</summary>
    private ImmutableArray<PlanEffect> Effects(Appraisal[] members)
    {
        var after = new JointGain(context).LogOddsAfter(members);
        var effects = ImmutableArray.CreateBuilder<PlanEffect>();
        foreach (int c in context.Rules.OrderOfConditions)
        {
            double lever = Ties.Difference(context.LogOdds[c], after[c]);
            if (lever != 0)
                effects.Add(new PlanEffect(context.Rules.SkinConditions[c].Id, lever, DeterministicMath.Index(context.LogOdds[c]), DeterministicMath.Index(after[c])));
        }

        return effects.ToImmutable();
    }

    private double Reaches(int[] chosen)
    {
        double most = new PlanBound(context, candidates, care).Of(chosen, options.AtMost), gained = search.GainOf(chosen) - search.GainOf([]);
        return most <= 0 ? 1 : Math.Clamp(gained / most, 0, 1);
    }

    /// <summary>Before the first step, and where a step ends: what it moves, and the questionnaires of conditions that the person has.</summary>
    private ImmutableArray<PlanMeasure> Measures(ImmutableArray<PlanStep> steps)
    {
        if (steps.IsEmpty)
            return [];
        ImmutableArray<string> instruments =
        [
            .. InstrumentCatalog.All
                .Where(i => i.Assessor.StartsWith(ByPatient, StringComparison.Ordinal))
                .Where(i => i.Conditions.Any(HasAndIsAdvisedOn) && IsOldEnough(i))
                .Select(i => i.Id).Order(StringComparer.Ordinal),
        ];
        return
        [
            .. steps.Select(s => s.ToWeek).Append(0).Distinct().Order().Select(week => new PlanMeasure
            {
                Week = week,
                Factors = [.. steps.Where(s => week == 0 || s.ToWeek == week).SelectMany(s => s.Changes).Select(c => c.Factor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Instruments = instruments,
            }),
        ];
    }

    private bool HasAndIsAdvisedOn(string condition) =>
        context.Rules.ConditionIndex.TryGetValue(condition, out int index) && context.IsAdvised(index) && context.Has(index) == Truth.True;

    /// <summary>Whether an instrument is meant for somebody of this age; an age that is not known is not old enough.</summary>
    private bool IsOldEnough(Instrument instrument) =>
        instrument.FromAge is not { } least || (context.Rules.Slots.TryGet(Age, out int slot) && context.State.Values[slot] >= least);

    private PlanOmission? Omission(Recommendation recommendation, int[] chosen, HashSet<string> ids)
    {
        if (recommendation.Category == Intervention.ReferralCategory || ids.Contains(recommendation.Intervention))
            return null;
        (PlanReason Reason, IEnumerable<string> Because)? found = recommendation.Status switch
        {
            RecommendationStatus.Deferred => (PlanReason.Deferred, assessment.Triage.Flags.Where(f => f.Urgency == Urgency.Urgent).Select(f => f.Rule)),
            RecommendationStatus.Blocked => (PlanReason.Blocked, recommendation.Safety.Where(s => s is { Kind: SafetyKind.Contraindication, State: SafetyState.True }).Select(s => s.Rule)),
            RecommendationStatus.AdvisedAgainst => (PlanReason.AdvisedAgainst, []),
            RecommendationStatus.NeedsCheck => (PlanReason.NeedsCheck, recommendation.Ask),
            RecommendationStatus.Recommended or RecommendationStatus.Caution when IsStep(recommendation) => WhyNot(recommendation, chosen),
            _ => null,
        };
        return found is not { } why ? null : new PlanOmission
        {
            Intervention = recommendation.Intervention,
            Name = recommendation.Name,
            Reason = why.Reason,
            Because = [.. why.Because.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private (PlanReason, IEnumerable<string>) WhyNot(Recommendation recommendation, int[] chosen)
    {
        if (IsVariantOfSuggested(recommendation))
            return (PlanReason.Variant, [recommendation.VariantOf!]);
        var own = byId[recommendation.Intervention];
        var pulling = chosen.Select(i => candidates[i]).Concat(care).Where(c => PlanSearch.PullTogether(c, own)).Select(c => c.Compiled.Intervention.Id).ToList();
        if (pulling.Count > 0)
            return (PlanReason.SameLever, pulling);
        int[] with = [.. chosen.Append(Array.IndexOf(candidates, own)).Order()];
        if (search.Broken(with) is >= 0 and var rule)
            return (PlanReason.NotSafeTogether, [context.Advice.Safety[rule].Rule.Id]);
        if (PlanOptions.PointsOf(recommendation.Effort) > options.Budget || (chosen.Length < options.AtMost && search.PointsOf(with) > options.Budget))
            return (PlanReason.Effort, []);
        return recommendation.Tier == 3 && search.GainOf(with) - search.GainOf(chosen) < PlanSearch.LeastGain ? (PlanReason.AddsNothing, []) : (PlanReason.Places, []);
    }
}
