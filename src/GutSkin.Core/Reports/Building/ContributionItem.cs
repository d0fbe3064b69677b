using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>One contribution in words: answer, certainty, whom it was studied in, and what to know about the number.</summary>
internal static class ContributionItem
{
    public static ReportItem Of(ReportContext context, Contribution contribution)
    {
        var words = context.Words;
        var facts = new List<string>();
        if (contribution.Factor is not null)
        {
            facts.Add(contribution.Value is not null ? WordTable.Fill(words.Answer, context.Say.Answer(contribution)) : words.AnswerOpen);
        }

        foreach (var input in contribution.Inputs ?? [])
        {
            string answer = input.Value is { } value ? WordTable.Fill(words.Answer, context.Names.Answer(input.Factor, value)) : words.AnswerOpen;
            facts.Add($"{context.Names.Factor(input.Factor)}: {answer}");
        }

        facts.Add(WordTable.Fill(words.Certainty, context.Words.Say(contribution.Certainty)));
        if (context.Assessment.IntendedUse != IntendedUse.WellnessInformation)
            facts.Add(context.Numbers.Effect(contribution.Effect));
        if (contribution.Effect.Basis != EffectBasis.Published)
            facts.Add(contribution.Effect.Basis == EffectBasis.Derived ? words.BasisDerived : words.BasisJudgement);
        if (contribution.Role == RuleRole.Marker)
            facts.Add(words.Marker);
        if (context.Names.Optional("rules", contribution.Rule, "population", contribution.Population) is { Length: > 0 } population)
            facts.Add(WordTable.Fill(words.StudiedIn, population));

        var against = context.Sources.Cite(contribution.ContradictedBy);
        return new ReportItem
        {
            Title = context.Names.Rule(contribution.Rule),
            Figure = context.Numbers.Percent(contribution.Share),
            Share = contribution.Share,
            Lines = [string.Join(" · ", facts)],
            Notes = against.Length == 0 ? [] : [$"{words.Against}: {string.Join(", ", against.Select(s => $"{s.Short} [{NumberWords.Count(s.Number)}]"))}"],
            Sources = context.Sources.Cite(contribution.Evidence),
        };
    }
}
