namespace GutSkin.Core;

/// <summary>Explains a condition: its index here, what makes it, and what was left out on purpose.</summary>
internal static class ConditionExplainer
{
    private const int MostContributions = 8;

    public static Explanation Explain(SkinCondition condition, ExplainContext context)
    {
        var score = context.Assessment.Condition(condition.Id);
        var made = score?.Contributions.Where(c => c.Counted && c.LogOdds != 0).ToList() ?? [];
        int scored = context.Set.Rules.Count(r => r.Condition == condition.Id && r.IsScored);
        return new Explanation
        {
            Id = condition.Id,
            Kind = "condition",
            Title = context.Text("conditions", condition.Id, "name", condition.Name),
            Lines = ExplainContext.Lines(
            [
                context.OptionalText("conditions", condition.Id, "description", condition.Description),
                score is null ? null
                    : Standing(score, context),
                .. made.Take(MostContributions).Select(c => context.Say(
                    $"Made of {c.Rule}: {context.Number(c.LogOdds)} in log odds.", $"Besteht aus {c.Rule}: {context.Number(c.LogOdds)} in Log-Odds.")),
                made.Count > MostContributions ? context.Say(FormattableString.Invariant($"And of {made.Count - MostContributions} rules more."), FormattableString.Invariant($"Und aus {made.Count - MostContributions} weiteren Regeln.")) : null,
                context.Say(FormattableString.Invariant($"{scored} scored rules aim at it."), FormattableString.Invariant($"{scored} zählende Regeln zielen darauf.")),
                .. context.Set.Considered.Where(e => e.Condition == condition.Id)
                    .Select(e => $"{context.Say("Left out on purpose", "Bewusst weggelassen")}: {context.FactorName(e.Factor)} ({e.Factor}/{e.Condition}). {context.Why(e)}"),
                .. context.Sources(condition.Evidence),
                context.From("conditions", condition.Id),
            ]),
            Evidence = condition.Evidence,
        };
    }

    private static string Standing(ConditionScore score, ExplainContext context)
    {
        string index = context.Index(score.Score), most = context.Index(score.Ceiling), band = context.Text("bands", score.Band, "name", score.Band);
        string low = context.Index(score.Interval.Low), high = context.Index(score.Interval.High);
        return context.Say(
            $"Index {index} of at most {most}, band {band}; answers still missing could make it {low} to {high}.",
            $"Index {index} von höchstens {most}, Stufe {band}; fehlende Antworten könnten {low} bis {high} daraus machen.");
    }
}
