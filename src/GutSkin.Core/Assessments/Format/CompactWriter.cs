using System.Collections.Immutable;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Format;

/// <summary>Leaves out of an assessment what its rule set says anyway.</summary>
internal sealed class CompactWriter(Assessment assessment, CompiledRuleSet rules, RuleSetWords words)
{
    public CompactAssessment Write(bool withNoExpectedBenefit)
    {
        var listed = assessment.Recommendations.Where(r => withNoExpectedBenefit || r.Status != RecommendationStatus.NoExpectedBenefit).ToArray();
        return new CompactAssessment
        {
            Culture = assessment.Culture,
            ProfileId = assessment.ProfileId,
            AsOf = assessment.AsOf,
            Engine = assessment.Engine,
            RuleSet = assessment.RuleSet,
            IntendedUse = assessment.IntendedUse,
            Disclaimer = assessment.Disclaimer,
            Level = assessment.Triage.Level,
            Complete = assessment.Triage.Complete,
            Flags = Some(assessment.Triage.Flags.Select(f => f.Rule)),
            Unresolved = Some(assessment.Triage.Unresolved.Select(u => new CompactWait(u.Rule, Some(u.Ask), Some(u.Declined)))),
            Safety = Findings(listed, SafetyState.True),
            UnknownSafety = Findings(listed, SafetyState.Unknown),
            Conditions = Some(assessment.Conditions.Select(Of)),
            Derived = Some(assessment.Derived),
            Levers = Some(assessment.Levers),
            Recommendations = Some(listed.Select(Of)),
            Enough = assessment.Enough,
            Full = assessment.Full,
            Questions = Some(assessment.NextQuestions.Select(Of)),
            Tests = Some(assessment.Tests),
            Inapplicable = Some(assessment.Inapplicable),
            Notices = Some(assessment.Notices),
        };
    }

    private static CompactScore Of(ConditionScore score) => new()
    {
        Id = score.Id,
        Concern = score.Concern,
        Score = score.Score,
        LogOdds = score.LogOdds,
        Interval = score.Interval,
        Uncertainty = score.Uncertainty,
        Ceiling = score.Ceiling,
        Settled = score.Settled,
        Completeness = score.Completeness,
        Band = score.Band,
        Contributions = Some(score.Contributions.Select(Of)),
        Mechanisms = Some(score.Mechanisms),
    };

    private static CompactContribution Of(Contribution contribution) => new()
    {
        Rule = contribution.Rule,
        Value = contribution.Value,
        Derived = contribution.Derived,
        Inputs = contribution.Inputs is { } inputs ? [.. inputs] : null,
        Burden = contribution.Burden,
        LogOdds = contribution.LogOdds,
        Share = contribution.Share,
        Counted = contribution.Counted,
        Determined = contribution.Determined,
        Range = contribution.Range == new Interval(contribution.LogOdds, contribution.LogOdds) ? null : contribution.Range,
    };

    private CompactRecommendation Of(Recommendation recommendation) => new()
    {
        Id = recommendation.Intervention,
        Status = recommendation.Status,
        Tier = recommendation.Tier,
        Certainty = recommendation.Certainty,
        Benefit = recommendation.Benefit,
        Room = recommendation.Room,
        Changes = Some(recommendation.Changes),
        Indications = Places(recommendation),
        Effects = Some(recommendation.Effects.Where(e => e.Lever != 0 || e.Benefit != 0 || e.Trials.Any(t => t.Eligible || t.Chosen)).Select(Of)),
        Ask = Some(recommendation.Ask),
        Declined = Some(recommendation.Declined),
        Products = Some(recommendation.Products),
        Notices = Some(recommendation.Notices),
    };

    private int[]? Places(Recommendation recommendation)
    {
        if (recommendation.Indications.IsEmpty)
            return null;
        var all = CompactFacts.Intervention(rules, recommendation.Intervention).Intervention;
        var places = new List<int>();
        foreach (var active in recommendation.Indications)
        {
            int place = places.Count == 0 ? 0 : places[^1] + 1;
            while (place < all.Indications.Length && !CompactFacts.Indication(all, place, words).Equals(active))
                place++;
            if (place == all.Indications.Length)
                throw new ArgumentException($"The rule set {assessment.RuleSet.Id} does not say this of '{all.Id}': was the assessment changed?");
            places.Add(place);
        }

        return [.. places];
    }

    private static CompactEffect Of(RecommendationEffect effect)
    {
        int[] eligible = [.. Enumerable.Range(0, effect.Trials.Length).Where(i => effect.Trials[i].Eligible)];
        int chosen = Array.FindIndex([.. effect.Trials], t => t.Chosen) + 1;
        return new CompactEffect
        {
            Condition = effect.Condition,
            Lever = effect.Lever,
            Benefit = effect.Benefit,
            ScoreAfter = effect.ScoreAfter,
            Eligible = Some(eligible),
            Chosen = chosen,
        };
    }

    private CompactQuestion Of(NextQuestion question)
    {
        string[] shown = [.. question.Items.Select(i => i.Factor)];
        return new CompactQuestion
        {
            Id = question.Id,
            Asks = question.Asks,
            Reason = question.Reason,
            Gain = question.Gain,
            Fills = Some(question.Fills),
            Decides = Some(question.Decides),
            Items = shown.AsSpan().SequenceEqual(CompactFacts.Items(rules, question.Asks, question.Id).AsSpan()) ? null : shown,
        };
    }

    private static string[]? Findings(Recommendation[] listed, SafetyState state) =>
        Some(listed.SelectMany(r => r.Safety).Where(s => s.State == state).Select(s => s.Rule).Distinct().Order(StringComparer.Ordinal));

    private static T[]? Some<T>(IEnumerable<T> list) => list.ToArray() is { Length: > 0 } some ? some : null;
}
