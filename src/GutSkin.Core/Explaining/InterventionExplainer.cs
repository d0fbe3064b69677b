using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Explains an intervention: what it changes, and why it is recommended, held back, blocked, or none of these.</summary>
internal static class InterventionExplainer
{
    public static Explanation Explain(Intervention intervention, ExplainContext context)
    {
        var words = context.Words;
        var recommendation = context.Assessment.Recommendation(intervention.Id);
        return new Explanation
        {
            Id = intervention.Id,
            Kind = "intervention",
            Title = context.Names.Intervention(intervention.Id),
            Lines = ExplainContext.Lines(
            [
                context.Names.Optional("interventions", intervention.Id, "summary", intervention.Summary),
                .. intervention.Changes.Select(c => WordTable.Fill(words.ItChanges, context.Names.Factor(c.Factor), Change(c, context))),
                intervention.When is { } gate ? WordTable.Fill(words.MeantWhere, context.Gates.Write(gate)) : null,
                .. recommendation is null ? [words.NotMeant] : Here(recommendation, context),
                .. context.Sources(intervention.Evidence),
                context.From("interventions", intervention.Id),
            ]),
            Evidence = intervention.Evidence,
        };
    }

    private static IEnumerable<string> Here(Recommendation recommendation, ExplainContext context)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        yield return Status(recommendation, context);
        foreach (var effect in recommendation.Effects.Where(e => e.Benefit != 0 || e.Trials.Any(t => t.Chosen)))
        {
            string how = effect.Trials.FirstOrDefault(t => t.Chosen) is { } trial
                ? WordTable.Fill(words.ThroughTrials, trial.Outcome ?? words.Say(trial.Certainty))
                : words.ThroughFactors;
            yield return WordTable.Fill(words.Benefit, context.Names.Condition(effect.Condition), numbers.Number(effect.Benefit), how)
                + (effect.ScoreAfter is { } after ? WordTable.Fill(words.IndexAfterIt, numbers.Index(after)) : "");
        }

        if (recommendation.Notices.Contains("no-clear-effect"))
            yield return words.TrialCountsNothing;
        foreach (var finding in recommendation.Safety)
        {
            yield return WordTable.Fill(
                finding.State == SafetyState.True ? words.FindingHolds : words.FindingOpen, finding.Message, words.Say(finding.Kind), finding.Rule);
        }
    }

    private static string Status(Recommendation recommendation, ExplainContext context)
    {
        var words = context.Words;
        return recommendation.Status switch
        {
            RecommendationStatus.Recommended => words.IsRecommended,
            RecommendationStatus.Caution => words.IsPossible,
            RecommendationStatus.NeedsCheck => WordTable.Fill(words.IsHeldBack, Asked(recommendation, context)),
            RecommendationStatus.Deferred => words.IsDeferred,
            RecommendationStatus.Blocked => WordTable.Fill(words.IsBlocked, string.Join(", ", recommendation.Safety
                .Where(s => s.State == SafetyState.True && s.Kind == SafetyKind.Contraindication).Select(s => s.Rule))),
            _ => words.IsPointless,
        };
    }

    private static string Asked(Recommendation recommendation, ExplainContext context) => recommendation.Ask.IsEmpty
        ? context.Words.WhatWasDeclined
        : string.Join(", ", recommendation.Ask.Select(id => context.Names.FindFactor(id) is null ? id : $"{context.Names.Factor(id)} ({id})"));

    private static string Change(FactorChange change, ExplainContext context) =>
        change.AtMost is { } most ? WordTable.Fill(context.Words.GateAtMost, context.Amount(most, context.Names.Unit(change.Factor)))
        : change.AtLeast is { } least ? WordTable.Fill(context.Words.GateAtLeast, context.Amount(least, context.Names.Unit(change.Factor)))
        : change.Set is { } set ? context.Value(change.Factor, set)
        : "";
}
