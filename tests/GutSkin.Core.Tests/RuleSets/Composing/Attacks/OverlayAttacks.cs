using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.RuleSets.Composing.Attacks;

/// <summary>
/// Overlays that try to loosen the safety of a rule set: entries replaced, removed, renamed, doubled under other ids and looking alike, with
/// any property taken away, changed or borrowed from another entry; and the ways that somebody thought of. Each seed gives the same overlays.
/// </summary>
internal sealed class OverlayAttacks(JsonObject start, SplitMix64 random)
{
    private static readonly string[] Listed = ["conditions", "factors", "derivations", "traits", "rules", "interventions", "products", "safety", "screens", "forms", "mechanisms", "evidence"];
    private static readonly string[] Aimed = ["interventions", "interventions", "interventions", "factors", "factors", "derivations", "screens", "safety", "traits", "products"];
    private static readonly string[] Cultures = ["en", "en", "EN", "en-US", "de", "de", "de-AT", "DE", "fr", "tr", "en-x-a"];

    // What earlier overlays of the same chain have added can be the next one's target.
    private readonly Dictionary<string, List<JsonObject>> known = Listed.ToDictionary(s => s, s => start.Objects(s).Select(e => e.DeepClone().AsObject()).ToList());
    private int fresh;

    /// <summary>What was tried: each kind of attempt, with how often.</summary>
    public Dictionary<string, int> Tried { get; } = new(StringComparer.Ordinal);

    /// <summary>The next overlay of a chain.</summary>
    public JsonObject Next(int number)
    {
        var overlay = new JsonObject { ["id"] = string.Create(CultureInfo.InvariantCulture, $"overlay-{number}"), ["version"] = "1.0.0", ["title"] = "O" };
        if (random.Chance(30))
            overlay["extends"] = new JsonArray(new JsonObject { ["id"] = AttackBase.Id });
        for (int i = random.Pick([1, 1, 1, 2, 2, 3]); i > 0; i--)
            Attempt(overlay);
        return overlay;
    }

    private void Attempt(JsonObject overlay)
    {
        switch (random.Below(20))
        {
            case 0 or 1 or 2:
                Replace(overlay);
                break;
            case 3 or 4:
                Remove(overlay, random.Pick(Aimed));
                break;
            case 5 or 6:
                Double(overlay, random.Pick(Aimed), remove: false);
                break;
            case 7:
                Double(overlay, random.Pick(Aimed), remove: true);
                break;
            case 8 or 9 or 10:
                Twin(overlay);
                break;
            case 11:
                Rewire(overlay);
                break;
            case 12 or 13:
                Derive(overlay);
                break;
            case 14 or 15:
                Ask(overlay);
                break;
            case 16:
                Say(overlay);
                break;
            case 17:
                Head(overlay);
                break;
            case 18:
                Guard(overlay);
                break;
            default:
                Sell(overlay);
                break;
        }
    }

    /// <summary>An entry under its own id, with something else in it.</summary>
    private void Replace(JsonObject overlay)
    {
        string section = random.Pick(Aimed);
        if (Any(section) is not { } entry)
            return;
        string what = Mutate(entry, section);
        Put(overlay, section, entry, $"replace {section}: {what}");
    }

    private void Remove(JsonObject overlay, string section)
    {
        if (Any(section)?.Text("id") is not { } id)
            return;
        var removals = overlay["remove"] as JsonObject ?? [];
        overlay["remove"] = removals;
        if (removals[section] is not JsonArray list)
            removals[section] = list = [];
        list.Add(id);
        Did($"remove {section}");
    }

    /// <summary>A copy under another id, beside the original or in its place.</summary>
    private void Double(JsonObject overlay, string section, bool remove)
    {
        if (Any(section) is not { } entry)
            return;
        string old = entry.Text("id")!;
        if (remove)
        {
            overlay["remove"] ??= new JsonObject();
            if (overlay["remove"]![section] is not JsonArray list)
                overlay["remove"]![section] = list = [];
            list.Add(old);
        }

        entry["id"] = LookAlike(old);
        string what = random.Chance(60) ? Mutate(entry, section) : "as it is";
        Put(overlay, section, entry, $"{(remove ? "rename" : "double")} {section}: {what}");
    }

    /// <summary>An intervention that does what another does, and more or less of it.</summary>
    private void Twin(JsonObject overlay)
    {
        if (Any("interventions") is not { } twin)
            return;
        twin["id"] = LookAlike(twin.Text("id")!);
        string what = random.Pick(["category", "traits", "more", "amount", "split", "same", "variant", "referral", "item", "gate"]);
        var changes = twin["changes"] as JsonArray;
        switch (what)
        {
            case "category":
                twin["category"] = "plan";
                break;
            case "more" when Any("interventions")!["changes"] is JsonArray { Count: > 0 } others && changes is not null:
                changes.Add(others[0]!.DeepClone());
                break;
            case "amount" when changes is { Count: > 0 }:
                Nudge(changes[random.Below(changes.Count)]!.AsObject());
                break;
            case "split" when changes is { Count: > 1 }:
                changes.RemoveAt(random.Below(changes.Count));
                break;
            case "same":
                twin["sameSafetyAs"] = NaiveJson.Array([Any("interventions")!.Text("id")!]);
                twin.Remove("traits");
                break;
            case "variant":
                twin["variantOf"] = Any("interventions")!.Text("id");
                twin.Remove("changes");
                break;
            case "referral":
                twin["category"] = "referral";
                foreach (string property in (string[])["changes", "effects", "indications"])
                    twin.Remove(property);
                break;
            case "item" when changes is { Count: > 0 } && Any("factors") is { } factor:
                changes[0]!.AsObject()["factor"] = factor.Text("id");
                break;
            case "gate" when changes is { Count: > 0 }:
                changes[0]!.AsObject()["when"] = Gate();
                break;
            default:
                break;
        }

        if (random.Chance(50))
            twin.Remove("traits");
        twin.Remove("when");
        Put(overlay, "interventions", twin, $"twin: {what}");
    }

    /// <summary>What stands in for what: parents and stand-ins of interventions that are there.</summary>
    private void Rewire(JsonObject overlay)
    {
        if (Any("interventions") is not { } entry || Any("interventions") is not { } other)
            return;
        string what = random.Pick(["variantOf", "sameSafetyAs", "no parent", "as the other"]);
        if (what == "no parent")
            entry.Remove("variantOf");
        else if (what == "as the other")
            (entry, entry["id"]) = (other, entry.Text("id"));
        else
            entry[what] = what == "variantOf" ? other.Text("id") : NaiveJson.Array([other.Text("id")!]);
        Put(overlay, "interventions", entry, $"rewire: {what}");
    }

    /// <summary>What fills a factor, or what moves it.</summary>
    private void Derive(JsonObject overlay)
    {
        if (Any("factors") is not { } target || Any("factors") is not { } needed)
            return;
        if (Any("derivations") is { } there && random.Chance(50))
        {
            string what = Mutate(there, "derivations");
            Put(overlay, "derivations", there, $"derivation: {what}");
            return;
        }

        var derivation = new JsonObject
        {
            ["id"] = random.Pick(["a", "zz", "d-new"]) + Fresh(),
            ["factor"] = target.Text("id"),
            ["items"] = NaiveJson.Array([needed.Text("id")!]),
            ["cases"] = new JsonArray(new JsonObject { ["linear"] = new JsonObject { ["terms"] = new JsonObject { [needed.Text("id")!] = random.Pick([1, -1, 0, 2.5]) } } }),
        };
        if (random.Chance(30))
            derivation["standing"] = "estimate";
        Put(overlay, "derivations", derivation, "derivation: a new one");
    }

    /// <summary>Screens, forms and gates that keep a question from being asked, or answer it.</summary>
    private void Ask(JsonObject overlay)
    {
        var booleans = known["factors"].Where(f => f.Text("kind") == "boolean").Select(f => f.Text("id")!).ToList();
        switch (random.Below(4))
        {
            case 0 when booleans.Count > 0:
                Put(overlay, "screens", new JsonObject { ["id"] = "new-screen" + Fresh(), ["title"] = "Is all well?", ["factors"] = NaiveJson.Array(random.Some(booleans, random.From(1, 3))), ["when"] = Gate() }, "a new screen");
                break;
            case 1 when Any("screens") is { } screen:
                screen["factors"] = NaiveJson.Array(random.Some(booleans, random.From(0, booleans.Count)));
                Put(overlay, "screens", screen, "a screen lists others");
                break;
            case 2 when Any("factors") is { } factor:
                factor[random.Pick(["askWhen", "acquisition", "maxAgeDays"])] = random.Pick<Func<JsonNode?>>([Gate, () => "measure", () => 0, () => null])();
                Put(overlay, "factors", factor, "a factor is asked otherwise");
                break;
            default:
                Put(overlay, "forms", new JsonObject { ["id"] = "new-form" + Fresh(), ["title"] = "Well?", ["items"] = NaiveJson.Array(random.Some([.. known["factors"].Select(f => f.Text("id")!)], random.From(1, 4))) }, "a new form");
                break;
        }
    }

    private void Say(JsonObject overlay)
    {
        string section = random.Pick(["safety", "factors", "factors", "screens", "interventions", "ruleSet"]);
        string? id = section == "ruleSet" ? random.Pick([AttackBase.Id, overlay.Text("id")!]) : Any(section)?.Text("id");
        if (id is null)
            return;
        string field = section switch { "safety" => "message", "screens" => "title", "ruleSet" => "disclaimer", "factors" => random.Pick(["question", "question", "name", "hint"]), _ => random.Pick(["name", "summary"]) };
        var texts = overlay["texts"] as JsonObject ?? [];
        overlay["texts"] = texts;
        texts[random.Pick(Cultures)] = new JsonObject { [section] = new JsonObject { [id] = new JsonObject { [field] = random.Pick(["", " ", "All is well.", "Alles gut."]) } } };
        Did($"texts: {section}");
    }

    private void Head(JsonObject overlay)
    {
        string what = random.Pick(["disclaimer", "intendedUse", "model", "id", "considered"]);
        overlay[what] = what switch
        {
            "disclaimer" => random.Pick(["", "All is well.", "This is a diagnosis.", "Somebody says: this is not a diagnosis?", "This is not a diagnosis."]),
            "intendedUse" => random.Pick(["research", "professional-support"]),
            "model" => JsonNode.Parse("""{ "certaintyShrinkage": { "high": 0, "moderate": 0, "low": 0, "very-low": 0 }, "settledWidth": 100 }"""),
            "id" => random.Pick([AttackBase.Id, "generated.set-2"]),
            _ => new JsonArray(),
        };
        Did($"head: {what}");
    }

    /// <summary>A safety rule of its own, beside those that are there.</summary>
    private void Guard(JsonObject overlay)
    {
        if (Any("safety") is not { } rule)
            return;
        if (random.Chance(50))
            rule["id"] = LookAlike(rule.Text("id")!);
        string what = random.Pick(["gate", "kind", "unlocked", "elsewhere", "milder"]);
        switch (what)
        {
            case "gate":
                rule["when"] = Gate();
                break;
            case "kind":
                rule["kind"] = "caution";
                rule.Remove("urgency");
                rule.Remove("refer");
                break;
            case "elsewhere":
                rule.Remove("traits");
                rule.Remove("movements");
                rule["interventions"] = NaiveJson.Array(["nothing.*"]);
                break;
            case "milder" when rule["urgency"] is not null:
                rule["urgency"] = "routine";
                break;
            default:
                rule["locked"] = false;
                break;
        }

        Put(overlay, "safety", rule, $"safety: {what}");
    }

    private void Sell(JsonObject overlay)
    {
        var product = Any("products") ?? new JsonObject { ["id"] = "sold" };
        product["id"] = "sold" + Fresh();
        product["intervention"] = Any("interventions")?.Text("id");
        product.Remove("allergens");
        Put(overlay, "products", product, "a product");
    }

    /// <summary>Changes something anywhere in an entry; says what.</summary>
    private string Mutate(JsonObject entry, string section)
    {
        (JsonObject Parent, string Name)[] places = [.. Places(entry)];
        if (places.Length == 0)
            return "nothing";
        var (parent, name) = random.Pick(places);
        var at = parent[name];
        switch (random.Below(6))
        {
            case 0:
                parent.Remove(name);
                return $"no {name}";
            case 1 or 2 when Any(section) is { } other && other[name] is { } borrowed:
                parent[name] = borrowed.DeepClone();
                return $"other {name}";
            case 3 when name is "when" or "askWhen":
                parent[name] = Gate();
                return $"gate {name}";
            default:
                parent[name] = Changed(at, name);
                return $"changed {name}";
        }
    }

    private JsonNode? Changed(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonArray list:
                var changed = list.DeepClone().AsArray();
                if (changed.Count > 0 && random.Chance(60))
                    changed.RemoveAt(random.Below(changed.Count));
                else
                    changed = new JsonArray([.. changed.Reverse().Select(n => n?.DeepClone())]);
                return changed;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                return random.Pick<double>([0, 1, -1, -value.GetValue<double>(), value.GetValue<double>() * 10, value.GetValue<double>() + 0.5]);
            case JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                return value.GetValueKind() == JsonValueKind.False;
            case JsonValue value:
                string section = random.Pick(Listed);
                return name is "id" ? value.DeepClone() : Any(section)?.Text("id") ?? value.GetValue<string>();
            default:
                return name is "when" or "askWhen" ? Gate() : node?.DeepClone();
        }
    }

    /// <summary>Every property in an entry, at any depth, but for its id.</summary>
    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(p => p.Key != "id").SelectMany(p => Places(p.Value).Prepend((o, p.Key))),
        JsonArray list => list.SelectMany(Places),
        _ => [],
    };

    private static void Nudge(JsonObject change)
    {
        foreach (string form in (string[])["atMost", "atLeast", "set"])
        {
            if (change[form] is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
                change[form] = value.GetValue<double>() + 1;
        }
    }

    private JsonNode Gate()
    {
        var never = JsonNode.Parse("""{ "any": [] }""")!;
        if (Any("factors") is not { } factor)
            return never;
        string id = factor.Text("id")!;
        return random.Below(4) switch
        {
            0 => never,
            1 => new JsonObject { ["all"] = new JsonArray() },
            2 => new JsonObject { ["not"] = new JsonObject { ["known"] = id } },
            _ => factor.Text("kind") switch
            {
                "boolean" => new JsonObject { ["factor"] = id, ["equals"] = random.Chance(50) },
                "choice" => new JsonObject { ["factor"] = id, ["equals"] = factor["choices"] is JsonArray { Count: > 0 } choices ? choices[0]!.DeepClone() : "none" },
                _ => new JsonObject { ["factor"] = id, [random.Pick(["atLeast", "below"])] = 1 },
            },
        };
    }

    private JsonObject? Any(string section) => known[section] is { Count: > 0 } entries ? random.Pick(entries).DeepClone().AsObject() : null;

    private string LookAlike(string id) => random.Below(5) switch
    {
        0 => id + "-2",
        1 => "a" + id,
        2 => id.Contains('l', StringComparison.Ordinal) ? id.Replace('l', '1') : id + ".x",
        3 => "plan.new" + Fresh(),
        _ => "zz." + id.Replace('.', '-'),
    };

    private int Fresh() => ++fresh;

    private void Put(JsonObject overlay, string section, JsonObject entry, string what)
    {
        if (overlay[section] is not JsonArray list)
            overlay[section] = list = [];
        if (list.Any(e => e!.AsObject().Text("id") == entry.Text("id")))
            return;
        list.Add(entry);
        known[section].Add(NaiveJson.Normalise(entry));
        Did(what);
    }

    private void Did(string what) => Tried[what] = Tried.GetValueOrDefault(what) + 1;
}
