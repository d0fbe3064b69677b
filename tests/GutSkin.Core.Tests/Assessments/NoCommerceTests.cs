using System.Text.Json.Nodes;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Brand, price, name, number and order of products are no input to anything but the list of products itself.</summary>
public class NoCommerceTests
{
    [Fact]
    public void What_is_sold_changes_no_ranking()
    {
        int withProducts = 0;
        for (int seed = 3_000_000; seed < 3_000_120; seed++)
        {
            var random = new SplitMix64((ulong)seed);
            var rules = RuleSetGenerator.Generate(seed);
            var profile = ProfileGenerator.Generate(rules, seed);
            var before = Assessed(rules, profile);
            withProducts += before.Products.Length > 2 ? 1 : 0;

            var sold = rules.DeepClone().AsObject();
            foreach (var product in sold.Objects("products"))
            {
                product["brand"] = random.Pick(["Aaa", "Zzz", "000", "gutskin"]);
                product["name"] = random.Pick(["a", "z", "Best of all"]);
                product["price"] = new JsonObject { ["amount"] = random.From(0, 900), ["currency"] = random.Pick(["EUR", "GBP"]), ["asOf"] = "2026-11-20" };
            }

            sold["products"] = NaiveJson.Array(random.Some([.. sold.Objects("products").Select(p => p.DeepClone().AsObject())], 99));
            var after = Assessed(sold, profile);
            after.Said.Should().Be(before.Said, "seed {0}", seed);
            after.Products.Should().Be(before.Products, "seed {0}: which products, and their order, is by id", seed);

            var more = rules.DeepClone().AsObject();
            foreach (string intervention in rules.Objects("interventions").Where(i => i.Text("category") != "referral").Select(i => i.Text("id")!).ToList())
            {
                for (int i = random.From(0, 3); i > 0; i--)
                    more["products"]!.AsArray().Add(new JsonObject { ["id"] = $"new-{intervention}-{i}", ["brand"] = "B", ["name"] = "N", ["intervention"] = intervention, ["price"] = new JsonObject { ["amount"] = 1, ["currency"] = "EUR", ["asOf"] = "2026-11-20" } });
            }

            Assessed(more, profile).Said.Should().Be(before.Said, "seed {0}", seed);
            more["products"] = new JsonArray();
            Assessed(more, profile).Said.Should().Be(before.Said, "seed {0}", seed);
        }

        withProducts.Should().BeGreaterThan(10);
    }

    /// <summary>An assessment apart from its products and the hash of the rule set, and its products.</summary>
    private static (string Said, string Products) Assessed(JsonObject rules, JsonObject profile)
    {
        var said = JsonNode.Parse(TwinTests.Assess(rules, profile).ToJson())!.AsObject();
        said.Remove("ruleSet");
        var products = new List<string>();
        foreach (var recommendation in said.Objects("recommendations"))
        {
            products.AddRange(recommendation.Objects("products").Select(p => $"{recommendation.Text("intervention")} {p.ToJsonString()}"));
            recommendation.Remove("products");
        }

        return (said.ToJsonString(), string.Join('\n', products));
    }
}
