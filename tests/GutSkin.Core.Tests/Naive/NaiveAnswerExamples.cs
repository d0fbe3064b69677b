using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What is known, what is missing, and what gates make of it.</summary>
public sealed class NaiveAnswerExamples
{
    private const string Screen = """{ "screens": [ { "id": "flags", "factors": ["fever", "pregnant"] } ] }""";

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
    [InlineData("""{ "asOf": "2026-11-20", "screened": ["flags"], "observations": { "fever": { "value": true, "on": "2026-11-09" } } }""", null)]
    [InlineData("""{ "asOf": "2026-11-20", "observations": { "fever": { "value": true, "on": "2026-11-10" } } }""", true)]
    [InlineData("""{ "asOf": "2026-11-20", "observations": { "fever": { "value": true, "on": "2026-11-09T23:00:00Z" } } }""", null)]
    [InlineData("""{ "observations": { "fever": { "value": true, "on": "2020-01-01" } } }""", true)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-10" } ] }""", false)]
    [InlineData("""{ "asOf": "2026-11-20", "screened": [ { "id": "flags", "on": "2026-11-09" } ] }""", null)]
    public void Missing_is_not_false(string profile, bool? expected) => Answers(profile)["fever"].Should().Be(expected);

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
    [InlineData("""{ "any": [ { "all": [ { "factor": "milk", "above": 4 }, { "factor": "steps", "above": 4 } ] }, { "all": [ { "factor": "fever", "equals": true }, { "factor": "pregnant", "equals": true } ] } ] }""", "fever", "milk", "pregnant", "steps")] // none alone
    [InlineData("""{ "all": [ { "not": { "known": "fever" } }, { "factor": "milk", "above": 4 } ] }""", "fever", "milk")]
    [InlineData("""{ "any": [ { "all": [ { "factor": "steps", "above": 4 }, { "factor": "steps", "below": 5 } ] }, { "factor": "milk", "above": 4 } ] }""", "milk")] // no whole number between 4 and 5
    [InlineData("""{ "any": [ { "all": [ { "factor": "steps", "above": 3 }, { "factor": "steps", "below": 5 } ] }, { "factor": "milk", "above": 4 } ] }""", "milk", "steps")]
    public void A_factor_decides_where_some_answer_settles_the_gate(string gate, params string[] expected)
    {
        var asking = new NaiveAsking(Knowledge(), Answers("{}"));
        asking.Deciding(JsonNode.Parse(gate)!.AsObject()).Should().BeEquivalentTo(expected);
    }

    private static NaiveAnswers Answers(string profile) => new(Knowledge(), JsonNode.Parse(profile)!.AsObject());

    private static NaiveKnowledge Knowledge()
    {
        var document = JsonNode.Parse(Screen)!.AsObject();
        document["factors"] = JsonNode.Parse(NaiveExample.Factors);
        return new NaiveKnowledge(document);
    }
}
