namespace GutSkin.Core;

/// <summary>Explains a safety rule: when it holds, and what it does here.</summary>
internal static class SafetyExplainer
{
    public static Explanation Explain(SafetyRule rule, ExplainContext context)
    {
        var triage = context.Assessment.Triage;
        string? flag = triage.Flags.Any(f => f.Rule == rule.Id) ? context.Say("It is up.", "Es ist gesetzt.")
            : triage.Unresolved.FirstOrDefault(u => u.Rule == rule.Id) is { } open ? Open(open, context)
            : null;
        var held = context.Assessment.Recommendations.Where(r => r.Safety.Any(s => s.Rule == rule.Id)).Select(r => r.Intervention).ToList();
        return new Explanation
        {
            Id = rule.Id,
            Kind = "safety",
            Title = context.Text("safety", rule.Id, "message", rule.Message),
            Lines = ExplainContext.Lines(
            [
                Holds(rule, context),
                rule.Interventions.IsEmpty ? null : $"{context.Say("It is for", "Gilt für")}: {string.Join(", ", rule.Interventions)}.",
                rule.Refer.IsEmpty ? null : $"{context.Say("It calls for", "Rät zu")}: {string.Join(", ", rule.Refer)}.",
                flag,
                rule.Locked ? context.Say("It is locked: no overlay can loosen it.", "Gesperrt: Kein aufgesetztes Regelwerk kann das lockern.") : null,
                held.Count > 0 ? $"{context.Say("Here it is about", "Hier betrifft das")}: {string.Join(", ", held)}." : null,
                .. context.Sources(rule.Evidence),
                context.From("safety", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Holds(SafetyRule rule, ExplainContext context)
    {
        string gate = context.Gates.Write(rule.When), kind = context.Word(rule.Kind);
        string urgency = rule.Urgency is not { } known ? "" : $" ({context.Say(Keywords.Urgency.WordOf(known), known switch
        {
            Urgency.Urgent => "heute",
            Urgency.Soon => "in etwa zwei Wochen",
            _ => "beim nächsten Termin",
        })})";
        string article = rule.Kind == SafetyKind.Contraindication ? "Eine" : "Ein";
        return context.Say($"A {kind}{urgency} where {gate}.", $"{article} {kind}{urgency}, wenn gilt: {gate}.");
    }

    private static string Open(UnresolvedFlag open, ExplainContext context)
    {
        string ask = string.Join(", ", open.Ask);
        return context.Say(
            $"It is not yet checked{(open.Ask.IsEmpty ? "" : $"; ask: {ask}")}.",
            $"Noch nicht geprüft{(open.Ask.IsEmpty ? "" : $"; zu fragen: {ask}")}.");
    }
}
