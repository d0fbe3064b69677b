using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What to ask next, worked out by hand.</summary>
public sealed class NaiveQuestionExamples
{
    private const double Ln2 = 0.6931471805599453;

    [Fact]
    public void Questions_are_asked_by_what_they_could_move()
    {
        // milk: ln 2; fever and pregnant are one screen: 2 ln 1.5; steps is a test; cleanser moves nothing that is advised on
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
        questions.Select(q => $"{q.Text("asks")} {q.Text("id")}").Should().Equal("screen flags", "factor milk");
        questions[0].Number("gain").ShouldBe(2 * Math.Log(1.5));
        questions[1].Number("gain").ShouldBe(Ln2);
        questions[0].Objects("items").Select(i => i.Text("factor")).Should().Equal("pregnant", "fever");
        assessment["tests"]!.ToJsonString().Should().Be($$"""[{"factor":"steps","gain":{{JsonValue.Create(Math.Log(16)).ToJsonString()}}}]""");
        assessment.Flag("enough").Should().BeFalse();
    }

    [Fact]
    public void In_an_overlap_group_only_what_could_win_is_worth_asking()
    {
        // the group has ln 3 for certain; milk could make it ln 4, fever at most ln 2
        const string Rules = """
            [ { "id": "a", "condition": "acne", "overlap": "x", "effect": { "oddsRatio": 3 }, "certainty": "high" },
              { "id": "m", "condition": "acne", "overlap": "x", "factor": "milk", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 4 }, "certainty": "high" },
              { "id": "f", "condition": "acne", "overlap": "x", "factor": "fever", "effect": { "oddsRatio": 2 }, "certainty": "high" } ]
            """;
        var question = NaiveExample.Assess(Rules, "{}").Objects("nextQuestions").Single();
        question.Text("id").Should().Be("milk");
        question.Number("gain").ShouldBe(Math.Log(4) - Math.Log(3));
    }

    [Theory]
    // bmi is asked through weight and height; with weight known through height alone; with a declined height not at all
    [InlineData("{}", "body", "bmi", "weight height")]
    [InlineData("""{ "weight": 80 }""", "body", "bmi", "height")]
    [InlineData("""{ "height": { "declined": true } }""", "", "", "")]
    [InlineData("""{ "bmi": { "declined": true } }""", "", "", "")]
    public void A_target_is_asked_through_the_items_of_its_first_open_derivation(string observations, string ids, string fills, string items)
    {
        const string More = """
            { "factors": [ { "id": "weight", "kind": "number" }, { "id": "height", "kind": "number" }, { "id": "bmi", "kind": "number", "acquisition": "measure", "min": 10, "max": 60 } ],
              "derivations": [ { "id": "d", "factor": "bmi", "items": ["weight", "height"], "cases": [ { "product": { "powers": { "weight": 1, "height": -2 } } } ] } ],
              "forms": [ { "id": "body", "items": ["weight", "height"] } ] }
            """;
        const string Rule = """[ { "id": "r", "condition": "acne", "factor": "bmi", "curve": [[10, 0], [60, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        var assessment = NaiveExample.Assess(Rule, observations, More);
        var questions = assessment.Objects("nextQuestions").ToList();
        string.Join(" ", questions.Select(q => q.Text("id"))).Should().Be(ids);
        string.Join(" ", questions.SelectMany(q => q.Texts("fills"))).Should().Be(fills);
        string.Join(" ", questions.SelectMany(q => q.Objects("items")).Select(i => i.Text("factor"))).Should().Be(items);
        if (questions.Count > 0)
            questions[0].Number("gain").ShouldBe(Ln2);
        // a height that was declined leaves the measurement
        assessment.Objects("tests").Select(t => t.Text("factor")).Should().Equal(observations.Contains("height\": { \"d", StringComparison.Ordinal) ? ["bmi"] : []);
    }

    [Fact]
    public void A_case_that_waits_is_asked_through_what_its_gate_reads()
    {
        const string More = """
            { "factors": [ { "id": "total", "kind": "number", "acquisition": "measure", "min": 0, "max": 10 } ],
              "derivations": [ { "id": "d", "factor": "total", "items": ["milk", "steps", "fever"], "cases": [
                { "when": { "factor": "fever", "equals": true }, "linear": { "terms": { "steps": 1 } } }, { "linear": { "terms": { "milk": 1 } } } ] } ] }
            """;
        const string Rule = """[ { "id": "r", "condition": "acne", "factor": "total", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        string Asked(string observations) => string.Join(" ", NaiveExample.Assess(Rule, observations, More).Objects("nextQuestions").Select(q => q.Text("id")));
        Asked("{}").Should().Be("fever");
        Asked("""{ "fever": false }""").Should().Be("milk");
        // steps are measured: the test is worth what its target is, beside the target itself
        var waiting = NaiveExample.Assess(Rule, """{ "fever": true }""", More);
        waiting.Objects("nextQuestions").Should().BeEmpty();
        waiting.Objects("tests").Select(t => t.Text("factor")).Should().Equal("steps", "total");
        waiting.Objects("tests").Select(t => t.Number("gain")).Should().OnlyContain(g => Math.Abs(g!.Value - Ln2) < 1e-12);
    }

    [Theory]
    // what decides whether the question or its screen concerns the person is asked in its place
    [InlineData("""{ "id": "twins", "kind": "boolean", "askWhen": { "factor": "pregnant", "equals": true } }""", "[]")]
    [InlineData("""{ "id": "twins", "kind": "boolean" }""", """[ { "id": "birth", "factors": ["twins"], "when": { "factor": "pregnant", "equals": true } } ]""")]
    public void A_question_that_waits_is_covered_by_what_decides_it(string factor, string screens)
    {
        var more = $$"""{ "factors": [ {{factor}} ], "screens": {{screens}} }""";
        const string Rule = """[ { "id": "r", "condition": "acne", "factor": "twins", "effect": { "oddsRatio": 2 }, "certainty": "high" } ]""";
        var question = NaiveExample.Assess(Rule, "{}", more).Objects("nextQuestions").Single();
        question.Text("id").Should().Be("pregnant");
        question.Number("gain").ShouldBe(Ln2);
        question.Objects("items").Select(i => i.Text("factor")).Should().Equal("pregnant");
        NaiveExample.Assess(Rule, """{ "pregnant": true }""", more).Objects("nextQuestions").Single().Objects("items").Single().Text("factor").Should().Be("twins");
        NaiveExample.Assess(Rule, """{ "pregnant": false }""", more).Objects("nextQuestions").Should().BeEmpty();
        // nobody can be asked any more what decides it: then it is asked itself
        NaiveExample.Assess(Rule, """{ "pregnant": { "declined": true } }""", more).Objects("nextQuestions").Single().Objects("items").Single().Text("factor").Should().Be("twins");
    }

    [Fact]
    public void Each_reason_has_its_place()
    {
        const string More = """
            { "conditions": [ { "id": "acne", "presence": "has-acne" } ],
              "factors": [ { "id": "bleeding", "kind": "boolean" }, { "id": "cough", "kind": "boolean" }, { "id": "rash", "kind": "boolean" }, { "id": "has-acne", "kind": "boolean" },
                           { "id": "oily", "kind": "boolean" }, { "id": "sun", "kind": "boolean" }, { "id": "asthma", "kind": "boolean" },
                           { "id": "name", "kind": "boolean", "core": true, "coreOrder": 2 }, { "id": "town", "kind": "boolean", "core": true, "coreOrder": 1 },
                           { "id": "small", "kind": "boolean" } ],
              "interventions": [ { "id": "i", "category": "x", "effects": [ { "condition": "acne", "logOdds": -1, "certainty": "high", "when": { "factor": "oily", "equals": true } } ],
                                   "indications": [ { "direction": "for", "strength": "conditional" }, { "direction": "for", "strength": "strong", "when": { "factor": "sun", "equals": true } } ] },
                                 { "id": "j", "category": "x", "indications": [ { "direction": "for", "strength": "strong" } ], "changes": [ { "factor": "cleanser", "set": "syndet" } ] } ],
              "safety": [ { "id": "u", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "bleeding", "equals": true } },
                          { "id": "s", "kind": "red-flag", "urgency": "soon", "when": { "factor": "cough", "equals": true } },
                          { "id": "r", "kind": "red-flag", "urgency": "routine", "when": { "factor": "rash", "equals": true } },
                          { "id": "c", "kind": "caution", "when": { "factor": "asthma", "equals": true }, "interventions": ["i"] } ] }
            """;
        const string Rules = $$"""
            [ {{NaiveExample.MilkRule}}, { "id": "q", "condition": "acne", "factor": "small", "effect": { "oddsRatio": 1.04 }, "certainty": "high" } ]
            """;
        string Asked(string observations) => string.Join(", ", NaiveExample.Assess(Rules, observations, More, """{ "concerns": ["acne"] }""")
            .Objects("nextQuestions").Select(q => $"{q.Text("id")} {q.Text("reason")}"));
        // while the urgent flag is open everything waits for it, and the unknown caution is nobody's question
        Asked("{}").Should().Be(
            "bleeding urgent, has-acne concern, cough soon, milk score, rash safety, cleanser safety, sun advice, oily advice, town core, name core, small score");
        Asked("""{ "bleeding": false }""").Should().Be(
            "has-acne concern, cough soon, milk score, rash safety, cleanser safety, sun advice, oily advice, town core, name core, asthma caution, small score");
        Asked("""{ "bleeding": true }""").Should().BeEmpty();
    }

    [Fact]
    public void Enough_and_full_say_what_is_left()
    {
        const string More = """{ "factors": [ { "id": "town", "kind": "boolean", "core": true, "coreOrder": 1 } ] }""";
        (bool Enough, bool Full) Left(string observations)
        {
            var a = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", observations, More);
            return (a.Flag("enough"), a.Flag("full"));
        }

        Left("{}").Should().Be((false, false));
        Left("""{ "milk": 3 }""").Should().Be((true, false));
        Left("""{ "milk": 3, "town": { "declined": true } }""").Should().Be((true, true));
    }
}
