using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Small rule sets as JSON: acne with a presence, eczema without one, and a few factors; a test adds what it is about.</summary>
internal static class Small
{
    private const string Head = """
        "id": "small", "version": "1.0.0", "title": "small",
        "conditions": [
          { "id": "psoriasis", "name": "Psoriasis" },
          { "id": "acne", "name": "Acne", "presence": "has.acne" },
          { "id": "eczema", "name": "Eczema" }
        ],
        "traits": [ { "id": "live", "title": "is alive" } ],
        """;

    private const string Derivations = """
        "derivations": [
          { "id": "from-beans", "factor": "f.fiber", "items": ["f.beans", "f.bread"], "error": { "sd": 1 },
            "cases": [ { "linear": { "terms": { "f.beans": 2, "f.bread": { "curve": [[0, 5], [10, 0]] } } } } ] },
          { "id": "from-fiber", "factor": "f.gas", "items": ["f.fiber"], "cases": [ { "product": { "powers": { "f.fiber": -1 } } } ] },
          { "id": "guess", "factor": "f.guess", "items": ["f.asked"], "standing": "estimate", "error": { "sd": 2 }, "cases": [ { "linear": { "terms": { "f.asked": 1 } } } ] }
        ],
        """;

    private const string Factors = """
        { "id": "has.acne", "name": "Acne", "kind": "boolean" },
        { "id": "f.age", "name": "Age", "kind": "number", "min": 0, "max": 120 },
        { "id": "f.milk", "name": "Milk", "kind": "number", "min": 0, "max": 100, "modifiable": true, "reference": { "high": 10 } },
        { "id": "f.cups", "name": "Cups", "kind": "integer", "min": 0, "max": 100, "modifiable": true, "reference": { "high": 2.5 } },
        { "id": "f.soap", "name": "Soap", "kind": "choice", "choices": ["none", "mild", "harsh"], "modifiable": true, "reference": { "value": "mild" } },
        { "id": "f.fiber", "name": "Fiber", "kind": "number", "min": 0, "max": 100, "modifiable": true, "acquisition": "measure" },
        { "id": "f.beans", "name": "Beans", "kind": "number", "min": 0, "max": 100, "modifiable": true },
        { "id": "f.bread", "name": "Bread", "kind": "number", "min": 0, "max": 100, "modifiable": true },
        { "id": "f.gas", "name": "Gas", "kind": "number", "modifiable": true, "acquisition": "measure" },
        { "id": "f.asked", "name": "Asked", "kind": "number", "min": 0, "max": 100 },
        { "id": "f.guess", "name": "Guess", "kind": "number", "min": 0, "max": 100, "modifiable": true, "acquisition": "measure", "reference": { "low": 5, "high": 10 } },
        { "id": "f.yes", "name": "Yes", "kind": "boolean" },
        { "id": "f.nut", "name": "Nuts", "kind": "boolean" },
        { "id": "f.lab", "name": "Lab", "kind": "boolean", "acquisition": "measure" }
        """;

    /// <summary>Milk from 10 to 60 raises acne, lowers eczema a little; each log odds is twice that of the one after it.</summary>
    public const string Milk = """
        "rules": [
          { "id": "acne.milk", "condition": "acne", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "moderate" },
          { "id": "eczema.milk", "condition": "eczema", "title": "t", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": -0.2 }, "certainty": "high" }
        ]
        """;

    /// <summary>A rule set of the sections given.</summary>
    /// <param name="sections">Further sections, as they stand in a document.</param>
    /// <param name="factors">Further factors, each begun by a comma.</param>
    /// <param name="withDerivations">Whether those of here are in it.</param>
    public static ScoringService Service(string sections, string factors = "", bool withDerivations = true) => new(RuleSetComposer.Compose(
        RuleSetJson.Read($$"""{ {{Head}} {{(withDerivations ? Derivations : "")}} "factors": [ {{Factors}}{{factors}} ], {{sections}} }""")).GetValueOrThrow());

    /// <summary>Assesses a person of whom these answers are known.</summary>
    public static Assessment Assess(string sections, string observations, string concerns = "\"acne\"", string factors = "") =>
        Service(sections, factors).Assess(Person(observations, concerns));

    /// <summary>A person.</summary>
    public static PersonProfile Person(string observations, string concerns = "\"acne\"") =>
        ProfileJson.Read($$"""{ "concerns": [{{concerns}}], "observations": { {{observations}} } }""").GetValueOrThrow();

    /// <summary>The only intervention of a rule set, of the id <c>i</c>, with milk that raises acne.</summary>
    public static Recommendation One(string properties, string observations, string concerns = "\"acne\"", string more = "") => Assess(
        $$"""{{Milk}}, "interventions": [ { "id": "i", "category": "diet", "name": "I"{{properties}} } ]{{more}}""", observations, concerns)
        .Recommendation("i")!;
}
