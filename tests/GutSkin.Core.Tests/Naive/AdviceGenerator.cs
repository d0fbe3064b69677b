using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random interventions with changes, trial effects and indications, referrals, and products.</summary>
internal static class AdviceGenerator
{
    public static readonly string[] Traits = ["live-microbes", "acid", "contains-milk"];

    private static readonly string[] Names =
        ["diet.less-milk", "diet.less", "diet.less.sugar", "diet.fiber", "probiotic.multi", "probiotic.single", "care.syndet", "care-x", "sleep.early"];

    private static readonly string[] Referrals = ["referral.doctor", "referral.emergency", "referral.skin", "diet.talk"];

    private static readonly string[] Degrees = ["low", "medium", "high"];

    public static IReadOnlyList<JsonObject> Interventions(RuleSetDraft draft)
    {
        var random = draft.Random;
        var plain = random.Some(Names, random.From(2, 7)).Select(id => Intervention(draft, id, id[..id.IndexOfAny(['.', '-'])])).ToList();
        for (var i = 1; i < plain.Count; i++)
        {
            var parents = plain.Take(i).Where(p => p["variantOf"] is null).ToList();
            if (parents.Count > 0 && random.Chance(20))
                plain[i]["variantOf"] = random.Pick(parents).Text("id");
        }

        var referrals = random.Some(Referrals, random.From(0, 3)).Select(id => Referral(draft, id));
        return [.. plain.Concat(referrals)];
    }

    public static IReadOnlyList<JsonObject> Products(RuleSetDraft draft, IReadOnlyList<JsonObject> interventions)
    {
        var random = draft.Random;
        var booleans = draft.Factors.Where(f => f.Kind == "boolean" && (f.Quiet || random.Chance(50))).Select(f => f.Id).ToList();
        var products = new List<JsonObject>();
        foreach (var intervention in interventions.Where(i => i.Text("category") != "referral" && random.Chance(50)))
        {
            for (var n = random.From(1, 3); n > 0; n--)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(["p", "q-"])}{products.Count}");
                var product = new JsonObject { ["id"] = id, ["brand"] = "Brand", ["name"] = id, ["intervention"] = intervention.Text("id") };
                if (booleans.Count > 0 && random.Chance(75))
                    product["allergens"] = NaiveJson.Array(random.Some(booleans, random.From(1, 2)));
                products.Add(product);
            }
        }

        return random.Some(products, products.Count);
    }

    private static JsonObject Intervention(RuleSetDraft draft, string id, string category)
    {
        var random = draft.Random;
        var intervention = new JsonObject { ["id"] = id, ["category"] = category, ["name"] = id };
        if (random.Chance(35))
            intervention["when"] = draft.Gate(2);
        var factors = Enumerable.Range(0, random.Pick([0, 1, 1, 2, 3])).Select(_ => draft.PickModifiable()).Distinct();
        intervention["changes"] = RuleSetGenerator.Objects(factors.SelectMany(f => Changes(draft, f)));
        if (random.Chance(60))
            intervention["effects"] = RuleSetGenerator.Objects(Enumerable.Range(0, random.From(1, 4)).Select(_ => Trial(draft)));
        if (random.Chance(60))
            intervention["indications"] = RuleSetGenerator.Objects(Enumerable.Range(0, random.Pick([1, 1, 2, 3])).Select(_ => Indication(draft)));
        if (random.Chance(45))
            intervention["traits"] = NaiveJson.Array(random.Some(Traits, random.From(1, 2)));
        if (random.Chance(50))
            intervention["effort"] = random.Pick(Degrees);
        if (random.Chance(50))
            intervention["cost"] = random.Pick(Degrees);
        if (random.Chance(20))
            intervention["weeks"] = new JsonArray(8, 12);
        if (random.Chance(10))
            intervention["dose"] = "one a day";
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
        if (random.Chance(20))
            referral["traits"] = NaiveJson.Array([random.Pick(Traits)]);
        return referral;
    }

    private static JsonObject Indication(RuleSetDraft draft)
    {
        var random = draft.Random;
        var indication = new JsonObject
        {
            ["direction"] = random.Pick(["for", "for", "for", "against", "against", "none"]),
            ["strength"] = random.Pick(["strong", "conditional"]),
            ["text"] = "Said by a guideline.",
            ["evidence"] = NaiveJson.Array(["study-1"]),
        };
        if (random.Chance(60))
            indication["condition"] = random.Pick(draft.Conditions);
        if (random.Chance(55))
            indication["when"] = draft.Gate(1);
        return indication;
    }

    private static JsonObject Trial(RuleSetDraft draft)
    {
        var random = draft.Random;
        var trial = draft.Effect(random.Chance(8) ? 0 : random.Chance(80) ? -1 : 1);
        trial["condition"] = random.Pick(draft.Conditions);
        trial["certainty"] = random.Pick(RuleSetDraft.Certainties);
        if (random.Chance(15))
            trial["informational"] = random.Chance(80);
        if (random.Chance(30))
            trial["when"] = draft.Gate(1);
        return trial;
    }

    /// <summary>One change on a factor, or several of which each but the last needs a gate.</summary>
    private static IEnumerable<JsonObject> Changes(RuleSetDraft draft, DraftFactor factor)
    {
        var random = draft.Random;
        for (var n = random.Pick([1, 1, 1, 2]); n > 0; n--)
        {
            var change = Change(random, factor);
            if (n > 1 || random.Chance(20))
                change["when"] = draft.Gate(1);
            yield return change;
        }
    }

    private static JsonObject Change(SplitMix64 random, DraftFactor factor)
    {
        var change = new JsonObject { ["factor"] = factor.Id };
        if (factor.Kind == "boolean")
        {
            change["set"] = random.Chance(30);
        }
        else if (factor.Kind == "choice")
        {
            change["set"] = random.Pick(factor.Choices);
        }
        else
        {
            var form = random.Pick(["atMost", "atMost", "atLeast", "set"]);
            var point = factor.Point(random);
            change[form] = factor.Kind == "integer" && form != "set" && point > factor.Low && random.Chance(25) ? point - 0.5 : point;
            if (random.Chance(35))
                change["limit"] = random.Pick([factor.Step, factor.Step * 2.5, 0.4]);
            else if (random.Chance(25))
                change["limitPercent"] = random.Pick([7, 25, 50]);
        }

        return change;
    }
}
