using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>What a first version looks like: rule objects, a dictionary of answers, LINQ.</summary>
internal sealed class NaiveEngine(ResolvedRuleSet resolved)
{
    private readonly List<NaiveRule> rules =
    [
        .. resolved.Data.Rules.Select(r => new NaiveRule(r, resolved.Model.Weigh(r.Effect, r.Certainty))),
    ];

    public Dictionary<string, HandIndex> Score(Dictionary<string, double> answers) => rules
        .GroupBy(r => r.Rule.Condition)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => Condition(g, answers));

    private static HandIndex Condition(IEnumerable<NaiveRule> rules, Dictionary<string, double> answers)
    {
        var items = rules
            .Select(r => (r.Rule, r.Beta, Range: r.Evaluate(answers)))
            .GroupBy(r => r.Rule.Overlap ?? r.Rule.Id)
            .Select(g => g.First().Beta < 0
                ? (Value: g.Min(r => r.Range.High), Low: g.Min(r => r.Range.Low), High: g.Min(r => r.Range.High))
                : (Value: g.Max(r => r.Range.Low), Low: g.Max(r => r.Range.Low), High: g.Max(r => r.Range.High)))
            .ToList();
        return new HandIndex(Index(items.Sum(i => i.Value)), Index(items.Sum(i => i.Low)), Index(items.Sum(i => i.High)));
    }

    private static double Index(double logOdds) => 100 * (1 - Math.Exp(-Math.Max(0, logOdds)));

    private sealed record NaiveRule(ScoringRule Rule, double Beta)
    {
        public Interval Evaluate(Dictionary<string, double> answers)
        {
            var gate = (ComparisonGate)Rule.When!;
            bool? passes = answers.TryGetValue(gate.Factor, out double g) ? g >= gate.AtLeast : null;
            if (passes == false)
                return default;
            var burdens = answers.TryGetValue(Rule.Factor!, out double x)
                ? new Interval(Rule.Curve!.BurdenAt(x), Rule.Curve.BurdenAt(x))
                : Rule.Curve!.BurdensOver(0, 100);
            double[] ends = [Beta * (passes == true ? burdens.Low : 0), Beta * burdens.High];
            return new Interval(ends.Min(), ends.Max());
        }
    }
}
