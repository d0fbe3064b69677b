using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Levers, changes, benefits, statuses and triage worked out by hand.</summary>
public sealed class NaiveAdviceExamples
{
    private const double Ln2 = 0.6931471805599453;
    private const string Marker = """{ "id": "k", "condition": "acne", "factor": "milk", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high", "role": "marker" }""";
    private const string LessMilk = """{ "id": "diet.less-milk", "category": "diet", "changes": [ { "factor": "milk", "atMost": 4 } ] }""";

    [Fact]
    public void A_lever_moves_the_answer_to_its_reference_and_leaves_markers_alone()
    {
        // from 8 to 3: half of ln 2; the marker keeps 0.8 ln 2
        var assessment = NaiveExample.Assess($"[{NaiveExample.MilkRule}, {Marker}]", """{ "milk": 8 }""");
        var lever = assessment.Objects("levers").Single();
        lever.Number("to").ShouldBe(3);
        lever.Objects("effects").Single().Number("gain").ShouldBe(0.5 * Ln2);
        lever.Objects("effects").Single().Number("scoreAfter").ShouldBe(100 * (1 - Math.Pow(2, -1.1)));
        lever.Texts("held").Should().BeEmpty();
    }

    [Theory]
    // the first reference whose gate is true; none behind one that is unknown
    [InlineData("""[ { "when": { "factor": "fever", "equals": true }, "high": 6 }, { "high": 2 } ]""", """{ "fever": true }""", 6.0)]
    [InlineData("""[ { "when": { "factor": "fever", "equals": true }, "high": 6 }, { "high": 2 } ]""", """{ "fever": false }""", 2.0)]
    [InlineData("""[ { "when": { "factor": "fever", "equals": true }, "high": 6 }, { "high": 2 } ]""", "{}", null)]
    [InlineData("""[ { "when": { "factor": "fever", "equals": true }, "high": 6 } ]""", """{ "fever": false }""", null)]
    // a whole number inside the range
    [InlineData("""{ "high": 6.5 }""", "{}", 6.0)]
    public void A_lever_goes_to_the_reference_that_holds(string reference, string answers, double? to)
    {
        var observations = JsonNode.Parse(answers)!.AsObject();
        observations["cups"] = 9;
        var more = $$"""{ "factors": [ { "id": "cups", "kind": "integer", "modifiable": true, "reference": {{reference}} } ] }""";
        const string Rule = """[ { "id": "r", "condition": "acne", "factor": "cups", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        NaiveExample.Assess(Rule, observations.ToJsonString(), more).Objects("levers").SingleOrDefault()?.Number("to").Should().Be(to);
    }

    [Theory]
    [InlineData("""{ "factor": "milk", "atMost": 4 }""", 8, 4.0, "open")]
    [InlineData("""{ "factor": "milk", "atMost": 4 }""", 4, null, "met")]
    [InlineData("""{ "factor": "milk", "atLeast": 9.5, "limit": 0.5 }""", 8, 8.5, "open")]
    [InlineData("""{ "factor": "milk", "atMost": 4, "limitPercent": 25 }""", 8, 6.0, "open")]
    [InlineData("""{ "factor": "milk", "atMost": 7, "limitPercent": 25 }""", 8, 7.0, "open")]
    [InlineData("""{ "factor": "milk", "set": 2, "limit": 3 }""", 8, 5.0, "open")]
    [InlineData("""{ "factor": "cups", "atMost": 4.5 }""", 8, 4.0, "open")]
    [InlineData("""{ "factor": "cups", "atLeast": 4.5, "limit": 2.9 }""", 2, 4.0, "open")] // 4.9, toward 2
    [InlineData("""{ "factor": "cups", "atMost": 4, "limit": 2.9 }""", 8, 6.0, "open")] // 5.1, toward 8
    [InlineData("""{ "factor": "cups", "atMost": 4, "limit": 0.5 }""", 8, null, "open")] // not a whole cup
    [InlineData("""{ "factor": "cleanser", "set": "syndet" }""", 0, null, "unknown")]
    [InlineData("""{ "factor": "milk", "when": { "factor": "fever", "equals": true }, "atMost": 4 }""", 8, null, "unknown")]
    [InlineData("""{ "factor": "milk", "when": { "any": [] }, "atMost": 4 }, { "factor": "milk", "atMost": 6 }""", 8, 6.0, "open")]
    [InlineData("""{ "factor": "milk", "when": { "factor": "fever", "equals": true }, "atMost": 4 }, { "factor": "milk", "atMost": 6 }""", 8, null, "unknown")]
    [InlineData("""{ "factor": "milk", "atMost": 9 }, { "factor": "cleanser", "set": "syndet" }""", 8, null, "unknown")]
    [InlineData("""{ "factor": "milk", "atMost": 4 }, { "factor": "cleanser", "set": "syndet" }""", 8, 4.0, "open")]
    [InlineData("", 8, null, "open")]
    public void A_change_moves_no_farther_than_its_limit(string changes, double from, double? to, string room)
    {
        var more = $$"""
            { "factors": [ { "id": "cups", "kind": "integer" } ], "interventions": [ { "id": "i", "category": "x", "changes": [ {{changes}} ] } ] }
            """;
        var observations = new JsonObject { ["milk"] = from, ["cups"] = from };
        var item = NaiveExample.Assess("[]", observations.ToJsonString(), more).Objects("recommendations").Single();
        item.Objects("changes").SingleOrDefault()?.Number("to").Should().Be(to);
        item.Objects("changes").Any().Should().Be(to is not null);
        item.Text("room").Should().Be(room);
    }

    [Theory]
    // an estimate of 6 ± 2: meets a change only by its error, and moves only from beyond it
    [InlineData("""{ "factor": "sugar", "atMost": 8 }""", null, "met")]
    [InlineData("""{ "factor": "sugar", "atMost": 7.9 }""", null, "open")]
    [InlineData("""{ "factor": "sugar", "atMost": 4 }""", null, "open")]
    [InlineData("""{ "factor": "sugar", "atMost": 3.9 }""", 3.9, "open")]
    [InlineData("""{ "factor": "sugar", "atLeast": 4 }""", null, "met")]
    [InlineData("""{ "factor": "sugar", "set": 8 }""", null, "met")]
    [InlineData("""{ "factor": "sugar", "set": 8.1 }""", 8.1, "open")]
    public void An_estimate_meets_a_change_by_its_error(string change, double? to, string room)
    {
        var more = $$"""
            { "factors": [ { "id": "sugar", "kind": "number" } ],
              "derivations": [ { "id": "d", "factor": "sugar", "standing": "estimate", "items": ["milk"], "cases": [ { "linear": { "terms": { "milk": 1 } } } ], "error": { "sd": 2 } } ],
              "interventions": [ { "id": "i", "category": "x", "changes": [ {{change}} ] } ] }
            """;
        var item = NaiveExample.Assess("[]", """{ "milk": 6 }""", more).Objects("recommendations").Single();
        item.Objects("changes").SingleOrDefault()?.Number("to").Should().Be(to);
        item.Text("room").Should().Be(room);
    }

    [Theory]
    // 0.8 → 0.4 of ln 2 by the lever; nothing known of a trial
    [InlineData("", 0.4 * Ln2, "high", "")]
    // a clear trial decides: λ = −ln 4, low: capped at ln 2; it may be worse
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.25, "ci95": [0.1, 0.9], "certainty": "low" }""", Ln2, "low", "")]
    [InlineData("""{ "condition": "acne", "oddsRatio": 2, "certainty": "high" }""", -Ln2, null, "worse-for")]
    // an end exactly at no effect includes it: at low certainty the lever stays, at moderate it does not
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.25, "ci95": [0.1, 1], "certainty": "low" }""", 0.4 * Ln2, "high", "no-clear-effect")]
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.5, "ci95": [0.1, 1], "certainty": "moderate" }""", 0.0, null, "no-clear-effect")]
    // the highest certainty, then the smallest |β|; informational ones and closed gates enter nothing
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.1, "certainty": "low" }, { "condition": "acne", "logOdds": -0.4, "certainty": "high" }, { "condition": "acne", "logOdds": -0.3, "certainty": "high" }, { "condition": "acne", "logOdds": 0, "certainty": "high", "informational": true }, { "condition": "acne", "logOdds": 0, "certainty": "high", "when": { "any": [] } }""", 0.3, "high", "")]
    // on a condition that the profile does not name
    [InlineData("""{ "condition": "gut", "logOdds": -0.4, "certainty": "high" }""", 0.4 * Ln2, "high", "")]
    public void Benefit_is_the_trial_or_the_lever_never_both(string effects, double benefit, string? certainty, string notices)
    {
        var intervention = LessMilk.Insert(LessMilk.Length - 1, $$""", "effects": [{{effects}}] """);
        var assessment = NaiveExample.Assess(
            $"[{NaiveExample.MilkRule}]", """{ "milk": 8 }""", $$"""{ "interventions": [ {{intervention}} ] }""", """{ "concerns": ["acne"] }""");
        var item = assessment.Objects("recommendations").Single();
        item.Number("benefit").ShouldBe(benefit);
        item.Text("certainty").Should().Be(certainty);
        item.Text("status").Should().Be(benefit < 0.01 ? "no-expected-benefit" : "recommended");
        string.Join(" ", item.Texts("notices")).Should().Be(notices);
        var effect = NaiveExample.Find(item, "effects", "condition", "acne");
        effect.Number("lever").ShouldBe(0.4 * Ln2);
        if (effect.Objects("trials").Any(t => t.Flag("chosen")))
            effect["scoreAfter"].Should().BeNull();
        else
            effect.Number("scoreAfter").ShouldBe(100 * (1 - Math.Pow(2, -0.4)));
    }

    [Fact]
    public void A_trial_counts_for_those_who_have_the_condition()
    {
        const string More = """
            { "conditions": [ { "id": "acne", "presence": "fever" } ],
              "interventions": [ { "id": "i", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "high" } ] } ] }
            """;
        string Status(string observations) => NaiveExample.Assess("[]", observations, More, """{ "concerns": ["acne"] }""").Objects("recommendations").Single().Text("status")!;
        Status("""{ "fever": true }""").Should().Be("recommended");
        Status("""{ "fever": false }""").Should().Be("no-expected-benefit");
        Status("{}").Should().Be("not-assessed");
    }

    [Theory]
    [InlineData("""{ "direction": "for", "strength": "strong" }""", 1, "recommended", "")]
    [InlineData("""{ "direction": "for", "strength": "conditional", "condition": "acne" }""", 2, "recommended", "")]
    [InlineData("""{ "direction": "for", "strength": "strong", "condition": "gut" }""", 3, "no-expected-benefit", "")] // not advised on
    [InlineData("""{ "direction": "for", "strength": "strong", "when": { "factor": "fever", "equals": true } }""", 3, "not-assessed", "")]
    [InlineData("""{ "direction": "for", "strength": "strong", "when": { "any": [] } }""", 3, "no-expected-benefit", "")]
    [InlineData("""{ "direction": "none", "strength": "strong" }""", 3, "no-expected-benefit", "insufficient-evidence")]
    [InlineData("""{ "direction": "against", "strength": "conditional" }""", 3, "advised-against", "advised-against")]
    [InlineData("""{ "direction": "for", "strength": "strong" }, { "direction": "against", "strength": "conditional" }""", 1, "caution", "advised-against")]
    [InlineData("""{ "direction": "for", "strength": "strong" }, { "direction": "against", "strength": "strong" }""", 1, "advised-against", "advised-against")]
    [InlineData("""{ "direction": "for", "strength": "strong" }, { "direction": "against", "strength": "strong", "when": { "factor": "fever", "equals": true } }""", 1, "needs-check", "")]
    [InlineData("""{ "direction": "for", "strength": "strong" }, { "direction": "against", "strength": "conditional", "when": { "factor": "fever", "equals": true } }""", 1, "recommended", "")]
    public void Published_recommendations_give_the_tier(string indications, int tier, string status, string notices)
    {
        var more = $$"""{ "interventions": [ { "id": "i", "category": "x", "indications": [ {{indications}} ] } ] }""";
        var item = NaiveExample.Assess("[]", "{}", more).Objects("recommendations").Single();
        item["tier"]!.GetValue<int>().Should().Be(tier);
        item.Text("status").Should().Be(status);
        string.Join(" ", item.Texts("notices")).Should().Be(notices);
        item.Texts("ask").Should().Equal(status == "needs-check" ? ["fever"] : []);
    }
}
