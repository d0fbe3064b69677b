using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random references: anywhere, or where a rule says that it is better to be; for everybody, or by gates.</summary>
internal static class ReferenceGenerator
{
    public static void AddReferences(RuleSetDraft draft, IReadOnlyList<JsonObject> rules)
    {
        var random = draft.Random;
        foreach (var factor in draft.Factors)
        {
            var scored = rules.Where(r => r.Text("factor") == factor.Id && !r.Flag("informational") && r.Text("role") != "marker" && Harms(r)).ToList();
            if (random.Chance(draft.Targets.Contains(factor.Id) ? 5 : scored.Count > 0 && factor.IsModifiable ? 8 : 60))
                continue;
            var reference = scored.Count > 0 && random.Chance(92) ? Better(random, factor, random.Pick(scored)) : Any(random, factor);
            factor.Document["reference"] = random.Chance(draft.Focused || draft.Targets.Contains(factor.Id) ? 15 : 30) ? Gated(draft, factor, reference) : reference;
        }
    }

    private static bool Harms(JsonObject rule) => new NaiveEffect(rule["effect"]!.AsObject(), 1, double.PositiveInfinity).Lambda > 0;

    private static JsonArray Gated(RuleSetDraft draft, DraftFactor factor, JsonObject reference)
    {
        var random = draft.Random;
        var list = new JsonArray();
        for (var n = random.From(1, 2); n > 0; n--)
        {
            var other = random.Chance(65) ? reference.DeepClone().AsObject() : Any(random, factor);
            other["when"] = draft.Gate(1);
            list.Add(other);
        }

        if (random.Chance(70))
            list.Add(reference);
        return list;
    }

    private static JsonObject Any(SplitMix64 random, DraftFactor factor)
    {
        if (factor.Kind == "boolean")
            return new JsonObject { ["value"] = random.Chance(35) };
        if (factor.Kind == "choice")
            return new JsonObject { ["value"] = random.Pick(factor.Choices) };

        var (a, b) = (factor.Point(random), factor.Point(random));
        var reference = new JsonObject();
        var ends = random.Below(3);
        // An integer's reference may end between two whole numbers, as long as one is inside.
        var half = factor.Kind == "integer" && Math.Abs(a - b) >= 1 && random.Chance(40) ? 0.5 : 0;
        if (ends != 1)
            reference["low"] = Math.Min(a, b) + half;
        if (ends != 2)
            reference["high"] = Math.Max(a, b) - (ends == 1 ? half : 0);
        return reference;
    }

    /// <summary>Toward the end at which the rule's burden is small.</summary>
    private static JsonObject Better(SplitMix64 random, DraftFactor factor, JsonObject rule)
    {
        double Burden(string answer) => rule["levels"] is { } levels ? levels[answer]?.GetValue<double>() ?? 0 : answer == "true" ? 1 : 0;
        if (factor.Kind == "boolean")
            return new JsonObject { ["value"] = Burden("true") < Burden("false") };
        if (factor.Kind == "choice")
            return new JsonObject { ["value"] = factor.Choices.OrderBy(Burden).First() };
        var curve = rule["curve"]!.AsArray();
        var rises = curve[^1]![1]!.GetValue<double>() >= curve[0]![1]!.GetValue<double>();
        var (a, b) = (factor.Point(random), factor.Point(random));
        return rises ? new JsonObject { ["high"] = Math.Min(a, b) } : new JsonObject { ["low"] = Math.Max(a, b) };
    }
}
