using System.Globalization;
using System.Linq.Expressions;
using DynamicExpresso;
using GutSkin.Core;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using RulesEngine.Models;

namespace GutSkin.Benchmarks.Peers;

/// <summary>An engine that says the points of every condition for a person's answers, a missing one below 0.</summary>
internal interface IPeer
{
    void Score(double[] answers, double[] points);
}

/// <summary>GutSkin: points and intervals; a person is bound once, as to the hand-written engine.</summary>
internal sealed class OwnPeer(ScoringService service) : IPeer
{
    private readonly Dictionary<double[], ScoringBuffer> bound = new(ReferenceEqualityComparer.Instance);
    private readonly ScoreResult[] scores = new ScoreResult[SampleRuleSet.Conditions];

    public void Score(double[] answers, double[] points)
    {
        if (!bound.TryGetValue(answers, out var buffer))
            bound.Add(answers, buffer = Bind(answers));
        service.Score(buffer, scores);
        for (int c = 0; c < points.Length; c++)
            points[c] = scores[c].Score;
    }

    private ScoringBuffer Bind(double[] answers)
    {
        var buffer = service.CreateBuffer();
        for (int f = 0; f < answers.Length; f++)
            buffer.Set(buffer.PositionOf(SampleRuleSet.FactorId(f)), answers[f] < 0 ? double.NaN : answers[f]);
        return buffer;
    }
}

/// <summary>The same rules over an array, as C# with a loop.</summary>
internal sealed class LoopPeer(SampleRules rules) : IPeer
{
    private readonly double[] values = new double[rules.All.Length];

    public void Score(double[] answers, double[] points)
    {
        foreach (var rule in rules.All)
            values[rule.Index] = rule.Value(answers);
        rules.Sum(values, points);
    }
}

/// <summary>DynamicExpresso: a delegate a condition.</summary>
internal sealed class ExpressoPeer : IPeer
{
    private readonly Func<double[], double>[] conditions;

    public ExpressoPeer(SampleRules rules)
    {
        var interpreter = new Interpreter();
        conditions =
        [
            .. Enumerable.Range(0, SampleRuleSet.Conditions).Select(c => interpreter.ParseAsDelegate<Func<double[], double>>(
                rules.Expression(c, i => $"v[{i}]", (test, yes, no) => $"({test} ? {yes} : {no})", "Math.Min", "Math.Max"), "v")),
        ];
    }

    public void Score(double[] answers, double[] points)
    {
        for (int c = 0; c < points.Length; c++)
            points[c] = SampleRules.Index(conditions[c](answers));
    }
}

/// <summary>NCalc: an expression a condition, read once.</summary>
internal sealed class NCalcPeer : IPeer
{
    private static readonly string[] Names = [.. Enumerable.Range(0, SampleRuleSet.Factors).Select(i => string.Create(CultureInfo.InvariantCulture, $"f{i}"))];

    private readonly NCalc.Expression[] conditions;

    public NCalcPeer(SampleRules rules) => conditions =
    [
        .. Enumerable.Range(0, SampleRuleSet.Conditions).Select(c => new NCalc.Expression(
            rules.Expression(c, i => Names[i], (test, yes, no) => $"if({test}, {yes}, {no})", "Min", "Max"))),
    ];

    public void Score(double[] answers, double[] points)
    {
        for (int c = 0; c < points.Length; c++)
        {
            for (int i = 0; i < answers.Length; i++)
                conditions[c].Parameters[Names[i]] = answers[i];
            points[c] = SampleRules.Index(Convert.ToDouble(conditions[c].Evaluate(), CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>Microsoft RulesEngine: an expression a condition, or a rule a rule.</summary>
internal sealed class RulesEnginePeer : IPeer
{
    private readonly SampleRules rules;
    private readonly RulesEngine.RulesEngine engine;
    private readonly bool perRule;
    private readonly double[] values;

    public RulesEnginePeer(SampleRules rules, bool perRule)
    {
        (this.rules, this.perRule) = (rules, perRule);
        values = new double[rules.All.Length];
        static string Choose(string test, string yes, string no) => $"({test} ? {yes} : {no})";
        var workflow = new Workflow
        {
            WorkflowName = "w",
            Rules = perRule
                ? [.. rules.All.Select(r => Rule(r.Index, r.Known(Name), r.Effect(Name, Choose)))]
                : [.. Enumerable.Range(0, SampleRuleSet.Conditions).Select(c => Rule(c, "true", rules.Expression(c, Name, Choose, "Math.Min", "Math.Max")))],
        };
        engine = new RulesEngine.RulesEngine([workflow], new ReSettings { CustomTypes = [typeof(Math)] });

        static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"v[{i}]");

        static Rule Rule(int number, string test, string output) => new()
        {
            RuleName = number.ToString(CultureInfo.InvariantCulture),
            Expression = test,
            Actions = new RuleActions { OnSuccess = new ActionInfo { Name = "OutputExpression", Context = new Dictionary<string, object> { ["expression"] = output } } },
        };
    }

    public void Score(double[] answers, double[] points)
    {
        Array.Clear(values);
        foreach (var result in engine.ExecuteAllRulesAsync("w", new RuleParameter("v", answers)).AsTask().GetAwaiter().GetResult())
        {
            if (result.IsSuccess)
                values[int.Parse(result.Rule.RuleName, CultureInfo.InvariantCulture)] = Convert.ToDouble(result.ActionResult.Output, CultureInfo.InvariantCulture);
        }

        if (perRule)
        {
            rules.Sum(values, points);
            return;
        }

        for (int c = 0; c < points.Length; c++)
            points[c] = SampleRules.Index(values[c]);
    }
}

/// <summary>NRules: a rule a rule, a session a person.</summary>
internal sealed class NRulesPeer : IPeer
{
    private readonly SampleRules rules;
    private readonly NRules.ISessionFactory factory;

    public NRulesPeer(SampleRules rules)
    {
        this.rules = rules;
        factory = new NRules.RuleCompiler().Compile(rules.All.Select(Definition));
    }

    public void Score(double[] answers, double[] points)
    {
        var person = new Person(answers, new double[rules.All.Length]);
        var session = factory.CreateSession();
        session.Insert(person);
        session.Fire();
        rules.Sum(person.Values, points);
    }

    private static IRuleDefinition Definition(SampleRule rule)
    {
        var builder = new RuleBuilder();
        builder.Name(rule.Index.ToString(CultureInfo.InvariantCulture));
        var pattern = builder.LeftHandSide().Pattern(typeof(Person), "p");
        Expression<Func<Person, bool>> holds = p => p.Answers[rule.Gate] >= rule.AtLeast && p.Answers[rule.Input] >= 0;
        pattern.Condition(holds);
        Expression<Action<IContext, Person>> then = (context, p) => p.Give(rule);
        builder.RightHandSide().Action(then);
        return builder.Build();
    }

    public sealed class Person(double[] answers, double[] values)
    {
        public double[] Answers { get; } = answers;

        public double[] Values { get; } = values;

        public void Give(SampleRule rule) => Values[rule.Index] = rule.Beta * rule.Burden(Answers[rule.Input]);
    }
}
