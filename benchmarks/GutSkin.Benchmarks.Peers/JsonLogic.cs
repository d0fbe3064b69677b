using System.Globalization;
using System.Text;
using Microsoft.ClearScript;
using Microsoft.ClearScript.JavaScript;
using Microsoft.ClearScript.V8;

namespace GutSkin.Benchmarks.Peers;

/// <summary>
/// JsonLogic by its own implementation, json-logic-js, on V8 in this process: a rule of JsonLogic a condition. A person's answers are handed over once, as to
/// GutSkin; the sums come back as one array.
/// </summary>
internal sealed class JsonLogicPeer : IPeer, IDisposable
{
    public const string Name = "JsonLogic (json-logic-js 2.0.5 on V8), a rule a condition";

    private readonly V8ScriptEngine engine = new();
    private readonly Dictionary<double[], object> bound = new(ReferenceEqualityComparer.Instance);
    private readonly ScriptObject score;
    private readonly ITypedArray<double> sums;

    public JsonLogicPeer(SampleRules rules)
    {
        engine.Execute(File.ReadAllText(File.Exists(Implementation) ? Implementation : throw new InvalidOperationException("npm ci in npm/ brings json-logic-js.")));
        engine.Execute($$"""
            var conditions = [{{string.Join(",\n", Enumerable.Range(0, SampleRuleSet.Conditions).Select(c => Condition(rules, c)))}}];
            var sums = new Float64Array(conditions.length);
            function score(person) { for (var c = 0; c < conditions.length; c++) sums[c] = jsonLogic.apply(conditions[c], person); }
            """);
        score = (ScriptObject)engine.Script.score;
        sums = (ITypedArray<double>)engine.Script.sums;
    }

    /// <summary>Where npm has put it.</summary>
    public static string Implementation => Path.Combine(AppContext.BaseDirectory, "npm", "node_modules", "json-logic-js", "logic.js");

    public void Score(double[] answers, double[] points)
    {
        if (!bound.TryGetValue(answers, out object? person))
            bound.Add(answers, person = engine.Evaluate($"[{string.Join(",", answers.Select(Text))}]"));
        score.InvokeAsFunction(person);
        sums.Read(0, (ulong)points.Length, points, 0);
        for (int c = 0; c < points.Length; c++)
            points[c] = SampleRules.Index(points[c]);
    }

    public void Dispose() => engine.Dispose();

    private static string Condition(SampleRules rules, int condition)
    {
        var items = rules.OfItem.Where(item => item[0].Condition == condition)
            .Select(item => item.Length == 1 ? Rule(item[0]) : Of(item[0].Beta < 0 ? "min" : "max", [.. item.Select(Rule)]));
        return Of("+", [.. items]);
    }

    private static string Rule(SampleRule rule)
    {
        string x = Of("var", Text(rule.Input));
        string burden = Of(
            "if", Of("<=", x, Text(rule.Knots[0].X)), Text(rule.Knots[0].Burden), Of("<", x, Text(rule.Knots[1].X)), Line(rule, 0, x),
            Of("<", x, Text(rule.Knots[2].X)), Line(rule, 1, x), Text(rule.Knots[2].Burden));
        string known = Of("and", Of(">=", Of("var", Text(rule.Gate)), Text(rule.AtLeast)), Of(">=", x, "0"));
        return Of("if", known, Of("*", Text(rule.Beta), burden), "0");
    }

    private static string Line(SampleRule rule, int knot, string x) =>
        Of("+", Text(rule.Knots[knot].Burden), Of("*", Text(rule.Slope(knot)), Of("-", x, Text(rule.Knots[knot].X))));

    private static string Of(string operation, params string[] operands) =>
        new StringBuilder("{\"").Append(operation).Append("\":[").AppendJoin(',', operands).Append("]}").ToString();

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
