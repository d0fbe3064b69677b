using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Explains a safety rule: when it holds, and what it does here.</summary>
internal static class SafetyExplainer
{
    public static Explanation Explain(SafetyRule rule, ExplainContext context)
    {
        var words = context.Words;
        var triage = context.Assessment.Triage;
        string? flag = triage.Flags.Any(f => f.Rule == rule.Id) ? words.FlagIsUp
            : triage.Unresolved.FirstOrDefault(u => u.Rule == rule.Id) is not { } open ? null
            : open.Ask.IsEmpty ? words.FlagOpen
            : WordTable.Fill(words.FlagOpenAsk, string.Join(", ", open.Ask));
        var held = context.Assessment.Recommendations.Where(r => r.Safety.Any(s => s.Rule == rule.Id)).Select(r => r.Intervention).ToList();
        return new Explanation
        {
            Id = rule.Id,
            Kind = ExplanationKind.Safety,
            Title = context.Names.Text("safety", rule.Id, "message", rule.Message),
            Lines = ExplainContext.Lines(
            [
                WordTable.Fill(Holds(rule, words), context.Gates.Write(rule.When)),
                rule.Interventions.IsEmpty ? null : WordTable.Fill(words.SafetyFor, string.Join(", ", rule.Interventions)),
                rule.Refer.IsEmpty ? null : WordTable.Fill(words.SafetyCallsFor, string.Join(", ", rule.Refer)),
                flag,
                rule.Locked ? words.IsLocked : null,
                held.Count > 0 ? WordTable.Fill(words.IsAbout, string.Join(", ", held)) : null,
                .. context.Sources(rule.Evidence),
                context.From("safety", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Holds(SafetyRule rule, WordTable words) => (rule.Kind, rule.Urgency) switch
    {
        (SafetyKind.Contraindication, _) => words.ContraindicationWhere,
        (SafetyKind.Caution, _) => words.CautionWhere,
        (_, Urgency.Urgent) => words.UrgentRedFlagWhere,
        (_, Urgency.Soon) => words.SoonRedFlagWhere,
        _ => words.RoutineRedFlagWhere,
    };
}
