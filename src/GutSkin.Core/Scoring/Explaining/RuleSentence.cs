using System.Globalization;

namespace GutSkin.Core;

/// <summary>A rule as one sentence.</summary>
internal static class RuleSentence
{
    public static string Of(ScoringRule rule, ExplainContext context)
    {
        string condition = context.ConditionName(rule.Condition);
        string way = rule.Effect.LogOdds < 0 ? "lower" : "higher";
        string index = $"a {way} {condition} index";
        string who = rule.When is null ? "" : $" Only where {context.Gates.Write(rule.When)}.";
        if (rule.Class is { } own)
            return $"{OfClass(own, context)} counts towards {index}.{who}";
        if (rule.Factor is not { } id || !context.Factors.TryGetValue(id, out var factor))
            return rule.When is null ? $"Everyone has {index}." : $"Counts towards {index} where {context.Gates.Write(rule.When)}.";
        string name = context.FactorName(id);
        return rule.Curve is { } curve ? OfCurve(curve, factor, name, index) + who : OfLevels(rule, factor, name, index) + who;
    }

    private static string OfClass(RuleClass own, ExplainContext context) => own.Factors.Length == 0
        ? $"What the class {own.Type} {own.Version} computes"
        : $"What the class {own.Type} {own.Version} computes from {string.Join(", ", own.Factors.Select(context.FactorName))}";

    private static string OfCurve(Curve curve, Factor factor, string name, string index)
    {
        string unit = factor.Unit is { } u ? $" {u}" : "";
        bool rises = true, falls = true;
        for (int i = 1; i < curve.Knots.Length; i++)
        {
            rises &= curve.Knots[i].Burden >= curve.Knots[i - 1].Burden;
            falls &= curve.Knots[i].Burden <= curve.Knots[i - 1].Burden;
        }

        if (curve.Knots.Length < 2 || rises == falls)
            return $"{name} counts towards {index}.";
        var (first, last) = (curve.Knots[0], curve.Knots[^1]);
        return rises
            ? $"The more {name}, the more counts towards {index}: {Part(first.Burden)} up to {Number(first.X)}{unit}, {Part(last.Burden)} from {Number(last.X)}{unit} on."
            : falls
                ? $"The less {name}, the more counts towards {index}: {Part(first.Burden)} up to {Number(first.X)}{unit}, {Part(last.Burden)} from {Number(last.X)}{unit} on."
                : $"{name} counts towards {index} along the curve below.";
    }

    private static string OfLevels(ScoringRule rule, Factor factor, string name, string index)
    {
        if (rule.Levels is null)
            return $"{name}: yes counts in full towards {index}.";
        var levels = rule.Levels.Where(l => l.Value != 0)
            .Select(l => $"{(factor.Kind == FactorKind.Boolean ? l.Key == "true" ? "yes" : "no" : l.Key)} {Part(l.Value)}");
        return $"{name} counts towards {index}: {string.Join(", ", levels)}; anything else nothing.";
    }

    private static string Part(double burden) => burden switch
    {
        0 => "nothing",
        1 => "in full",
        _ => (burden * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %",
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
