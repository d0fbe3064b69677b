using System.Collections.Immutable;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Samples.CustomRules;

/// <summary>
/// What data cannot say: one burden of two answers. A glass of oat milk a day is seven a week, and a week's glasses count together
/// with the week's sugary drinks. Missing answers are ranges, so a score, its interval, its levers and the next questions follow.
/// </summary>
internal sealed class SweetDrinksRule : ComputedRule
{
    private static readonly Curve Counts = Curve.Of((2, 0), (14, 1));

    public override string Id => "practice.sweet-drinks-acne";

    public override string Version => "1.0.0";

    public override string Title => "Sweet drinks of a week and acne";

    public override string Condition => SkinConditions.AcneVulgaris;

    public override ImmutableArray<FactorKey> Inputs => [Factors.Diet.SugaryDrinks, OatMilk.Glasses];

    public override Effect Effect => Effect.OddsRatio(1.15) with { Basis = EffectBasis.Judgement };

    public override Certainty Certainty => Certainty.VeryLow;

    // The rule on oat milk in OatMilk.cs stands in the same group: one glass is not counted twice.
    public override string Overlap => "practice-sweet-drinks";

    public override ImmutableArray<string> Evidence => ["practice-oat-notes"];

    public override string Rationale => "Sugary drinks of a week and seven times the glasses of oat milk of a day, added: 2 count nothing, 14 in full.";

    public static ImmutableArray<RuleSetTest> Tests { get; } =
    [
        Test("two glasses of oat milk a day are fourteen a week", 0, 2, 3.4, 3.5),
        Test("half from each counts as much, beside the rule of the evidence on sugary drinks", 7, 1, 29.9, 30),
        Test("two drinks a week count nothing", 2, 0, 0, 0),
        Test("without the oat milk only what is certain counts", 8, null, 28.7, 28.72),
    ];

    protected override BurdenRange Burden(in FactorValues known)
    {
        var drinks = known.Range(Factors.Diet.SugaryDrinks);
        var oatMilk = known.Range(OatMilk.Glasses);
        return Counts.BurdensOver(drinks.Low + (7 * oatMilk.Low), drinks.High + (7 * oatMilk.High));
    }

    private static RuleSetTest Test(string name, double drinks, double? oatMilk, double atLeast, double atMost)
    {
        var person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Person.Age, 40).With(Factors.Diet.SugaryDrinks, drinks);
        if (oatMilk is { } glasses)
            person.With(OatMilk.Glasses, glasses);
        return new RuleSetTest
        {
            Name = name,
            Profile = person.Build(),
            Scores = ImmutableSortedDictionary<string, ScoreExpectation>.Empty
                .Add(SkinConditions.AcneVulgaris, new ScoreExpectation { AtLeast = atLeast, AtMost = atMost }),
        };
    }
}
