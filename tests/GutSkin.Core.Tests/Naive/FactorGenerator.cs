using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random factors of all four kinds, with and without bounds, units, references and ages.</summary>
internal static class FactorGenerator
{
    private static readonly string[] Groups = ["diet", "lab", "lifestyle", "symptom", "skincare"];
    private static readonly string[] Kinds = ["number", "integer", "boolean", "choice", "boolean"];
    private static readonly string[] AllKinds = ["number", "number", "integer", "boolean", "boolean", "choice"];
    private static readonly string[] Names = ["a", "a-b", "ab", "b", "b1", "b10", "b9", "c", "c-x", "d", "e", "f", "g", "h", "k", "l", "m", "n", "o", "p", "q"];

    /// <summary>Factors of which each may hang on earlier ones; the last are there to be filled.</summary>
    public static IReadOnlyList<DraftFactor> Factors(SplitMix64 random, int count, bool wide)
    {
        var names = random.Some(Names, count);
        var plain = names.Select((name, i) => Factor(random, $"{random.Pick(Groups)}.{name}", i < Kinds.Length ? Kinds[i] : random.Pick(AllKinds), wide ? 15 : 45));
        var targets = random.Some(["body.bmi", "body.z", "diet.total"], random.Pick<int>(wide ? [0, 1] : [0, 1, 2, 2, 3, 3])).Select(id => Target(random, id));
        return [.. plain.Concat(targets), .. random.Some(["person.x", "person.y"], random.From(0, 2)).Select(id => Quiet(random, id))];
    }

    /// <summary>A yes/no question that nothing but safety and products reads.</summary>
    private static DraftFactor Quiet(SplitMix64 random, string id)
    {
        var document = new JsonObject { ["id"] = id, ["name"] = id, ["kind"] = "boolean" };
        if (random.Chance(20))
            document["acquisition"] = "measure";
        return new DraftFactor(id, "boolean", document, 0, 0, 1, [], true, true);
    }

    /// <summary>Whom a question concerns, and what belongs to the full picture.</summary>
    public static void AddGates(RuleSetDraft draft)
    {
        var random = draft.Random;
        for (var i = 0; i < draft.Factors.Count; i++)
        {
            var factor = draft.Factors[i];
            var scope = GateScope.Before(draft.Factors.Take(i), factor.Safe);
            if (scope.Factors.Count > 0 && random.Chance(22))
                factor.Document["askWhen"] = GateGenerator.Gate(draft, 1, scope);
            if ((factor.Document.Text("acquisition") != "measure" || draft.Targets.Contains(factor.Id)) && random.Chance(20))
                (factor.Document["core"], factor.Document["coreOrder"]) = (true, random.From(1, 6));
        }
    }

    private static JsonObject Common(SplitMix64 random, string id, string kind, int given)
    {
        var document = new JsonObject { ["id"] = id, ["name"] = id, ["kind"] = kind };
        if (random.Chance(given))
            document["acquisition"] = random.Pick(["ask", "measure"]);
        if (random.Chance(75))
            document["modifiable"] = random.Chance(92);
        if (random.Chance(40))
            document["maxAgeDays"] = random.Pick([0, 1, 14, 30, 90, 365]);
        return document;
    }

    private static DraftFactor Factor(SplitMix64 random, string id, string kind, int given)
    {
        var document = Common(random, id, kind, given);
        var safe = random.Chance(80);
        if (kind == "boolean")
            return new DraftFactor(id, kind, document, 0, 0, 1, [], safe);

        if (kind == "choice")
        {
            var choices = random.Some(["soap", "syndet", "foaming", "none", "oil"], random.From(2, 4));
            document["choices"] = NaiveJson.Array(choices);
            if (random.Chance(60))
                document["scores"] = new JsonObject(choices.Select(c => KeyValuePair.Create(c, (JsonNode?)JsonValue.Create(random.Decimal(-1, 4, 1)))));
            return new DraftFactor(id, kind, document, 0, 0, 1, choices, safe);
        }

        var (low, high, step) = kind == "integer"
            ? random.Pick<(double, double, double)>([(0, 10, 1), (0, 7, 1), (-3, 3, 1), (1, 40, 3)])
            : random.Pick<(double, double, double)>([(0, 10, 0.5), (0, 100, 5), (-20, 20, 2.5), (0, 1, 0.1), (30, 500, 23.5), (0, 3, 0.7)]);
        return Numeric(random, document, kind, low, high, step, safe);
    }

    /// <summary>A number that people hardly know by themselves.</summary>
    private static DraftFactor Target(SplitMix64 random, string id)
    {
        var kind = id == "diet.total" ? "integer" : "number";
        var (low, high, step) = id switch { "body.bmi" => (10, 60, 2.5), "body.z" => (-5.0, 5.0, 0.5), _ => (0, 30, 2) };
        return Numeric(random, Common(random, id, kind, 45), kind, low, high, step, random.Chance(20));
    }

    private static DraftFactor Numeric(SplitMix64 random, JsonObject document, string kind, double low, double high, double step, bool safe)
    {
        if (random.Chance(75))
            document["min"] = low;
        if (random.Chance(65))
            document["max"] = high;
        if (random.Chance(3))
            (document["min"], document["max"], low) = (high, high, high);

        var factor = new DraftFactor(document.Text("id")!, kind, document, low, high, step, [], safe);
        if (random.Chance(40))
            document["measurementError"] = Error(random, step);
        if (random.Chance(50))
        {
            document["unit"] = kind == "integer" ? "per week" : "mmol/L";
            if (random.Chance(70))
                document["conversions"] = Conversions(random, kind);
        }

        return factor;
    }

    public static JsonObject Error(SplitMix64 random, double step) => random.Chance(50)
        ? new JsonObject { ["sd"] = Math.Round(step * random.Decimal(0.1, 3, 1), 3) }
        : new JsonObject { ["cv"] = random.Decimal(0, 0.5, 2) };

    private static JsonArray Conversions(SplitMix64 random, string kind)
    {
        if (kind == "integer")
        {
            return [random.Chance(50)
                ? new JsonObject { ["from"] = "per day", ["multiply"] = 7 }
                : new JsonObject { ["from"] = "per day", ["multiply"] = random.Pick([6.9, 0.4]), ["add"] = 0.25 }];
        }

        var first = new JsonObject { ["from"] = "mg/dL" };
        first[random.Chance(50) ? "multiply" : "divide"] = random.Pick([0.0555, 2.496, 0.1, 7, -0.5]);
        if (random.Chance(40))
            first["round"] = random.From(0, 3);
        var conversions = new JsonArray(first);
        if (random.Chance(50))
            conversions.Add(new JsonObject { ["from"] = "degF", ["multiply"] = 0.5556, ["add"] = random.Pick([-17.7778, 0, 3.5]) });
        return conversions;
    }
}
