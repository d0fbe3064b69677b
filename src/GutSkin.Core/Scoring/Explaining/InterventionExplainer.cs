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
                .. intervention.Changes.Select(c => $"{context.Say("It changes", "Verändert")} {context.FactorName(c.Factor)}: {Change(c, context)}."),
                intervention.When is { } gate ? $"{context.Say("It is meant for people where", "Gedacht für Menschen, bei denen gilt:")} {context.Gates.Write(gate)}." : null,
                .. recommendation is null ? [context.Say("It is not meant for this person: its gate is false.", "Für diese Person nicht gedacht: Die Bedingung trifft nicht zu.")] : Here(recommendation, context),
                .. context.Sources(intervention.Evidence),
                context.From("interventions", intervention.Id),
            ]),
            Evidence = intervention.Evidence,
        };
    }

    private static IEnumerable<string> Here(Recommendation recommendation, ExplainContext context)
    {
        yield return Status(recommendation, context);
        foreach (var effect in recommendation.Effects.Where(e => e.Benefit != 0 || e.Trial is not null))
        {
            string lever = context.Say("through the factors known", "über die bekannten Faktoren");
            string how = effect.Trial is { } trial
                ? $"{context.Say("trials", "Studien")} {context.Number(trial)}, {lever} {context.Number(effect.Lever)}"
                : lever;
            string name = context.ConditionName(effect.Condition), benefit = context.Number(effect.Benefit), after = context.Index(effect.ScoreAfter);
            yield return context.Say(
                $"{name}: benefit {benefit} in log odds ({how}); index after it {after}.",
                $"{name}: Nutzen {benefit} in Log-Odds ({how}); Index danach {after}.");
        }

        if (recommendation.Notices.Contains("no-clear-effect"))
        {
            yield return context.Say(
                "The interval of a trial includes no effect, so the trial counts nothing in its favor.",
                "Die Spanne einer Studie schließt keine Wirkung ein, deshalb zählt die Studie nicht dafür.");
        }

        foreach (var finding in recommendation.Safety)
        {
            string state = finding.State == SafetyState.True ? context.Say("Holds", "Trifft zu") : context.Say("Not known", "Nicht bekannt");
            yield return $"{state}: {finding.Message} ({context.Word(finding.Kind)} {finding.Rule})";
        }
    }

    private static string Status(Recommendation recommendation, ExplainContext context)
    {
        switch (recommendation.Status)
        {
            case RecommendationStatus.Recommended:
                return context.Say("It is recommended: nothing known speaks against it.", "Empfohlen: Nichts Bekanntes spricht dagegen.");
            case RecommendationStatus.Caution:
                return context.Say("It is possible, with a caution to read first.", "Möglich, mit einem Hinweis, der zuerst zu lesen ist.");
            case RecommendationStatus.NeedsCheck:
                string asked = Asked(recommendation, context);
                return context.Say($"It is held back until this is answered: {asked}.", $"Zurückgehalten, bis das beantwortet ist: {asked}.");
            case RecommendationStatus.Deferred:
                return context.Say("It is deferred: someone should be seen first.", "Aufgeschoben: Zuerst sollte jemand darauf schauen.");
            case RecommendationStatus.Blocked:
                string by = string.Join(", ", recommendation.Safety.Where(s => s.State == SafetyState.True && s.Kind == SafetyKind.Contraindication).Select(s => s.Rule));
                return context.Say($"It is blocked by {by}.", $"Nicht gezeigt wegen {by}.");
            default:
                return context.Say(
                    "It is not recommended: nothing that is known suggests that it would change the scores of the concerns.",
                    "Nicht empfohlen: Nichts Bekanntes spricht dafür, dass es die Indizes der Anliegen ändert.");
        }
    }

    private static string Asked(Recommendation recommendation, ExplainContext context) => recommendation.Ask.IsEmpty
        ? context.Say("what was declined", "was bewusst offen blieb")
        : string.Join(", ", recommendation.Ask.Select(id => context.Factors.ContainsKey(id) ? $"{context.FactorName(id)} ({id})" : id));

    private static string Change(FactorChange change, ExplainContext context) =>
        change.AtMost is { } most ? $"{context.Say("at most", "höchstens")} {context.Number(most)}"
        : change.AtLeast is { } least ? $"{context.Say("at least", "mindestens")} {context.Number(least)}"
        : change.Set is { Kind: FactorValueKind.Boolean } set ? context.YesOrNo(set.AsBoolean)
        : change.Set is { Kind: FactorValueKind.Choice } choice ? context.ChoiceName(change.Factor, choice.AsChoice)
        : change.Set is { } number ? context.Exact(number.AsNumber)
        : "";
}
