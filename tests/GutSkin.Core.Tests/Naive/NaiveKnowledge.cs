using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

internal sealed record NaiveFactor(
    string Id, string Kind, string? Unit, double? Min, double? Max, IReadOnlyList<string> Choices,
    double? Low, double? High, object? ReferenceValue, bool Modifiable, string Acquisition, double? MaxAgeDays,
    double? ErrorSd, double? ErrorCv, IReadOnlyDictionary<string, (double Multiply, double Add)> Conversions)
{
    public bool IsNumeric => Kind is "number" or "integer";
}

internal sealed record NaiveCondition(string Id, string Kind);

internal sealed record NaiveRule(
    string Id, string Condition, JsonObject? When, string? Factor, NaiveBurden Burden, NaiveEffect Effect,
    string Certainty, IReadOnlyList<string> Mechanisms, string? Overlap, string Role, bool Informational);

internal sealed record NaiveChange(string Factor, double? AtMost, double? AtLeast, object? Set);

internal sealed record NaiveTrial(string Condition, NaiveEffect Effect, string Certainty, bool Informational);

internal sealed record NaiveIntervention(
    string Id, string Category, JsonObject? When, IReadOnlyList<NaiveChange> Changes, IReadOnlyList<NaiveTrial> Effects,
    string Effort, string Cost)
{
    public bool IsReferral => Category == "referral";
}

internal sealed record NaiveSafety(
    string Id, string Kind, string? Urgency, JsonObject When, IReadOnlyList<string> Interventions, IReadOnlyList<string> Refer)
{
    /// <summary>Ids, or a prefix ending in <c>*</c>.</summary>
    public bool Targets(string intervention) => Interventions.Any(target => target.EndsWith('*')
        ? intervention.StartsWith(target[..^1], StringComparison.Ordinal)
        : target == intervention);
}

internal sealed record NaiveScreen(string Id, IReadOnlyList<string> Factors, JsonObject? When);

internal sealed record NaiveBand(string Name, double? Below);

/// <summary>A resolved rule set with every default of the format applied.</summary>
internal sealed class NaiveKnowledge
{
    public NaiveKnowledge(JsonObject document)
    {
        var model = document["model"] as JsonObject ?? [];
        Shrinkage = new() { ["high"] = 1, ["moderate"] = 0.75, ["low"] = 0.5, ["very-low"] = 0.25 };
        Cap = new() { ["high"] = double.PositiveInfinity, ["moderate"] = 4, ["low"] = 2, ["very-low"] = 1.3 };
        Override(Shrinkage, model["certaintyShrinkage"]);
        Override(Cap, model["certaintyCap"]);
        Bands = model["bands"] is JsonArray
            ? [.. model.Objects("bands").Select(b => new NaiveBand(b.Text("name")!, b.Number("below")))]
            : [new("minimal", 10), new("low", 25), new("moderate", 50), new("high", null)];

        Conditions = [.. document.Objects("conditions").Select(c => new NaiveCondition(c.Text("id")!, c.Text("kind") ?? "skin-condition"))];
        Factors = document.Objects("factors").Select(ReadFactor).ToDictionary(f => f.Id, StringComparer.Ordinal);
        Rules = [.. document.Objects("rules")
            .Where(r => r.Text("lifecycle") != "retired")
            .Select(ReadRule)
            .OrderBy(r => r.Id, StringComparer.Ordinal)];
        Interventions = [.. document.Objects("interventions").Select(ReadIntervention)];
        Safety = [.. document.Objects("safety").Select(s => new NaiveSafety(
            s.Text("id")!, s.Text("kind")!, s.Text("urgency"), s["when"]!.AsObject(), s.Texts("interventions"), s.Texts("refer")))];
        Screens = [.. document.Objects("screens").Select(s => new NaiveScreen(s.Text("id")!, s.Texts("factors"), s["when"] as JsonObject))];
    }

    public Dictionary<string, double> Shrinkage { get; }

    public Dictionary<string, double> Cap { get; }

    public IReadOnlyList<NaiveBand> Bands { get; }

    public IReadOnlyList<NaiveCondition> Conditions { get; }

    public IReadOnlyDictionary<string, NaiveFactor> Factors { get; }

    /// <summary>All rules that are evaluated (retired ones are gone), by id.</summary>
    public IReadOnlyList<NaiveRule> Rules { get; }

    public IReadOnlyList<NaiveIntervention> Interventions { get; }

    public IReadOnlyList<NaiveSafety> Safety { get; }

    public IReadOnlyList<NaiveScreen> Screens { get; }

    private static void Override(Dictionary<string, double> defaults, JsonNode? given)
    {
        foreach (var (certainty, value) in given as JsonObject ?? [])
            defaults[certainty] = value!.GetValue<double>();
    }

    private static NaiveFactor ReadFactor(JsonObject f)
    {
        var reference = f["reference"] as JsonObject ?? [];
        var error = f["measurementError"] as JsonObject ?? [];
        return new NaiveFactor(
            f.Text("id")!, f.Text("kind")!, f.Text("unit"), f.Number("min"), f.Number("max"), f.Texts("choices"),
            reference.Number("low"), reference.Number("high"),
            reference["value"] is { } value ? NaiveJson.Answer(value) : null,
            f.Flag("modifiable"), f.Text("acquisition") ?? "ask", f.Number("maxAgeDays"),
            error.Number("sd"), error.Number("cv"),
            f.Objects("conversions").ToDictionary(
                c => c.Text("from")!, c => (c.Number("multiply")!.Value, c.Number("add") ?? 0), StringComparer.Ordinal));
    }

    private NaiveRule ReadRule(JsonObject r)
    {
        var factor = r.Text("factor") is { } id ? Factors[id] : null;
        var certainty = r.Text("certainty")!;
        return new NaiveRule(
            r.Text("id")!, r.Text("condition")!, r["when"] as JsonObject, factor?.Id, new NaiveBurden(r, factor),
            new NaiveEffect(r["effect"]!.AsObject(), Shrinkage[certainty], Cap[certainty]), certainty,
            r.Texts("mechanisms"), r.Text("overlap"), r.Text("role") ?? "driver", r.Flag("informational"));
    }

    private NaiveIntervention ReadIntervention(JsonObject i) => new(
        i.Text("id")!, i.Text("category")!, i["when"] as JsonObject,
        [.. i.Objects("changes").Select(c => new NaiveChange(
            c.Text("factor")!, c.Number("atMost"), c.Number("atLeast"), c["set"] is { } v ? NaiveJson.Answer(v) : null))],
        [.. i.Objects("effects").Select(e => new NaiveTrial(
            e.Text("condition")!, new NaiveEffect(e, Shrinkage[e.Text("certainty")!], Cap[e.Text("certainty")!]),
            e.Text("certainty")!, e.Flag("informational")))],
        i.Text("effort") ?? "medium", i.Text("cost") ?? "medium");
}
