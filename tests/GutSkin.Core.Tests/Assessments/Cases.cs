using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Naive;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Runs a law over generated rule sets and profiles.</summary>
internal static class Cases
{
    /// <summary>Checks a law on random seeds; a failure names the seed.</summary>
    public static void ForAll(Action<int> law, int count = 300) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(Gen.Choose(1_000_000, 2_000_000_000).ToArbitrary(), law));

    public static JsonObject RuleSet(int seed) => RuleSetGenerator.Generate(seed);

    public static JsonObject Profile(JsonObject ruleSet, int seed) => ProfileGenerator.Generate(ruleSet, seed);

    public static Assessment Assess(int seed)
    {
        var ruleSet = RuleSet(seed);
        return TwinTests.Assess(ruleSet, Profile(ruleSet, seed));
    }

    /// <summary>Whether any scored rule has a <c>known</c> gate: the one thing an interval does not cover.</summary>
    public static bool HasKnownInScoredRule(RuleSet set) =>
        set.Rules.Any(r => r.IsScored && r.When is { } gate && ReadsKnown(gate));

    private static bool ReadsKnown(Gate gate) => gate switch
    {
        KnownGate => true,
        AllGate all => all.Operands.Any(ReadsKnown),
        AnyGate any => any.Operands.Any(ReadsKnown),
        NotGate not => ReadsKnown(not.Operand),
        _ => false,
    };
}
