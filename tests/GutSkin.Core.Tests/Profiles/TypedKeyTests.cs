using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Profiles;

/// <summary>A typed key says the same everywhere: its kind and its unit count in a profile, a buffer, a column, a gate, a rule and a class.</summary>
public class TypedKeyTests
{
    private static readonly NumberFactor VitaminD = new("lab.vitamin-d", "ng/mL");
    private static readonly ScoringService Scoring = ScoringService.Default;

    [Fact]
    public void The_unit_of_a_key_counts_in_a_profile_as_in_a_buffer_and_a_column()
    {
        var scoring = new ScoringService(LintCases.Compose(LintBase.Json).GetValueOrThrow());
        var milk = new NumberFactor("diet.milk", "mL");
        string expected = Scores(scoring.CreateBuffer(Person().With("diet.milk", 1.5).Build()));
        Scores(scoring.CreateBuffer(Person().With("diet.milk", 0.5).Build())).Should().NotBe(expected, "the answer counts");
        Scores(scoring.CreateBuffer(Person().With(milk, 1500).Build())).Should().Be(expected);
        Scores(scoring.CreateBuffer(Person().With(new NumberFactor("diet.milk", "L"), Quantity.Of(1500, "mL")).Build())).Should().Be(expected);
        scoring.Assess(Person().With(milk, 1500).Build()).Condition("acne")!.Contributions.Single(c => c.Factor == "diet.milk").Value
            .Should().Be((FactorValue)1.5, "it is said in the factor's own unit");
        var buffer = scoring.CreateBuffer(Person().Build());
        buffer.Set(milk, 1500);
        Scores(buffer).Should().Be(expected);
        var results = scoring.CreateResults(1);
        scoring.ScoreTable(new CohortColumns(1).Add(milk, new double[] { 1500 }).Add("person.age", new double[] { 20 }), results);
        string.Join(' ', results.Conditions.Select(c => results.Scores(c)[0])).Should().Be(expected);
        scoring.Check(Person().With(milk, 1500).Build()).Should().BeEmpty();

        Scoring.Check(PersonProfile.Create().With(new NumberFactor("lab.vitamin-d", "pint"), 18).Build())
            .Should().ContainSingle().Which.Code.Should().Be("GS0505");

        static PersonProfileBuilder Person() => PersonProfile.Create().With("person.age", 20);
    }

    [Fact]
    public void The_unit_of_a_whole_number_counts_too()
    {
        var resolved = LintCases.Compose(LintBase.With(
            ("\"name\": \"Age\", \"kind\": \"integer\", \"min\": 0, \"max\": 120", "\"name\": \"Age\", \"kind\": \"integer\", \"unit\": \"a\", \"min\": 0, \"max\": 120, \"conversions\": [ { \"from\": \"mo\", \"divide\": 12 } ]"))).GetValueOrThrow();
        var scoring = new ScoringService(resolved);
        var months = new IntegerFactor("person.age", "mo");
        var milk = new NumberFactor("diet.milk", "L");
        Scores(scoring.CreateBuffer(PersonProfile.Create().With(milk, 2).With(months, 240).Build()))
            .Should().Be(Scores(scoring.CreateBuffer(PersonProfile.Create().With(milk, 2).With("person.age", 20).Build())));
        var buffer = scoring.CreateBuffer();
        buffer.Set(milk, 2);
        buffer.Set(months, 240);
        Scores(buffer).Should().Be(Scores(scoring.CreateBuffer(PersonProfile.Create().With(milk, 2).With("person.age", 20).Build())));
    }

    [Fact]
    public void A_gate_and_a_curve_in_another_unit_do_not_slip_through()
    {
        var set = RuleSet.Create("own.set", "1.0.0", "Own").Extends(BuiltInRuleSet.Id)
            .Add(new Evidence { Id = "own-notes", Title = "Notes" })
            .Rule("own.rule", SkinConditions.AcneVulgaris, rule => rule
                .Reads(VitaminD, (0, 0), (20, 1)).When(Gates.Below(VitaminD, 20))
                .Effects(Effect.OddsRatio(1.1), Certainty.VeryLow).Cites("own-notes"))
            .Build();
        var result = RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From(set));
        result.Diagnostics.Where(d => d.Code == "GS0505").Select(d => d.Path).Should().HaveCount(2);
        result.Diagnostics.Where(d => d.Code == "GS0505").Should().OnlyContain(d => d.Hint!.Contains("nmol/L", StringComparison.Ordinal));
    }

    [Fact]
    public void Gates_of_keys_are_those_of_ids()
    {
        Same(Gates.AtLeast(Factors.Diet.Milk, 1), Gates.AtLeast("diet.milk", 1));
        Same(Gates.AtMost(Factors.Person.Age, 18), Gates.AtMost("person.age", 18));
        Same(Gates.Above(Factors.Person.Age, 18), Gates.Above("person.age", 18));
        Same(Gates.Between(Factors.Person.Age, 12, 30), Gates.Between("person.age", 12, 30));
        Same(Gates.Is(Factors.Person.Pregnant), Gates.Is("person.pregnant"));
        Same(Gates.Is(Factors.Person.Sex, Factors.Person.Sex.Female), Gates.Is("person.sex", "female"));
        Same(Gates.OneOf(Factors.Person.Sex, Factors.Person.Sex.Female, Factors.Person.Sex.Intersex), Gates.OneOf("person.sex", "female", "intersex"));

        static void Same(Gate typed, Gate named) => Written(typed).Should().Be(Written(named));
        static string Written(Gate gate) =>
            RuleSetJson.Write(RuleSet.Create("a.b", "1.0.0", "T").Rule("r.r", "c", r => r.When(gate).Effects(Effect.OddsRatio(2), Certainty.Low)).Build());
    }

    [Fact]
    public void A_class_whose_key_says_another_kind_or_unit_is_told_when_it_is_composed()
    {
        RuleSetComposer.Compose([BuiltInRuleSet.Document], [new Misreading(new BooleanFactor("diet.milk"))]).Diagnostics.Select(d => d.Code).Should().Contain("GS0503");
        RuleSetComposer.Compose([BuiltInRuleSet.Document], [new Misreading(VitaminD)]).Diagnostics.Select(d => d.Code).Should().Contain("GS0505");
        RuleSetComposer.Compose([BuiltInRuleSet.Document], [new Misreading(Factors.Diet.Milk)]).Success.Should().BeTrue();
    }

    [Fact]
    public void All_factors_have_a_key_that_fits()
    {
        Factors.All.Select(k => k.Id).Should().Equal(BuiltInRuleSet.Resolved.Data.Factors.Select(f => f.Id).Order(StringComparer.Ordinal));
        foreach (var key in Factors.All)
            BuiltInRuleSet.Resolved.Find(key).Should().NotBeNull();
    }

    [Fact]
    public void What_is_recorded_can_be_looked_up_and_taken_back()
    {
        var builder = PersonProfile.Create()
            .ConcernedAbout(SkinConditions.AcneVulgaris, SkinConditions.Rosacea).Screened([Screens.Acne])
            .With(Factors.Diet.Milk, 1).With(Factors.Person.Age, 30);
        var profile = builder.Build();
        profile[Factors.Diet.Milk]!.Value.Should().Be((FactorValue)1.0);
        profile[Factors.Diet.Fiber].Should().BeNull();

        var back = builder.Without(Factors.Diet.Milk).WithoutConcern(SkinConditions.Rosacea).Unscreened(Screens.Acne).Build();
        back[Factors.Diet.Milk].Should().BeNull();
        back.Concerns.Should().Equal(SkinConditions.AcneVulgaris);
        back.Screened.Should().BeEmpty();
        profile.Concerns.Should().HaveCount(2, "a profile built before keeps what it had");
    }

    [Fact]
    public void What_if_and_explain_take_keys()
    {
        var profile = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Person.Age, 20).With(Factors.Diet.Milk, 3).Build();
        var typed = Scoring.WhatIf(profile, p => p.With(Factors.Diet.Milk, 0));
        var named = Scoring.WhatIf(profile, new Dictionary<string, FactorValue> { ["diet.milk"] = 0 });
        typed.Conditions.Select(c => (c.Condition, c.ScoreAfter)).Should().Equal(named.Conditions.Select(c => (c.Condition, c.ScoreAfter)));
        typed.Conditions.Single(c => c.Condition == SkinConditions.AcneVulgaris).Gain.Should().BePositive();
        Scoring.WhatIf(profile, p => p.Without(Factors.Diet.Milk)).Conditions.Single(c => c.Condition == SkinConditions.AcneVulgaris)
            .ScoreAfter.Should().BeLessThan(typed.Before.Condition(SkinConditions.AcneVulgaris)!.Score!.Value, "an answer taken back counts no more");
        Scoring.Explain(typed.Before, Factors.Diet.Milk)!.ToString().Should().Be(Scoring.Explain(typed.Before, "diet.milk")!.ToString());
        Scoring.Explain(typed.Before, Factors.Diet.Milk, SkinConditions.AcneVulgaris)!.Kind.Should().Be(ExplanationKind.Link);
    }

    [Fact]
    public void What_if_and_a_buffer_can_leave_unknown_factors_out()
    {
        var profile = PersonProfile.Create().With(Factors.Diet.Milk, 3).With("own.factor", 1).Build();
        var options = new AssessmentOptions { IgnoreUnknownFactors = true };
        FluentActions.Invoking(() => Scoring.CreateBuffer(profile)).Should().Throw<InvalidInputException>();
        FluentActions.Invoking(() => Scoring.WhatIf(profile, p => p.With(Factors.Diet.Milk, 0))).Should().Throw<InvalidInputException>();
        Scores(Scoring.CreateBuffer(profile, options)).Should().NotBeEmpty();
        Scoring.WhatIf(profile, p => p.With(Factors.Diet.Milk, 0), options).Conditions.Should().NotBeEmpty();
    }

    [Fact]
    public void The_basis_that_an_effect_says_is_kept()
    {
        var rule = RuleSet.Create("a.b", "1.0.0", "T")
            .Rule("r.one", "c", r => r.Reads(Factors.Person.Pregnant).Effects(Effect.OddsRatio(2) with { Basis = EffectBasis.Judgement }, Certainty.VeryLow))
            .Rule("r.two", "c", r => r.Reads(Factors.Person.Pregnant).Effects(Effect.OddsRatio(2), Certainty.VeryLow, EffectBasis.Derived))
            .Build().Rules;
        rule.Select(r => r.Effect.Basis).Should().Equal(EffectBasis.Judgement, EffectBasis.Derived);
    }

    [Fact]
    public void A_rule_that_forgot_what_it_reads_does_not_count_for_everyone()
    {
        var set = RuleSet.Create("a.b", "1.0.0", "T");
        FluentActions.Invoking(() => set.Rule("r.r", "c", r => r.Effects(Effect.OddsRatio(3), Certainty.High)))
            .Should().Throw<InvalidOperationException>().WithMessage("*r.r*everyone*Reads*");
        set.Rule("r.r", "c", r => r.ForEveryone().Effects(Effect.OddsRatio(3), Certainty.High)).Build().Rules.Should().ContainSingle();
    }

    private static string Scores(ScoringBuffer buffer)
    {
        var scores = new ScoreResult[buffer.Conditions.Length];
        new ScoringService(buffer.RuleSet).Score(buffer, scores);
        return string.Join(' ', scores.Select(s => s.Score));
    }

    private sealed class Misreading(FactorKey key) : ComputedRule
    {
        public override string Id => "own.class";

        public override string Version => "1.0.0";

        public override string Title => "Own";

        public override string Condition => SkinConditions.AcneVulgaris;

        public override ImmutableArray<FactorKey> Inputs => [key];

        public override Effect Effect => Effect.OddsRatio(1.1);

        public override Certainty Certainty => Certainty.VeryLow;

        protected override BurdenRange Burden(in FactorValues known) => BurdenRange.Any;
    }
}
