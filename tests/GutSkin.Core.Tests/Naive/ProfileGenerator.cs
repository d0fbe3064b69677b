using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random valid profiles for a rule set: from almost nothing known to everything, with all the ways to be missing.</summary>
public static class ProfileGenerator
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static JsonObject Generate(JsonObject ruleSet, int seed)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var random = new SplitMix64((ulong)seed * 2);
        var document = NaiveJson.Normalise(ruleSet);
        var points = Points(document);

        var profile = new JsonObject();
        if (random.Chance(30))
            profile["id"] = "person-1";
        if (random.Chance(80))
            profile["asOf"] = random.Chance(85) ? Day(0) : Day(0) + "T10:30:00Z";
        if (random.Chance(70))
            profile["concerns"] = NaiveJson.Array(random.Some(
                [.. document.Objects("conditions").Select(c => c.Text("id")!)], random.Below(4)));

        var screened = new JsonArray();
        foreach (var screen in document.Objects("screens").Where(_ => random.Chance(45)))
        {
            var id = screen.Text("id")!;
            screened.Add(random.Chance(50) ? JsonValue.Create(id) : new JsonObject { ["id"] = id, ["on"] = Day(random.Pick([0, 1, 14, 15, 60, 400])) });
        }

        if (screened.Count > 0 || random.Chance(10))
            profile["screened"] = screened;

        var share = random.Pick([0, 15, 40, 70, 90, 100]);
        var oddities = random.Pick([0, 10, 30]);
        var observations = new JsonObject();
        foreach (var factor in document.Objects("factors"))
        {
            if (random.Chance(oddities / 2))
                observations[factor.Text("id")!] = random.Chance(40) ? null : new JsonObject { ["declined"] = true };
            else if (random.Chance(share))
                observations[factor.Text("id")!] = Observation(random, factor, points[factor.Text("id")!], random.Chance(oddities));
        }

        if (observations.Count > 0 || random.Chance(80))
            profile["observations"] = observations;
        return NaiveJson.Normalise(profile);
    }

    /// <summary>The same profile with a random allowed answer wherever one is missing: too old, declined and never given ones too.</summary>
    public static JsonObject Complete(JsonObject ruleSet, JsonObject profile, int seed)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(profile);
        var random = new SplitMix64((ulong)seed * 2);
        var (document, person) = (NaiveJson.Normalise(ruleSet), NaiveJson.Normalise(profile));
        var points = Points(document);
        var answers = new NaiveAnswers(new NaiveKnowledge(document), person);
        var observations = person["observations"] as JsonObject ?? [];
        foreach (var factor in document.Objects("factors").Where(f => !answers.Knows(f.Text("id")!)))
            observations[factor.Text("id")!] = Value(random, factor, points[factor.Text("id")!]);
        person["observations"] = observations.DeepClone();
        return NaiveJson.Normalise(person);
    }

    private static string Day(int ago) => Today.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonNode Observation(SplitMix64 random, JsonObject factor, IReadOnlyList<double> points, bool odd)
    {
        var value = Value(random, factor, points);
        if (!odd && random.Chance(70))
            return value;

        var observation = new JsonObject { ["value"] = value };
        if (factor.Text("unit") is { } unit && random.Chance(60))
        {
            observation["unit"] = unit;
            foreach (var conversion in factor.Objects("conversions").Where(_ => random.Chance(60)))
                Convert(observation, factor, conversion);
        }

        if (odd || random.Chance(20))
        {
            var limit = (int)(factor.Number("maxAgeDays") ?? 200);
            observation["on"] = Day(random.Pick([0, Math.Max(0, limit - 1), limit, limit + 1, limit * 2])) + (random.Chance(20) ? "T23:59:59Z" : "");
        }

        if (random.Chance(10))
            observation["source"] = "self";
        return observation;
    }

    private static JsonValue Value(SplitMix64 random, JsonObject factor, IReadOnlyList<double> points) => factor.Text("kind") switch
    {
        "boolean" => JsonValue.Create(random.Chance(35)),
        "choice" => JsonValue.Create(random.Pick(factor.Texts("choices"))),
        _ => JsonValue.Create(Number(random, factor, points)),
    };

    /// <summary>Writes the value in the other unit where what comes back is still allowed.</summary>
    private static void Convert(JsonObject observation, JsonObject factor, JsonObject conversion)
    {
        var (multiply, add) = (conversion.Number("multiply")!.Value, conversion.Number("add") ?? 0);
        var own = observation["value"]!.GetValue<double>();
        var raw = Math.Round((own - add) / multiply, factor.Text("kind") == "integer" ? 0 : 3);
        var back = (raw * multiply) + add;
        if (observation.Text("unit") != factor.Text("unit") || back < factor.Number("min") || back > factor.Number("max"))
            return;
        observation["value"] = raw;
        observation["unit"] = conversion.Text("from");
    }

    private static double Number(SplitMix64 random, JsonObject factor, IReadOnlyList<double> points)
    {
        var (min, max) = (factor.Number("min") ?? double.NegativeInfinity, factor.Number("max") ?? double.PositiveInfinity);
        var (low, high) = (points.Min(), points.Max());
        var value = random.Chance(40) ? random.Pick(points) : random.Decimal(low - ((high - low) / 4) - 1, high + ((high - low) / 4) + 1, 2);
        return Math.Clamp(factor.Text("kind") == "integer" ? Math.Round(value) : value, min, max);
    }

    /// <summary>For each factor the numbers at which something happens: bounds, reference, knots and thresholds.</summary>
    private static Dictionary<string, List<double>> Points(JsonObject document)
    {
        var points = document.Objects("factors").ToDictionary(f => f.Text("id")!, _ => new List<double>(), StringComparer.Ordinal);
        foreach (var factor in document.Objects("factors"))
        {
            var reference = factor["reference"] as JsonObject ?? [];
            points[factor.Text("id")!].AddRange(
                new[] { factor.Number("min"), factor.Number("max"), reference["low"]?.GetValue<double>(), reference["high"]?.GetValue<double>(), 1 }.OfType<double>());
        }

        foreach (var rule in document.Objects("rules").Where(r => r["curve"] is not null))
            points[rule.Text("factor")!].AddRange(rule["curve"]!.AsArray().Select(k => k![0]!.GetValue<double>()));
        foreach (var gate in new[] { "rules", "interventions", "safety", "screens" }.SelectMany(document.Objects).Select(e => e["when"]).OfType<JsonObject>())
        {
            foreach (var factor in document.Objects("factors").Where(f => f.Text("kind") is "number" or "integer"))
                points[factor.Text("id")!].AddRange(NaiveGate.Thresholds(gate, factor.Text("id")!));
        }

        return points;
    }
}
