using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Scores worked out by hand.</summary>
public sealed class NaiveScoreExamples
{
    private const double Ln2 = 0.6931471805599453;

    [Fact]
    public void Odds_ratio_2_moderate_at_half_burden()
    {
        // β = 0.75 ln 2; L = 0.375 ln 2; S = 100 (1 − 2^−0.375)
        var acne = NaiveExample.Acne(NaiveExample.MilkRule.Replace("high", "moderate", StringComparison.Ordinal).Insert(0, "[") + "]", """{ "milk": 5 }""");
        acne.Number("logOdds").ShouldBe(0.2599301927099795);
        acne.Number("score").ShouldBe(22.889458729602964);
        acne.Text("band").Should().Be("low");
        acne.Number("completeness").ShouldBe(1);
        acne.Number("ceiling").ShouldBe(100 * (1 - Math.Pow(2, -0.75)));
        acne.Flag("settled").Should().BeTrue();
        var contribution = acne.Objects("contributions").Single();
        contribution.Number("burden").ShouldBe(0.5);
        contribution.Number("value").ShouldBe(5);
        contribution.Number("share").ShouldBe(1);
        contribution.Flag("counted").Should().BeTrue();
        contribution.Flag("determined").Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "oddsRatio": 3 }""", "high", 1.0986122886681098)] // no cap
    [InlineData("""{ "oddsRatio": 8 }""", "low", Ln2)] // ½ ln 8 = 1.04, capped at ln 2
    [InlineData("""{ "riskRatio": 8 }""", "moderate", 1.3862943611198906)] // ¾ ln 8 = 1.56, capped at ln 4
    [InlineData("""{ "hazardRatio": 8 }""", "very-low", 0.26236426446749106)] // ¼ ln 8 = 0.52, capped at ln 1.3
    [InlineData("""{ "oddsRatio": 0.125 }""", "low", -Ln2)] // the cap keeps the sign
    [InlineData("""{ "smd": 0.5 }""", "high", 0.9068996821171089)] // ½ π/√3
    [InlineData("""{ "meanDifference": 3, "sd": 6, "of": "EASI" }""", "moderate", 0.6801747615878317)] // ¾ × ½ π/√3
    [InlineData("""{ "logOdds": -0.4 }""", "low", -0.2)]
    [InlineData("""{ "logOdds": 0 }""", "high", 0)]
    public void Each_effect_form_gives_its_log_odds(string effect, string certainty, double beta)
    {
        var acne = NaiveExample.Acne($$"""[ { "id": "r", "condition": "acne", "effect": {{effect}}, "certainty": "{{certainty}}" } ]""", "{}");
        acne.Number("logOdds").ShouldBe(beta);
    }

    [Fact]
    public void The_confidence_interval_becomes_the_uncertainty()
    {
        // σ = ln 4 / (2z), so z·SE = ln 2: from S(0) to S(2 ln 2)
        var acne = NaiveExample.Acne("""[ { "id": "r", "condition": "acne", "effect": { "oddsRatio": 2, "ci95": [1, 4] }, "certainty": "high" } ]""", "{}");
        acne.Number("score").ShouldBe(50);
        acne["uncertainty"]!.AsObject().Number("low").ShouldBe(0);
        acne["uncertainty"]!.AsObject().Number("high").ShouldBe(75);
        // without an interval: nothing, or double
        acne = NaiveExample.Acne("""[ { "id": "r", "condition": "acne", "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""", "{}");
        acne["uncertainty"]!.AsObject().Number("high").ShouldBe(75);
    }

    [Fact]
    public void A_laboratory_adds_its_own_error()
    {
        // v = 50, m = 5, b = 0.5, b(v ± m) = 0.45, 0.55; σ = ln 2 / z; SE² = (σ/2)² + (0.05 ln 2)²
        var acne = NaiveExample.Acne(
            """[ { "id": "r", "condition": "acne", "factor": "vitamin-d", "curve": [[0, 0], [100, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""",
            """{ "vitamin-d": 50 }""");
        var spread = 1.959963984540054 * Math.Sqrt(Math.Pow(0.1768265095755335, 2) + Math.Pow(0.034657359027997, 2));
        acne["uncertainty"]!.AsObject().Number("high")!.Value.Should().BeApproximately(100 * (1 - Math.Exp(-0.34657359027997264 - spread)), 1e-9);
    }

    [Theory]
    [InlineData("""{ "known": "pregnant" }""", """{ "milk": 5 }""", null, null)] // gate false: not listed
    [InlineData("""{ "all": [] }""", """{ "milk": 5 }""", 0.5, 0.5)]
    [InlineData("""{ "all": [] }""", "{}", 0.2, 1.0)] // missing: from bmin to bmax
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "milk": 5 }""", 0.0, 0.5)]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", "{}", 0.0, 1.0)]
    public void The_range_follows_gate_and_factor(string gate, string observations, double? low, double? high)
    {
        foreach (var ratio in new[] { 2.0, 0.5 })
        {
            var rule = new JsonObject
            {
                ["id"] = "r",
                ["condition"] = "acne",
                ["when"] = JsonNode.Parse(gate),
                ["factor"] = "milk",
                ["curve"] = JsonNode.Parse("[[2, 0.2], [6, 0.6], [8, 1]]"),
                ["effect"] = new JsonObject { ["oddsRatio"] = ratio },
                ["certainty"] = "high",
            };
            var contribution = NaiveExample.Acne($"[{rule.ToJsonString()}]", observations).Objects("contributions").SingleOrDefault();
            if (low is null)
            {
                contribution.Should().BeNull();
                continue;
            }

            var (l, u) = (low.Value * Ln2, high!.Value * Ln2);
            var range = contribution!["range"]!.AsArray().Select(n => n!.GetValue<double>()).ToArray();
            range[0].Should().BeApproximately(ratio > 1 ? l : -u, 1e-12);
            range[1].Should().BeApproximately(ratio > 1 ? u : -l, 1e-12);
            contribution.Number("logOdds").ShouldBe(ratio > 1 ? l : -l);
            contribution.Flag("determined").Should().Be(low == high);
        }
    }

    [Fact]
    public void Rules_that_overlap_count_once()
    {
        const string Rules = """
            [ { "id": "b", "condition": "acne", "overlap": "x", "effect": { "oddsRatio": 2 }, "certainty": "high", "mechanisms": ["p"] },
              { "id": "a", "condition": "acne", "overlap": "x", "effect": { "oddsRatio": 3 }, "certainty": "high", "mechanisms": ["p", "q"] },
              { "id": "c", "condition": "acne", "overlap": "x", "effect": { "oddsRatio": 3 }, "certainty": "high" },
              { "id": "d", "condition": "acne", "effect": { "oddsRatio": 0.5 }, "certainty": "high", "mechanisms": ["p"] },
              { "id": "e", "condition": "acne", "effect": { "oddsRatio": 9 }, "certainty": "high", "informational": true },
              { "id": "f", "condition": "acne", "effect": { "oddsRatio": 9 }, "certainty": "high", "lifecycle": "retired" } ]
            """;
        // ln 3 − ln 2: S = 100 (1 − 2/3)
        var acne = NaiveExample.Acne(Rules, "{}");
        acne.Number("score").ShouldBe(100.0 / 3);
        acne.Objects("contributions").Select(c => c.Text("rule")).Should().Equal("a", "c", "b", "d", "e");
        acne.Objects("contributions").Where(c => c.Flag("counted")).Select(c => c.Text("rule")).Should().Equal("a", "d");
        NaiveExample.Find(acne, "contributions", "rule", "d").Number("share").ShouldBe(-Ln2 / Math.Log(3));
        acne["mechanisms"]!.ToJsonString().Should().Be("""[{"id":"p","share":0.5},{"id":"q","share":0.5}]""");
    }

    [Fact]
    public void Completeness_and_interval_show_what_is_missing()
    {
        // ln 2 known of ln 2 + ln 4: a third; the interval reaches S(ln 2 + ln 4)
        var acne = NaiveExample.Acne(
            $$"""[ {{NaiveExample.MilkRule}}, { "id": "p", "condition": "acne", "factor": "pregnant", "effect": { "oddsRatio": 4 }, "certainty": "high" } ]""",
            """{ "milk": 10 }""");
        acne.Number("completeness").ShouldBe(1.0 / 3);
        acne["interval"]!.AsObject().Number("low").ShouldBe(50);
        acne["interval"]!.AsObject().Number("high").ShouldBe(87.5);
    }

    [Theory]
    // milk can be changed: whatever it is, up to ln 2; what cannot be changed counts as it is
    [InlineData("""{ "milk": 0, "pregnant": false }""", 50)]
    [InlineData("""{ "milk": 10, "pregnant": true }""", 87.5)]
    [InlineData("""{ "milk": 0 }""", 87.5)]
    public void The_ceiling_is_the_most_that_the_fixed_facts_leave(string observations, double ceiling)
    {
        var pregnant = """{ "id": "p", "condition": "acne", "factor": "pregnant", "effect": { "oddsRatio": 4 }, "certainty": "high" }""";
        NaiveExample.Acne($"[{NaiveExample.MilkRule}, {pregnant}]", observations).Number("ceiling").ShouldBe(ceiling);
    }

    [Theory]
    // known of what can be changed is unknown, of what cannot and is missing false; a rule at work always counts
    [InlineData("""{ "known": "milk" }""", 50)]
    [InlineData("""{ "known": "pregnant" }""", 0)]
    [InlineData("""{ "not": { "known": "pregnant" } }""", 50)]
    [InlineData("""{ "concern": "acne" }""", 0)]
    public void The_ceiling_reads_known_and_concerns(string gate, double ceiling) =>
        NaiveExample.Acne($$"""[ { "id": "r", "condition": "acne", "when": {{gate}}, "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""", "{}")
            .Number("ceiling").ShouldBe(ceiling);

    [Fact]
    public void What_does_not_apply_is_a_fixed_fact_though_it_could_be_changed()
    {
        const string More = """{ "factors": [ { "id": "twins", "kind": "boolean", "modifiable": true, "askWhen": { "factor": "pregnant", "equals": true } } ] }""";
        const string Rules = """[ { "id": "t", "condition": "acne", "factor": "twins", "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        NaiveExample.Acne(Rules, """{ "pregnant": false }""", More).Number("ceiling").ShouldBe(0);
        NaiveExample.Acne(Rules, """{ "pregnant": true }""", More).Number("ceiling").ShouldBe(50);
    }

    [Fact]
    public void A_condition_without_a_scored_rule_has_no_index_and_stands_last()
    {
        const string Rules = """
            [ { "id": "i", "condition": "acne", "effect": { "oddsRatio": 2 }, "certainty": "high", "informational": true },
              { "id": "g", "condition": "gut", "effect": { "oddsRatio": 0.5 }, "certainty": "high" } ]
            """;
        var assessment = NaiveExample.Assess(Rules, "{}");
        assessment.Objects("conditions").Select(c => c.Text("id")).Should().Equal("gut", "acne");
        var acne = NaiveExample.Find(assessment, "conditions", "id", "acne");
        new[] { "score", "logOdds", "interval", "uncertainty", "ceiling", "settled", "completeness", "band" }.Should().OnlyContain(name => acne[name] == null);
        acne.Objects("contributions").Single().Text("rule").Should().Be("i");
        NaiveExample.Find(assessment, "conditions", "id", "gut").Number("score").ShouldBe(0);
    }

    [Theory]
    // the interval reaches from 0 to S(0.2 ln 2) = 12.94 or S(ln 2) = 50
    [InlineData("[[0, 0], [10, 0.2]]", "{}", true)]
    [InlineData("[[0, 0], [10, 1]]", "{}", false)]
    [InlineData("[[0, 0], [10, 1]]", """{ "model": { "settledWidth": 50 } }""", true)]
    [InlineData("[[0, 0], [10, 1]]", """{ "model": { "settledWidth": 49.9 } }""", false)]
    public void A_narrow_interval_is_settled(string curve, string model, bool settled) =>
        NaiveExample.Acne(
            $$"""[ { "id": "m", "condition": "acne", "factor": "milk", "curve": {{curve}}, "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""", "{}", model)
            .Flag("settled").Should().Be(settled);

    [Fact]
    public void Among_equals_a_member_whose_gate_is_not_false_counts()
    {
        // both at 0: a is out by its gate, b by its answer
        const string Rules = """
            [ { "id": "a", "condition": "acne", "overlap": "x", "when": { "factor": "fever", "equals": true }, "effect": { "oddsRatio": 2 }, "certainty": "high" },
              { "id": "b", "condition": "acne", "overlap": "x", "factor": "milk", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 3 }, "certainty": "high" } ]
            """;
        var contribution = NaiveExample.Acne(Rules, """{ "milk": 0, "fever": false }""").Objects("contributions").Single();
        contribution.Text("rule").Should().Be("b");
        contribution.Flag("counted").Should().BeTrue();
    }

    [Fact]
    public void A_custom_model_changes_shrinkage_cap_and_bands_key_by_key()
    {
        const string Model = """
            { "model": { "certaintyShrinkage": { "low": 1 }, "certaintyCap": { "high": 2 }, "bands": [ { "name": "a", "below": 50 }, { "name": "b" } ] } }
            """;
        const string Rules = """
            [ { "id": "h", "condition": "acne", "effect": { "oddsRatio": 9 }, "certainty": "high" },
              { "id": "l", "condition": "gut", "effect": { "oddsRatio": 1.5 }, "certainty": "low" } ]
            """;
        var assessment = NaiveExample.Assess(Rules, "{}", Model);
        NaiveExample.Find(assessment, "conditions", "id", "acne").Number("score").ShouldBe(50);
        NaiveExample.Find(assessment, "conditions", "id", "acne").Text("band").Should().Be("b");
        NaiveExample.Find(assessment, "conditions", "id", "gut").Number("score").ShouldBe(100.0 / 3);
        NaiveExample.Find(assessment, "conditions", "id", "gut").Text("band").Should().Be("a");
    }
}
