using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>A generated factor, and the numbers around which its rules and gates turn.</summary>
/// <param name="Quiet">Only safety and products ask for it.</param>
/// <param name="Safe">A safety rule may read it: nothing that it hangs on reads an estimate, a concern or a bare <c>known</c>.</param>
internal sealed record DraftFactor(
    string Id, string Kind, JsonObject Document, double Low, double High, double Step, IReadOnlyList<string> Choices, bool Safe = true,
    bool Quiet = false)
{
    public bool IsNumeric => Kind is "number" or "integer";

    public bool IsModifiable => Document.Flag("modifiable");

    /// <summary>Whether a derivation may read it as a number.</summary>
    public bool HasNumber => Kind != "choice" || Document["scores"] is not null;

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

    /// <summary>In the order in which they may hang on each other: each on earlier ones alone.</summary>
    public IReadOnlyList<DraftFactor> Factors { get; init; } = [];

    /// <summary>The factors that some derivation fills.</summary>
    public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

    /// <summary>The factors that a derivation needs.</summary>
    public HashSet<string> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The targets of estimates.</summary>
    public HashSet<string> Estimates { get; } = new(StringComparer.Ordinal);

    /// <summary>Rules that hold for everybody, on what can be changed: levers.</summary>
    public bool Focused { get; init; }

    /// <summary>Many factors, many rules and hardly a screen: more questions than are returned.</summary>
    public bool Wide { get; init; }

    /// <summary>What rules, interventions and indications may read: anything.</summary>
    public GateScope Anything => new(Factors, true, true, true);

    /// <summary>What a safety rule may read.</summary>
    public GateScope SafeFactors => new([.. Factors.Where(f => f.Safe)], false, true, true);

    public DraftFactor PickFactor() => PickFactor(Factors);

    /// <summary>Some factors are in everything, as they are in life: the first ones, and what derivations fill.</summary>
    public DraftFactor PickFactor(IReadOnlyList<DraftFactor> among)
    {
        if (among.Any(f => !f.Quiet))
            among = [.. among.Where(f => !f.Quiet)];
        var targets = among.Where(f => Targets.Contains(f.Id)).ToList();
        var estimates = targets.Where(f => Estimates.Contains(f.Id)).ToList();
        if (targets.Count > 0 && Random.Chance(33))
            return Random.Pick(estimates.Count > 0 && Random.Chance(60) ? estimates : targets);
        return Random.Pick(Random.Chance(50) ? [.. among.Take(5)] : among);
    }

    /// <summary>Mostly what can be changed.</summary>
    public DraftFactor PickModifiable()
    {
        var factor = PickFactor();
        for (var tries = Focused ? 3 : 1; tries > 0 && !factor.IsModifiable; tries--)
            factor = PickFactor();
        return factor;
    }

    public JsonObject Gate(int depth) => GateGenerator.Gate(this, depth, Anything);

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
}
