namespace GutSkin.Core;

/// <summary>Explains a factor: who reads it, what changes it, and for what it was left out on purpose.</summary>
internal static class FactorExplainer
{
    public static Explanation Explain(Factor factor, ExplainContext context)
    {
        var set = context.Set;
        return new Explanation
        {
            Id = factor.Id,
            Kind = "factor",
            Title = context.Text("factors", factor.Id, "name", factor.Name),
            Lines = ExplainContext.Lines(
            [
                context.OptionalText("factors", factor.Id, "question", factor.Question),
                Answers(factor, context),
                .. set.Rules.Where(r => Reads(r, factor.Id)).Select(r => ReadBy(r, context)),
                .. set.Safety.Where(s => s.When.Factors().Contains(factor.Id)).Select(s => context.Say(
                    $"Read by the {context.Word(s.Kind)} {s.Id}{(s.Locked ? " (locked)" : "")}.",
                    $"Gelesen von: {context.Word(s.Kind)} {s.Id}{(s.Locked ? " (gesperrt)" : "")}.")),
                .. set.Interventions.Where(i => i.Changes.Any(c => c.Factor == factor.Id)).Select(i =>
                    $"{context.Say("Changed by", "Verändert von")} {i.Id}: {context.Text("interventions", i.Id, "name", i.Name)}."),
                .. set.Interventions.Where(i => i.When?.Factors().Contains(factor.Id) == true).Select(i => context.Say(
                    $"Decides whom {i.Id} is meant for.", $"Entscheidet, für wen {i.Id} gedacht ist.")),
                .. set.Screens.Where(s => s.Factors.Contains(factor.Id)).Select(s =>
                    $"{context.Say("Asked in the screen", "Gefragt in der Liste")} {s.Id}: {context.Text("screens", s.Id, "title", s.Title)}"),
                .. set.Considered.Where(e => e.Factor == factor.Id).Select(e =>
                    $"{context.Say("Left out on purpose for", "Bewusst weggelassen bei")} {context.ConditionName(e.Condition)}: {context.Why(e)}"),
                .. context.Sources(factor.Evidence),
                context.From("factors", factor.Id),
            ]),
            Evidence = factor.Evidence,
        };
    }

    /// <summary>Whether a rule reads a factor, in the burden or anywhere in the gate.</summary>
    public static bool Reads(ScoringRule rule, string factor) => rule.BurdenFactors.Contains(factor) || rule.When?.Factors().Contains(factor) == true;

    private static string ReadBy(ScoringRule rule, ExplainContext context)
    {
        string title = context.Text("rules", rule.Id, "title", rule.Title);
        return context.Say(
            $"Read by the rule {rule.Id}: {title}{(rule.IsScored ? "" : " (enters no score)")}.",
            $"Gelesen von der Regel {rule.Id}: {title}{(rule.IsScored ? "" : " (zählt nicht)")}.");
    }

    private static string Answers(Factor factor, ExplainContext context)
    {
        string unit = factor.Unit is { } u ? $" {u}" : "";
        string or = context.Say("or more", "oder mehr"), less = context.Say("or less", "oder weniger"), to = context.Say("to", "bis");
        string Range(double? low, double? high) => (low, high) switch
        {
            ({ } min, { } max) => $"{context.Number(min)} {to} {context.Number(max)}{unit}",
            ({ } min, null) => $"{context.Number(min)}{unit} {or}",
            (null, { } max) => $"{context.Number(max)}{unit} {less}",
            _ => "",
        };
        string own = Range(factor.Min, factor.Max);
        string range = own.Length > 0 ? $", {own}" : unit.Length > 0 ? $", in{unit}" : "";
        string answers = factor.Kind switch
        {
            FactorKind.Boolean => context.Say("yes or no", "ja oder nein"),
            FactorKind.Choice => $"{context.Say("one of", "eines von")} {string.Join(", ", factor.Choices.Select(c => context.ChoiceName(factor.Id, c)))}",
            FactorKind.Integer => context.Say("a whole number", "eine ganze Zahl") + range,
            _ => context.Say("a number", "eine Zahl") + range,
        };
        string reference = factor.UngatedReference switch
        {
            null => "",
            { Value: { Kind: FactorValueKind.Choice } value } => context.ChoiceName(factor.Id, value.AsChoice),
            { Value: { Kind: FactorValueKind.Boolean } value } when context.IsGerman => context.YesOrNo(value.AsBoolean),
            { Value: { } value } => value.ToString(),
            var known => Range(known.Low, known.High),
        };
        if (reference.Length > 0)
            reference = $" {context.Say("Reference", "Bezug")}: {reference}.";
        return $"{context.Say("Answer", "Antwort")}: {answers}.{reference}{(factor.Modifiable ? context.Say(" A person can change it.", " Lässt sich ändern.") : "")}";
    }
}
