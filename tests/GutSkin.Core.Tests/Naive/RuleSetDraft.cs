using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>A generated factor, and the numbers around which its rules and gates turn.</summary>
internal sealed record DraftFactor(string Id, string Kind, JsonObject Document, double Low, double High, double Step, IReadOnlyList<string> Choices)
{
    public bool IsNumeric => Kind is "number" or "integer";

    /// <summary>A number on the factor's grid; the grid is coarse, so that knots, thresholds and answers often meet.</summary>
    public double Point(SplitMix64 random) => Low + (Step * random.Below((int)Math.Round((High - Low) / Step) + 1));
}

/// <summary>What a rule set under construction already holds.</summary>
internal sealed class RuleSetDraft(SplitMix64 random)
{
    public static readonly string[] Certainties = ["high", "moderate", "low", "very-low"];

    public SplitMix64 Random { get; } = random;

    public IReadOnlyList<string> Conditions { get; init; } = [];

    public IReadOnlyList<string> Mechanisms { get; init; } = [];

    public IReadOnlyList<DraftFactor> Factors { get; init; } = [];

    /// <summary>Many factors, many rules and hardly a screen: more questions than are returned.</summary>
    public bool Wide { get; init; }

    /// <summary>Some factors are in everything, as they are in life.</summary>
    public DraftFactor PickFactor() => Random.Pick(Random.Chance(50) ? [.. Factors.Take(5)] : Factors);

    /// <summary>A gate of any shape, at most <paramref name="depth"/> levels deep; safety never depends on concerns.</summary>
    public JsonObject Gate(int depth, bool concerns = true)
    {
        if (depth > 0 && Random.Chance(45))
        {
            return Random.Below(5) switch
            {
                0 or 1 => new JsonObject { ["all"] = Operands(depth, concerns) },
                2 or 3 => new JsonObject { ["any"] = Operands(depth, concerns) },
                _ => new JsonObject { ["not"] = Gate(depth - 1, concerns) },
            };
        }

        return Random.Below(100) switch
        {
            < 8 => new JsonObject { ["known"] = Random.Pick(Factors).Id },
            < 16 when concerns => new JsonObject { ["concern"] = Random.Pick(Conditions) },
            _ => Comparison(PickFactor()),
        };
    }

    public JsonObject Comparison(DraftFactor factor)
    {
        var gate = new JsonObject { ["factor"] = factor.Id };
        if (factor.Kind == "boolean")
        {
            gate["equals"] = Random.Chance(75);
            return gate;
        }

        if (factor.Kind == "choice")
        {
            if (Random.Chance(50))
                gate["equals"] = Random.Pick(factor.Choices);
            else
                gate["in"] = NaiveJson.Array(Random.Some(factor.Choices, Random.From(1, factor.Choices.Count)));
            return gate;
        }

        var (low, high) = (factor.Point(Random), factor.Point(Random));
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        switch (Random.Below(10))
        {
            case 0 or 1:
                gate["atLeast"] = high;
                break;
            case 2:
                gate["above"] = factor.Kind == "integer" && Random.Chance(30) ? high - 0.5 : high;
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
                gate[Random.Chance(50) ? "below" : "atMost"] = high;
                break;
        }

        return gate;
    }

    /// <summary>An effect in any of the six forms; the sign is that of its log odds.</summary>
    public JsonObject Effect(int sign)
    {
        var effect = new JsonObject();
        var size = Random.Pick([Random.Decimal(0.05, 0.6, 2), Random.Decimal(0.3, 2, 2), Random.Decimal(0.05, 1.2, 3)]);
        var form = Random.Pick(["oddsRatio", "oddsRatio", "riskRatio", "hazardRatio", "smd", "meanDifference", "logOdds"]);
        var isRatio = form.EndsWith("Ratio", StringComparison.Ordinal);
        var value = isRatio ? Math.Round(Math.Exp(sign * size), 3) : sign * size * (form == "meanDifference" ? 10 : 1);
        value = Math.Round(value, 3);
        effect[form] = value;
        if (form == "meanDifference")
        {
            effect["sd"] = Random.Decimal(4, 15, 1);
            effect["of"] = "EASI";
        }

        if (Random.Chance(60))
        {
            var below = Random.Decimal(0.02, 1.2, 2);
            var above = Random.Decimal(0.02, 1.2, 2);
            var (low, high) = isRatio
                ? (value / (1 + below), value * (1 + above))
                : (value - (below * Math.Max(Math.Abs(value), 0.1)), value + (above * Math.Max(Math.Abs(value), 0.1)));
            (low, high) = (Math.Min(Math.Round(low, 3), value), Math.Max(Math.Round(high, 3), value));
            var none = isRatio ? 1.0 : 0.0;
            if (Random.Chance(12) && value != none)
                (low, high) = value < none ? (low, none) : (none, high);
            effect["ci95"] = RuleSetGenerator.Numbers(Math.Max(low, isRatio ? 0.001 : low), high);
        }

        if (Random.Chance(10))
            effect["basis"] = Random.Pick(["published", "derived", "judgement"]);
        return effect;
    }

    private JsonArray Operands(int depth, bool concerns)
    {
        var count = Random.Pick([0, 1, 2, 2, 2, 3]);
        return RuleSetGenerator.Objects(Enumerable.Range(0, count).Select(_ => Gate(depth - 1, concerns)));
    }
}
