using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>What is wrong with a class: said when it is composed, like any other fault; or, where only an answer shows it, thrown without the answer.</summary>
public class BadClassTests
{
    private const string Type = "GutSkin.Core.Tests.RuleSets.TestRule";

    private static readonly Dictionary<string, (TestRule Rule, string Code, string Path, string Message)> Faults = new()
    {
        ["condition"] = (new() { OwnCondition = "d" }, "GS0202", "$.rules['test.class'].condition", "There is no condition 'd'."),
        ["factor"] = (new() { Reads = ["f.a", "f.x"] }, "GS0202", "$.rules['test.class'].factors[1]", "There is no factor 'f.x'."),
        ["one factor"] = (new() { Reads = ["f.x"] }, "GS0202", "$.rules['test.class'].factor", "There is no factor 'f.x'."),
        ["factor twice"] = (new() { Reads = ["f.a", "f.a"] }, "GS0201", "$.rules['test.class'].factors[1]", "declares the factor 'f.a' twice"),
        ["evidence"] = (new() { Cites = ["ee"] }, "GS0202", "$.rules['test.class'].evidence[0]", "There is no evidence entry 'ee'."),
        ["mechanism"] = (new() { Through = ["m", "n"] }, "GS0202", "$.rules['test.class'].mechanisms[1]", "There is no mechanism 'n'."),
        ["gate"] = (new() { Gate = new ComparisonGate { Factor = "f.z", AtLeast = 1 } }, "GS0202", "$.rules['test.class'].when.factor", "There is no factor 'f.z'."),
        ["gate of another kind"] = (new() { Gate = new ComparisonGate { Factor = "f.yes", AtLeast = 1 } }, "GS0306", "$.rules['test.class'].when.atLeast", "'atLeast' does not fit"),
        ["id of a rule"] = (new() { OwnId = "data" }, "GS0201", "$.rules['data'].id", "There is a rule 'data' already."),
        ["id"] = (new() { OwnId = "Bad Id" }, "GS0107", "$.rules['Bad Id'].id", "is not kebab-case"),
        ["version"] = (new() { OwnVersion = "one" }, "GS0108", "$.version", "is not Semantic Versioning"),
        ["ratio"] = (new() { Size = Effect.OddsRatio(-1) }, "GS0303", "$.rules['test.class'].effect.oddsRatio", "A ratio must be above 0"),
        ["throws"] = (new() { Compute = (in FactorValues _) => throw new FormatException("secret") }, "GS0328", "$.rules['test.class']", "threw System.FormatException"),
        ["undeclared"] = (new() { Compute = (in FactorValues k) => k.Number("f.yes") ?? 0 }, "GS0328", "$.rules['test.class']", "reads 'f.yes', which it does not declare"),
        ["wrong kind"] = (new() { Reads = ["f.soap"], Compute = (in FactorValues k) => k.Number("f.soap") ?? 0 }, "GS0328", "$.rules['test.class']", "reads 'f.soap' as a number"),
        ["other unit"] = (new() { Compute = (in FactorValues k) => k[new NumberFactor("f.a", "kg/d")] ?? 0 }, "GS0328", "$.rules['test.class']", "in another unit"),
        ["not a number"] = (new() { Compute = (in FactorValues _) => double.NaN }, "GS0328", "$.rules['test.class']", "does not lie from 0 to 1"),
        ["below 0"] = (new() { Compute = (in FactorValues _) => new BurdenRange(-0.5, 1) }, "GS0328", "$.rules['test.class']", "does not lie from 0 to 1"),
        ["reversed"] = (new() { Compute = (in FactorValues _) => new BurdenRange(0.8, 0.2) }, "GS0328", "$.rules['test.class']", "low end is above"),
        ["never"] = (new() { Compute = (in FactorValues _) => 0 }, "GS1002", "$.rules['test.class']", "no answer gives a burden above 0"),
        ["uncited"] = (new() { Cites = [] }, "GS1005", "$.rules['test.class'].id", "cites no evidence"),
    };

    public static TheoryData<string> Names => new(Faults.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_of_a_class_is_a_diagnostic_that_names_it(string name)
    {
        var (rule, code, path, message) = Faults[name];
        var diagnostic = SmallSet.Compose(rule).Diagnostics.Should().ContainSingle(d => d.File == Type).Which;
        diagnostic.Code.Should().Be(code);
        diagnostic.Path.Should().Be(path);
        diagnostic.Message.Should().Contain(message).And.NotContain("secret");
        diagnostic.Hint.Should().MatchRegex(@"^[A-Z'].*[.?]$", "it says what to do");
    }

    [Fact]
    public void All_faults_come_at_once_those_of_documents_too()
    {
        var result = RuleSetComposer.Compose(
            [RuleSetDocument.From(SmallSet.Rules with { Version = "x" })],
            [new TestRule { OwnCondition = "d", Cites = ["ee"] }, new TestRule { OwnVersion = "x", Reads = ["f.x", "f.a"] }]);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code)
            .Should().BeEquivalentTo(["GS0108", "GS0202", "GS0202", "GS0201", "GS0108", "GS0202"], "the two classes have one id");
    }

    [Fact]
    public void An_overlay_meets_no_class_and_lint_tells_of_it()
    {
        var removing = new RuleSet { Id = "over", Version = "1.0.0", Title = "t", Remove = RuleSetRemovals.None with { Rules = ["test.class"] } };
        RuleSetComposer.Compose([RuleSetDocument.From(SmallSet.Rules), RuleSetDocument.From(removing)], [new TestRule()])
            .Diagnostics.Should().Contain(d => d.Code == "GS0204");
        RuleSetLinter.Lint([RuleSetDocument.From(SmallSet.Rules)], new LintOptions { Classes = [new TestRule { Cites = [] }], Analyze = true })
            .Diagnostics.Should().Contain(d => d.Code == "GS1005" && d.File == Type);
    }

    public static TheoryData<string, double> Answers => new()
    {
        { "threw System.FormatException", 41 },
        { "does not lie from 0 to 1", 42 },
        { "low end is above its high end", 43 },
        { "a range though all it reads is known", 44 },
        { "reads 'f.soap', which it does not declare", 45 },
        { "outside the range it gives where nothing is known", 46 },
        { "reads a factor that it does not declare", 47 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_only_an_answer_shows_is_thrown_without_the_answer(string message, double answer)
    {
        var service = SmallSet.Service(new TestRule
        {
            Reads = ["f.a"],
            Compute = (in FactorValues k) => k.Number("f.a") switch
            {
                null => new BurdenRange(0, 0.9),
                41 => throw new FormatException("the answer was 41"),
                42 => 1.5,
                43 => new BurdenRange(0.5, 0.2),
                44 => new BurdenRange(0.1, 0.2),
                45 => k.IsKnown("f.soap") ? 1 : 0,
                46 => 0.95,
                47 => k.Number("answer is 47") ?? 0,
                _ => 0.5,
            },
        });
        var person = PersonProfile.Create().With("f.a", answer).Build();
        var assess = () => service.Assess(person);
        var thrown = assess.Should().Throw<ComputedRuleException>().Which;
        thrown.Rule.Should().Be("test.class");
        thrown.Message.Should().Contain(message).And.Contain(Type).And.Contain("It reads: f.a.");
        thrown.ToString().Should().NotContain(answer.ToString(System.Globalization.CultureInfo.InvariantCulture) + " ").And.NotContain("answer was").And.NotContain("answer is");
        var table = new CohortColumns(1);
        table.Add("f.a", new[] { answer });
        var score = () => service.ScoreTable(table, service.CreateResults(1));
        score.Should().Throw<ComputedRuleException>();

        var next = service.Assess(PersonProfile.Create().With("f.a", 3.0).Build());
        next.Conditions[0].Contributions.Should().ContainSingle(c => c.Rule == "test.class" && c.Burden == 0.5, "the service lives on");
    }

    [Fact]
    public void A_class_that_leaves_out_what_every_rule_has_is_named()
    {
        var compose = () => SmallSet.Compose(new TestRule { OwnTitle = null! });
        compose.Should().Throw<ArgumentException>().WithMessage($"The rule class {Type} declares no Title.*");
    }
}
