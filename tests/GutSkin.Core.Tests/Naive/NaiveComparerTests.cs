using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The comparer finds what differs and forgives what may.</summary>
public sealed class NaiveComparerTests
{
    [Theory]
    [InlineData("""{ "a": 1 }""", """{ "a": 1.0000000001 }""")]
    [InlineData("""{ "a": 1e12 }""", """{ "a": 1000000000100 }""")]
    [InlineData("""{ "a": 0.0 }""", """{ "a": -0.0 }""")]
    [InlineData("""{ "message": "x" }""", """{ }""")]
    [InlineData("""{ "ask": [] }""", """{ }""")]
    [InlineData("""{ "levers": [ { "factor": "a" }, { "factor": "b" } ] }""", """{ "levers": [ { "factor": "a" }, { "factor": "b" } ] }""")]
    [InlineData(
        """{ "conditions": [ { "id": "a", "score": 20.000000000000004 }, { "id": "b", "score": 20 } ] }""",
        """{ "conditions": [ { "id": "b", "score": 20 }, { "id": "a", "score": 20 } ] }""")]
    public void Alike(string a, string b) => Differences(a, b).Should().BeEmpty();

    [Theory]
    [InlineData("""{ "a": 1 }""", """{ "a": 1.00000001 }""", "$.a: expected 1, found 1.00000001")]
    [InlineData("""{ "a": true }""", """{ }""", "$.a: expected true, found nothing")]
    [InlineData("""{ "a": 1 }""", """{ "a": "1" }""", "$.a: expected 1, found \"1\"")]
    [InlineData("""{ "ask": ["x", "y"] }""", """{ "ask": ["y", "x"] }""", "$.ask[0]: expected \"x\", found \"y\"")]
    [InlineData("""{ "ask": ["x"] }""", """{ }""", "$.ask: expected [\"x\"], found nothing")]
    [InlineData("""{ "levers": [ { "factor": "a" } ] }""", """{ "levers": [] }""", "$.levers[a]: expected 1 of it, found 0")]
    [InlineData(
        """{ "conditions": [ { "id": "a", "score": 20 }, { "id": "b", "score": 20 } ] }""",
        """{ "conditions": [ { "id": "b", "score": 20 }, { "id": "a", "score": 20 } ] }""",
        "$.conditions: expected a before b, found it after")]
    [InlineData(
        """{ "conditions": [ { "id": "a", "score": 20 }, { "id": "b", "score": 19 } ] }""",
        """{ "conditions": [ { "id": "b", "score": 19 }, { "id": "a", "score": 20 } ] }""",
        "$.conditions: expected a before b, found it after")]
    public void Different(string a, string b, string first) => Differences(a, b)[0].Should().Be(first);

    private static IReadOnlyList<string> Differences(string a, string b) =>
        NaiveComparer.Differences(JsonNode.Parse(a)!.AsObject(), JsonNode.Parse(b)!.AsObject());
}
