namespace GutSkin.Core;

/// <summary>Explains an intervention: what it changes, and why it is recommended, held back, blocked, or none of these.</summary>
internal static class InterventionExplainer
{
    public static Explanation Explain(Intervention intervention, ExplainContext context)
    {
        var recommendation = context.Assessment.Recommendation(intervention.Id);
        return new Explanation
        {
            Id = intervention.Id,
            Kind = "intervention",
            Title = context.Text("interventions", intervention.Id, "name", intervention.Name),
            Lines = ExplainContext.Lines(
            [
                context.OptionalText("interventions", intervention.Id, "summary", intervention.Summary),
                .. intervention.Changes.Select(c => $"It changes {context.FactorName(c.Factor)}: {Change(c)}."),
                intervention.When is { } gate ? $"It is meant for people where {context.Gates.Write(gate)}." : null,
                .. recommendation is null ? ["It is not meant for this person: its gate is false."] : Here(recommendation, context),
                .. context.Sources("Source", intervention.Evidence),
                context.From("interventions", intervention.Id),
            ]),
            Evidence = intervention.Evidence,
        };
    }

    private static IEnumerable<string> Here(Recommendation recommendation, ExplainContext context)
    {
        yield return recommendation.Status switch
        {
            RecommendationStatus.Recommended => "It is recommended: nothing known speaks against it.",
            RecommendationStatus.Caution => "It is possible, with a caution to read first.",
            RecommendationStatus.NeedsCheck => $"It is held back until this is answered: {Asked(recommendation, context)}.",
            RecommendationStatus.Deferred => "It is deferred: someone should be seen first.",
            RecommendationStatus.Blocked => $"It is blocked by {string.Join(", ", recommendation.Safety.Where(s => s.State == SafetyState.True && s.Kind == SafetyKind.Contraindication).Select(s => s.Rule))}.",
            _ => "It is not recommended: nothing that is known suggests that it would change the scores of the concerns.",
        };
        foreach (var effect in recommendation.Effects.Where(e => e.Benefit != 0 || e.Trial is not null))
        {
            string how = effect.Trial is { } trial
                ? $"trials {ExplainContext.Number(trial)}, through the factors known {ExplainContext.Number(effect.Lever)}"
                : "through the factors known";
            yield return $"{context.ConditionName(effect.Condition)}: benefit {ExplainContext.Number(effect.Benefit)} in log odds ({how}); index after it {ExplainContext.Index(effect.ScoreAfter)}.";
        }

        if (recommendation.Notices.Contains("no-clear-effect"))
            yield return "The interval of a trial includes no effect, so the trial counts nothing in its favor.";
        foreach (var finding in recommendation.Safety)
            yield return $"{(finding.State == SafetyState.True ? "Holds" : "Not known")}: {finding.Message} ({Keywords.SafetyKind.WordOf(finding.Kind)} {finding.Rule})";
    }

    private static string Asked(Recommendation recommendation, ExplainContext context) => recommendation.Ask.IsEmpty
        ? "what was declined"
        : string.Join(", ", recommendation.Ask.Select(id => context.Factors.ContainsKey(id) ? $"{context.FactorName(id)} ({id})" : id));

    private static string Change(FactorChange change) =>
        change.AtMost is { } most ? $"at most {ExplainContext.Number(most)}"
        : change.AtLeast is { } least ? $"at least {ExplainContext.Number(least)}"
        : change.Set is { Kind: FactorValueKind.Boolean } set ? set.AsBoolean ? "yes" : "no"
        : change.Set?.ToString() ?? "";
}
