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

    [Theory]
    [InlineData("$.factors['n'].askWhen")]
    [InlineData("$.factors['n'].reference[1].when")]
    [InlineData("$.derivations['d'].cases[1].when")]
    [InlineData("$.rules['r'].when")]
    [InlineData("$.interventions['i'].when")]
    [InlineData("$.interventions['i'].changes[1].when")]
    [InlineData("$.interventions['i'].indications[1].when")]
    [InlineData("$.interventions['i'].effects[1].when")]
    [InlineData("$.safety['s'].when")]
    [InlineData("$.screens['q'].when")]
    public void OneThatGoesTooFarIsToldAtItsPlaceWhereverItStands(string place)
    {
        var deep = Leaf;
        for (int i = 0; i < 100_000; i++)
            deep = new NotGate { Operand = deep };
        var set = RuleSetJson.Read(Everywhere).RuleSet! with { Source = null };
        Codes(RuleSetComposer.Compose(RuleSetDocument.From(set))).Should().BeEmpty();
        set = place[2..place.IndexOf('[', StringComparison.Ordinal)] switch
        {
            "factors" => set with
            {
                Factors = [set.Factors[0], place.EndsWith("askWhen", StringComparison.Ordinal)
                    ? set.Factors[1] with { AskWhen = deep }
                    : set.Factors[1] with { References = set.Factors[1].References.SetItem(1, set.Factors[1].References[1] with { When = deep }) }, set.Factors[2]],
            },
            "derivations" => set with { Derivations = [set.Derivations[0] with { Cases = [set.Derivations[0].Cases[0], set.Derivations[0].Cases[1] with { When = deep }] }] },
            "rules" => set with { Rules = [set.Rules[0] with { When = deep }] },
            "safety" => set with { Safety = [set.Safety[0] with { When = deep }] },
            "screens" => set with { Screens = [set.Screens[0] with { When = deep }] },
            _ => set with { Interventions = [With(set.Interventions[0], place, deep)] },
        };
        var composed = RuleSetComposer.Compose(RuleSetDocument.From(set));
        composed.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => (d.Code, d.Path)).Should().Equal(("GS0003", place));
    }

    private const string Everywhere = """
        { "id": "everywhere", "version": "1.0.0", "title": "Everywhere", "disclaimer": "This is not a diagnosis.", "conditions": [ { "id": "c", "name": "C" } ], "evidence": [ { "id": "e", "title": "E" } ],
          "factors": [ { "id": "f", "name": "F", "kind": "number" },
            { "id": "n", "name": "N", "kind": "number", "modifiable": true, "askWhen": { "factor": "f", "atLeast": 1 }, "reference": [ { "low": 0, "when": { "factor": "f", "atLeast": 3 } }, { "low": 1, "when": { "factor": "f", "atLeast": 2 } } ] },
            { "id": "y", "name": "Y", "kind": "boolean" } ],
          "derivations": [ { "id": "d", "factor": "n", "items": ["f"], "error": { "cv": 0.1 }, "cases": [ { "when": { "factor": "f", "atLeast": 3 }, "linear": { "terms": { "f": 1 } } }, { "when": { "factor": "f", "atLeast": 2 }, "linear": { "terms": { "f": 2 } } } ] } ],
          "rules": [ { "id": "r", "condition": "c", "title": "R", "factor": "n", "curve": [[0, 0], [1, 1]], "when": { "factor": "f", "atLeast": 1 }, "effect": { "logOdds": 0.2 }, "certainty": "low", "evidence": ["e"] } ],
          "interventions": [ { "id": "i", "category": "diet", "name": "I", "when": { "factor": "f", "atLeast": 1 },
            "changes": [ { "factor": "f", "atMost": 1, "when": { "factor": "f", "atLeast": 3 } }, { "factor": "n", "atMost": 1, "when": { "factor": "f", "atLeast": 2 } } ],
            "indications": [ { "condition": "c", "direction": "for", "strength": "strong", "text": "T", "when": { "factor": "f", "atLeast": 3 }, "evidence": ["e"] }, { "condition": "c", "direction": "against", "strength": "strong", "text": "T", "when": { "factor": "f", "atLeast": 2 }, "evidence": ["e"] } ],
            "effects": [ { "condition": "c", "riskRatio": 0.8, "certainty": "low", "when": { "factor": "f", "atLeast": 3 }, "evidence": ["e"] }, { "condition": "c", "riskRatio": 0.9, "certainty": "low", "when": { "factor": "f", "atLeast": 2 }, "evidence": ["e"] } ] } ],
          "safety": [ { "id": "s", "kind": "red-flag", "urgency": "soon", "when": { "factor": "f", "atLeast": 1 }, "message": "M." } ],
          "screens": [ { "id": "q", "title": "Q", "factors": ["y"], "when": { "factor": "f", "atLeast": 1 } } ] }
        """;

    private static Intervention With(Intervention intervention, string place, Gate gate) => place switch
    {
        "$.interventions['i'].changes[1].when" => intervention with { Changes = [intervention.Changes[0], intervention.Changes[1] with { When = gate }] },
        "$.interventions['i'].indications[1].when" => intervention with { Indications = [intervention.Indications[0], intervention.Indications[1] with { When = gate }] },
        "$.interventions['i'].effects[1].when" => intervention with { Effects = [intervention.Effects[0], intervention.Effects[1] with { When = gate }] },
        _ => intervention with { When = gate },
    };

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
