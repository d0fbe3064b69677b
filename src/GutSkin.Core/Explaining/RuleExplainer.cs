using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Explains a scoring rule: a sentence, its curve, its weight before and after shrinkage and cap, its sources, and what it does here.</summary>
internal static class RuleExplainer
{
    public static Explanation Explain(ScoringRule rule, ExplainContext context)
    {
        var words = context.Words;
        var contribution = context.Assessment.Condition(rule.Condition)?.Contributions.FirstOrDefault(c => c.Rule == rule.Id);
        var plot = rule.Curve is { } curve && rule.Factor is { } id && context.Names.FindFactor(id) is { } factor
            ? CurvePlot.Draw(curve, factor, contribution?.Value is { Kind: FactorValueKind.Number } value ? value.AsNumber : null, context)
            : [];
        return new Explanation
        {
            Id = rule.Id,
            Kind = ExplanationKind.Rule,
            Title = context.Names.Rule(rule.Id),
            Lines = ExplainContext.Lines(
            [
                RuleSentence.Of(rule, context),
                .. plot,
                Published(rule.Effect, context),
                Weight(rule, context),
                Here(rule, contribution, context),
                contribution?.Inputs is { } inputs
                    ? WordTable.Fill(words.ReadsHere, string.Join(", ", inputs.Select(i => $"{context.Names.Factor(i.Factor)} {Answer(i, context)}")))
                    : null,
                rule.Role == RuleRole.Marker ? words.IsMarker : null,
                context.Names.Optional("rules", rule.Id, "rationale", rule.Rationale),
                context.Names.Optional("rules", rule.Id, "population", rule.Population) is { } population ? WordTable.Fill(words.RuleStudiedIn, population) : null,
                context.Names.Optional("rules", rule.Id, "misuse", rule.Misuse),
                .. context.Sources(words.ForIt, rule.Evidence),
                .. context.Sources(words.AgainstIt, rule.ContradictedBy),
                rule.ReviewedOn is { } day ? WordTable.Fill(words.LastReviewed, context.Numbers.Day(day)) : null,
                context.From("rules", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Published(Effect effect, ExplainContext context)
    {
        var words = context.Words;
        string measure = words.Say(effect.Measure), value = context.Numbers.Exact(effect.Value);
        string said = effect.Ci95 is { } ci
            ? WordTable.Fill(words.EffectInterval, measure, value, context.Numbers.Exact(ci.Low), context.Numbers.Exact(ci.High))
            : WordTable.Fill(words.EffectNoInterval, measure, value);
        return WordTable.Fill(words.FullBurdenEffect, said, effect.Basis switch
        {
            EffectBasis.Published => words.IsPublished,
            EffectBasis.Derived => words.IsDerived,
            _ => words.IsJudgement,
        });
    }

    /// <summary>The weight, step by step: as published, shrunk, capped.</summary>
    private static string Weight(ScoringRule rule, ExplainContext context)
    {
        var (model, words, numbers) = (context.Resolved.Model, context.Words, context.Numbers);
        double lambda = rule.Effect.LogOdds, shrink = model.CertaintyShrinkage[rule.Certainty];
        double shrunk = shrink * lambda, weight = model.Weigh(rule.Effect, rule.Certainty);
        string cap = !model.CertaintyCap.TryGetValue(rule.Certainty, out double most) ? words.CapNone
            : WordTable.Fill(Math.Abs(weight) < Math.Abs(shrunk) ? words.CapReached : words.CapUnder, numbers.Number(most));
        string said = WordTable.Fill(
            words.Weight, words.Say(rule.Certainty), numbers.Number(lambda), numbers.Number(shrink), numbers.Number(shrunk), cap, numbers.Number(weight));
        return rule.IsScored ? said : $"{said} {words.EntersNoScore}";
    }

    private static string Here(ScoringRule rule, Contribution? contribution, ExplainContext context)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        if (rule.Lifecycle == RuleLifecycle.Retired)
            return words.IsRetired;
        if (contribution is null)
            return rule.When is null ? words.DoesNotApply : WordTable.Fill(words.DoesNotApplyAs, context.Gates.Write(rule.When));
        if (contribution.Informational)
            return words.IsShownOnly;
        if (!contribution.Counted)
            return WordTable.Fill(words.IsOverlapped, rule.Overlap);
        string counts = numbers.Number(contribution.LogOdds);
        return contribution.Determined
            ? WordTable.Fill(words.CountsHere, counts, numbers.Number(contribution.Burden))
            : WordTable.Fill(words.CountsOpen, counts, numbers.Range(numbers.Number(contribution.Range.Low), numbers.Number(contribution.Range.High)));
    }

    private static string Answer(ContributionInput input, ExplainContext context) =>
        input.Value is { } answer ? context.Value(input.Factor, answer) : context.Words.NotKnown;
}
