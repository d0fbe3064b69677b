using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Targets filled by derivations, worked out by hand.</summary>
public sealed class NaiveDerivationExamples
{
    private const string Factors = """
        [ { "id": "weight", "kind": "number" }, { "id": "height", "kind": "number" }, { "id": "age", "kind": "number", "min": 0 },
          { "id": "beans", "kind": "choice", "choices": ["never", "weekly", "daily"], "scores": { "never": 0, "weekly": 0.143, "daily": 1 } },
          { "id": "bmi", "kind": "number", "min": 10, "max": 60, "maxAgeDays": 30, "measurementError": { "cv": 0.1 } },
          { "id": "fiber", "kind": "integer", "min": 0 }, { "id": "z", "kind": "number" } ]
        """;

    private const string Bmi = """{ "id": "d", "factor": "bmi", "items": ["height", "weight"], "cases": [ { "product": { "powers": { "weight": 1, "height": -2 } } } ] }""";

    [Theory]
    [InlineData("""{ "product": { "times": 0.5, "powers": { "weight": 2, "height": -1 } } }""", 0.5 * 6400 / 2)]
    [InlineData("""{ "product": { "powers": { "weight": 1, "height": -2 } } }""", 20)]
    // 8.75 + 3.26 × 1 (a choice by its scores) + 1 (its level) + ½ (its curve at 10) + 2 (yes)
    [InlineData("""{ "linear": { "intercept": 8.75, "terms": { "beans": 3.26, "age": { "curve": [[2, 0], [18, 1]] }, "cleanser": { "levels": { "soap": 1 } }, "fever": 2 } } }""", 15.51)]
    [InlineData("""{ "linear": { "terms": { "cleanser": { "levels": { "foaming": 9 } }, "fever": { "levels": { "true": -4, "false": 7 } } } } }""", -4)]
    // ((20/16)^−1 − 1) / (−1 × 0.1)
    [InlineData("""{ "lms": { "value": "milk", "at": { "terms": { "age": 6 } }, "knots": [[60, -1, 16, 0.1], [72, 0, 18, 0.1]] } }""", 2)]
    // ln(20/18) / 0.1 where L is 0, and beyond the last row
    [InlineData("""{ "lms": { "value": "milk", "at": { "terms": { "age": 7 } , "intercept": 20 }, "knots": [[60, -1, 16, 0.1], [72, 0, 18, 0.1]] } }""", 1.053605156578263)]
    // halfway: L = −½, M = 17: (√0.85 − 1) / −0.05
    [InlineData("""{ "lms": { "value": "milk", "at": { "terms": { "age": 6.6 } }, "knots": [[60, -1, 16, 0.1], [72, 0, 18, 0.1]] } }""", 1.560911085414224)]
    public void Each_kind_of_case_gives_its_value(string one, double expected) =>
        Fill("z", one, """{ "weight": 80, "height": 2, "age": 10, "beans": "daily", "cleanser": "soap", "fever": true, "milk": 20 }""")!.Value
            .Should().BeApproximately(expected, 1e-12);

    [Theory]
    // the first case that is true counts; one that is unknown ends the search; one that is false is skipped
    [InlineData("""{ "age": 10, "fever": true }""", 1.0)]
    [InlineData("""{ "age": 10, "fever": false }""", 2.0)]
    [InlineData("""{ "age": 10 }""", null)]
    [InlineData("""{ "fever": false }""", null)] // what the case needs is missing
    public void Cases_are_tried_in_order(string observations, double? expected)
    {
        const string Cases = """
            { "when": { "factor": "fever", "equals": true }, "linear": { "intercept": 1 , "terms": { } } },
            { "linear": { "intercept": 2, "terms": { "age": 0 } } }
            """;
        Fill("z", Cases, observations)?.Value.Should().Be(expected);
        (Fill("z", Cases, observations) is null).Should().Be(expected is null);
    }

    [Theory]
    [InlineData("", 22.857142857142858, false)]
    [InlineData(""", "round": 1 """, 22.9, false)]
    [InlineData(""", "round": 0, "atMost": 22.5 """, 22.5, false)] // rounded first, then bounded
    [InlineData(""", "atLeast": 70 """, null, true)] // outside [10, 60] after the bounds
    [InlineData(""", "atMost": 9 """, null, true)]
    public void A_result_is_rounded_bounded_and_checked(string more, double? expected, bool outOfRange)
    {
        var (filled, notices) = Answers($$"""{ "id": "d", "factor": "bmi", "items": [], "cases": [ { "product": { "powers": { "weight": 1, "height": -2 } } } ]{{more}} }""", """{ "weight": 70, "height": 1.75 }""");
        var value = filled.Filled.GetValueOrDefault("bmi")?.Value;
        (value is null).Should().Be(expected is null);
        if (expected is { } number)
            value!.Value.Should().BeApproximately(number, 1e-12);
        notices.Should().Equal(outOfRange ? ["derivation-out-of-range d"] : []);
    }

    [Fact]
    public void What_is_not_finite_is_no_value() =>
        Answers(Bmi.Replace("} ] }", "} ], \"atMost\": 50 }", StringComparison.Ordinal), """{ "weight": 70, "height": 0 }""").Notices.Should().Equal("derivation-out-of-range d");

    [Theory]
    [InlineData("""{ "weight": 80, "height": 2, "bmi": 30 }""", 30.0)] // its own entry wins
    [InlineData("""{ "weight": 80, "height": 2, "bmi": null }""", 20.0)]
    [InlineData("""{ "weight": 80, "height": 2, "bmi": { "value": 30, "on": "2026-01-01" } }""", 20.0)] // too old
    [InlineData("""{ "weight": 80, "height": 2, "bmi": { "declined": true } }""", null)] // stays missing
    [InlineData("""{ "weight": 80 }""", null)]
    public void A_derivation_fills_what_has_no_entry(string observations, double? expected) =>
        Answers(Bmi, observations).Answers["bmi"].Should().Be(expected);

    [Fact]
    public void Derivations_feed_each_other_and_the_first_that_gives_a_value_counts()
    {
        const string Chain = """
            { "id": "c", "factor": "z", "items": ["bmi"], "standing": "count", "cases": [ { "linear": { "terms": { "bmi": 0.1 } } } ] },
            { "id": "b", "factor": "bmi", "standing": "estimate", "items": ["age"], "cases": [ { "linear": { "terms": { "age": 2 } } } ], "error": { "sd": 3 } },
            { "id": "a", "factor": "bmi", "items": ["weight"], "cases": [ { "linear": { "terms": { "weight": 1 } } } ] }
            """;
        var (estimated, _) = Answers(Chain, """{ "age": 11 }""");
        estimated["bmi"].Should().Be(22.0);
        estimated.EstimateError("bmi").Should().Be(3);
        ((double)estimated["z"]!).Should().BeApproximately(2.2, 1e-12);
        estimated.EstimateError("z").Should().Be(0); // an estimate for what it needs, without an error of its own
        var (counted, _) = Answers(Chain, """{ "age": 11, "weight": 50 }""");
        counted["bmi"].Should().Be(50.0);
        counted.EstimateError("z").Should().BeNull();
        counted.Error("bmi").Should().Be(5); // the factor's own: 10 % of 50
    }

    [Fact]
    public void A_contribution_and_a_list_say_what_was_derived()
    {
        const string Rule = """[ { "id": "r", "condition": "acne", "factor": "bmi", "curve": [[10, 0], [30, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        var assessment = NaiveExample.Assess(Rule, """{ "weight": 80, "height": 2 }""", More(Bmi));
        var contribution = NaiveExample.Find(assessment, "conditions", "id", "acne").Objects("contributions").Single();
        contribution.Text("derived").Should().Be("d");
        contribution.Number("value").ShouldBe(20);
        contribution.Number("logOdds").ShouldBe(0.5 * Math.Log(2));
        assessment["derived"]!.ToJsonString().Should().Be(
            """[{"factor":"bmi","value":20,"standing":"count","derivation":"d","items":["height","weight"],"error":2}]""");
    }

    [Theory]
    // an estimate of 22 with an error of 3 and a reference up to 20: not outside it by more than its error
    [InlineData(3, 0)]
    [InlineData(2, 0)]
    [InlineData(1.5, 1)]
    public void An_estimate_is_a_lever_only_by_more_than_its_error(double error, int levers)
    {
        const string Rule = """[ { "id": "r", "condition": "acne", "factor": "sugar", "curve": [[0, 0], [40, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        var more = JsonNode.Parse(More(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "id": "d", "factor": "sugar", "standing": "estimate", "items": ["age"], "cases": [ { "linear": { "terms": { "age": 2 } } } ], "error": { "sd": {{error}} } }""")))!.AsObject();
        more["factors"]!.AsArray().Add(JsonNode.Parse("""{ "id": "sugar", "kind": "number", "modifiable": true, "reference": { "high": 20 } }"""));
        NaiveExample.Assess(Rule, """{ "age": 11 }""", more.ToJsonString()).Objects("levers").Should().HaveCount(levers);
    }

    private static NaiveFilled? Fill(string factor, string cases, string observations) =>
        Answers($$"""{ "id": "d", "factor": "{{factor}}", "items": [], "cases": [ {{cases}} ] }""", observations).Answers.Filled.GetValueOrDefault(factor);

    private static (NaiveAnswers Answers, IEnumerable<string> Notices) Answers(string derivations, string observations)
    {
        var profile = new JsonObject { ["asOf"] = "2026-11-20", ["observations"] = JsonNode.Parse(observations) };
        var answers = new NaiveAnswers(new NaiveKnowledge(NaiveExample.Document("[]", More(derivations))), profile);
        return (answers, answers.Notices.Where(n => n.Text("code") != "too-old").Select(n => $"{n.Text("code")} {n.Text("derivation")}"));
    }

    private static string More(string derivations) => $$"""{ "factors": {{Factors}}, "derivations": [ {{derivations}} ] }""";
}
