using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Levers, recommendations, triage and questions worked out by hand.</summary>
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
        lever.Objects("effects").Single().Number("logOdds").ShouldBe(0.5 * Ln2);
        lever.Objects("effects").Single().Number("scoreAfter").ShouldBe(100 * (1 - Math.Pow(2, -1.1)));
        lever.Texts("held").Should().BeEmpty();
    }

    [Theory]
    // 0.8 → 0.4 of ln 2 by the lever
    [InlineData("", 0.4 * Ln2, 0.4 * Ln2, null, false)]
    // a trial is the better evidence: λ = −ln 4, low: capped at ln 2
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.25, "ci95": [0.1, 0.9], "certainty": "low" }""", Ln2, 0.4 * Ln2, Ln2, false)]
    // an end exactly at no effect includes it; at low certainty the lever stands
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.25, "ci95": [0.1, 1], "certainty": "low" }""", 0.4 * Ln2, 0.4 * Ln2, Ln2, true)]
    // at moderate certainty it does not
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.5, "ci95": [0.1, 1], "certainty": "moderate" }""", 0.0, 0.4 * Ln2, 0.75 * Ln2, true)]
    // the highest certainty, then the smallest |β|; the informational one enters nothing
    [InlineData("""{ "condition": "acne", "oddsRatio": 0.1, "certainty": "low" }, { "condition": "acne", "logOdds": -0.4, "certainty": "high" }, { "condition": "acne", "logOdds": 0.3, "certainty": "high" }, { "condition": "acne", "logOdds": 0, "certainty": "high", "informational": true }""", -0.3, 0.4 * Ln2, -0.3, false)]
    public void Benefit_is_the_trial_or_the_lever_never_both(string effects, double benefit, double lever, double? trial, bool notice)
    {
        var intervention = LessMilk.Insert(LessMilk.Length - 1, $$""", "effects": [{{effects}}] """);
        var assessment = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", """{ "milk": 8 }""", $$"""{ "interventions": [ {{intervention}} ] }""");
        var item = assessment.Objects("recommendations").Single();
        item.Number("benefit").ShouldBe(benefit);
        item.Number("priority").ShouldBe(100 * (1 - Math.Exp(-Math.Max(0, benefit))));
        item.Text("status").Should().Be(benefit < 0.01 ? "no-expected-benefit" : "recommended");
        item.Texts("notices").Should().Equal(notice ? ["no-clear-effect"] : []);
        var effect = item.Objects("effects").Single();
        effect.Number("lever").ShouldBe(lever);
        effect.Number("scoreAfter").ShouldBe(100 * (1 - Math.Exp(-Math.Max(0, (0.8 * Ln2) - benefit))));
        if (trial is null)
            effect["trial"].Should().BeNull();
        else
            effect.Number("trial").ShouldBe(trial.Value);
    }

    [Theory]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", "{}", "needs-check", "pregnant")]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "pregnant": { "declined": true } }""", "needs-check", "")]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "pregnant": true }""", "blocked", "")]
    [InlineData("""{ "factor": "pregnant", "equals": true }""", """{ "pregnant": false }""", "recommended", "")]
    [InlineData("""{ "factor": "fever", "equals": true }""", "{}", "needs-check", "flags")] // asked through its screen
    public void A_contraindication_blocks_and_an_unknown_one_is_checked(string gate, string answers, string status, string ask)
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
        item.Texts("ask").Should().Equal(ask.Length == 0 ? [] : [ask]);
        assessment.Objects("levers").Single().Texts("held").Should().Equal(status == "blocked" ? ["s"] : []);
        var question = assessment.Objects("nextQuestions").SingleOrDefault();
        (question?.Text("reason")).Should().Be(ask.Length == 0 ? null : "safety");
        assessment.Flag("enough").Should().Be(ask.Length == 0);
        if (ask.Length > 0)
            question!.Texts("decides").Should().Equal("diet.less-milk");
    }

    [Theory]
    [InlineData("{}", "none", false, "diet.less-milk needs-check")]
    [InlineData("""{ "fever": false }""", "none", true, "diet.less-milk recommended")]
    [InlineData("""{ "fever": { "declined": true } }""", "none", false, "diet.less-milk needs-check")]
    [InlineData("""{ "fever": true }""", "refer-urgent", true, "referral.doctor recommended, diet.less-milk deferred")]
    public void Nothing_is_recommended_before_the_urgent_screens_are_answered(string answers, string level, bool complete, string order)
    {
        var observations = JsonNode.Parse(answers)!.AsObject();
        observations["milk"] = 8;
        var more = $$"""
            { "interventions": [ {{LessMilk}}, { "id": "referral.doctor", "category": "referral", "when": { "any": [] } } ],
              "safety": [ { "id": "s", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "fever", "equals": true }, "refer": ["referral.doctor"] } ] }
            """;
        var assessment = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", observations.ToJsonString(), more);
        assessment["triage"]!.AsObject().Text("level").Should().Be(level);
        assessment["triage"]!.AsObject().Flag("complete").Should().Be(complete);
        string.Join(", ", assessment.Objects("recommendations").Select(r => $"{r.Text("intervention")} {r.Text("status")}")).Should().Be(order);
        assessment.Objects("levers").Single().Texts("held").Should().Equal(level == "refer-urgent" ? ["s"] : []);
    }

    [Fact]
    public void What_waits_for_a_measurement_alone_is_complete_but_unresolved()
    {
        const string More = """{ "safety": [ { "id": "s", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "steps", "below": 3 } } ] }""";
        var triage = NaiveExample.Assess("[]", "{}", More)["triage"]!.AsObject();
        triage.Flag("complete").Should().BeTrue();
        triage.Objects("unresolved").Single().Texts("ask").Should().Equal("steps");
    }

    [Fact]
    public void Questions_are_asked_by_what_they_could_move()
    {
        // milk: ln 2; steps: ln 16 × ¼ = ln 2 as well, written unweighted; the tie goes by id; fever and pregnant are one screen: 2 ln 1.5
        const string Rules = $$"""
            [ {{NaiveExample.MilkRule}},
              { "id": "s", "condition": "acne", "factor": "steps", "curve": [[0, 1], [20, 0]], "effect": { "oddsRatio": 16 }, "certainty": "high" },
              { "id": "f", "condition": "acne", "factor": "fever", "effect": { "oddsRatio": 1.5 }, "certainty": "high" },
              { "id": "p", "condition": "acne", "factor": "pregnant", "effect": { "oddsRatio": 1.5 }, "certainty": "high" },
              { "id": "g", "condition": "gut", "factor": "cleanser", "levels": { "soap": 1 }, "effect": { "oddsRatio": 9 }, "certainty": "high" } ]
            """;
        const string More = """{ "screens": [ { "id": "flags", "factors": ["pregnant", "fever"] } ] }""";
        var assessment = NaiveExample.Assess(Rules, "{}", More);
        var questions = assessment.Objects("nextQuestions").ToList();
        questions.Select(q => q.Text("factor") ?? q.Text("screen")).Should().Equal("flags", "milk", "steps");
        questions.Select(q => q.Number("gain")!.Value).Zip([2 * Math.Log(1.5), Ln2, 4 * Ln2])
            .Should().OnlyContain(p => Math.Abs(p.First - p.Second) < 1e-12);
        questions[0].Texts("items").Should().Equal("pregnant", "fever");
        questions[2].Text("kind").Should().Be("integer");
        assessment.Flag("enough").Should().BeFalse();
    }

    [Fact]
    public void In_an_overlap_group_only_what_could_win_is_worth_asking()
    {
        // the group stands at ln 3 for certain; milk could make it ln 4, fever at most ln 2
        const string Rules = """
            [ { "id": "a", "condition": "acne", "overlap": "x", "effect": { "oddsRatio": 3 }, "certainty": "high" },
              { "id": "m", "condition": "acne", "overlap": "x", "factor": "milk", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 4 }, "certainty": "high" },
              { "id": "f", "condition": "acne", "overlap": "x", "factor": "fever", "effect": { "oddsRatio": 2 }, "certainty": "high" } ]
            """;
        var question = NaiveExample.Assess(Rules, "{}").Objects("nextQuestions").Single();
        question.Text("factor").Should().Be("milk");
        question.Number("gain").ShouldBe(Math.Log(4) - Math.Log(3));
    }

    [Fact]
    public void Equal_benefit_goes_by_effort_then_cost_then_id()
    {
        const string More = """
            { "interventions": [
                { "id": "a", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "high" } ], "effort": "high", "cost": "low" },
                { "id": "b", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "high" } ] },
                { "id": "c", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "high" } ], "effort": "low", "cost": "high" },
                { "id": "d", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "high" } ], "cost": "low" },
                { "id": "e", "category": "x", "effects": [ { "condition": "acne", "logOdds": -2, "certainty": "high" } ], "effort": "high" },
                { "id": "f", "category": "x", "effects": [ { "condition": "gut", "logOdds": -2, "certainty": "high" } ] } ] }
            """;
        NaiveExample.Assess("[]", "{}", More).Objects("recommendations").Select(r => r.Text("intervention"))
            .Should().Equal("e", "c", "d", "b", "a", "f");
    }
}
