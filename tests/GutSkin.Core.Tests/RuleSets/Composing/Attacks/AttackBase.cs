using System.Text.Json.Nodes;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.RuleSets.Composing.Attacks;

/// <summary>Generated rule sets whose safety is locked, with words in two languages: what overlays are let loose upon.</summary>
internal static class AttackBase
{
    public const string Id = "generated.set";

    public static JsonObject Generate(int seed)
    {
        var rules = RuleSetGenerator.Generate(seed);
        var random = new SplitMix64((ulong)seed + 77);
        foreach (var rule in rules.Objects("safety"))
        {
            rule["locked"] = true;
            rule["message"] = $"Message of {rule.Text("id")}.";
        }

        foreach (var factor in rules.Objects("factors").Where(_ => random.Chance(60)))
            factor["question"] = $"What about {factor.Text("id")}?";
        rules["disclaimer"] = "This is not a diagnosis. Call somebody.";
        rules["texts"] = new JsonObject
        {
            ["de"] = new JsonObject
            {
                ["safety"] = Words(rules.Objects("safety"), r => new JsonObject { ["message"] = $"Meldung {r.Text("id")}." }),
                ["factors"] = Words(rules.Objects("factors"), f => f["question"] is null
                    ? new JsonObject { ["name"] = $"Name {f.Text("id")}" }
                    : new JsonObject { ["name"] = $"Name {f.Text("id")}", ["question"] = $"Was ist mit {f.Text("id")}?" }),
                ["screens"] = Words(rules.Objects("screens"), s => new JsonObject { ["title"] = $"Titel {s.Text("id")}?" }),
                ["interventions"] = Words(rules.Objects("interventions"), i => new JsonObject { ["name"] = $"Name {i.Text("id")}" }),
                ["ruleSet"] = new JsonObject { [Id] = new JsonObject { ["disclaimer"] = "Dies ist keine Diagnose. Rufen Sie jemanden an." } },
            },
        };
        return rules;
    }

    private static JsonObject Words(IEnumerable<JsonObject> entries, Func<JsonObject, JsonObject> words) =>
        new(entries.Select(e => KeyValuePair.Create(e.Text("id")!, (JsonNode?)words(e))));
}
