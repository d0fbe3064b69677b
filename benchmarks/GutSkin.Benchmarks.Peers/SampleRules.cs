using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks.Peers;

/// <summary>One rule of the sample rule set as numbers: a gate over one answer, a curve of three knots over another, an effect.</summary>
internal sealed record SampleRule(int Index, int Condition, int Item, int Gate, double AtLeast, int Input, Knot[] Knots, double Beta)
{
    /// <summary>What it gives: nothing where the gate fails, or one of the two answers is missing (below 0).</summary>
    public double Value(double[] answers)
    {
        double x = answers[Input];
        return answers[Gate] >= AtLeast && x >= 0 ? Beta * Burden(x) : 0;
    }

    public double Burden(double x) =>
        x <= Knots[0].X ? Knots[0].Burden
        : x < Knots[1].X ? Line(0, x)
        : x < Knots[2].X ? Line(1, x)
        : Knots[2].Burden;

    /// <summary>The same as the text of an expression.</summary>
    /// <param name="name">How an answer is named.</param>
    /// <param name="choose">How a choice is written.</param>
    public string Expression(Func<int, string> name, Func<string, string, string, string> choose) =>
        choose($"{Known(name)}", Effect(name, choose), "0.0");

    /// <summary>When it gives anything.</summary>
    public string Known(Func<int, string> name, string and = "&&") => $"{name(Gate)} >= {Text(AtLeast)} {and} {name(Input)} >= 0.0";

    /// <summary>What it gives then.</summary>
    public string Effect(Func<int, string> name, Func<string, string, string, string> choose)
    {
        string x = name(Input);
        string burden = choose(
            $"{x} <= {Text(Knots[0].X)}", Text(Knots[0].Burden),
            choose($"{x} < {Text(Knots[1].X)}", Line(0, x), choose($"{x} < {Text(Knots[2].X)}", Line(1, x), Text(Knots[2].Burden))));
        return $"({Text(Beta)} * {burden})";
    }

    private double Line(int knot, double x) => Knots[knot].Burden + (Slope(knot) * (x - Knots[knot].X));

    private string Line(int knot, string x) => $"({Text(Knots[knot].Burden)} + ({Text(Slope(knot))} * ({x} - {Text(Knots[knot].X)})))";

    /// <summary>How steep the line between a knot and the next is.</summary>
    public double Slope(int knot) => (Knots[knot + 1].Burden - Knots[knot].Burden) / (Knots[knot + 1].X - Knots[knot].X);

    private static string Text(double value)
    {
        string text = value.ToString("0.0################", CultureInfo.InvariantCulture);
        return value < 0 ? $"(0.0 - {text[1..]})" : text;
    }
}

/// <summary>The rules of the sample rule set for engines that know nothing of it.</summary>
internal sealed class SampleRules
{
    public SampleRules(ResolvedRuleSet resolved)
    {
        var items = new Dictionary<(string, string), int>();
        var rules = resolved.Data.Rules.OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        All = new SampleRule[rules.Length];
        for (int i = 0; i < rules.Length; i++)
        {
            var rule = rules[i];
            var key = (rule.Condition, rule.Overlap ?? rule.Id);
            items.TryAdd(key, items.Count);
            var gate = (ComparisonGate)rule.When!;
            All[i] = new SampleRule(
                i, Number(rule.Condition), items[key], Number(gate.Factor), gate.AtLeast!.Value, Number(rule.Factor!), [.. rule.Curve!.Knots],
                resolved.Model.Weigh(rule.Effect, rule.Certainty));
        }

        Items = items.Count;
        OfItem = [.. Enumerable.Range(0, Items).Select(item => All.Where(r => r.Item == item).ToArray())];
    }

    public SampleRule[] All { get; }

    public int Items { get; }

    /// <summary>The rules of each item: one, or the members of an overlap group.</summary>
    public SampleRule[][] OfItem { get; }

    /// <summary>The text of a condition's whole sum.</summary>
    public string Expression(int condition, Func<int, string> name, Func<string, string, string, string> choose, string least, string most)
    {
        var terms = OfItem.Where(item => item[0].Condition == condition).Select(item => item
            .Select(r => r.Expression(name, choose))
            .Aggregate((a, b) => $"{(item[0].Beta < 0 ? least : most)}({a}, {b})"));
        return string.Join(" + ", terms);
    }

    /// <summary>The indexes of what each rule gives.</summary>
    public void Sum(double[] values, double[] points)
    {
        Array.Clear(points);
        foreach (var item in OfItem)
        {
            double value = values[item[0].Index];
            for (int i = 1; i < item.Length; i++)
                value = item[0].Beta < 0 ? Math.Min(value, values[item[i].Index]) : Math.Max(value, values[item[i].Index]);
            points[item[0].Condition] += value;
        }

        for (int c = 0; c < points.Length; c++)
            points[c] = Index(points[c]);
    }

    public static double Index(double logOdds) => logOdds <= 0 ? 0 : 100 * (1 - Math.Exp(-logOdds));

    private static int Number(string id) => int.Parse(id.AsSpan(id.LastIndexOfAny(['-', 'n']) + 1), CultureInfo.InvariantCulture);
}
