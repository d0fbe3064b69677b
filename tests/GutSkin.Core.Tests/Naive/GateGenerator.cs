using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What a generated gate may read, and how.</summary>
internal sealed record GateScope(IReadOnlyList<DraftFactor> Factors, bool Concerns, bool Known, bool KnownInNot)
{
    /// <summary>A gate that decides whether a factor applies, or fills one: what comes before it alone, and plainly where safety reads it.</summary>
    public static GateScope Before(IEnumerable<DraftFactor> earlier, bool safe) =>
        new([.. earlier.Where(f => f.Safe || !safe)], !safe, !safe, true);
}

/// <summary>Random gates of every form.</summary>
internal static class GateGenerator
{
    /// <summary>A gate of any shape, at most <paramref name="depth"/> levels deep.</summary>
    public static JsonObject Gate(RuleSetDraft draft, int depth, GateScope scope, bool inNot = false)
    {
        var random = draft.Random;
        if (depth > 0 && random.Chance(45))
        {
            return random.Below(5) switch
            {
                0 or 1 => new JsonObject { ["all"] = Operands(draft, depth, scope, inNot) },
                2 or 3 => new JsonObject { ["any"] = Operands(draft, depth, scope, inNot) },
                _ => new JsonObject { ["not"] = Gate(draft, depth - 1, scope, true) },
            };
        }

        return random.Below(100) switch
        {
            < 8 when scope.Known || (scope.KnownInNot && inNot) => new JsonObject { ["known"] = draft.PickFactor(scope.Factors).Id },
            < 16 when scope.Concerns => new JsonObject { ["concern"] = random.Pick(draft.Conditions) },
            _ => Comparison(random, draft.PickFactor(scope.Factors)),
        };
    }

    public static JsonObject Comparison(SplitMix64 random, DraftFactor factor)
    {
        var gate = new JsonObject { ["factor"] = factor.Id };
        if (factor.Kind == "boolean")
        {
            gate["equals"] = random.Chance(75);
            return gate;
        }

        if (factor.Kind == "choice")
        {
            if (random.Chance(50))
                gate["equals"] = random.Pick(factor.Choices);
            else
                gate["in"] = NaiveJson.Array(random.Some(factor.Choices, random.From(1, factor.Choices.Count)));
            return gate;
        }

        var (low, high) = (factor.Point(random), factor.Point(random));
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        switch (random.Below(10))
        {
            case 0 or 1:
                gate["atLeast"] = high;
                break;
            case 2:
                gate["above"] = factor.Kind == "integer" && random.Chance(30) ? high - 0.5 : high;
                break;
            case 3:
                gate["atMost"] = low;
                break;
            case 4:
                gate["below"] = low;
                break;
            case 5:
                gate["equals"] = low;
                break;
            case 6:
                gate["in"] = RuleSetGenerator.Numbers(new[] { low, high }.Distinct());
                break;
            case 7 or 8:
                gate["between"] = RuleSetGenerator.Numbers(low, high);
                break;
            default:
                gate["atLeast"] = low;
                gate[random.Chance(50) ? "below" : "atMost"] = high;
                break;
        }

        return gate;
    }

    private static JsonArray Operands(RuleSetDraft draft, int depth, GateScope scope, bool inNot)
    {
        var count = draft.Random.Pick([0, 1, 2, 2, 2, 3]);
        return RuleSetGenerator.Objects(Enumerable.Range(0, count).Select(_ => Gate(draft, depth - 1, scope, inNot)));
    }
}
