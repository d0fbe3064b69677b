using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Explaining;

/// <summary>Explains a source: where to find it, what it found, and what rests on it.</summary>
internal static class EvidenceExplainer
{
    public static Explanation Explain(Evidence evidence, ExplainContext context)
    {
        var words = context.Words;
        var set = context.Set;
        string id = evidence.Id;
        return new Explanation
        {
            Id = id,
            Kind = ExplanationKind.Evidence,
            Title = evidence.Title,
            Lines = ExplainContext.Lines(
            [
                CleanText.Of(Citations.Of(evidence)),
                context.Names.Optional("evidence", id, "finding", evidence.Finding),
                .. set.Rules.Where(r => r.Evidence.Contains(id)).Select(r => WordTable.Fill(words.SpeaksForRule, r.Id)),
                .. set.Rules.Where(r => r.ContradictedBy.Contains(id)).Select(r => WordTable.Fill(words.SpeaksAgainstRule, r.Id)),
                .. set.Interventions.Where(i => i.Evidence.Contains(id) || i.Effects.Any(e => e.Evidence.Contains(id)))
                    .Select(i => WordTable.Fill(words.CitedByIntervention, i.Id)),
                .. set.Safety.Where(s => s.Evidence.Contains(id)).Select(s => WordTable.Fill(words.CitedBySafetyRule, s.Id)),
                context.From("evidence", id),
            ]),
        };
    }
}
