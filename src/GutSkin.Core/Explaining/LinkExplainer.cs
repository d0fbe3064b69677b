namespace GutSkin.Core.Explaining;

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
        if (context.Names.FindFactor(factor) is null || context.Set.Conditions.All(c => c.Id != condition))
            return null;

        var words = context.Words;
        var considered = context.Set.Considered.Where(e => e.Factor == factor && e.Condition == condition).ToList();
        var rules = context.Set.Rules.Where(r => r.Condition == condition && FactorExplainer.Reads(r, factor)).ToList();
        string name = context.Names.Factor(factor), of = context.Names.Condition(condition);
        return new Explanation
        {
            Id = id,
            Kind = considered.Count > 0 ? ExplanationKind.Considered : ExplanationKind.Link,
            Title = WordTable.Fill(words.LinkTitle, name, of),
            Lines = ExplainContext.Lines(
            [
                .. rules.Where(r => r.IsScored).Select(r => WordTable.Fill(words.LinkCounted, r.Id, RuleSentence.Of(r, context))),
                .. rules.Where(r => !r.IsScored).Select(r => WordTable.Fill(words.LinkShown, r.Id, context.Names.Rule(r.Id))),
                .. considered.SelectMany(e => (IEnumerable<string>)[WordTable.Fill(words.LinkLeftOut, context.Why(e)), .. context.Sources(e.Evidence)]),
                rules.Count + considered.Count > 0 ? null : WordTable.Fill(words.LinkNone, name, of),
                considered.Count > 0 ? context.From("considered", id) : null,
            ]),
            Evidence = [.. considered.SelectMany(e => e.Evidence).Distinct(StringComparer.Ordinal)],
        };
    }
}
