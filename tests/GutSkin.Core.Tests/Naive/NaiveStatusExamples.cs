using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Statuses, orders, triage and what to ask of whom, worked out by hand.</summary>
public sealed class NaiveStatusExamples
{
    private const string LessMilk = """{ "id": "diet.less-milk", "category": "diet", "changes": [ { "factor": "milk", "atMost": 4 } ] }""";

    [Theory]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", "{}", "needs-check", "pregnant", "")]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "pregnant": { "declined": true } }""", "needs-check", "", "pregnant")]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "pregnant": true }""", "blocked", "", "")]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "pregnant": false }""", "recommended", "", "")]
    [InlineData("""{ "factor": "fever", "equals": true }""", "{}", "needs-check", "flags", "")] // asked through its screen
    [InlineData("""{ "factor": "steps", "below": 3 }""", "{}", "needs-check", "steps", "")] // a measured factor by its own id
    public void A_contraindication_blocks_and_an_unknown_one_is_checked(string gate, string answers, string status, string ask, string declined)
    {
        var observations = JsonNode.Parse(answers)!.AsObject();
        observations["milk"] = 8;
        var more = $$"""
            { "interventions": [ {{LessMilk}} ], "screens": [ { "id": "flags", "factors": ["fever"] } ],
              "safety": [ { "id": "s", "kind": "contraindication", "when": {{gate}}, "interventions": ["diet.*"] },
                          { "id": "t", "kind": "contraindication", "when": { "all": [] }, "interventions": ["diet.less-milk.*", "probiotic.*"] } ] }
            """;
        var assessment = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", observations.ToJsonString(), more);
        var item = assessment.Objects("recommendations").Single();
        item.Text("status").Should().Be(status);
        string.Join(" ", item.Texts("ask")).Should().Be(ask);
        string.Join(" ", item.Texts("declined")).Should().Be(declined);
        // the lever on milk hangs on the one intervention that moves it
        var lever = assessment.Objects("levers").Single();
        lever.Texts("held").Should().Equal(status == "blocked" ? ["s"] : []);
        lever.Texts("unresolved").Should().Equal(status == "needs-check" ? ["s"] : []);
        var isTest = ask == "steps";
        var question = assessment.Objects("nextQuestions").SingleOrDefault();
        (question?.Text("reason")).Should().Be(ask.Length == 0 || isTest ? null : "safety");
        assessment.Objects("tests").Select(t => t.Text("factor")).Should().Equal(isTest ? ["steps"] : []);
        assessment.Flag("enough").Should().Be(question is null);
        question?.Texts("decides").Should().Equal("diet.less-milk");
    }

    [Theory]
    [InlineData("{}", "none", false, "diet.less-milk needs-check", "fever", "")]
    [InlineData("""{ "fever": false }""", "none", true, "diet.less-milk recommended", "", "")]
    [InlineData("""{ "fever": { "declined": true } }""", "none", false, "diet.less-milk needs-check", "", "fever")]
    [InlineData("""{ "fever": true }""", "refer-urgent", true, "referral.doctor recommended, diet.less-milk deferred", "", "")]
    public void Nothing_is_recommended_before_the_urgent_flags_are_answered(string answers, string level, bool complete, string order, string ask, string declined)
    {
        var observations = JsonNode.Parse(answers)!.AsObject();
        observations["milk"] = 8;
        var more = $$"""
            { "interventions": [ {{LessMilk}}, { "id": "referral.doctor", "category": "referral", "when": { "any": [] } } ],
              "safety": [ { "id": "s", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "fever", "equals": true }, "refer": ["referral.doctor"] } ] }
            """;
        var assessment = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", observations.ToJsonString(), more);
        var triage = assessment["triage"]!.AsObject();
        triage.Text("level").Should().Be(level);
        triage.Flag("complete").Should().Be(complete);
        string.Join(" ", triage.Objects("unresolved").SelectMany(u => u.Texts("ask"))).Should().Be(ask);
        string.Join(" ", triage.Objects("unresolved").SelectMany(u => u.Texts("declined"))).Should().Be(declined);
        assessment.Objects("notices").Select(n => $"{n.Text("code")} {n.Text("rule")}").Should().Equal(declined.Length > 0 ? ["declined-safety s"] : []);
        string.Join(", ", assessment.Objects("recommendations").Select(r => $"{r.Text("intervention")} {r.Text("status")}")).Should().Be(order);
        var lever = assessment.Objects("levers").Single();
        lever.Texts("held").Should().Equal(level == "refer-urgent" ? ["s"] : []);
        lever.Texts("unresolved").Should().Equal(complete ? [] : ["s"]);
    }

    [Fact]
    public void What_waits_for_a_measurement_alone_is_complete_but_unresolved()
    {
        const string More = """{ "safety": [ { "id": "s", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "steps", "below": 3 } } ] }""";
        var assessment = NaiveExample.Assess("[]", "{}", More);
        assessment["triage"]!.AsObject().Flag("complete").Should().BeTrue();
        assessment["triage"]!.AsObject().Objects("unresolved").Single().Texts("ask").Should().Equal("steps");
        assessment.Objects("tests").Single().Text("factor").Should().Be("steps");
        assessment.Objects("nextQuestions").Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "milk": 3 }""", "already-met")]
    [InlineData("{}", "not-assessed")]
    [InlineData("""{ "milk": 8 }""", "recommended")]
    public void Room_decides_whether_there_is_something_to_do(string observations, string status) =>
        NaiveExample.Assess($"[{NaiveExample.MilkRule}]", observations, $$"""{ "interventions": [ {{LessMilk}} ] }""")
            .Objects("recommendations").Single().Text("status").Should().Be(status);

    [Fact]
    public void In_a_better_tier_unknown_room_is_checked()
    {
        var more = $$"""{ "interventions": [ {{LessMilk.Insert(LessMilk.Length - 1, """, "indications": [ { "direction": "for", "strength": "strong" } ] """)}} ] }""";
        var item = NaiveExample.Assess("[]", "{}", more).Objects("recommendations").Single();
        item.Text("status").Should().Be("needs-check");
        item.Texts("ask").Should().Equal("milk");
    }

    [Fact]
    public void An_unknown_caution_changes_no_status_and_is_asked()
    {
        var more = $$"""
            { "interventions": [ {{LessMilk}} ], "products": [ { "id": "p", "intervention": "diet.less-milk", "allergens": ["pregnant"] },
                { "id": "q", "intervention": "diet.less-milk", "allergens": ["fever"] }, { "id": "a", "intervention": "diet.less-milk" } ],
              "safety": [ { "id": "c", "kind": "caution", "when": { "factor": "fever", "equals": true }, "traits": ["x"], "interventions": ["diet.*"] } ] }
            """;
        var asked = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", """{ "milk": 8, "pregnant": true }""", more);
        var item = asked.Objects("recommendations").Single();
        item.Text("status").Should().Be("recommended");
        item.Texts("ask").Should().Equal("fever");
        item["safety"]!.ToJsonString().Should().Be("""[{"rule":"c","kind":"caution","state":"unknown"}]""");
        // p is out, q has to be checked
        item["products"]!.ToJsonString().Should().Be("""[{"id":"a","check":[]},{"id":"q","check":["fever"]}]""");
        var question = asked.Objects("nextQuestions").Single();
        question.Text("reason").Should().Be("caution");
        asked.Flag("enough").Should().BeTrue();
        asked.Flag("full").Should().BeTrue();
        NaiveExample.Assess($"[{NaiveExample.MilkRule}]", """{ "milk": 8, "fever": true }""", more)
            .Objects("recommendations").Single().Text("status").Should().Be("caution");
    }

    [Theory]
    // the gate of a referral is all it waits for; it is never deferred or blocked
    [InlineData("""{ "factor": "fever", "equals": true }""", "{}", "needs-check")]
    [InlineData("""{ "factor": "fever", "equals": true }""", """{ "fever": true }""", "recommended")]
    [InlineData("""{ "all": [] }""", """{ "pregnant": true }""", "caution")]
    public void A_referral_waits_for_its_own_gate_alone(string gate, string observations, string status)
    {
        var more = $$"""
            { "interventions": [ { "id": "doctor", "category": "referral", "when": {{gate}} } ],
              "safety": [ { "id": "s", "kind": "contraindication", "when": { "all": [] }, "interventions": ["doctor"] },
                          { "id": "c", "kind": "caution", "when": { "factor": "pregnant", "equals": true }, "interventions": ["doctor"] },
                          { "id": "f", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "fever", "equals": true } } ] }
            """;
        NaiveExample.Assess("[]", observations, more).Objects("recommendations").Single().Text("status").Should().Be(status);
    }

    [Fact]
    public void The_order_follows_status_tier_condition_certainty_and_benefit()
    {
        const string More = """
            { "interventions": [
                { "id": "t3-very-low", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "very-low" } ] },
                { "id": "t3-high", "category": "x", "effects": [ { "condition": "acne", "logOdds": -0.15, "certainty": "high" } ] },
                { "id": "t3-small", "category": "x", "effects": [ { "condition": "acne", "logOdds": -0.05, "certainty": "high" } ] },
                { "id": "t3-cheap", "category": "x", "effects": [ { "condition": "acne", "logOdds": -0.05, "certainty": "high" } ], "cost": "low" },
                { "id": "t3-easy", "category": "x", "effects": [ { "condition": "acne", "logOdds": -0.05, "certainty": "high" } ], "effort": "low", "cost": "high" },
                { "id": "t2-general", "category": "care", "indications": [ { "direction": "for", "strength": "conditional" } ] },
                { "id": "t2-acne", "category": "diet", "indications": [ { "direction": "for", "strength": "conditional", "condition": "acne" } ] },
                { "id": "t2-care", "category": "care", "indications": [ { "direction": "for", "strength": "conditional", "condition": "acne" } ] },
                { "id": "t1-caution", "category": "diet", "indications": [ { "direction": "for", "strength": "strong" }, { "direction": "against", "strength": "conditional" } ] },
                { "id": "t1", "category": "diet", "indications": [ { "direction": "for", "strength": "strong" } ] },
                { "id": "against", "category": "diet", "indications": [ { "direction": "against", "strength": "strong" } ] },
                { "id": "nothing", "category": "diet" } ] }
            """;
        // very-low: a quarter of 1 is 0.25, at most ln 1.3
        NaiveExample.Assess("[]", "{}", More, """{ "concerns": ["acne"] }""").Objects("recommendations").Select(r => r.Text("intervention"))
            .Should().Equal("t1", "t1-caution", "t2-care", "t2-acne", "t2-general", "t3-high", "t3-very-low", "t3-easy", "t3-cheap", "t3-small", "against", "nothing");
    }

    [Fact]
    public void A_lever_that_is_advised_against_carries_the_intervention()
    {
        var more = $$"""{ "interventions": [ {{LessMilk.Insert(LessMilk.Length - 1, """, "indications": [ { "direction": "against", "strength": "strong" } ] """)}} ] }""";
        NaiveExample.Assess($"[{NaiveExample.MilkRule}]", """{ "milk": 8 }""", more).Objects("levers").Single().Texts("held").Should().Equal("diet.less-milk");
    }
}
