using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Explains a factor: who reads it, what changes it, and for what it was left out on purpose.</summary>
internal static class FactorExplainer
{
    public static Explanation Explain(Factor factor, ExplainContext context)
    {
        var (set, words, names) = (context.Set, context.Words, context.Names);
        return new Explanation
        {
            Id = factor.Id,
            Kind = ExplanationKind.Factor,
            Title = names.Factor(factor.Id),
            Lines = ExplainContext.Lines(
            [
                names.Question(factor.Id),
                Answers(factor, context),
                .. set.Rules.Where(r => Reads(r, factor.Id))
                    .Select(r => WordTable.Fill(r.IsScored ? words.ReadByRule : words.ReadByUnscored, r.Id, names.Rule(r.Id))),
                .. set.Safety.Where(s => s.When.Factors().Contains(factor.Id))
                    .Select(s => WordTable.Fill(s.Locked ? words.ReadByLocked : words.ReadBySafety, words.Say(s.Kind), s.Id)),
                .. set.Interventions.Where(i => i.Changes.Any(c => c.Factor == factor.Id))
                    .Select(i => WordTable.Fill(words.ChangedBy, i.Id, names.Intervention(i.Id))),
                .. set.Interventions.Where(i => i.When?.Factors().Contains(factor.Id) == true).Select(i => WordTable.Fill(words.DecidesWhom, i.Id)),
                .. set.Screens.Where(s => s.Factors.Contains(factor.Id)).Select(s => WordTable.Fill(words.AskedInScreen, s.Id, names.Ask(s.Id))),
                .. set.Considered.Where(e => e.Factor == factor.Id)
                    .Select(e => WordTable.Fill(words.LeftOutFor, names.Condition(e.Condition), context.Why(e))),
                .. context.Sources(factor.Evidence),
                context.From("factors", factor.Id),
            ]),
            Evidence = factor.Evidence,
        };
    }

    /// <summary>Whether a rule reads a factor, in the burden or anywhere in the gate.</summary>
    public static bool Reads(ScoringRule rule, string factor) => rule.BurdenFactors.Contains(factor) || rule.When?.Factors().Contains(factor) == true;

    private static string Answers(Factor factor, ExplainContext context)
    {
        var words = context.Words;
        string range = Range(factor.Min, factor.Max, factor, context);
        if (range.Length == 0 && words.Unit(factor.Unit, 2) is { Length: > 0 } unit)
            range = WordTable.Fill(words.AnswerInUnit, unit);
        string after = range.Length == 0 ? "" : $", {range}";
        string answers = factor.Kind switch
        {
            FactorKind.Boolean => words.AnswerYesNo,
            FactorKind.Choice => WordTable.Fill(words.AnswerOneOf, string.Join(", ", factor.Choices.Select(c => context.Names.Choice(factor.Id, c)))),
            FactorKind.Integer => words.AnswerWhole + after,
            _ => words.AnswerNumber + after,
        };
        string reference = factor.UngatedReference switch
        {
            null => "",
            { Value: { } value } => context.Value(factor.Id, value),
            var known => Range(known.Low, known.High, factor, context),
        };
        string said = WordTable.Fill(words.Answer, answers) + ".";
        if (reference.Length > 0)
            said += " " + WordTable.Fill(words.Reference, reference);
        return factor.Modifiable ? $"{said} {words.CanChange}" : said;
    }

    private static string Range(double? low, double? high, Factor factor, ExplainContext context) => (low, high) switch
    {
        ({ } min, { } max) => WordTable.Fill(context.Words.Range, context.Numbers.Exact(min), context.Amount(max, factor.Unit)),
        ({ } min, null) => WordTable.Fill(context.Words.OrMore, context.Amount(min, factor.Unit)),
        (null, { } max) => WordTable.Fill(context.Words.OrLess, context.Amount(max, factor.Unit)),
        _ => "",
    };
}

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
