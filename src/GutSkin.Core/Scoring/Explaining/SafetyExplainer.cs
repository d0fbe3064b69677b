namespace GutSkin.Core;

/// <summary>Explains a safety rule: when it holds, and what it does here.</summary>
internal static class SafetyExplainer
{
    public static Explanation Explain(SafetyRule rule, ExplainContext context)
    {
        var triage = context.Assessment.Triage;
        string? flag = triage.Flags.Any(f => f.Rule == rule.Id) ? "It is up."
            : triage.Unresolved.FirstOrDefault(u => u.Rule == rule.Id) is { } open ? $"It is not yet checked{(open.Ask.IsEmpty ? "" : $"; ask: {string.Join(", ", open.Ask)}")}."
            : null;
        var held = context.Assessment.Recommendations.Where(r => r.Safety.Any(s => s.Rule == rule.Id)).Select(r => r.Intervention).ToList();
        string kind = Keywords.SafetyKind.WordOf(rule.Kind);
        return new Explanation
        {
            Id = rule.Id,
            Kind = "safety",
            Title = context.Text("safety", rule.Id, "message", rule.Message),
            Lines = ExplainContext.Lines(
            [
                $"A {kind}{(rule.Urgency is { } urgency ? $" ({Keywords.Urgency.WordOf(urgency)})" : "")} where {context.Gates.Write(rule.When)}.",
                rule.Interventions.IsEmpty ? null : $"It is for: {string.Join(", ", rule.Interventions)}.",
                rule.Refer.IsEmpty ? null : $"It calls for: {string.Join(", ", rule.Refer)}.",
                flag,
                rule.Locked ? "It is locked: no overlay can loosen it." : null,
                held.Count > 0 ? $"Here it is about: {string.Join(", ", held)}." : null,
                .. context.Sources("Source", rule.Evidence),
                context.From("safety", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }
}
