using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>A small rule set for worked examples: its sections are given as JSON, the usual factors are there.</summary>
internal static class NaiveExample
{
    public const string Factors = """
        [
          { "id": "milk", "kind": "number", "min": 0, "max": 10, "modifiable": true, "reference": { "high": 3 } },
          { "id": "steps", "kind": "integer", "min": 0, "max": 20, "acquisition": "measure" },
          { "id": "fever", "kind": "boolean", "maxAgeDays": 10 },
          { "id": "pregnant", "kind": "boolean" },
          { "id": "cleanser", "kind": "choice", "choices": ["syndet", "foaming", "soap"], "modifiable": true, "reference": { "value": "syndet" } },
          { "id": "vitamin-d", "kind": "number", "unit": "nmol/L", "min": 0, "measurementError": { "cv": 0.1 },
            "conversions": [ { "from": "ng/mL", "multiply": 2.496 } ] }
        ]
        """;

    public const string MilkRule =
        """{ "id": "m", "condition": "acne", "factor": "milk", "curve": [[0, 0], [10, 1]], "effect": { "oddsRatio": 2 }, "certainty": "high" }""";

    /// <summary>Sections given in <paramref name="more"/> are added to the usual factors and stand in the place of the usual conditions.</summary>
    public static JsonObject Assess(string rules, string observations, string more = "{}", string profile = "{}")
    {
        var person = JsonNode.Parse(profile)!.AsObject();
        person["observations"] = JsonNode.Parse(observations);
        return NaiveAssessor.Assess(Document(rules, more), person);
    }

    public static JsonObject Document(string rules, string more = "{}")
    {
        var document = JsonNode.Parse(more)!.AsObject();
        document["conditions"] ??= JsonNode.Parse("""[ { "id": "acne" }, { "id": "gut", "kind": "gut-state" } ]""");
        var factors = JsonNode.Parse(Factors)!.AsArray();
        foreach (var factor in document.Objects("factors").ToList())
            factors.Add(factor.DeepClone());
        document["factors"] = factors;
        document["rules"] = JsonNode.Parse(rules);
        return document;
    }

    /// <summary>A recommendation of an assessment, by its intervention.</summary>
    public static JsonObject Recommendation(JsonObject assessment, string id) => Find(assessment, "recommendations", "intervention", id);

    /// <summary>The acne part of an assessment for some rules, all of them on acne.</summary>
    public static JsonObject Acne(string rules, string observations, string more = "{}", string profile = "{}") =>
        Find(Assess(rules, observations, more, profile), "conditions", "id", "acne");

    public static JsonObject Find(JsonObject o, string list, string key, string id) => o.Objects(list).Single(e => e.Text(key) == id);

    public static void ShouldBe(this double? actual, double expected) => actual!.Value.Should().BeApproximately(expected, 1e-12);
}
