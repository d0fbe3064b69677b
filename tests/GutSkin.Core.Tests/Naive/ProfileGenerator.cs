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
        if (random.Chance(85))
            profile["asOf"] = random.Chance(85) ? Day(0) : Day(0) + "T10:30:00Z";
        if (random.Chance(70))
            profile["concerns"] = NaiveJson.Array(random.Some(
                [.. document.Objects("conditions").Select(c => c.Text("id")!)], random.From(0, 4)));

        var screened = new JsonArray();
        foreach (var screen in document.Objects("screens").Where(_ => random.Chance(60)))
            screened.Add(Screened(random, screen));
        if (screened.Count > 0 || random.Chance(10))
            profile["screened"] = screened;

        var targets = document.Objects("derivations").Select(d => d.Text("factor")!).ToHashSet(StringComparer.Ordinal);
        var needed = document.Objects("derivations").SelectMany(d => d.Texts("items")).ToHashSet(StringComparer.Ordinal);
        var onScreens = document.Objects("screens").SelectMany(s => s.Texts("factors")).ToHashSet(StringComparer.Ordinal);
        var share = random.Pick([0, 20, 50, 75, 90, 100]);
        var neededShare = random.Pick([share, 60, 85, 95, 100]);
        var oddities = random.Pick([0, 10, 30, 40]);
        var observations = new JsonObject();
        foreach (var factor in document.Objects("factors"))
        {
            var id = factor.Text("id")!;
            var chance = targets.Contains(id) ? share / 4 : needed.Contains(id) ? neededShare : onScreens.Contains(id) ? share / 2 : id.StartsWith("person.", StringComparison.Ordinal) ? share / 3 : share;
            if (random.Chance(oddities / 2))
                observations[id] = random.Chance(30) ? null : Declined(random);
            else if (random.Chance(chance))
                observations[id] = Observation(random, factor, points[id], random.Chance(oddities), targets.Contains(id) || onScreens.Contains(id));
        }

        if (observations.Count > 0 || random.Chance(80))
            profile["observations"] = observations;
        return NaiveJson.Normalise(profile);
    }

    /// <summary>The same profile with a random allowed answer wherever one is missing: too old, declined and never given ones too.</summary>
    /// <remarks>What a derivation fills now is written down as it is, so that no other derivation fills it then.</remarks>
    public static JsonObject Complete(JsonObject ruleSet, JsonObject profile, int seed)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(profile);
        var random = new SplitMix64((ulong)seed * 2);
        var (document, person) = (NaiveJson.Normalise(ruleSet), NaiveJson.Normalise(profile));
        var points = Points(document);
        var answers = new NaiveAnswers(new NaiveKnowledge(document), person);
        var observations = person["observations"] as JsonObject ?? [];
        foreach (var factor in document.Objects("factors"))
        {
            var id = factor.Text("id")!;
            if (!answers.Knows(id))
                observations[id] = Value(random, factor, points[id]);
            else if (answers.Filled.TryGetValue(id, out var filled) && (factor.Text("kind") == "number" || filled.Value == Math.Floor(filled.Value)))
                observations[id] = filled.Value;
        }

        person["observations"] = observations.DeepClone();
        return NaiveJson.Normalise(person);
    }

    private static string Day(int ago) => Today.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A screen answered today or some time ago, as it is now or as it was shown then.</summary>
    private static JsonNode Screened(SplitMix64 random, JsonObject screen)
    {
        var id = screen.Text("id")!;
        if (random.Chance(35))
            return JsonValue.Create(id);
        var answered = new JsonObject { ["id"] = id };
        if (random.Chance(70))
            answered["on"] = Day(random.Pick([0, 0, 0, 1, 14, 15, 60, 400]));
        if (random.Chance(60))
            answered["items"] = NaiveJson.Array(random.Some(screen.Texts("factors"), random.From(1, 4)));
        return answered;
    }

    private static JsonObject Declined(SplitMix64 random)
    {
        var declined = new JsonObject { ["declined"] = true };
        if (random.Chance(50))
            declined["on"] = Day(random.Pick([0, 1, 14, 20, 100, 500]));
        return declined;
    }

    private static JsonNode Observation(SplitMix64 random, JsonObject factor, IReadOnlyList<double> points, bool odd, bool old)
    {
        var value = Value(random, factor, points);
        old &= factor["maxAgeDays"] is not null && random.Chance(60);
        odd |= old;
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
            observation["on"] = Day(old && random.Chance(60) ? limit + 1 : random.Pick([0, Math.Max(0, limit - 1), limit, limit + 1, limit * 2])) + (random.Chance(20) ? "T23:59:59Z" : "");
        }

        if (random.Chance(10))
            observation["source"] = "self";
        return observation;
    }

    private static JsonValue Value(SplitMix64 random, JsonObject factor, IReadOnlyList<double> points) => factor.Text("kind") switch
    {
        "boolean" => JsonValue.Create(random.Chance(40)),
        "choice" => JsonValue.Create(random.Pick(factor.Texts("choices"))),
        _ => JsonValue.Create(Number(random, factor, points)),
    };

    /// <summary>Writes the value in the other unit where what comes back is still allowed.</summary>
    private static void Convert(JsonObject observation, JsonObject factor, JsonObject conversion)
    {
        var own = observation["value"]!.GetValue<double>();
        var scale = conversion.Number("multiply") ?? 1 / conversion.Number("divide")!.Value;
        var isInteger = factor.Text("kind") == "integer";
        var raw = Math.Round((own - (conversion.Number("add") ?? 0)) / scale, isInteger ? 1 : 3);
        var back = new NaiveConversion(
            conversion.Number("multiply"), conversion.Number("divide"), conversion.Number("add") ?? 0,
            conversion.Number("round") is { } d ? (int)d : isInteger ? 0 : null).Of(raw);
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

    /// <summary>For each factor the numbers at which something happens: bounds, references, knots, thresholds and changes.</summary>
    private static Dictionary<string, List<double>> Points(JsonObject document)
    {
        var points = document.Objects("factors").ToDictionary(f => f.Text("id")!, _ => new List<double>(), StringComparer.Ordinal);
        var numeric = document.Objects("factors").Where(f => f.Text("kind") is "number" or "integer").Select(f => f.Text("id")!).ToList();
        foreach (var factor in document.Objects("factors"))
        {
            var references = factor["reference"] is JsonObject one ? [one] : factor.Objects("reference");
            points[factor.Text("id")!].AddRange(
                new[] { factor.Number("min"), factor.Number("max"), 1 }.Concat(references.SelectMany(r => new[] { Ending(r, "low"), Ending(r, "high") })).OfType<double>());
        }

        foreach (var rule in document.Objects("rules").Where(r => r["curve"] is not null))
            points[rule.Text("factor")!].AddRange(rule["curve"]!.AsArray().Select(k => k![0]!.GetValue<double>()));
        foreach (var change in document.Objects("interventions").SelectMany(i => i.Objects("changes")).Where(c => numeric.Contains(c.Text("factor")!)))
            points[change.Text("factor")!].Add((change.Number("atMost") ?? change.Number("atLeast") ?? change.Number("set"))!.Value);
        foreach (var gate in Gates(document))
        {
            foreach (var factor in numeric)
                points[factor].AddRange(NaiveGate.Thresholds(gate, factor));
        }

        return points;
    }

    private static double? Ending(JsonObject reference, string end) => reference[end]?.GetValue<double>();

    /// <summary>Every gate of a document, wherever it stands.</summary>
    private static IEnumerable<JsonObject> Gates(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key is "when" or "askWhen" && p.Value is JsonObject gate ? [gate] : Gates(p.Value)),
        JsonArray a => a.SelectMany(Gates),
        _ => [],
    };
}
