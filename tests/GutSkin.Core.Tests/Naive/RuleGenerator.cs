using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random scoring rules: curves and levels, gates, overlap groups of one sign, informational, retired and marker rules.</summary>
internal static class RuleGenerator
{
    private static readonly string[] Overlaps = ["dairy", "sugar", "x-1"];

    public static IReadOnlyList<JsonObject> Rules(RuleSetDraft draft)
    {
        var random = draft.Random;
        var signs = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = new List<JsonObject>();
        for (var i = draft.Wide ? random.From(34, 44) : random.Chance(15) ? random.From(1, 5) : random.From(8, 34); i > 0; i--)
        {
            // now and then the same again under another id: a tie to the last bit
            if (rules.Count > 0 && random.Chance(6))
            {
                var twin = random.Pick(rules).DeepClone().AsObject();
                twin["id"] = Id(random, rules.Count);
                rules.Add(twin);
            }
            else
            {
                rules.Add(Rule(draft, Id(random, rules.Count), signs));
            }
        }

        return rules;
    }

    private static string Id(SplitMix64 random, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Pick(["r", "r-", "r.", "rule-", "z", "a."])}x{index}");

    private static JsonObject Rule(RuleSetDraft draft, string id, Dictionary<string, int> signs)
    {
        var random = draft.Random;
        var condition = random.Pick(draft.Conditions);
        var rule = new JsonObject { ["id"] = id, ["title"] = id, ["condition"] = condition, ["certainty"] = random.Pick(RuleSetDraft.Certainties) };
        if (random.Chance(draft.Focused ? 15 : 38))
            rule["when"] = draft.Gate(random.From(0, 3));
        if (random.Chance(90))
            AddBurden(draft, rule, draft.Wide ? random.Pick(draft.Factors) : draft.PickModifiable());

        var sign = random.Chance(75) ? 1 : -1;
        var outside = false;
        if (random.Chance(draft.Focused ? 6 : 12))
            (rule["informational"], outside) = (true, true);
        if (random.Chance(25))
            rule["lifecycle"] = random.Pick(["retired", "draft", "reviewed", "active"]);
        outside |= rule.Text("lifecycle") == "retired";
        if (random.Chance(35))
        {
            var overlap = random.Pick(Overlaps);
            rule["overlap"] = overlap;
            var group = condition + "/" + overlap;
            if (!outside && !signs.TryAdd(group, sign))
                sign = signs[group];
        }

        rule["effect"] = draft.Effect(random.Chance(5) ? 0 : sign);
        if (random.Chance(draft.Focused ? 8 : 24))
            rule["role"] = random.Pick(["marker", "driver"]);
        if (random.Chance(70))
            rule["mechanisms"] = NaiveJson.Array(random.Some(draft.Mechanisms, random.From(0, 3)));
        if (random.Chance(10))
            rule["evidence"] = NaiveJson.Array(["study-1"]);
        return rule;
    }

    private static void AddBurden(RuleSetDraft draft, JsonObject rule, DraftFactor factor)
    {
        var random = draft.Random;
        rule["factor"] = factor.Id;
        if (factor.IsNumeric)
            rule["curve"] = Curve(random, factor);
        else if (factor.Kind == "choice" || random.Chance(50))
            rule["levels"] = Levels(random, factor.Kind == "choice" ? factor.Choices : ["true", "false"]);
    }

    private static JsonObject Levels(SplitMix64 random, IReadOnlyList<string> answers)
    {
        var levels = new JsonObject();
        foreach (var answer in random.Some(answers, random.From(1, answers.Count)))
            levels[answer] = Burden(random);
        return levels;
    }

    private static double Burden(SplitMix64 random) => random.Pick([0, 1, 0.25, random.Decimal(0, 1, 2), random.Decimal(0, 1, 3)]);

    private static JsonArray Curve(SplitMix64 random, DraftFactor factor)
    {
        var count = random.Pick([1, 2, 2, 2, 2, 3, 3, 4, 5]);
        var xs = Enumerable.Range(0, count).Select(_ => factor.Point(random)).ToHashSet();
        if (random.Chance(10))
            xs.Add(factor.High + (factor.Step * random.From(1, 4)));
        if (random.Chance(10))
            xs.Add(factor.Low - (factor.Step * random.From(1, 4)));
        if (random.Chance(10))
            xs.Add(factor.Point(random) + (factor.Step * 0.37));
        var flat = random.Chance(6) ? Burden(random) : (double?)null;
        var shape = random.Below(4);
        var knots = new JsonArray();
        var place = 0;
        foreach (var x in xs.Order())
        {
            var part = xs.Count == 1 ? 1 : place / (double)(xs.Count - 1);
            var y = flat ?? shape switch
            {
                0 or 1 => Math.Round(part, 3),
                2 => Math.Round(1 - part, 3),
                _ => Burden(random),
            };
            knots.Add(RuleSetGenerator.Numbers(x, y));
            place++;
        }

        return knots;
    }
}
