namespace GutSkin.Core;

/// <summary>A rule as one sentence.</summary>
internal static class RuleSentence
{
    public static string Of(ScoringRule rule, ExplainContext context)
    {
        string condition = context.ConditionName(rule.Condition);
        string index = rule.Effect.LogOdds < 0
            ? context.Say($"a lower {condition} index", $"einen niedrigeren Index für {condition}")
            : context.Say($"a higher {condition} index", $"einen höheren Index für {condition}");
        string gate = rule.When is null ? "" : context.Gates.Write(rule.When);
        string who = rule.When is null ? "" : context.Say($" Only where {gate}.", $" Nur wenn gilt: {gate}.");
        if (rule.Class is { } own)
            return OfClass(own, index, context) + who;
        if (rule.Factor is not { } id || !context.Factors.TryGetValue(id, out var factor))
        {
            return rule.When is null
                ? context.Say($"Everyone has {index}.", $"Zählt bei allen für {index}.")
                : context.Say($"Counts towards {index} where {gate}.", $"Zählt für {index}, wenn gilt: {gate}.");
        }

        string name = context.FactorName(id);
        return (rule.Curve is { } curve ? OfCurve(curve, factor, name, index, context) : OfLevels(rule, factor, name, index, context)) + who;
    }

    private static string OfClass(RuleClass own, string index, ExplainContext context)
    {
        string read = string.Join(", ", own.Factors.Select(context.FactorName));
        return context.Say(
            $"What the class {own.Type} {own.Version} computes{(read.Length == 0 ? "" : $" from {read}")} counts towards {index}.",
            $"Was die Klasse {own.Type} {own.Version}{(read.Length == 0 ? "" : $" aus {read}")} berechnet, zählt für {index}.");
    }

    private static string OfCurve(Curve curve, Factor factor, string name, string index, ExplainContext context)
    {
        string unit = factor.Unit is { } u ? $" {u}" : "";
        bool rises = true, falls = true;
        for (int i = 1; i < curve.Knots.Length; i++)
        {
            rises &= curve.Knots[i].Burden >= curve.Knots[i - 1].Burden;
            falls &= curve.Knots[i].Burden <= curve.Knots[i - 1].Burden;
        }

        if (curve.Knots.Length < 2 || rises == falls)
        {
            return curve.Knots.Length < 2 || rises
                ? context.Say($"{name} counts towards {index}.", $"{name} zählt für {index}.")
                : context.Say($"{name} counts towards {index} along the curve below.", $"{name} zählt für {index}, wie die Kurve zeigt.");
        }

        var (first, last) = (curve.Knots[0], curve.Knots[^1]);
        string from = context.Exact(first.X) + unit, to = context.Exact(last.X) + unit;
        string before = Part(first.Burden, context), after = Part(last.Burden, context);
        return rises
            ? context.Say(
                $"The more {name}, the more counts towards {index}: {before} up to {from}, {after} from {to} on.",
                $"Je mehr {name}, desto mehr zählt für {index}: {before} bis {from}, {after} ab {to}.")
            : context.Say(
                $"The less {name}, the more counts towards {index}: {before} up to {from}, {after} from {to} on.",
                $"Je weniger {name}, desto mehr zählt für {index}: {before} bis {from}, {after} ab {to}.");
    }

    private static string OfLevels(ScoringRule rule, Factor factor, string name, string index, ExplainContext context)
    {
        if (rule.Levels is null)
            return context.Say($"{name}: yes counts in full towards {index}.", $"{name}: Ja zählt voll für {index}.");
        string levels = string.Join(", ", rule.Levels.Where(l => l.Value != 0)
            .Select(l => $"{(factor.Kind == FactorKind.Boolean ? context.YesOrNo(l.Key == "true") : context.ChoiceName(factor.Id, l.Key))} {Part(l.Value, context)}"));
        return context.Say(
            $"{name} counts towards {index}: {levels}; anything else nothing.", $"{name} zählt für {index}: {levels}; alles andere nichts.");
    }

    private static string Part(double burden, ExplainContext context) => burden switch
    {
        0 => context.Say("nothing", "nichts"),
        1 => context.Say("in full", "voll"),
        _ => context.Index(burden * 100) + " %",
    };
}
