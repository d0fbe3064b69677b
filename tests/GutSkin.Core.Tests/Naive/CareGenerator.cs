using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random interventions, referrals, safety rules and screens.</summary>
internal static class CareGenerator
{
    private static readonly string[] Names =
        ["diet.less-milk", "diet.less", "diet.less.sugar", "diet.fiber", "probiotic.multi", "probiotic.single", "care.syndet", "care-x", "sleep.early"];

    private static readonly string[] Referrals = ["referral.doctor", "referral.emergency", "referral.skin", "diet.talk"];

    private static readonly string[] Prefixes = ["diet.*", "diet.less.*", "probiotic.*", "care*", "d*", "nothing.*"];

    private static readonly string[] Degrees = ["low", "medium", "high"];

    public static IReadOnlyList<JsonObject> Screens(RuleSetDraft draft)
    {
        var random = draft.Random;
        var booleans = draft.Factors.Where(f => f.Kind == "boolean").Select(f => f.Id).ToList();
        var screens = new List<JsonObject>();
        foreach (var id in random.Some(["red-flags", "allergies", "screen.a"], random.From(0, draft.Wide ? 1 : 3)))
        {
            var taken = screens.SelectMany(s => s.Texts("factors")).ToHashSet();
            var free = booleans.Where(b => !taken.Contains(b)).ToList();
            if (free.Count == 0)
                break;
            var factors = random.Some(free, random.From(1, Math.Min(4, free.Count))).ToList();
            if (taken.Count > 0 && random.Chance(10))
                factors.Add(random.Pick([.. taken.Order(StringComparer.Ordinal)]));
            screens.Add(new JsonObject { ["id"] = id, ["title"] = id, ["factors"] = NaiveJson.Array(factors) });
        }

        // A screen that waits for what a screen asks may go in a circle, which is an error.
        var asked = screens.SelectMany(s => s.Texts("factors")).ToHashSet(StringComparer.Ordinal);
        foreach (var screen in screens)
        {
            if (random.Chance(50) && draft.Gate(1) is var gate && !Reads(gate, asked))
                screen["when"] = gate;
        }

        return screens;
    }

    private static bool Reads(JsonNode? gate, HashSet<string> factors) => gate switch
    {
        JsonObject node => node.Any(p => (p.Key is "factor" or "known" && factors.Contains((string)p.Value!)) || Reads(p.Value, factors)),
        JsonArray operands => operands.Any(o => Reads(o, factors)),
        _ => false,
    };

    public static IReadOnlyList<JsonObject> Interventions(RuleSetDraft draft)
    {
        var random = draft.Random;
        var plain = random.Some(Names, random.From(1, 6)).Select(id => Intervention(draft, id, id[..id.IndexOfAny(['.', '-'])]));
        var referrals = random.Some(Referrals, random.From(0, 3)).Select(id => Referral(draft, id));
        return [.. plain.Concat(referrals)];
    }

    public static IReadOnlyList<JsonObject> Safety(RuleSetDraft draft, IReadOnlyList<JsonObject> interventions)
    {
        var random = draft.Random;
        var plain = interventions.Select(i => i.Text("id")!).ToList();
        var referrals = interventions.Where(i => i.Text("category") == "referral").Select(i => i.Text("id")!).ToList();
        var rules = new List<JsonObject>();
        foreach (var kind in new[] { "red-flag", "contraindication", "caution" })
        {
            for (var i = random.From(0, 3); i > 0; i--)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(["s", "s-", "safe.", "t"])}{rules.Count}");
                var rule = new JsonObject { ["id"] = id, ["kind"] = kind, ["message"] = id, ["when"] = Gate(draft) };
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
                    var targets = random.Some(plain, random.From(0, 2)).ToList();
                    if (targets.Count == 0 || random.Chance(40))
                        targets.Add(random.Pick(Prefixes));
                    rule["interventions"] = NaiveJson.Array(targets);
                }

                rules.Add(rule);
            }
        }

        return random.Some(rules, rules.Count);
    }

    /// <summary>Mostly a plain yes/no question, as safety rules are.</summary>
    private static JsonObject Gate(RuleSetDraft draft)
    {
        var random = draft.Random;
        if (random.Chance(40))
            return draft.Gate(3, concerns: false);
        var booleans = draft.Factors.Where(f => f.Kind == "boolean").ToList();
        var one = draft.Comparison(random.Pick(booleans));
        return random.Chance(50) ? one : new JsonObject { [random.Pick(["all", "any"])] = new JsonArray(one, draft.Gate(1, concerns: false)) };
    }

    private static JsonObject Intervention(RuleSetDraft draft, string id, string category)
    {
        var random = draft.Random;
        var intervention = new JsonObject { ["id"] = id, ["category"] = category, ["name"] = id };
        if (random.Chance(35))
            intervention["when"] = draft.Gate(2);
        var changes = Enumerable.Range(0, random.From(0, 3)).Select(_ => draft.PickFactor()).Distinct().Select(f => Change(random, f));
        intervention["changes"] = RuleSetGenerator.Objects(changes);
        if (random.Chance(70))
            intervention["effects"] = RuleSetGenerator.Objects(Enumerable.Range(0, random.From(1, 4)).Select(_ => Trial(draft)));
        if (random.Chance(50))
            intervention["effort"] = random.Pick(Degrees);
        if (random.Chance(50))
            intervention["cost"] = random.Pick(Degrees);
        if (random.Chance(20))
            intervention["weeks"] = new JsonArray(8, 12);
        return intervention;
    }

    private static JsonObject Referral(RuleSetDraft draft, string id)
    {
        var random = draft.Random;
        var referral = new JsonObject { ["id"] = id, ["category"] = "referral", ["name"] = id };
        if (random.Chance(60))
            referral["when"] = new JsonObject { ["any"] = new JsonArray() };
        else if (random.Chance(75))
            referral["when"] = draft.Gate(2);
        if (random.Chance(15))
            referral["effects"] = new JsonArray(Trial(draft));
        return referral;
    }

    private static JsonObject Trial(RuleSetDraft draft)
    {
        var random = draft.Random;
        var trial = draft.Effect(random.Chance(8) ? 0 : random.Chance(80) ? -1 : 1);
        trial["condition"] = random.Pick(draft.Conditions);
        trial["certainty"] = random.Pick(RuleSetDraft.Certainties);
        if (random.Chance(15))
            trial["informational"] = random.Chance(80);
        return trial;
    }

    private static JsonObject Change(SplitMix64 random, DraftFactor factor)
    {
        var change = new JsonObject { ["factor"] = factor.Id };
        if (factor.Kind == "boolean")
            change["set"] = random.Chance(30);
        else if (factor.Kind == "choice")
            change["set"] = random.Pick(factor.Choices);
        else
            change[random.Pick(["atMost", "atMost", "atLeast", "set"])] = factor.Point(random);
        return change;
    }
}
