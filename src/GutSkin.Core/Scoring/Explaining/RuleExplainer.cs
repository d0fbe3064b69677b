namespace GutSkin.Core;

/// <summary>Explains a scoring rule: a sentence, its curve, its weight before and after shrinkage and cap, its sources, and what it does here.</summary>
internal static class RuleExplainer
{
    public static Explanation Explain(ScoringRule rule, ExplainContext context)
    {
        var contribution = context.Assessment.Condition(rule.Condition)?.Contributions.FirstOrDefault(c => c.Rule == rule.Id);
        var plot = rule.Curve is { } curve && rule.Factor is { } id && context.Factors.TryGetValue(id, out var factor)
            ? CurvePlot.Draw(curve, factor, contribution?.Value is { Kind: FactorValueKind.Number } value ? value.AsNumber : null)
            : [];
        return new Explanation
        {
            Id = rule.Id,
            Kind = "rule",
            Title = context.Text("rules", rule.Id, "title", rule.Title),
            Lines = ExplainContext.Lines(
            [
                RuleSentence.Of(rule, context),
                .. plot,
                Published(rule),
                Weight(rule, context.Resolved.Model),
                Here(rule, contribution, context),
                contribution?.Inputs is { } inputs ? $"It reads here: {string.Join(", ", inputs.Select(i => $"{context.FactorName(i.Factor)} {Answer(i, context)}"))}." : null,
                rule.Role == RuleRole.Marker ? "It is a marker: it goes along with the condition, and changing it changes nothing." : null,
                rule.Rationale,
                rule.Population is { } population ? $"Studied in: {population}." : null,
                rule.Misuse,
                .. context.Sources("For it", rule.Evidence),
                .. context.Sources("Against it", rule.ContradictedBy),
                rule.ReviewedOn is { } day ? FormattableString.Invariant($"Last reviewed on {day:yyyy-MM-dd}.") : null,
                context.From("rules", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Published(ScoringRule rule)
    {
        var effect = rule.Effect;
        string interval = effect.Ci95 is { } ci ? FormattableString.Invariant($" (95 % interval {ci.Low} to {ci.High})") : ", no interval published";
        return FormattableString.Invariant($"Effect at full burden: {MeasureName(effect.Measure)} {effect.Value}{interval}, {Keywords.EffectBasis.WordOf(effect.Basis)}.");
    }

    /// <summary>The weight, step by step: as published, shrunk, capped.</summary>
    private static string Weight(ScoringRule rule, ScoringModel model)
    {
        double lambda = rule.Effect.LogOdds, shrink = model.CertaintyShrinkage[rule.Certainty];
        double shrunk = shrink * lambda, weight = model.Weigh(rule.Effect, rule.Certainty);
        string cap = model.CertaintyCap.TryGetValue(rule.Certainty, out double most)
            ? Math.Abs(weight) < Math.Abs(shrunk)
                ? $", capped at an odds ratio of {ExplainContext.Number(most)}"
                : $", under the cap of {ExplainContext.Number(most)}"
            : ", no cap";
        string unscored = rule.IsScored ? "" : " It enters no score.";
        return $"Certainty {ExplainContext.Word(rule.Certainty)}: the log odds {ExplainContext.Number(lambda)} are multiplied by {ExplainContext.Number(shrink)} to {ExplainContext.Number(shrunk)}{cap}, "
            + $"and count as {ExplainContext.Number(weight)}.{unscored}";
    }

    private static string Here(ScoringRule rule, Contribution? contribution, ExplainContext context) =>
        rule.Lifecycle == RuleLifecycle.Retired ? "The rule is retired: it is kept for the record and not evaluated."
        : contribution is null ? $"It does not apply to this profile: its gate is false{(rule.When is null ? "" : $" ({context.Gates.Write(rule.When)})")}."
        : contribution.Informational ? "It is shown and enters no score."
        : !contribution.Counted ? $"It is not counted here: a rule of the overlap group '{rule.Overlap}' measures partly the same thing and counts more."
        : !contribution.Determined ? $"Here it counts {ExplainContext.Number(contribution.LogOdds)}; answers still missing could make it {ExplainContext.Number(contribution.Range.Low)} to {ExplainContext.Number(contribution.Range.High)}."
        : $"Here it counts {ExplainContext.Number(contribution.LogOdds)} of the condition's log odds (burden {ExplainContext.Number(contribution.Burden)}).";

    private static string Answer(ContributionInput input, ExplainContext context) => input.Value switch
    {
        null => "not known",
        { Kind: FactorValueKind.Boolean } answer => answer.AsBoolean ? "yes" : "no",
        { } answer => $"{answer}{(context.Factors.GetValueOrDefault(input.Factor)?.Unit is { } unit ? $" {unit}" : "")}",
    };

    private static string MeasureName(EffectMeasure measure) => measure switch
    {
        EffectMeasure.OddsRatio => "odds ratio",
        EffectMeasure.RiskRatio => "relative frequency",
        EffectMeasure.HazardRatio => "hazard ratio",
        EffectMeasure.StandardizedMeanDifference => "standardized mean difference",
        EffectMeasure.MeanDifference => "mean difference",
        _ => "log odds",
    };
}
