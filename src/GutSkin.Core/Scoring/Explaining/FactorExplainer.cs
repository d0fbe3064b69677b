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
                Answers(factor),
                .. set.Rules.Where(r => Reads(r, factor.Id)).Select(r => $"Read by the rule {r.Id}: {context.Text("rules", r.Id, "title", r.Title)}{(r.IsScored ? "" : " (enters no score)")}."),
                .. set.Safety.Where(s => s.When.Factors().Contains(factor.Id)).Select(s => $"Read by the {Keywords.SafetyKind.WordOf(s.Kind)} {s.Id}{(s.Locked ? " (locked)" : "")}."),
                .. set.Interventions.Where(i => i.Changes.Any(c => c.Factor == factor.Id)).Select(i => $"Changed by {i.Id}: {context.Text("interventions", i.Id, "name", i.Name)}."),
                .. set.Interventions.Where(i => i.When?.Factors().Contains(factor.Id) == true).Select(i => $"Decides whom {i.Id} is meant for."),
                .. set.Screens.Where(s => s.Factors.Contains(factor.Id)).Select(s => $"Asked in the screen {s.Id}: {s.Title}"),
                .. set.Considered.Where(e => e.Factor == factor.Id).Select(e => $"Left out on purpose for {context.ConditionName(e.Condition)}: {e.Why}"),
                .. context.Sources("Source", factor.Evidence),
                context.From("factors", factor.Id),
            ]),
            Evidence = factor.Evidence,
        };
    }

    /// <summary>Whether a rule reads a factor, in the burden or anywhere in the gate.</summary>
    public static bool Reads(ScoringRule rule, string factor) => rule.BurdenFactors.Contains(factor) || rule.When?.Factors().Contains(factor) == true;

    private static string Answers(Factor factor)
    {
        string unit = factor.Unit is { } u ? $" {u}" : "";
        string range = (factor.Min, factor.Max) switch
        {
            ({ } min, { } max) => $", {ExplainContext.Number(min)} to {ExplainContext.Number(max)}{unit}",
            ({ } min, null) => $", {ExplainContext.Number(min)}{unit} or more",
            (null, { } max) => $", {ExplainContext.Number(max)}{unit} or less",
            _ => unit.Length > 0 ? $", in{unit}" : "",
        };
        string answers = factor.Kind switch
        {
            FactorKind.Boolean => "yes or no",
            FactorKind.Choice => $"one of {string.Join(", ", factor.Choices)}",
            FactorKind.Integer => $"a whole number{range}",
            _ => $"a number{range}",
        };
        string reference = factor.Reference switch
        {
            null => "",
            { Value: { } value } => $" Reference: {value}.",
            { Low: { } low, High: { } high } => $" Reference: {ExplainContext.Number(low)} to {ExplainContext.Number(high)}{unit}.",
            { Low: { } low } => $" Reference: {ExplainContext.Number(low)}{unit} or more.",
            { High: { } high } => $" Reference: {ExplainContext.Number(high)}{unit} or less.",
            _ => "",
        };
        return $"Answer: {answers}.{reference}{(factor.Modifiable ? " A person can change it." : "")}";
    }
}
