using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>A rule as one sentence.</summary>
internal static class RuleSentence
{
    public static string Of(ScoringRule rule, ExplainContext context)
    {
        var words = context.Words;
        string index = WordTable.Fill(rule.Effect.LogOdds < 0 ? words.LowerIndex : words.HigherIndex, context.Names.Condition(rule.Condition));
        string gate = rule.When is null ? "" : context.Gates.Write(rule.When);
        string who = rule.When is null ? "" : " " + WordTable.Fill(words.OnlyWhere, gate);
        if (rule.Class is { } own)
            return OfClass(own, index, context) + who;
        if (rule.Factor is not { } id || context.Names.FindFactor(id) is not { } factor)
            return rule.When is null ? WordTable.Fill(words.CountsForAll, index) : WordTable.Fill(words.CountsWhere, index, gate);
        string name = context.Names.Factor(id);
        return (rule.Curve is { } curve ? OfCurve(curve, factor, name, index, context) : OfLevels(rule, factor, name, index, context)) + who;
    }

    private static string OfClass(RuleClass own, string index, ExplainContext context) => own.Factors.Length == 0
        ? WordTable.Fill(context.Words.ClassCounts, own.Type, own.Version, index)
        : WordTable.Fill(context.Words.ClassCountsFrom, own.Type, own.Version, string.Join(", ", own.Factors.Select(context.Names.Factor)), index);

    private static string OfCurve(Curve curve, Factor factor, string name, string index, ExplainContext context)
    {
        var words = context.Words;
        bool rises = true, falls = true;
        for (int i = 1; i < curve.Knots.Length; i++)
        {
            rises &= curve.Knots[i].Burden >= curve.Knots[i - 1].Burden;
            falls &= curve.Knots[i].Burden <= curve.Knots[i - 1].Burden;
        }

        if (curve.Knots.Length < 2 || rises == falls)
            return WordTable.Fill(curve.Knots.Length < 2 || rises ? words.CountsPlain : words.CountsAlongCurve, name, index);
        var (first, last) = (curve.Knots[0], curve.Knots[^1]);
        string from = context.Amount(first.X, factor.Unit), to = context.Amount(last.X, factor.Unit);
        return WordTable.Fill(
            rises ? words.CountsRising : words.CountsFalling, name, index, Part(first.Burden, context), from, Part(last.Burden, context), to);
    }

    private static string OfLevels(ScoringRule rule, Factor factor, string name, string index, ExplainContext context)
    {
        var words = context.Words;
        if (rule.Levels is null)
            return WordTable.Fill(words.CountsIfYes, name, index);
        string levels = string.Join(", ", rule.Levels.Where(l => l.Value != 0)
            .Select(l => $"{(factor.Kind == FactorKind.Boolean ? words.Say(l.Key == "true") : context.Names.Choice(factor.Id, l.Key))} {Part(l.Value, context)}"));
        return WordTable.Fill(words.CountsByLevel, name, index, levels);
    }

    private static string Part(double burden, ExplainContext context) => burden switch
    {
        0 => context.Words.PartNone,
        1 => context.Words.PartFull,
        _ => context.Numbers.Percent(burden),
    };
}
