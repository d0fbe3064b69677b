using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Explaining;

/// <summary>Explains a condition: its index here, what makes it, and what was left out on purpose.</summary>
internal static class ConditionExplainer
{
    private const int MaxContributions = 8;

    public static Explanation Explain(SkinCondition condition, ExplainContext context)
    {
        var words = context.Words;
        var score = context.Assessment.Condition(condition.Id);
        var made = score?.Contributions.Where(c => c.Counted && c.LogOdds != 0).ToList() ?? [];
        int more = made.Count - MaxContributions, scored = context.Set.Rules.Count(r => r.Condition == condition.Id && r.IsScored);
        return new Explanation
        {
            Id = condition.Id,
            Kind = ExplanationKind.Condition,
            Title = context.Names.Condition(condition.Id),
            Lines = ExplainContext.Lines(
            [
                context.Names.Optional("conditions", condition.Id, "description", condition.Description),
                score?.Band is { } band ? Now(score, band, context) : null,
                .. made.Take(MaxContributions).Select(c => WordTable.Fill(words.MadeOfRule, c.Rule, context.Numbers.Number(c.LogOdds))),
                more == 1 ? words.MadeOfMoreOne : more > 1 ? WordTable.Fill(words.MadeOfMore, NumberWords.Count(more)) : null,
                scored == 1 ? words.RulesAimOne : WordTable.Fill(words.RulesAim, NumberWords.Count(scored)),
                .. context.Set.Considered.Where(e => e.Condition == condition.Id)
                    .Select(e => WordTable.Fill(words.LeftOut, context.Names.Factor(e.Factor), $"{e.Factor}/{e.Condition}", context.Why(e))),
                .. context.Sources(condition.Evidence),
                context.From("conditions", condition.Id),
            ]),
            Evidence = condition.Evidence,
        };
    }

    private static string Now(ConditionScore score, string band, ExplainContext context) => WordTable.Fill(
        context.Words.ConditionNow, context.Numbers.Index(score.Score), context.Numbers.Index(score.Ceiling),
        context.Names.Band(band), context.Numbers.Index(score.Interval));
}
