using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What is known, what is missing, and what gates make of it.</summary>
public sealed class NaiveAnswerExamples
{
    private const string Screen = """{ "screens": [ { "id": "flags", "factors": ["fever", "pregnant"] }, { "id": "more", "factors": ["fever"] } ] }""";

    [Theory]
    [InlineData("""{ "factor": "milk", "atLeast": 5 }""", Truth.True)]
    [InlineData("""{ "factor": "milk", "above": 5 }""", Truth.False)]
    [InlineData("""{ "factor": "milk", "atMost": 5 }""", Truth.True)]
    [InlineData("""{ "factor": "milk", "below": 5 }""", Truth.False)]
    [InlineData("""{ "factor": "milk", "equals": 5 }""", Truth.True)]
    [InlineData("""{ "factor": "milk", "in": [1, 5] }""", Truth.True)]
    [InlineData("""{ "factor": "milk", "between": [5, 6] }""", Truth.True)]
    [InlineData("""{ "factor": "milk", "atLeast": 5, "below": 5 }""", Truth.False)]
    [InlineData("""{ "factor": "cleanser", "in": ["soap", "foaming"] }""", Truth.True)]
    [InlineData("""{ "factor": "cleanser", "equals": "syndet" }""", Truth.False)]
    [InlineData("""{ "factor": "fever", "equals": true }""", Truth.Unknown)]
    [InlineData("""{ "known": "fever" }""", Truth.False)]
    [InlineData("""{ "not": { "known": "fever" } }""", Truth.True)]
    [InlineData("""{ "concern": "acne" }""", Truth.True)]
    [InlineData("""{ "concern": "gut" }""", Truth.False)]
    [InlineData("""{ "all": [] }""", Truth.True)]
    [InlineData("""{ "any": [] }""", Truth.False)]
    [InlineData("""{ "not": { "factor": "fever", "equals": true } }""", Truth.Unknown)]
    [InlineData("""{ "all": [ { "factor": "fever", "equals": true }, { "any": [] } ] }""", Truth.False)]
    [InlineData("""{ "all": [ { "factor": "fever", "equals": true }, { "all": [] } ] }""", Truth.Unknown)]
    [InlineData("""{ "any": [ { "factor": "fever", "equals": true }, { "all": [] } ] }""", Truth.True)]
    [InlineData("""{ "any": [ { "factor": "fever", "equals": true }, { "any": [] } ] }""", Truth.Unknown)]
    internal void Gates_are_three_valued(string gate, Truth expected)
    {
        var answers = Answers("""{ "concerns": ["acne"], "observations": { "milk": 5, "cleanser": "soap" } }""");
        NaiveGate.Evaluate(JsonNode.Parse(gate)!.AsObject(), answers).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{ }""", null)]
    [InlineData("""{ "observations": { "fever": true } }""", true)]
    [InlineData("""{ "observations": { "fever": null } }""", null)]
    [InlineData("""{ "observations": { "fever": { "declined": true } } }""", null)]
    [InlineData("""{ "screened": ["flags"] }""", false)]
    [InlineData("""{ "screened": ["flags"], "observations": { "fever": null } }""", false)]
    [InlineData("""{ "screened": ["flags"], "observations": { "fever": true } }""", true)]
    [InlineData("""{ "screened": ["flags"], "observations": { "fever": { "declined": true } } }""", null)]
    [InlineData("""{ "asOf": "2026-11-20", "observations": { "fever": { "value": true, "on": "2026-11-10" } } }""", true)]
    [InlineData("""{ "asOf": "2026-11-20", "observations": { "fever": { "value": true, "on": "2026-11-09T23:00:00Z" } } }""", null)]
    [InlineData("""{ "observations": { "fever": { "value": true, "on": "2020-01-01" } } }""", true)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-10" } ] }""", false)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-09" } ] }""", null)]
    // a screen speaks for what it showed
    [InlineData("""{ "screened": [ { "id": "flags", "items": ["fever"] } ] }""", false)]
    [InlineData("""{ "screened": [ { "id": "flags", "items": ["pregnant"] } ] }""", null)]
    // an answer that is too old yields to a newer screen, one that is not never does
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-15" } ], "observations": { "fever": { "value": true, "on": "2026-11-09" } } }""", false)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": ["flags"], "observations": { "fever": { "value": true, "on": "2026-11-09" } } }""", false)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-15" } ], "observations": { "fever": { "value": true, "on": "2026-11-10" } } }""", true)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-09" } ], "observations": { "fever": { "value": true, "on": "2026-11-01" } } }""", null)]
    // a declined one only to a newer screen that showed it
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-15", "items": ["fever"] } ], "observations": { "fever": { "declined": true, "on": "2026-01-01" } } }""", false)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-15" } ], "observations": { "fever": { "declined": true, "on": "2026-01-01" } } }""", null)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-15", "items": ["fever"] } ], "observations": { "fever": { "declined": true, "on": "2026-11-15" } } }""", null)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-15", "items": ["fever"] } ], "observations": { "fever": { "declined": true } } }""", null)]
    // of two screens the later day counts
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-01" }, { "id": "more", "on": "2026-11-15" } ] }""", false)]
    public void Missing_is_not_false(string profile, bool? expected) => Answers(profile)["fever"].Should().Be(expected);

    [Theory]
    [InlineData("{ }", Truth.False)]
    [InlineData("""{ "observations": { "fever": { "declined": true } } }""", Truth.False)]
    [InlineData("""{ "asOf": "2026-11-20", "observations": { "fever": { "value": true, "on": "2026-11-10" } } }""", Truth.True)]
    [InlineData("""{ "asOf": "2026-11-20", "observations": { "fever": { "value": true, "on": "2026-11-09" } } }""", Truth.Unknown)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-09" } ] }""", Truth.Unknown)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-09" }, { "id": "more", "on": "2026-11-19" } ] }""", Truth.True)]
    internal void Known_is_unknown_of_what_was_answered_too_long_ago(string profile, Truth expected)
    {
        NaiveGate.Evaluate(JsonNode.Parse("""{ "known": "fever" }""")!.AsObject(), Answers(profile)).Should().Be(expected);
    }

    [Theory]
    // has(c) is the presence; without one it is true of what the profile names, and never false
    [InlineData("eczema", """{ }""", Truth.Unknown)]
    [InlineData("eczema", """{ "concerns": ["eczema"] }""", Truth.Unknown)]
    [InlineData("eczema", """{ "concerns": ["eczema"], "observations": { "fever": false } }""", Truth.False)]
    [InlineData("eczema", """{ "observations": { "fever": true } }""", Truth.True)]
    [InlineData("acne", """{ }""", Truth.Unknown)]
    [InlineData("acne", """{ "concerns": ["acne"] }""", Truth.True)]
    internal void Naming_a_concern_is_not_having_it(string condition, string profile, Truth expected) =>
        Answers(profile).Has(condition).Should().Be(expected);

    [Theory]
    // no entry, or one too old: false where it does not apply; any other entry wins
    [InlineData("""{ "pregnant": false }""", false, true)]
    [InlineData("""{ "pregnant": true }""", null, false)]
    [InlineData("""{ }""", null, false)]
    [InlineData("""{ "pregnant": false, "twins": true }""", true, false)]
    [InlineData("""{ "pregnant": false, "twins": { "declined": true } }""", null, false)]
    [InlineData("""{ "pregnant": false, "twins": { "value": true, "on": "2025-01-01" } }""", false, true)]
    public void What_does_not_apply_is_false(string observations, bool? expected, bool inapplicable)
    {
        const string AskWhen = """{ "factors": [ { "id": "twins", "kind": "boolean", "maxAgeDays": 300, "askWhen": { "factor": "pregnant", "equals": true } } ] }""";
        const string Screens = """
            { "factors": [ { "id": "twins", "kind": "boolean", "maxAgeDays": 300 } ],
              "screens": [ { "id": "one", "factors": ["twins"], "when": { "factor": "pregnant", "equals": true } },
                           { "id": "two", "factors": ["twins"], "when": { "all": [ { "factor": "pregnant", "equals": true }, { "concern": "acne" } ] } } ] }
            """;
        var profile = new JsonObject { ["asOf"] = "2026-11-20", ["concerns"] = new JsonArray("acne"), ["observations"] = JsonNode.Parse(observations) };
        foreach (var more in new[] { AskWhen, Screens })
        {
            var answers = new NaiveAnswers(new NaiveKnowledge(NaiveExample.Document("[]", more)), profile);
            answers["twins"].Should().Be(expected);
            answers.Inapplicable.Contains("twins").Should().Be(inapplicable);
        }
    }

    [Fact]
    public void One_screen_that_is_open_keeps_a_factor_in()
    {
        const string More = """
            { "factors": [ { "id": "twins", "kind": "boolean" } ],
              "screens": [ { "id": "one", "factors": ["twins"], "when": { "factor": "pregnant", "equals": true } }, { "id": "two", "factors": ["twins"] } ] }
            """;
        var answers = new NaiveAnswers(new NaiveKnowledge(NaiveExample.Document("[]", More)), JsonNode.Parse("""{ "observations": { "pregnant": false } }""")!.AsObject());
        answers["twins"].Should().BeNull();
    }

    [Fact]
    public void Notices_name_what_is_too_old_once()
    {
        const string Profile = """
            { "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-01-01" }, { "id": "more", "on": "2026-11-01" } ],
              "observations": { "vitamin-d": { "value": 3, "on": "2020-01-01" } } }
            """;
        // the screens are too old for fever, which has no entry; vitamin-d does not age
        Answers(Profile).Notices.Select(n => $"{n.Text("code")} {n.Text("screen")}").Should().Equal("too-old flags", "too-old more");
        var undated = JsonNode.Parse(Profile)!.AsObject();
        undated.Remove("asOf");
        Answers(undated.ToJsonString()).Notices.Select(n => n.Text("code")).Should().Equal("no-date");
        undated["asOf"] = "2026-11-20";
        undated["observations"] = JsonNode.Parse("""{ "fever": { "value": true, "on": "2026-11-01" } }""");
        Answers(undated.ToJsonString()).Notices.Select(n => $"{n.Text("code")} {n.Text("factor")}").Should().Equal("too-old fever");
    }

    [Theory]
    [InlineData("""{ "divide": 88.42 }""", 100, 100 / 88.42)]
    [InlineData("""{ "multiply": 0.09148, "add": 2.152, "round": 1 }""", 48, 6.5)] // 6.543
    [InlineData("""{ "multiply": 1, "round": 0 }""", 2.5, 3)] // a half upward
    [InlineData("""{ "multiply": 1, "round": 0 }""", -2.5, -2)]
    public void A_conversion_may_divide_add_and_round(string conversion, double given, double expected)
    {
        var form = JsonNode.Parse(conversion)!.AsObject();
        form["from"] = "other";
        var document = NaiveExample.Document("[]", $$"""{ "factors": [ { "id": "lab", "kind": "number", "conversions": [ {{form.ToJsonString()}} ] }, { "id": "days", "kind": "integer", "conversions": [ { "from": "weeks", "multiply": 6.9 } ] } ] }""");
        var profile = new JsonObject { ["observations"] = new JsonObject { ["lab"] = new JsonObject { ["value"] = given, ["unit"] = "other" }, ["days"] = new JsonObject { ["value"] = 2, ["unit"] = "weeks" } } };
        var answers = new NaiveAnswers(new NaiveKnowledge(document), NaiveJson.Normalise(profile));
        ((double)answers["lab"]!).Should().BeApproximately(expected, 1e-12);
        answers["days"].Should().Be(14.0);
    }

    [Fact]
    public void An_old_screen_still_answers_what_does_not_age() =>
        Answers("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2020-01-01" } ] }""")["pregnant"].Should().Be(false);

    [Fact]
    public void Units_convert()
    {
        // 18 ng/mL × 2.496 = 44.928 nmol/L
        var answers = Answers("""{ "observations": { "vitamin-d": { "value": 18, "unit": "ng/mL" } } }""");
        ((double)answers["vitamin-d"]!).Should().BeApproximately(44.928, 1e-12);
        Answers("""{ "observations": { "vitamin-d": { "value": 18, "unit": "nmol/L" } } }""")["vitamin-d"].Should().Be(18.0);
    }

    [Theory]
    [InlineData("""{ "factor": "milk", "above": 10 }""", "milk")] // no allowed value makes it true, any makes it false
    [InlineData("""{ "any": [ { "factor": "milk", "between": [2, 3] }, { "factor": "fever", "equals": true } ] }""", "fever", "milk")]
    [InlineData("""{ "any": [ { "factor": "milk", "above": 10 }, { "factor": "fever", "equals": true } ] }""", "fever")]
    [InlineData("""{ "any": [ { "all": [ { "factor": "milk", "above": 4 }, { "factor": "steps", "above": 4 } ] }, { "all": [ { "factor": "fever", "equals": true }, { "factor": "pregnant", "equals": true } ] } ] }""", "fever", "milk", "pregnant")] // none alone; steps are measured
    [InlineData("""{ "all": [ { "not": { "known": "fever" } }, { "factor": "milk", "above": 4 } ] }""", "fever", "milk")]
    [InlineData("""{ "any": [ { "all": [ { "factor": "steps", "above": 4 }, { "factor": "steps", "below": 5 } ] }, { "factor": "milk", "above": 4 } ] }""", "milk")] // no whole number between 4 and 5
    [InlineData("""{ "any": [ { "all": [ { "factor": "steps", "above": 3 }, { "factor": "steps", "below": 5 } ] }, { "factor": "milk", "above": 4 } ] }""", "milk", "steps")]
    public void A_factor_decides_where_some_answer_settles_the_gate(string gate, params string[] expected)
    {
        var asking = new NaiveAsking(Knowledge(), Answers("{}"));
        asking.Deciding(NaivePoint.Of(JsonNode.Parse(gate)!.AsObject())).Should().BeEquivalentTo(expected);
    }

    private static NaiveAnswers Answers(string profile) => new(Knowledge(), JsonNode.Parse(profile)!.AsObject());

    private static NaiveKnowledge Knowledge()
    {
        var document = JsonNode.Parse(Screen)!.AsObject();
        document["factors"] = JsonNode.Parse(NaiveExample.Factors);
        document["conditions"] = JsonNode.Parse("""[ { "id": "acne" }, { "id": "gut", "kind": "gut-state" }, { "id": "eczema", "presence": "fever" } ]""");
        return new NaiveKnowledge(document);
    }
}
