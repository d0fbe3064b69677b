namespace GutSkin.Core;

/// <summary>
/// Explains what a factor has to do with a condition, asked for as <c>factor/condition</c>: the rules that link them, what was
/// left out on purpose and why ("why does smoking not lower my rosacea score?"), or that nobody looked.
/// </summary>
internal static class LinkExplainer
{
    public static Explanation? Explain(string id, ExplainContext context)
    {
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return null;
        string factor = id[..slash], condition = id[(slash + 1)..];
        if (!context.Factors.ContainsKey(factor) || context.Set.Conditions.All(c => c.Id != condition))
            return null;

        var considered = context.Set.Considered.Where(e => e.Factor == factor && e.Condition == condition).ToList();
        var rules = context.Set.Rules.Where(r => r.Condition == condition && FactorExplainer.Reads(r, factor)).ToList();
        string name = context.FactorName(factor), of = context.ConditionName(condition);
        return new Explanation
        {
            Id = id,
            Kind = considered.Count > 0 ? "considered" : "link",
            Title = $"{name} {context.Say("and", "und")} {of}",
            Lines = ExplainContext.Lines(
            [
                .. rules.Where(r => r.IsScored).Select(r => $"{context.Say("Counted by the rule", "Gezählt von der Regel")} {r.Id}: {RuleSentence.Of(r, context)}"),
                .. rules.Where(r => !r.IsScored).Select(r => Shown(r, context)),
                .. considered.SelectMany(e => (IEnumerable<string>)[$"{context.Say("Looked at and left out of the score on purpose", "Angesehen und bewusst nicht gezählt")}: {context.Why(e)}", .. context.Sources(e.Evidence)]),
                rules.Count + considered.Count > 0 ? null : context.Say(
                    $"No rule links {name} with {of}, and the rule set does not say that anyone looked.",
                    $"Keine Regel verbindet {name} mit {of}, und das Regelwerk sagt nicht, dass jemand nachgesehen hat."),
                considered.Count > 0 ? context.From("considered", id) : null,
            ]),
            Evidence = [.. considered.SelectMany(e => e.Evidence).Distinct(StringComparer.Ordinal)],
        };
    }

    private static string Shown(ScoringRule rule, ExplainContext context)
    {
        string title = context.Text("rules", rule.Id, "title", rule.Title);
        return context.Say(
            $"Shown by the rule {rule.Id}, entering no score: {title}.",
            $"Gezeigt von der Regel {rule.Id}, ohne zu zählen: {title}.");
    }
}
