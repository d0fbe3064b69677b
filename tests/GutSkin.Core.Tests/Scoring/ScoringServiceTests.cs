namespace GutSkin.Core.Tests.Scoring;

public class ScoringServiceTests
{
    private static readonly PersonProfile Teen = PersonProfile.Create()
        .AsOf(new DateOnly(2026, 11, 20))
        .ConcernedAbout(SkinConditions.AcneVulgaris)
        .With(Factors.Person.Age, 16)
        .With(Factors.Diet.Milk, 2)
        .With(Factors.Diet.FreeSugars, 18)
        .Build();

    [Fact]
    public void The_default_service_assesses_with_the_built_in_rule_set()
    {
        var assessment = ScoringService.Default.Assess(Teen);
        assessment.RuleSet.Id.Should().Be("gutskin.evidence");
        assessment.RuleSet.Sha256.Should().MatchRegex("^[0-9a-f]{64}$");
        var acne = assessment.Condition(SkinConditions.AcneVulgaris)!;
        acne.Concern.Should().BeTrue();
        acne.Contributions.Should().Contain(c => c.Rule == "acne.milk" && c.LogOdds > 0);
        assessment.Disclaimer.Should().Contain("not a diagnosis");
        assessment.Triage.Complete.Should().BeFalse("no red flag was asked about");
    }

    [Fact]
    public void A_wrong_profile_gives_every_fault_and_no_value_of_the_person()
    {
        var profile = PersonProfile.Create()
            .ConcernedAbout("acne-vulgari")
            .With("diet.fibre", 4711.0)
            .With("diet.fiber", -4711.0)
            .With("lab.vitamin-d", Quantity.Of(18, "furlong"))
            .With("person.pregnant", 1.0)
            .Build();
        var result = ScoringService.Default.TryAssess(profile);
        result.Success.Should().BeFalse();
        result.Diagnostics.Select(d => d.Code).Should().BeEquivalentTo(["GS0501", "GS0502", "GS0503", "GS0504", "GS0505"]);
        result.Diagnostics.Select(d => d.ToString()).Should().NotContain(d => d.Contains("4711", StringComparison.Ordinal));
        result.Diagnostics.Single(d => d.Code == "GS0501").Hint.Should().Contain("diet.fiber");
        result.Diagnostics.Single(d => d.Code == "GS0502").Hint.Should().Contain("acne-vulgaris");

        var assess = () => ScoringService.Default.Assess(profile);
        assess.Should().Throw<InvalidInputException>().Which.Diagnostics.Should().HaveCount(5);
    }

    [Fact]
    public void Faults_of_form_and_of_meaning_come_together_each_with_its_place()
    {
        const string json = """
            { "asOf": "2026-01-01",
              "observations": {
                "diet.fibre": 3,
                "diet.fiber": "x",
                "lab.vitamin-d": { "value": 18, "unit": "mg", "on": "2026-02-01" },
                "diet.mlik": 1e999 },
              "concerns": [ 7, "acne" ], "screened": [ "emergencies" ] }
            """;
        ScoringService.Default.ReadProfile(System.Text.Encoding.UTF8.GetBytes(json)).Diagnostics
            .Select(d => $"{d.Code} {d.Line},{d.Column}").Should().Equal(
            "GS0501 3,5", "GS0503 4,19", "GS0505 5,45", "GS0506 5,57", "GS0501 6,5", "GS0106 6,18", "GS0103 7,17", "GS0502 7,20", "GS0203 7,44");
    }

    [Fact]
    public void Unknown_factors_can_become_notices()
    {
        var profile = Teen.ToBuilder().With("x.unheard-of", true).Build();
        var assessment = ScoringService.Default.Assess(profile, new AssessmentOptions { IgnoreUnknownFactors = true });
        assessment.Notices.Should().ContainSingle(n => n.Factor == "x.unheard-of" && n.Code == "unknown-factor-ignored");
    }

    [Fact]
    public void Units_convert()
    {
        var inOwn = ScoringService.Default.Assess(PersonProfile.Create().With(Factors.Lab.VitaminD, 45.0).Build());
        var converted = ScoringService.Default.Assess(PersonProfile.Create().With(Factors.Lab.VitaminD, Quantity.Of(18, "ng/mL")).Build());
        converted.ToJson().Should().Be(inOwn.ToJson());
    }

    [Fact]
    public void What_if_says_what_changes_would_do()
    {
        var result = ScoringService.Default.WhatIf(Teen, new Dictionary<string, FactorValue>
        {
            ["diet.milk"] = FactorValue.Number(0),
            ["diet.free-sugars"] = FactorValue.Number(4),
        });
        var acne = result.Conditions.Single(c => c.Condition == SkinConditions.AcneVulgaris);
        acne.Gain.Should().BePositive();
        acne.ScoreAfter.Should().BeLessThan(acne.ScoreBefore!.Value);
        result.Before.ToJson().Should().Be(ScoringService.Default.Assess(Teen).ToJson());
        var wrong = () => ScoringService.Default.WhatIf(Teen, new Dictionary<string, FactorValue> { ["diet.milk"] = FactorValue.Number(-1) });
        wrong.Should().Throw<InvalidInputException>();
    }

    [Theory]
    [InlineData("acne.milk", ExplanationKind.Rule, "Certainty low")]
    [InlineData("diet.reduce-milk", ExplanationKind.Intervention, "not meant for this person")]
    [InlineData("diet.milk", ExplanationKind.Factor, "acne.milk")]
    [InlineData("lifestyle.smoking", ExplanationKind.Factor, "Left out on purpose for Rosacea")]
    [InlineData("acne-vulgaris", ExplanationKind.Condition, "Index")]
    [InlineData("rf-sepsis", ExplanationKind.Safety, "not yet checked")]
    [InlineData("juhl-2018", ExplanationKind.Evidence, "doi:")]
    [InlineData("insulin-igf1", ExplanationKind.Mechanism, "oil glands")]
    public void Explain_answers_for_every_kind_of_id(string id, ExplanationKind kind, string says)
    {
        var explanation = ScoringService.Default.Explain(ScoringService.Default.Assess(Teen), id)!;
        explanation.Kind.Should().Be(kind);
        explanation.ToString().Should().Contain(says);
    }

    [Fact]
    public void Explain_knows_no_unknown_id() =>
        ScoringService.Default.Explain(ScoringService.Default.Assess(Teen), "nothing.here").Should().BeNull();

    [Fact]
    public void An_assessment_reads_back()
    {
        var assessment = ScoringService.Default.Assess(Teen);
        var read = AssessmentJson.Read(assessment.ToJson());
        read.GetValueOrThrow().ToJson().Should().Be(assessment.ToJson());
        AssessmentJson.Read("{}").Success.Should().BeFalse();
        AssessmentJson.Read("nonsense").Diagnostics.Should().ContainSingle();
    }

    [Fact]
    public void Nothing_that_prints_itself_prints_health_data()
    {
        Teen.ToString().Should().NotContain("16").And.Contain("3 observations");
        Teen.Observations["diet.milk"].ToString().Should().Be("recorded");
        ScoringService.Default.Assess(Teen).ToString().Should().NotContain("milk");
    }
}
