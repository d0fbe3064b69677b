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
            Config.QuickThrowOnFailure.WithMaxTest(Fewer(count)),
            Prop.ForAll(Gen.Choose(1_000_000, 2_000_000_000).ToArbitrary(), law));

    /// <summary>How many of so many cases are wanted: <c>GUTSKIN_FEWER_CASES=8</c> takes an eighth, where every change of the code is tried by these tests.</summary>
    public static int Fewer(int count) => Math.Max(1, count / Math.Max(1, TestSettings.Number("GUTSKIN_FEWER_CASES", 1)));

    public static JsonObject RuleSet(int seed) => RuleSetGenerator.Generate(seed);

    public static JsonObject Profile(JsonObject ruleSet, int seed) => ProfileGenerator.Generate(ruleSet, seed);

    public static Assessment Assess(int seed)
    {
        var ruleSet = RuleSet(seed);
        return TwinTests.Assess(ruleSet, Profile(ruleSet, seed));
    }

    /// <summary>The profile with an answer to everything that is missing and applies.</summary>
    public static PersonProfile Complete(JsonObject ruleSet, JsonObject profile, int seed, Assessment open)
    {
        var complete = TwinTests.Profile(ProfileGenerator.Complete(ruleSet, profile, seed)).ToBuilder();
        foreach (string factor in open.Inapplicable)
            complete.Without(factor);
        // What is too old may have yielded to a screen: a new answer would win over it.
        var before = TwinTests.Profile(profile);
        foreach (string factor in open.Notices.Where(n => n.Code == "too-old").Select(n => n.Factor).OfType<string>().Except(open.Derived.Select(d => d.Factor)))
            complete.With(factor, before.Observations[factor].Value!.Value, before.Observations[factor].Unit, before.Observations[factor].On);
        return complete.Build();
    }

    /// <summary>Whether something follows from a factor: a derived value, or that another does not apply.</summary>
    public static bool InfersFrom(RuleSet set, string factor) =>
        set.Derivations.Any(d => d.Cases.Any(c => c.Needs.Contains(factor) || c.When?.Factors().Contains(factor) == true))
        || set.Factors.Any(f => f.AskWhen?.Factors().Contains(factor) == true)
        || set.Screens.Any(s => s.When?.Factors().Contains(factor) == true);

    /// <summary>
    /// Whether an answer could fill a target in another way, which no interval covers (section 4): <see cref="Complete"/> writes derived
    /// values down as they are, which a whole number between two does not allow.
    /// </summary>
    public static bool CanBeFilledOtherwise(RuleSet set, Assessment open) =>
        open.Derived.Any(d => d.Value != Math.Floor(d.Value) && set.Factors.Single(f => f.Id == d.Factor).Kind == FactorKind.Integer);

    /// <summary>Whether any scored rule has a <c>known</c> gate, or what applies has one: the one thing an interval does not cover.</summary>
    public static bool HasKnownInScoredRule(RuleSet set) =>
        set.Rules.Where(r => r.IsScored).Select(r => r.When)
            .Concat(set.Factors.Select(f => f.AskWhen))
            .Concat(set.Screens.Select(s => s.When))
            .Concat(set.Derivations.SelectMany(d => d.Cases).Select(c => c.When))
            .Any(gate => gate is not null && ReadsKnown(gate));

    private static bool ReadsKnown(Gate gate) => gate switch
    {
        KnownGate => true,
        AllGate all => all.Operands.Any(ReadsKnown),
        AnyGate any => any.Operands.Any(ReadsKnown),
        NotGate not => ReadsKnown(not.Operand),
        _ => false,
    };
}
