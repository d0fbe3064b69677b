using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random red flags, contraindications and cautions that aim at ids, traits and movements.</summary>
internal static class SafetyGenerator
{
    private static readonly string[] Prefixes = ["diet.*", "diet.less.*", "probiotic.*", "care*", "d*", "nothing.*"];

    public static IReadOnlyList<JsonObject> Safety(RuleSetDraft draft, IReadOnlyList<JsonObject> interventions)
    {
        var random = draft.Random;
        var referrals = interventions.Where(i => i.Text("category") == "referral").Select(i => i.Text("id")!).ToList();
        var rules = new List<JsonObject>();
        if (draft.SafeFactors.Factors.Count == 0)
            return rules;
        foreach (var kind in new[] { "red-flag", "contraindication", "caution" })
        {
            for (var i = random.Pick<int>(kind switch { "red-flag" => [0, 1, 1, 2], "caution" => [0, 2, 3, 4], _ => [0, 1, 2, 3] }); i > 0; i--)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(["s", "s-", "safe.", "t"])}{rules.Count}");
                var rule = new JsonObject { ["id"] = id, ["kind"] = kind, ["message"] = id, ["when"] = Gate(draft, kind) };
                if (random.Chance(30))
                    rule["locked"] = random.Chance(70);
                if (kind == "red-flag")
                {
                    rule["urgency"] = random.Pick(NaiveTriage.Urgencies);
                    if (random.Chance(70))
                        rule["refer"] = NaiveJson.Array(random.Some(referrals, random.From(0, 2)));
                }
                else
                {
                    Aim(draft, rule, interventions);
                }

                rules.Add(rule);
            }
        }

        return random.Some(rules, rules.Count);
    }

    /// <summary>At ids, traits or movements, one of them or several.</summary>
    private static void Aim(RuleSetDraft draft, JsonObject rule, IReadOnlyList<JsonObject> interventions)
    {
        var random = draft.Random;
        var ways = random.Some(["interventions", "traits", "movements"], random.Pick([1, 1, 2]));
        if (ways.Contains("interventions"))
        {
            var targets = random.Some([.. interventions.Select(i => i.Text("id")!)], random.From(0, 2)).ToList();
            if (targets.Count == 0 || random.Chance(40))
                targets.Add(random.Pick(Prefixes));
            rule["interventions"] = NaiveJson.Array(targets);
        }

        if (ways.Contains("traits"))
            rule["traits"] = NaiveJson.Array([random.Pick(AdviceGenerator.Traits)]);
        if (ways.Contains("movements"))
        {
            var hanging = draft.Factors.Where(f => draft.Targets.Contains(f.Id) || draft.Items.Contains(f.Id)).ToList();
            var factors = Enumerable.Range(0, random.From(1, 2))
                .Select(_ => hanging.Count > 0 && random.Chance(35) ? random.Pick(hanging) : draft.PickModifiable())
                .Distinct();
            rule["movements"] = RuleSetGenerator.Objects(factors.Select(f => new JsonObject
            {
                ["factor"] = f.Id,
                ["direction"] = f.IsNumeric ? random.Pick(["up", "down", "any"]) : "any",
            }));
        }
    }

    /// <summary>Mostly a plain yes/no question, as safety rules are; a red flag mostly needs two things at once.</summary>
    private static JsonObject Gate(RuleSetDraft draft, string kind)
    {
        var random = draft.Random;
        var scope = draft.SafeFactors;
        var quiet = scope.Factors.Where(f => f.Quiet).ToList();
        if (quiet.Count > 0 && random.Chance(kind == "caution" ? 50 : 15))
            return GateGenerator.Comparison(random, random.Pick(quiet));
        var booleans = scope.Factors.Where(f => f.Kind == "boolean").ToList();
        if (booleans.Count == 0 || random.Chance(40))
            return GateGenerator.Gate(draft, 3, scope);
        var one = GateGenerator.Comparison(random, random.Pick(booleans));
        var grave = kind == "red-flag";
        if (random.Chance(grave ? 30 : 50))
            return one;
        return new JsonObject { [grave || random.Chance(50) ? "all" : "any"] = new JsonArray(one, GateGenerator.Gate(draft, 1, scope)) };
    }
}
