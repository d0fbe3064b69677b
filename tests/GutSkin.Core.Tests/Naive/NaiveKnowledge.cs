using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

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
        SettledWidth = model.Number("settledWidth") ?? 15;

        Conditions = [.. document.Objects("conditions").Select(c =>
            new NaiveCondition(c.Text("id")!, c.Text("kind") ?? "skin-condition", c.Text("presence")))];
        Factors = document.Objects("factors").Select(ReadFactor).ToDictionary(f => f.Id, StringComparer.Ordinal);
        Derivations = [.. document.Objects("derivations").Select(d => new NaiveDerivation(d, Factors)).OrderBy(d => d.Id, StringComparer.Ordinal)];
        Rules = [.. document.Objects("rules")
            .Where(r => r.Text("lifecycle") != "retired")
            .Select(ReadRule)
            .OrderBy(r => r.Id, StringComparer.Ordinal)];
        Interventions = [.. document.Objects("interventions").Select(ReadIntervention)];
        Safety = [.. document.Objects("safety").Select(ReadSafety)];
        Screens = [.. document.Objects("screens").Select(s => new NaiveScreen(s.Text("id")!, s.Texts("factors"), s["when"] as JsonObject))];
        Forms = [.. document.Objects("forms").Select(f => new NaiveForm(f.Text("id")!, f.Texts("items")))];
        Products = [.. document.Objects("products")
            .Select(p => new NaiveProduct(p.Text("id")!, p.Text("intervention")!, p.Texts("allergens")))
            .OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    public Dictionary<string, double> Shrinkage { get; }

    public Dictionary<string, double> Cap { get; }

    public IReadOnlyList<NaiveBand> Bands { get; }

    public double SettledWidth { get; }

    public IReadOnlyList<NaiveCondition> Conditions { get; }

    public IReadOnlyDictionary<string, NaiveFactor> Factors { get; }

    /// <summary>By id.</summary>
    public IReadOnlyList<NaiveDerivation> Derivations { get; }

    /// <summary>All rules that are evaluated (retired ones are gone), by id.</summary>
    public IReadOnlyList<NaiveRule> Rules { get; }

    public IReadOnlyList<NaiveIntervention> Interventions { get; }

    public IReadOnlyList<NaiveSafety> Safety { get; }

    public IReadOnlyList<NaiveScreen> Screens { get; }

    public IReadOnlyList<NaiveForm> Forms { get; }

    /// <summary>By id.</summary>
    public IReadOnlyList<NaiveProduct> Products { get; }

    /// <summary>The derivations that can fill a factor, by id.</summary>
    public IEnumerable<NaiveDerivation> DerivationsOf(string factor) => Derivations.Where(d => d.Factor == factor);

    private static void Override(Dictionary<string, double> defaults, JsonNode? given)
    {
        foreach (var (certainty, value) in given as JsonObject ?? [])
            defaults[certainty] = value?.GetValue<double>() ?? double.PositiveInfinity;
    }

    private static NaiveFactor ReadFactor(JsonObject f)
    {
        var references = f["reference"] is JsonObject one ? [one] : f.Objects("reference");
        var isInteger = f.Text("kind") == "integer";
        return new NaiveFactor(
            f.Text("id")!, f.Text("kind")!, f.Text("unit"), f.Number("min"), f.Number("max"), f.Texts("choices"),
            (f["scores"] as JsonObject ?? []).ToDictionary(s => s.Key, s => s.Value!.GetValue<double>(), StringComparer.Ordinal),
            [.. references.Select(r => new NaiveReference(
                r["when"] as JsonObject, r.Number("low"), r.Number("high"), r["value"] is { } v ? NaiveJson.Answer(v) : null))],
            f.Flag("modifiable"), f.Text("acquisition") ?? "ask", f.Number("maxAgeDays"), ReadError(f["measurementError"]),
            f.Objects("conversions").ToDictionary(
                c => c.Text("from")!,
                c => new NaiveConversion(
                    c.Number("multiply"), c.Number("divide"), c.Number("add") ?? 0,
                    c.Number("round") is { } d ? (int)d : isInteger ? 0 : null),
                StringComparer.Ordinal),
            f["askWhen"] as JsonObject, f.Flag("core") ? f.Number("coreOrder") : null);
    }

    public static NaiveError? ReadError(JsonNode? error) =>
        error is JsonObject e ? new NaiveError(e.Number("sd"), e.Number("cv")) : null;

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
        i.Text("id")!, i, i.Text("category")!, i["when"] as JsonObject,
        [.. i.Objects("changes").Select(c => new NaiveChange(
            c.Text("factor")!, c["when"] as JsonObject, c.Number("atMost"), c.Number("atLeast"),
            c["set"] is { } v ? NaiveJson.Answer(v) : null, c.Number("limit"), c.Number("limitPercent")))],
        [.. i.Objects("effects").Select(e => new NaiveTrial(
            e.Text("condition")!, e["when"] as JsonObject,
            NaiveEffect.IsGiven(e) ? new NaiveEffect(e, Shrinkage[e.Text("certainty")!], Cap[e.Text("certainty")!]) : null,
            e.Text("certainty")!, e.Flag("informational")))],
        [.. i.Objects("indications").Select(n => new NaiveIndication(n))],
        i.Texts("traits"), i.Text("variantOf"), i.Text("effort") ?? "medium", i.Text("cost") ?? "medium");

    private static NaiveSafety ReadSafety(JsonObject s) => new(
        s.Text("id")!, s.Text("kind")!, s.Text("urgency"), s["when"]!.AsObject(), s.Texts("interventions"), s.Texts("traits"),
        [.. s.Objects("movements").Select(m => new NaiveMovement(m.Text("factor")!, m.Text("direction")!))], s.Texts("refer"));
}
