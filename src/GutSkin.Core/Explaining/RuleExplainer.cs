using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>Explains a scoring rule: a sentence, its curve, its weight before and after shrinkage and cap, its sources, and what it does here.</summary>
internal static class RuleExplainer
{
    public static Explanation Explain(ScoringRule rule, ExplainContext context)
    {
        var words = context.Words;
        var contribution = context.Assessment.Condition(rule.Condition)?.Contributions.FirstOrDefault(c => c.Rule == rule.Id);
        var plot = rule.Curve is { } curve && rule.Factor is { } id && context.Names.FindFactor(id) is { } factor
            ? CurvePlot.Draw(curve, factor, contribution?.Value is { Kind: FactorValueKind.Number } value ? value.AsNumber : null, context)
            : [];
        return new Explanation
        {
            Id = rule.Id,
            Kind = ExplanationKind.Rule,
            Title = context.Names.Rule(rule.Id),
            Lines = ExplainContext.Lines(
            [
                RuleSentence.Of(rule, context),
                .. plot,
                Published(rule.Effect, context),
                Weight(rule, context),
                Here(rule, contribution, context),
                contribution?.Inputs is { } inputs
                    ? WordTable.Fill(words.ReadsHere, string.Join(", ", inputs.Select(i => $"{context.Names.Factor(i.Factor)} {Answer(i, context)}")))
                    : null,
                rule.Role == RuleRole.Marker ? words.IsMarker : null,
                context.Names.Optional("rules", rule.Id, "rationale", rule.Rationale),
                context.Names.Optional("rules", rule.Id, "population", rule.Population) is { } population ? WordTable.Fill(words.RuleStudiedIn, population) : null,
                context.Names.Optional("rules", rule.Id, "misuse", rule.Misuse),
                .. context.Sources(words.ForIt, rule.Evidence),
                .. context.Sources(words.AgainstIt, rule.ContradictedBy),
                rule.ReviewedOn is { } day ? WordTable.Fill(words.LastReviewed, context.Numbers.Day(day)) : null,
                context.From("rules", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Published(Effect effect, ExplainContext context)
    {
        var words = context.Words;
        string measure = words.Say(effect.Measure), value = context.Numbers.Exact(effect.Value);
        string said = effect.Ci95 is { } ci
            ? WordTable.Fill(words.EffectInterval, measure, value, context.Numbers.Exact(ci.Low), context.Numbers.Exact(ci.High))
            : WordTable.Fill(words.EffectNoInterval, measure, value);
        return WordTable.Fill(words.FullBurdenEffect, said, effect.Basis switch
        {
            EffectBasis.Published => words.IsPublished,
            EffectBasis.Derived => words.IsDerived,
            _ => words.IsJudgement,
        });
    }

    /// <summary>The weight, step by step: as published, shrunk, capped.</summary>
    private static string Weight(ScoringRule rule, ExplainContext context)
    {
        var (model, words, numbers) = (context.Resolved.Model, context.Words, context.Numbers);
        double lambda = rule.Effect.LogOdds, shrink = model.CertaintyShrinkage[rule.Certainty];
        double shrunk = shrink * lambda, weight = model.Weigh(rule.Effect, rule.Certainty);
        string cap = !model.CertaintyCap.TryGetValue(rule.Certainty, out double most) ? words.CapNone
            : WordTable.Fill(Math.Abs(weight) < Math.Abs(shrunk) ? words.CapReached : words.CapUnder, numbers.Number(most));
        string said = WordTable.Fill(
            words.Weight, words.Say(rule.Certainty), numbers.Number(lambda), numbers.Number(shrink), numbers.Number(shrunk), cap, numbers.Number(weight));
        return rule.IsScored ? said : $"{said} {words.EntersNoScore}";
    }

    private static string Here(ScoringRule rule, Contribution? contribution, ExplainContext context)
    {
        var (words, numbers) = (context.Words, context.Numbers);
        if (rule.Lifecycle == RuleLifecycle.Retired)
            return words.IsRetired;
        if (contribution is null)
            return rule.When is null ? words.DoesNotApply : WordTable.Fill(words.DoesNotApplyAs, context.Gates.Write(rule.When));
        if (contribution.Informational)
            return words.IsShownOnly;
        if (!contribution.Counted)
            return WordTable.Fill(words.IsOverlapped, rule.Overlap);
        string counts = numbers.Number(contribution.LogOdds);
        return contribution.Determined
            ? WordTable.Fill(words.CountsHere, counts, numbers.Number(contribution.Burden))
            : WordTable.Fill(words.CountsOpen, counts, numbers.Range(numbers.Number(contribution.Range.Low), numbers.Number(contribution.Range.High)));
    }

    private static string Answer(ContributionInput input, ExplainContext context) =>
        input.Value is { } answer ? context.Value(input.Factor, answer) : context.Words.NotKnown;
}

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

/// <summary>A curve as a small text plot: burden from 0 to 1 over the amounts between which it changes.</summary>
internal static class CurvePlot
{
    private const int Width = 40;
    private const int Height = 6;

    /// <summary>The plot, line by line; the person's answer, where it is known, is the <c>o</c>.</summary>
    public static IEnumerable<string> Draw(Curve curve, Factor factor, double? answer, ExplainContext context)
    {
        if (curve.Knots.Length == 0)
            yield break;
        double first = curve.Knots[0].X, last = curve.Knots[^1].X;
        double margin = last > first ? (last - first) * 0.15 : 1;
        double low = Math.Max(first - margin, factor.Min ?? double.NegativeInfinity);
        double high = Math.Min(last + margin, factor.Max ?? double.PositiveInfinity);
        if (!(high > low))
            (low, high) = (first - margin, last + margin);

        var rows = new char[Height][];
        for (int i = 0; i < Height; i++)
            rows[i] = [.. Enumerable.Repeat(' ', Width)];
        for (int column = 0; column < Width; column++)
            rows[RowOf(curve.BurdenAt(low + ((high - low) * column / (Width - 1))))][column] = '*';
        if (answer is { } value)
            rows[RowOf(curve.BurdenAt(value))][(int)Math.Round((Math.Clamp(value, low, high) - low) / (high - low) * (Width - 1))] = 'o';

        for (int i = 0; i < Height; i++)
        {
            string label = i == 0 ? "1" : i == Height - 1 ? "0" : " ";
            yield return $"  {label} |{new string(rows[i]).TrimEnd()}";
        }

        yield return $"    +{new string('-', Width)}";
        string left = context.Numbers.Number(low), right = context.Numbers.InUnit(context.Numbers.Number(high), factor.Unit, high == 1);
        string mark = answer is null ? "" : "   " + context.Words.CurveAnswer;
        yield return $"     {left}{right.PadLeft(Math.Max(right.Length + 1, Width - left.Length))}{mark}";
    }

    private static int RowOf(double burden) => Height - 1 - (int)Math.Round(Math.Clamp(burden, 0, 1) * (Height - 1));
}
