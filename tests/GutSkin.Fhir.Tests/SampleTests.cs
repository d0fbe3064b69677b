namespace GutSkin.Fhir.Tests;

/// <summary>The samples are read as far as they carry factors, and the rest is listed.</summary>
public class SampleTests
{
    [Fact]
    public void A_synthea_patient_with_atopic_dermatitis()
    {
        var intake = Clinic.Read(Clinic.Sample("synthea-r4-atopic-dermatitis-excerpt.json"), new FhirReadOptions { AsOf = new DateOnly(2020, 6, 2) });
        intake.Profile[Factors.Condition.AtopicDermatitis]!.Value.Should().Be(FactorValue.Boolean(true));
        intake.Profile.Observations["person.age"].Value.Should().Be(FactorValue.Number(12));
        intake.Profile.Observations["person.sex"].Value.Should().Be(FactorValue.Choice("male"));
        intake.Profile.Observations["intake.age-months"].Value.Should().Be(FactorValue.Number(144));
        intake.Profile.Observations["lifestyle.smoking-history"].Value.Should().Be(FactorValue.Choice("never"));
        intake.Profile.Observations["body.bmi"].Value!.Value.AsNumber.Should().BeApproximately(16.79, 0.01);
        intake.Profile.Observations["body.weight"].Unit.Should().Be("kg");
        intake.Resources.Should().HaveCount(7);
        intake.Resources.Where(r => r.Type == "AllergyIntolerance").Should().OnlyContain(r => r.Outcome == FhirOutcome.NotMapped && r.Reason == FhirReason.NoFactor);
        intake.Patient.Should().Be("Patient/3d6cdb4d-8387-4e3d-97ca-f01c30122329");
    }

    [Theory]
    [InlineData("fhir-r4-RiskAssessment-cardiac.json")]
    [InlineData("fhir-r4-DetectedIssue-ddi.json")]
    [InlineData("fhir-r4-GuidanceResponse-example.json")]
    public void A_resource_without_factors_alone_is_refused_in_a_sentence(string sample) =>
        Clinic.Codes(Clinic.Sample(sample)).Should().Contain("GS5006");

    [Fact]
    public void Answers_to_somebody_elses_questionnaire_are_listed_as_such() =>
        Clinic.Read(Clinic.Sample("fhir-r4-QuestionnaireResponse-f201.json")).Reason("f201").Should().Be(FhirReason.OtherQuestionnaire);
}
