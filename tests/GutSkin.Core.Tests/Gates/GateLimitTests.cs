using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>Gates written in C# are held to the limits of a document before anything goes through them.</summary>
public class GateLimitTests
{
    private static readonly Gate Leaf = new ComparisonGate { Factor = "f", AtLeast = 1 };

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(200_000, false)]
    public void ADeepGateIsADiagnosticExactlyWhereItsJsonIs(int depth, bool fits)
    {
        var gate = Leaf;
        for (int i = 0; i < depth; i++)
            gate = i % 2 == 0 ? new AllGate { Operands = [gate] } : new AnyGate { Operands = [gate] };
        var composed = RuleSetComposer.Compose(RuleSetDocument.From(With(gate)));
        Codes(composed).Should().BeEquivalentTo(fits ? [] : ["GS0003"]);
        ReadsBack(With(gate)).Should().Be(fits, "JSON has the same limit");
    }

    [Fact]
    public void NotIsOneLevelAndAListOfValuesAnother()
    {
        foreach (var (leaf, most) in new[] { (Leaf, 60), (new ComparisonGate { Factor = "f", In = [FactorValue.Number(1)] }, 59) })
        {
            var gate = leaf;
            for (int i = 0; i < most; i++)
                gate = new NotGate { Operand = gate };
            foreach (var (tried, fits) in new[] { (gate, true), (new NotGate { Operand = gate }, false) })
            {
                Codes(RuleSetComposer.Compose(RuleSetDocument.From(With(tried)))).Contains("GS0003").Should().Be(!fits);
                ReadsBack(With(tried)).Should().Be(fits);
            }

            string text = RuleSetJson.Write(With(gate));
            int at = text.IndexOf("\"not\":", StringComparison.Ordinal) + "\"not\":".Length;
            int end = text.LastIndexOf("\"effect\"", StringComparison.Ordinal);
            end = text.LastIndexOf('}', end);
            RuleSetJson.Read(text[..at] + " { \"not\": " + text[at..end] + "}" + text[end..]).Diagnostics
                .Should().Contain(d => d.Code == "GS0003", "what is not written is not read either");
        }
    }

    [Fact]
    public void AGateOfAnySizeIsToldInALineThatEnds()
    {
        var deep = Leaf;
        for (int i = 0; i < 100_000; i++)
            deep = new NotGate { Operand = deep };
        deep.ToString().Should().StartWith("not(not(").And.Contain("…").And.HaveLength((64 * 5) + 1);
        var shared = Leaf;
        for (int i = 0; i < 40; i++)
            shared = new AllGate { Operands = [shared, shared] };
        shared.ToString().Length.Should().BeLessThan(5_000);
        shared.Factors().Should().Equal("f");
        deep.Factors().Should().Equal("f");
        new AnyGate { Operands = [Leaf, new KnownGate { Factor = "g" }] }.ToString().Should().Be("any(f >= 1, known(g))");
    }

    [Fact]
    public void AGateMadeOfItselfIsTooLargeWithoutEnd()
    {
        var gate = Leaf;
        for (int i = 0; i < 28; i++)
            gate = new AllGate { Operands = [gate, gate] };
        Codes(RuleSetComposer.Compose(RuleSetDocument.From(With(gate)))).Should().BeEquivalentTo(["GS0005"]);
    }

    [Fact]
    public void SafetyRulesScreensInterventionsAndClassesAreHeldToItToo()
    {
        var gate = Leaf;
        for (int i = 0; i < 100_000; i++)
            gate = new NotGate { Operand = gate };
        var set = With(Leaf) with
        {
            Safety = [new SafetyRule { Id = "s", Kind = SafetyKind.RedFlag, Urgency = Urgency.Soon, When = gate, Message = "m", Locked = true }],
            Screens = [new Screen { Id = "screen", Title = "t", Factors = ["y"], When = gate }],
            Interventions = [new Intervention { Id = "i", Category = "c", Name = "n", When = gate }],
            Factors = [.. With(Leaf).Factors, new Factor { Id = "y", Name = "y", Kind = FactorKind.Boolean }],
        };
        var result = RuleSetComposer.Compose([RuleSetDocument.From(set)], [new RuleSets.TestRule { OwnCondition = "c", Reads = ["f"], Gate = gate, Cites = [], Through = [] }]);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => (d.Code, d.Path)).Should().BeEquivalentTo(
        [
            ("GS0003", "$.safety['s'].when"), ("GS0003", "$.screens['screen'].when"), ("GS0003", "$.interventions['i'].when"), ("GS0003", "$.rules['test.class'].when"),
        ]);
    }

    /// <summary>Whether a rule set can be written and read; what is too deep is told by both.</summary>
    private static bool ReadsBack(RuleSet set)
    {
        try
        {
            return RuleSetJson.Read(RuleSetJson.Write(set)).Diagnostics.All(d => d.Code != "GS0003");
        }
        catch (ArgumentException e) when (e.Message.Contains("64 levels", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static RuleSet With(Gate gate) => new()
    {
        Id = "deep",
        Version = "1.0.0",
        Title = "deep",
        Conditions = [new SkinCondition { Id = "c", Name = "c" }],
        Factors = [new Factor { Id = "f", Name = "f", Kind = FactorKind.Number }],
        Rules = [new ScoringRule { Id = "r", Condition = "c", Title = "r", When = gate, Effect = Effect.OddsRatio(2), Certainty = Certainty.High }],
    };

    private static IEnumerable<string> Codes(ReadResult<ResolvedRuleSet> composed) =>
        composed.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code);
}
