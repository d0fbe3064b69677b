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
        if (depth < 1_000)
            RuleSetJson.Read(RuleSetJson.Write(With(gate))).Diagnostics.Any(d => d.Code == "GS0003").Should().Be(!fits, "JSON has the same limit");
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
                RuleSetJson.Read(RuleSetJson.Write(With(tried))).Diagnostics.Any(d => d.Code == "GS0003").Should().Be(!fits);
            }
        }
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
