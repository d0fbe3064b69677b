using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>What is said of levers, suggestions and triage is written the same by any JSON serializer, without options.</summary>
public class AdviceJsonTests
{
    private static readonly Assessment Sample = Small.Assess(
        $$"""
        {{Small.Milk}},
        "interventions": [
          { "id": "er", "category": "referral", "name": "E", "when": { "any": [] } },
          { "id": "less", "category": "diet", "name": "Less", "summary": "s", "dose": "d", "weeks": [8, 12], "variantOf": "none",
            "changes": [ { "factor": "f.milk", "atMost": 10 } ],
            "indications": [ { "condition": "acne", "direction": "for", "strength": "strong", "text": "t" } ],
            "effects": [ { "condition": "acne", "smd": -0.3, "ci95": [-0.5, -0.1], "certainty": "very-low", "trial": { "outcome": "o", "n": 4, "weeks": 8, "comparator": "c", "population": "p" } } ] },
          { "id": "none", "category": "diet", "name": "None" } ],
        "products": [ { "id": "p", "intervention": "less", "allergens": ["f.nut"] } ],
        "safety": [
          { "id": "mind", "kind": "caution", "when": { "not": { "factor": "f.age", "below": 1 } }, "message": "m", "movements": [ { "factor": "f.milk", "direction": "any" } ] },
          { "id": "up", "kind": "red-flag", "urgency": "soon", "when": { "not": { "factor": "f.age", "below": 1 } }, "message": "m", "refer": ["er"] },
          { "id": "open", "kind": "red-flag", "urgency": "routine", "when": { "factor": "f.yes", "equals": true }, "message": "m", "refer": ["er"] } ]
        """,
        """ "f.milk": 60, "f.age": 30, "has.acne": true """);

    [Fact]
    public void A_plain_serializer_writes_what_the_format_says()
    {
        var written = JsonNode.Parse(Sample.ToJson())!;

        foreach (var (part, name) in (ReadOnlySpan<(object, string)>)[(Sample.Triage, "triage"), (Sample.Levers, "levers"), (Sample.Recommendations, "recommendations")])
        {
            JsonSerializer.SerializeToNode(part, part.GetType())!.ToJsonString().Should().Be(written[name]!.ToJsonString());
        }
    }

    [Fact]
    public void A_plain_serializer_reads_it_back()
    {
        string json = JsonSerializer.Serialize(Sample.Recommendations);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<Recommendation[]>(json)).Should().Be(json);
    }

    [Fact]
    public void Every_property_of_the_format_is_written()
    {
        var less = JsonNode.Parse(Sample.ToJson())!["recommendations"]!.AsArray().Single(r => r!["intervention"]!.GetValue<string>() == "less")!.AsObject();

        less.Select(p => p.Key).Should().Equal(
            "intervention", "name", "category", "status", "tier", "certainty", "benefit", "room", "variantOf", "effort", "cost", "weeks", "dose", "summary",
            "changes", "indications", "effects", "safety", "ask", "declined", "products", "notices", "evidence");
        less["effects"]![0]!["trials"]![0]!.AsObject().Select(p => p.Key).Should().Equal(
            "effect", "certainty", "eligible", "chosen", "clear", "informational", "outcome", "n", "weeks", "comparator", "population", "evidence");
        less["weeks"]!.ToJsonString().Should().Be("[8,12]");
        less["effects"]![0]!["trials"]![0]!["certainty"]!.GetValue<string>().Should().Be("very-low");
    }
}
