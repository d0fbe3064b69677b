using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>One contribution in words: answer, certainty, whom it was studied in, and what to know about the number.</summary>
internal static class ContributionItem
{
    public static ReportItem Of(ReportContext context, Contribution contribution)
    {
        var words = context.Words;
        var facts = new List<string>();
        if (contribution.Factor is { } factor)
        {
            facts.Add(contribution.Value is { } value
                ? Figures.Fill(words.Answer, context.Say.Answer(factor, value))
                : words.AnswerOpen);
        }

        foreach (var input in contribution.Inputs ?? [])
        {
            string answer = input.Value is { } value ? Figures.Fill(words.Answer, context.Say.Answer(input.Factor, value)) : words.AnswerOpen;
            facts.Add($"{context.Names.OfFactor(input.Factor)}: {answer}");
        }

        facts.Add(Figures.Fill(words.Certainty, context.Say.Certainty(contribution.Certainty)));
        if (context.Assessment.IntendedUse != IntendedUse.WellnessInformation)
            facts.Add(EffectSize(context, contribution.Effect));
        if (contribution.Effect.Basis != EffectBasis.Published)
            facts.Add(contribution.Effect.Basis == EffectBasis.Derived ? words.BasisDerived : words.BasisJudgement);
        if (contribution.Role == RuleRole.Marker)
            facts.Add(words.Marker);
        if (context.Names.Population(contribution) is { Length: > 0 } population)
            facts.Add(Figures.Fill(words.StudiedIn, population));

        var against = context.Sources.Cite(contribution.ContradictedBy);
        return new ReportItem
        {
            Title = context.Names.OfRule(contribution.Rule),
            Figure = context.Figures.Percent(contribution.Share),
            Share = contribution.Share,
            Lines = [string.Join(" · ", facts)],
            Notes = against.Length == 0 ? [] : [$"{words.Against}: {string.Join(", ", against.Select(s => $"{s.Short} [{Figures.Count(s.Number)}]"))}"],
            Sources = context.Sources.Cite(contribution.Evidence),
        };
    }

    private static string EffectSize(ReportContext context, Effect effect)
    {
        var words = context.Words;
        string measure = effect.Measure switch
        {
            EffectMeasure.OddsRatio => words.MeasureOddsRatio,
            EffectMeasure.RiskRatio => words.MeasureRelativeFrequency,
            EffectMeasure.HazardRatio => words.MeasureHazardRatio,
            EffectMeasure.StandardizedMeanDifference => words.MeasureStandardized,
            EffectMeasure.MeanDifference => words.MeasureMeanDifference,
            _ => words.MeasureLogOdds,
        };
        string value = context.Figures.Number(effect.Value);
        return effect.Ci95 is { } ci
            ? Figures.Fill(words.EffectInterval, measure, value, context.Figures.Number(ci.Low), context.Figures.Number(ci.High))
            : Figures.Fill(words.EffectSize, measure, value);
    }
}
