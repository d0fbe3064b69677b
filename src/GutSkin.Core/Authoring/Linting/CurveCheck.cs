using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>Curves that turn back, other than around the factor's reference, and rules of one factor that pull against each other.</summary>
internal static class CurveCheck
{
    public static void Check(AnalysisContext context)
    {
        var ofFactor = context.Set.Rules.Where(r => r.IsScored && Direction(r) != 0).ToLookup(r => (r.Condition, r.Factor));
        foreach (var rule in context.OwnScoredRules)
        {
            if (rule.Curve is not { } curve || rule.Factor is null || !context.Factors.TryGetValue(rule.Factor, out var factor))
                continue;
            var scope = context.ScopeOf(rule)!.Value;
            if (TurnsBack(curve, factor.References))
                scope.Report(
                    DiagnosticCodes.CurveTurnsBack, $"The curve of {Name(rule)} changes direction away from the reference of '{factor.Id}'.",
                    "A published U-shape turns where the factor is as it should be; check the knots.", "curve");
            foreach (var other in Direction(rule) == 0 ? [] : ofFactor[(rule.Condition, rule.Factor)].Where(r => r.Id != rule.Id))
            {
                if (!context.MayCompare())
                    return;
                if (Direction(rule) * Direction(other) < 0 && context.CanHoldTogether(rule.When, other.When)
                    && (context.ScopeOf(other) is null || string.CompareOrdinal(rule.Id, other.Id) > 0))
                    scope.Report(
                        DiagnosticCodes.CurveTurnsBack, $"{scope.Name} and the rule '{other.Id}' pull against each other: more of '{factor.Id}' counts up in one and down in the other.",
                        "Part them by their gates, or merge them into one curve.", "curve");
            }
        }
    }

    private static string Name(ScoringRule rule) => $"rule '{rule.Id}'";

    /// <summary>+1 where more of the factor raises the score throughout, −1 where it lowers it, 0 where it does both or nothing.</summary>
    private static int Direction(ScoringRule rule)
    {
        if (rule.Curve is not { } curve)
            return 0;
        var steps = Steps(curve);
        return steps.Count == 1 ? steps[0].Sign * Math.Sign(rule.Effect.LogOdds) : 0;
    }

    private static bool TurnsBack(Curve curve, ImmutableArray<FactorReference> references)
    {
        var steps = Steps(curve);
        if (steps.Count < 2)
            return false;
        // One turn, from falling to rising, inside the reference: the U-shape of what should be neither low nor high.
        return !(steps.Count == 2 && steps[0].Sign < 0 && references.Any(r =>
            !(steps[1].From < (r.Low ?? double.NegativeInfinity)) && !(steps[0].To > (r.High ?? double.PositiveInfinity))));
    }

    /// <summary>The stretches in which a curve only rises or only falls.</summary>
    private static List<(int Sign, double From, double To)> Steps(Curve curve)
    {
        var steps = new List<(int Sign, double From, double To)>();
        for (int i = 1; i < curve.Knots.Length; i++)
        {
            int sign = Math.Sign(curve.Knots[i].Burden - curve.Knots[i - 1].Burden);
            if (sign == 0)
                continue;
            if (steps.Count > 0 && steps[^1].Sign == sign)
                steps[^1] = (sign, steps[^1].From, curve.Knots[i].X);
            else
                steps.Add((sign, curve.Knots[i - 1].X, curve.Knots[i].X));
        }

        return steps;
    }
}
