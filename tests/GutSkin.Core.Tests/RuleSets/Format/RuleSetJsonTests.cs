using GutSkin.Core.Profiles.Format;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.Tests.RuleSets.Format;

public class RuleSetJsonTests
{
    private static RuleSet Full { get; } = RuleSetJson.Read(FullRuleSet.Json).RuleSet!;

    [Fact]
    public void TheFullFormatIsReadWithoutAComplaint() => RuleSetJson.Read(FullRuleSet.Json, "f.json").Diagnostics.Should().BeEmpty();

    [Fact]
    public void EveryPropertyOfEveryShapeStandsInTheFullFormat()
    {
        // So that the round trip below is one of all of them.
        foreach (var shape in ObjectShapes.All.Where(s => s != ProfileShapes.Profile && s != ProfileShapes.Observation))
        {
            foreach (string property in shape.Properties)
                FullRuleSet.Json.Should().Contain($"\"{property}\":", $"it is a property of a {shape.Name}");
        }
    }

    [Fact]
    public void WhatIsReadIsWhatIsWritten()
    {
        Full.Title.Should().Be("Größe 😀");
        Full.Extends.Should().Equal(
            new RuleSetDependency { Id = "gutskin.evidence", Version = ">=2.0.0 <3.0.0" }, new RuleSetDependency { Id = "other" });
        Full.Remove.Products.Should().Equal("p");
        Full.IntendedUse.Should().Be(IntendedUse.ProfessionalSupport);
        Full.Disclaimer.Should().Be("This is not a diagnosis.\n\"Really\".");
        Full.Model!.CertaintyShrinkage[Certainty.VeryLow].Should().Be(0.25);
        Full.Model.Bands!.Value.Should().HaveCount(3).And.EndWith(new Band { Name = "high" });
        Full.Conditions.Select(c => c.Kind).Should().Equal(ConditionKind.SkinCondition, ConditionKind.GutState, ConditionKind.SkinState);
        var vitamin = Full.Factors[0];
        (vitamin.Unit, vitamin.Min, vitamin.Max, vitamin.Modifiable, vitamin.Acquisition, vitamin.MaxAgeDays)
            .Should().Be(("nmol/L", 0.0, 500.0, true, Acquisition.Measure, 365));
        vitamin.Conversions[1].Should().Be(new UnitConversion { From = "K", Multiply = 1, Add = -273.15 });
        vitamin.References[0].Basis.Should().Be(ReferenceBasis.ZeroOfCurve);
        Full.Factors[1].References[0].Value.Should().Be(FactorValue.Choice("syndet"));
        vitamin.Conversions[2].Should().Be(new UnitConversion { From = "d", Divide = 7, Round = 2 });
        (vitamin.Core, vitamin.CoreOrder, vitamin.Hint).Should().Be((true, 3, "h"));
        vitamin.AskWhen!.Factors().Should().Equal("symptom.fever");
        (Full.Factors[1].Scores["soap"], Full.Factors[1].Labels["soap"]).Should().Be((1, "a bar of soap"));
        Full.Factors[2].References.Select(r => (r.When is null, r.High)).Should().Equal((false, 1), (true, 2));
        Full.Conditions[0].Presence.Should().Be("symptom.fever");
        Full.Model.SettledWidth.Should().Be(20);
        Full.Forms[0].Items.Should().Equal("diet.milk", "skincare.cleanser");
        var derivation = Full.Derivations[0];
        (derivation.Standing, derivation.Form, derivation.Round, derivation.Error!.StandardDeviation, derivation.Error.Basis)
            .Should().Be((DerivationStanding.Estimate, "food", 3, 5.3, EffectBasis.Derived));
        var linear = ((LinearCase)derivation.Cases[0]).Linear;
        linear.Terms["symptom.fever"].Should().Be(new CoefficientTerm(3.26));
        ((CurveTerm)linear.Terms["diet.milk"]).Curve.BurdenAt(10).Should().Be(-0.5);
        ((LevelsTerm)linear.Terms["skincare.cleanser"]).Levels["soap"].Should().Be(1);
        ((ProductCase)derivation.Cases[1]).Powers["diet.milk"].Should().Be(-2);
        ((LmsCase)derivation.Cases[2]).Knots[0].Should().Be(new LmsKnot(60, -0.7151, 15.2679, 0.08366));
        derivation.Cases[2].Needs.Should().Equal("diet.milk", "symptom.fever");
        Full.Traits[0].Title.Should().Be("holds living microbes");
        Full.Evidence[0].N.Should().Be(78529);
        var milk = Full.Rules[0];
        milk.Curve.Should().Be(Curve.Of((0, 0), (2, 1)));
        milk.Effect.Should().Be(Effect.OddsRatio(1.25, 1.15, 1.36) with { Basis = EffectBasis.Derived });
        (milk.Role, milk.Lifecycle, milk.Informational, milk.ReviewedOn)
            .Should().Be((RuleRole.Marker, RuleLifecycle.Reviewed, true, new DateOnly(2026, 11, 20)));
        milk.When!.Factors().Should().Equal("diet.milk", "symptom.fever", "skincare.cleanser", "lab.vitamin-d");
        Full.Rules[1].Levels.Should().Equal(new Dictionary<string, double> { ["foaming"] = 0.5, ["soap"] = 1 });
        Full.Rules[4].Effect.Should().Be(Effect.MeanDifference(-1e-7, 8, "DLQI"));
        Full.Rules[5].Lifecycle.Should().Be(RuleLifecycle.Active);
        var intervention = Full.Interventions[0];
        intervention.Changes[4].Set.Should().Be(FactorValue.Boolean(false));
        intervention.Effects[0].Effect.Should().Be(Effect.Smd(-0.3, -0.5, -0.1));
        (intervention.Effects[1].Informational, intervention.Effects[1].Note).Should().Be((true, "n"));
        intervention.Effects[2].Effect.Should().BeNull();
        intervention.Effects[2].Trial.Should().Be(new Trial { Outcome = "o", N = 43, Weeks = 12.5, Comparator = "c", Population = "p" });
        intervention.Indications.Select(i => (i.Direction, i.Strength, i.Condition)).Should().Equal(
            (IndicationDirection.Against, IndicationStrength.Strong, "acne-vulgaris"), (IndicationDirection.For, IndicationStrength.Conditional, null));
        (intervention.Changes[0].Limit, intervention.Changes[1].LimitPercent).Should().Be((2, 7));
        Full.Safety[2].Movements.Should().Equal(new Movement { Factor = "diet.milk", Direction = MovementDirection.Up });
        (intervention.Weeks, intervention.Effort, intervention.Cost).Should().Be((new Interval(8, 12), Level.Low, Level.High));
        Full.Safety.Select(s => (s.Kind, s.Urgency, s.Locked)).Should().Equal(
            (SafetyKind.Contraindication, null, true), (SafetyKind.Caution, null, false), (SafetyKind.Caution, null, false), (SafetyKind.RedFlag, Urgency.Urgent, false));
        Full.Products[0].Price.Should().Be(new Price { Amount = 158.1m, Currency = "GBP", AsOf = new DateOnly(2021, 6, 22) });
        Full.Texts["de"].Find("factors", "diet.milk", "name").Should().Be("Milch");
        Full.Texts["de"].Find("factors", "skincare.cleanser", "labels.soap").Should().Be("Seife");
        Full.Texts["de"].Find("interventions", "diet.reduce-milk", "indications.0").Should().Be("Dagegen");
        Full.Texts["de"].Find("interventions", "diet.reduce-milk", "indications.1").Should().BeNull("an empty text is none");
        Full.Texts["de"].Find("interventions", "diet.reduce-milk", "effects.2.comparator").Should().Be("c");
        Full.Tests[0].Cautions["diet.reduce-milk"].Should().Equal("care");
        Full.Tests[0].Profile.Screened[1].Items!.Value.Should().Equal("symptom.fever");
        Full.Tests[0].Profile.Observations["symptom.fever"].IsDeclined.Should().BeTrue();
        Full.Tests[0].Scores["acne-vulgaris"].Should().Be(new ScoreExpectation { AtLeast = 20, AtMost = 35 });
    }

    [Fact]
    public void ReadingWhatWasWrittenGivesTheSame()
    {
        string text = RuleSetJson.Write(Full);
        var again = RuleSetJson.Read(text);
        again.Diagnostics.Should().BeEmpty();
        again.RuleSet.Should().BeEquivalentTo(Full, o => o.ComparingByValue<FactorValue>().Excluding(m => m.Path.EndsWith("Source", StringComparison.Ordinal)));
        RuleSetJson.Write(again.RuleSet!).Should().Be(text);
    }

    [Fact]
    public void DefaultsAreNotWritten() =>
        RuleSetJson.Write(new RuleSet
        {
            Id = "a",
            Version = "1.0.0",
            Title = "t",
            Rules =
            [
                new ScoringRule
                {
                    Id = "r",
                    Condition = "c",
                    Title = "t",
                    When = new NotGate { Operand = new KnownGate { Factor = "f" } },
                    Factor = "f",
                    Curve = Curve.Of((0, -0.0), (1.5, 1)),
                    Effect = Effect.OddsRatio(2, 1.5, 3),
                    Certainty = Certainty.Low,
                },
            ],
        }).Should().Be("""
            {
              "id": "a",
              "version": "1.0.0",
              "title": "t",
              "rules": [
                {
                  "id": "r",
                  "condition": "c",
                  "title": "t",
                  "when": { "not": { "known": "f" } },
                  "factor": "f",
                  "curve": [[0, 0], [1.5, 1]],
                  "effect": { "oddsRatio": 2, "ci95": [1.5, 3] },
                  "certainty": "low"
                }
              ]
            }

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void ANumberThatIsNotFiniteIsNotWritten()
    {
        var act = () => RuleSetJson.Write(Full with { Factors = [Full.Factors[0] with { Max = double.NaN }] });
        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void TheHashKnowsNoLayout()
    {
        string hash = RuleSetHash.Sha256(Full);
        hash.Should().MatchRegex("^[0-9a-f]{64}$");
        RuleSetHash.Sha256(RuleSetJson.Read(RuleSetJson.Write(Full)).RuleSet!).Should().Be(hash);
        RuleSetHash.Sha256(RuleSetJson.Read(FullRuleSet.Json.Replace("\n", "\r\n", StringComparison.Ordinal)).RuleSet!).Should().Be(hash);
        RuleSetHash.Sha256(Full with { Title = "other" }).Should().NotBe(hash);
    }
}
