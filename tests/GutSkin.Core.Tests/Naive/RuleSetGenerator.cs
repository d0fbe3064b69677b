using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// Small random rule sets that are valid by the format and reach into every corner of the scoring model. The same seed
/// gives the same document for ever.
/// </summary>
public static class RuleSetGenerator
{
    private static readonly string[] ConditionIds =
        ["acne", "acne-vulgaris", "atopic-eczema", "rosacea", "psoriasis", "a-b", "ab", "barrier-state", "dysbiosis", "zinc-skin"];

    private static readonly string[] MechanismIds = ["barrier", "bile-acids", "igf1", "immune-tone", "scfa-metabolites"];

    public static JsonObject Generate(int seed)
    {
        var random = new SplitMix64((ulong)seed * 2 + 1);
        var wide = random.Chance(9);
        var focused = !wide && random.Chance(45);
        var draft = new RuleSetDraft(random)
        {
            Wide = wide,
            Focused = focused,
            Conditions = random.Some(ConditionIds, random.From(focused ? 1 : 2, wide || focused ? 3 : 5)),
            Mechanisms = random.Some(MechanismIds, random.From(1, 5)),
            Factors = FactorGenerator.Factors(random, wide ? 21 : random.From(5, 14), wide),
        };

        var derivations = DerivationGenerator.Derivations(draft);
        FactorGenerator.AddGates(draft);
        var rules = RuleGenerator.Rules(draft);
        ReferenceGenerator.AddReferences(draft, rules);
        var document = new JsonObject
        {
            ["id"] = "generated.set",
            ["version"] = "1.0.0",
            ["title"] = "Generated",
        };
        if (random.Chance(45))
            document["model"] = Model(random);
        if (random.Chance(5))
            document["x-seed"] = seed;
        document["mechanisms"] = Objects(draft.Mechanisms.Select(id => new JsonObject { ["id"] = id, ["name"] = id }));
        document["conditions"] = Objects(draft.Conditions.Select((id, i) => Condition(draft, id, i)));
        document["factors"] = Objects(draft.Factors.Select(f => f.Document));
        document["derivations"] = Objects(derivations);
        document["traits"] = Objects(AdviceGenerator.Traits.Select(id => new JsonObject { ["id"] = id, ["title"] = id }));
        document["evidence"] = new JsonArray(new JsonObject { ["id"] = "study-1", ["title"] = "A study" });
        document["rules"] = Objects(rules);
        var interventions = AdviceGenerator.Interventions(draft);
        document["interventions"] = Objects(interventions);
        document["products"] = Objects(AdviceGenerator.Products(draft, interventions));
        document["safety"] = Objects(SafetyGenerator.Safety(draft, interventions));
        document["screens"] = Objects(PageGenerator.Screens(draft));
        document["forms"] = Objects(PageGenerator.Forms(draft));
        return NaiveJson.Normalise(document);
    }

    internal static JsonArray Objects(IEnumerable<JsonObject> objects) => new([.. objects]);

    internal static JsonArray Numbers(params IEnumerable<double> numbers) => new([.. numbers.Select(n => (JsonNode)JsonValue.Create(n))]);

    private static JsonObject Condition(RuleSetDraft draft, string id, int index)
    {
        var random = draft.Random;
        var condition = new JsonObject { ["id"] = id, ["name"] = id };
        if (index > 0 && random.Chance(25))
            condition["kind"] = random.Pick(["gut-state", "skin-state"]);
        else if (random.Chance(30))
            condition["kind"] = "skin-condition";
        if (random.Chance(60))
            condition["presence"] = random.Pick([.. draft.Factors.Where(f => f.Kind == "boolean")]).Id;
        return condition;
    }

    private static JsonObject Model(SplitMix64 random)
    {
        var model = new JsonObject();
        if (random.Chance(60))
        {
            var shrinkage = new JsonObject();
            foreach (var certainty in random.Some(RuleSetDraft.Certainties, random.From(0, 4)))
                shrinkage[certainty] = random.Pick([0, 0.1, 0.3, 0.6, 0.9, 1]);
            model["certaintyShrinkage"] = shrinkage;
        }

        if (random.Chance(60))
        {
            var cap = new JsonObject();
            foreach (var certainty in random.Some(RuleSetDraft.Certainties, random.From(0, 4)))
                cap[certainty] = random.Pick([1, 1.2, 1.5, 3, 8]);
            model["certaintyCap"] = cap;
        }

        if (random.Chance(60))
        {
            var bands = new JsonArray();
            var below = 0.0;
            for (var i = random.From(0, 4); i > 0; i--)
            {
                below += random.From(3, 22);
                bands.Add(new JsonObject { ["name"] = "band-" + (char)('a' + bands.Count), ["below"] = below });
            }

            bands.Add(new JsonObject { ["name"] = "open" });
            model["bands"] = bands;
        }

        if (random.Chance(50))
            model["settledWidth"] = random.Pick([0, 5, 15, 40]);

        return model;
    }
}
