using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random factors of all four kinds, with and without bounds, units, references and ages.</summary>
internal static class FactorGenerator
{
    private static readonly string[] Groups = ["diet", "lab", "lifestyle", "symptom", "skincare"];
    private static readonly string[] Kinds = ["number", "integer", "boolean", "choice", "boolean"];
    private static readonly string[] AllKinds = ["number", "number", "integer", "boolean", "boolean", "choice"];
    private static readonly string[] Names = ["a", "a-b", "ab", "b", "b1", "b10", "b9", "c", "c-x", "d", "e", "f", "g", "h", "k"];

    public static IReadOnlyList<DraftFactor> Factors(SplitMix64 random, int count)
    {
        var names = random.Some(Names, count);
        return [.. names.Select((name, i) => Factor(random, $"{random.Pick(Groups)}.{name}", i < Kinds.Length ? Kinds[i] : random.Pick(AllKinds)))];
    }

    private static DraftFactor Factor(SplitMix64 random, string id, string kind)
    {
        var document = new JsonObject { ["id"] = id, ["name"] = id, ["kind"] = kind };
        if (random.Chance(45))
            document["acquisition"] = random.Pick(["ask", "measure"]);
        if (random.Chance(75))
            document["modifiable"] = random.Chance(90);
        if (random.Chance(40))
            document["maxAgeDays"] = random.Pick([0, 1, 14, 30, 90, 365]);

        if (kind == "boolean")
        {
            if (random.Chance(50))
                document["reference"] = new JsonObject { ["value"] = random.Chance(35) };
            return new DraftFactor(id, kind, document, 0, 0, 1, []);
        }

        if (kind == "choice")
        {
            var choices = random.Some(["soap", "syndet", "foaming", "none", "oil"], random.From(2, 4));
            document["choices"] = NaiveJson.Array(choices);
            if (random.Chance(60))
                document["reference"] = new JsonObject { ["value"] = random.Pick(choices) };
            return new DraftFactor(id, kind, document, 0, 0, 1, choices);
        }

        return Numeric(random, id, kind, document);
    }

    private static DraftFactor Numeric(SplitMix64 random, string id, string kind, JsonObject document)
    {
        var (low, high, step) = kind == "integer"
            ? random.Pick<(double, double, double)>([(0, 10, 1), (0, 7, 1), (-3, 3, 1), (1, 40, 3)])
            : random.Pick<(double, double, double)>([(0, 10, 0.5), (0, 100, 5), (-20, 20, 2.5), (0, 1, 0.1), (30, 500, 23.5), (0, 3, 0.7)]);
        if (random.Chance(75))
            document["min"] = low;
        if (random.Chance(65))
            document["max"] = high;
        if (random.Chance(3))
            (document["min"], document["max"], low) = (high, high, high);

        var factor = new DraftFactor(id, kind, document, low, high, step, []);
        if (random.Chance(65))
            document["reference"] = Reference(random, factor);
        if (random.Chance(40))
        {
            document["measurementError"] = random.Chance(50)
                ? new JsonObject { ["sd"] = Math.Round(step * random.Decimal(0.1, 3, 1), 3) }
                : new JsonObject { ["cv"] = random.Decimal(0, 0.5, 2) };
        }

        if (random.Chance(50))
        {
            document["unit"] = kind == "integer" ? "per week" : "mmol/L";
            if (random.Chance(70))
                document["conversions"] = Conversions(random, kind);
        }

        return factor;
    }

    private static JsonObject Reference(SplitMix64 random, DraftFactor factor)
    {
        var (a, b) = (factor.Point(random), factor.Point(random));
        var reference = new JsonObject();
        var ends = random.Below(3);
        if (ends != 1)
            reference["low"] = Math.Min(a, b);
        if (ends != 2)
            reference["high"] = Math.Max(a, b);
        return reference;
    }

    private static JsonArray Conversions(SplitMix64 random, string kind)
    {
        if (kind == "integer")
            return [new JsonObject { ["from"] = "per day", ["multiply"] = 7 }];
        var conversions = new JsonArray(new JsonObject { ["from"] = "mg/dL", ["multiply"] = random.Pick([0.0555, 2.496, 0.1, -0.5]) });
        if (random.Chance(50))
            conversions.Add(new JsonObject { ["from"] = "degF", ["multiply"] = 0.5556, ["add"] = random.Pick([-17.7778, 0, 3.5]) });
        return conversions;
    }
}
