namespace GutSkin.Core;

/// <summary>Explains a condition: its index here, what makes it, and what was left out on purpose.</summary>
internal static class ConditionExplainer
{
    private const int MostContributions = 8;

    public static Explanation Explain(SkinCondition condition, ExplainContext context)
    {
        var score = context.Assessment.Condition(condition.Id);
        var made = score?.Contributions.Where(c => c.Counted && c.LogOdds != 0).ToList() ?? [];
        return new Explanation
        {
            Id = condition.Id,
            Kind = "condition",
            Title = context.Text("conditions", condition.Id, "name", condition.Name),
            Lines = ExplainContext.Lines(
            [
                context.OptionalText("conditions", condition.Id, "description", condition.Description),
                score is null ? null
                    : $"Index {ExplainContext.Index(score.Score)} of at most {ExplainContext.Index(score.Ceiling)}, band {score.Band}; answers still missing could make it {ExplainContext.Index(score.Interval.Low)} to {ExplainContext.Index(score.Interval.High)}.",
                .. made.Take(MostContributions).Select(c => $"Made of {c.Rule}: {ExplainContext.Number(c.LogOdds)} in log odds."),
                made.Count > MostContributions ? FormattableString.Invariant($"And of {made.Count - MostContributions} rules more.") : null,
                FormattableString.Invariant($"{context.Set.Rules.Count(r => r.Condition == condition.Id && r.IsScored)} scored rules aim at it."),
                .. context.Set.Considered.Where(e => e.Condition == condition.Id)
                    .Select(e => $"Left out on purpose: {context.FactorName(e.Factor)} ({e.Factor}/{e.Condition}). {e.Why}"),
                .. context.Sources("Source", condition.Evidence),
                context.From("conditions", condition.Id),
            ]),
            Evidence = condition.Evidence,
        };
    }
}
