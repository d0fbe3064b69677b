using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What a change moves through derivations, worked out by hand.</summary>
public sealed class NaiveMovementExamples
{
    // total rises with beans, falls with age; bmi rises with weight, falls with height; score reads total, either way; z is LMS of bmi at age
    private const string More = """
        { "factors": [ { "id": "age", "kind": "number" }, { "id": "beans", "kind": "number", "modifiable": true }, { "id": "weight", "kind": "number", "modifiable": true },
                       { "id": "height", "kind": "number" }, { "id": "smoker", "kind": "boolean", "modifiable": true },
                       { "id": "total", "kind": "number", "modifiable": true }, { "id": "bmi", "kind": "number", "modifiable": true },
                       { "id": "score", "kind": "number" }, { "id": "z", "kind": "number" } ],
          "derivations": [
            { "id": "t", "factor": "total", "items": [], "cases": [ { "linear": { "terms": { "beans": 2, "age": -1, "smoker": { "levels": { "true": 1 } } } } } ] },
            { "id": "b", "factor": "bmi", "items": [], "cases": [ { "product": { "powers": { "weight": 1, "height": -2 } } } ] },
            { "id": "s", "factor": "score", "items": [], "cases": [ { "linear": { "terms": { "total": { "curve": [[0, 0], [1, 1], [2, 0]] } } } } ] },
            { "id": "z", "factor": "z", "items": [], "cases": [ { "lms": { "value": "bmi", "at": { "terms": { "age": 1 } }, "knots": [[0, 1, 16, 0.1], [9, 1, 16, 0.1]] } } ] } ] }
        """;

    [Theory]
    [InlineData("""{ "factor": "beans", "atLeast": 1 }""", "beans Up, score Both, total Up")]
    [InlineData("""{ "factor": "beans", "atMost": 1 }""", "beans Down, score Both, total Down")]
    [InlineData("""{ "factor": "weight", "atMost": 1 }""", "bmi Down, weight Down, z Down")]
    [InlineData("""{ "factor": "height", "atMost": 1 }""", "bmi Up, height Down, z Up")]
    [InlineData("""{ "factor": "height", "set": 1 }""", "bmi Both, height Both, z Both")]
    [InlineData("""{ "factor": "smoker", "set": false }""", "score Both, smoker Both, total Both")]
    [InlineData("""{ "factor": "age", "atLeast": 1 }""", "age Up, score Both, total Down, z Both")]
    // down from a target to what can be changed and feeds it; not up again from there
    [InlineData("""{ "factor": "total", "atLeast": 1 }""", "beans Up, score Both, smoker Up, total Up")]
    [InlineData("""{ "factor": "bmi", "atMost": 1 }""", "bmi Down, weight Down, z Down")]
    [InlineData("""{ "factor": "z", "atMost": 1 }""", "bmi Down, weight Down, z Down")]
    [InlineData("""{ "factor": "score", "set": 1 }""", "beans Both, score Both, smoker Both, total Both")]
    public void A_change_counts_as_one_on_what_it_feeds_and_on_what_feeds_it(string change, string expected)
    {
        var knowledge = new NaiveKnowledge(NaiveExample.Document("[]", Interventions(change)));
        var moved = new NaiveWays(knowledge).Of(knowledge.Interventions.Single().Changes.Single());
        string.Join(", ", moved.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key} {m.Value}")).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{ "factor": "beans", "atLeast": 1 }""", "total", "up", true)]
    [InlineData("""{ "factor": "beans", "atLeast": 1 }""", "total", "down", false)]
    [InlineData("""{ "factor": "beans", "atLeast": 1 }""", "total", "any", true)]
    [InlineData("""{ "factor": "beans", "atLeast": 1 }""", "score", "down", true)]
    [InlineData("""{ "factor": "total", "atLeast": 1 }""", "smoker", "any", true)]
    [InlineData("""{ "factor": "cleanser", "set": "soap" }""", "cleanser", "any", true)]
    [InlineData("""{ "factor": "milk", "set": 3 }""", "milk", "down", true)]
    public void A_contraindication_reaches_what_moves_so(string change, string factor, string direction, bool reached)
    {
        var more = JsonNode.Parse(Interventions(change))!.AsObject();
        more["safety"] = JsonNode.Parse(
            $$"""[ { "id": "s", "kind": "contraindication", "when": { "all": [] }, "movements": [ { "factor": "{{factor}}", "direction": "{{direction}}" } ] } ]""");
        var item = NaiveExample.Assess("[]", "{}", more.ToJsonString()).Objects("recommendations").Single();
        (item.Text("status") == "blocked").Should().Be(reached);
    }

    [Fact]
    public void Traits_and_parents_reach_too()
    {
        const string Rules = """
            { "interventions": [ { "id": "parent", "category": "x", "traits": ["acid", "dry"] }, { "id": "child", "category": "x", "variantOf": "parent" }, { "id": "other", "category": "x", "traits": ["dry"] } ],
              "safety": [ { "id": "s", "kind": "contraindication", "when": { "all": [] }, "traits": ["acid"] } ] }
            """;
        var assessment = NaiveExample.Assess("[]", "{}", Rules);
        assessment.Objects("recommendations").Where(r => r.Text("status") == "blocked").Select(r => r.Text("intervention")).Should().BeEquivalentTo("parent", "child");
        NaiveExample.Recommendation(assessment, "child").Text("variantOf").Should().Be("parent");
    }

    [Theory]
    // the lever on milk goes down from 8 to 3
    [InlineData("down", """{ "pregnant": true }""", "s", "", "")]
    [InlineData("any", """{ "pregnant": true }""", "s", "", "")]
    [InlineData("up", """{ "pregnant": true }""", "", "", "")]
    [InlineData("down", "{ }", "", "s", "")]
    [InlineData("down", """{ "pregnant": false, "fever": true }""", "", "", "c")]
    public void A_movement_holds_the_lever_on_its_factor(string direction, string answers, string held, string unresolved, string cautions)
    {
        var observations = JsonNode.Parse(answers)!.AsObject();
        observations["milk"] = 8;
        var rules = $$"""
            { "safety": [ { "id": "s", "kind": "contraindication", "when": { "factor": "pregnant", "equals": true }, "movements": [ { "factor": "milk", "direction": "{{direction}}" } ] },
                          { "id": "c", "kind": "caution", "when": { "factor": "fever", "equals": true }, "movements": [ { "factor": "milk", "direction": "down" } ] } ] }
            """;
        var lever = NaiveExample.Assess($"[{NaiveExample.MilkRule}]", observations.ToJsonString(), rules).Objects("levers").Single();
        string.Join(" ", lever.Texts("held")).Should().Be(held);
        string.Join(" ", lever.Texts("unresolved")).Should().Be(unresolved);
        string.Join(" ", lever.Texts("cautions")).Should().Be(cautions);
    }

    private static string Interventions(string change)
    {
        var more = JsonNode.Parse(More)!.AsObject();
        more["interventions"] = JsonNode.Parse($$"""[ { "id": "i", "category": "x", "changes": [ {{change}} ] } ]""");
        return more.ToJsonString();
    }
}
