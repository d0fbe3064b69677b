namespace GutSkin.Tool.Tests;

/// <summary><c>gutskin assess --input fhir</c>.</summary>
[Collection("Console")]
public class AssessFhirTests
{
    private static readonly string Bundle = Repository.Path("tests", "GutSkin.Fhir.Tests", "Samples", "synthea-r4-atopic-dermatitis-excerpt.json");

    [Fact]
    public void A_bundle_is_assessed_and_what_became_of_it_is_told_beside()
    {
        var outcome = Programs.Gutskin("assess", Bundle, "--input", "fhir", "--as-of", "2020-06-02", "--format", "json", "--concern", "atopic-dermatitis");
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("\"asOf\": \"2020-06-02\"");
        outcome.Error.ReplaceLineEndings("\n").Should().Be("5 of 7 resources used\n  2 AllergyIntolerance: None of its codes stands for a factor.\n");
    }

    [Fact]
    public void Fhir_comes_in_and_goes_out()
    {
        var outcome = Programs.Gutskin("assess", Bundle, "--input", "fhir", "--as-of", "2020-06-02", "--format", "fhir");
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var bundle = System.Text.Json.JsonDocument.Parse(outcome.Output);
        var types = bundle.RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource").GetProperty("resourceType").GetString()).ToList();
        types.Should().Contain(["GuidanceResponse", "CarePlan", "RiskAssessment", "Provenance"]);
        outcome.Output.Should().Contain("\"reference\": \"Patient/3d6cdb4d-8387-4e3d-97ca-f01c30122329\"").And.Contain("not a diagnosis");
        Programs.Gutskin("assess", Repository.Path("samples", "profiles", "adolescent-acne.json"), "--format", "fhir").ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData(2, "--input", "hl7v2")]
    [InlineData(2, "--input", "fhir", "--as-of", "today")]
    [InlineData(2, "--as-of", "2020-06-02")]
    [InlineData(1, "--input", "fhir", "--patient", "nobody")]
    [InlineData(1, "--input", "fhir", "--concern", "flu")]
    public void What_is_wrong_is_said(int exitCode, params string[] arguments)
    {
        var outcome = Programs.Gutskin(["assess", Bundle, .. arguments]);
        outcome.ExitCode.Should().Be(exitCode, outcome.ToString());
        outcome.Error.Should().NotBeEmpty();
        outcome.Output.Should().BeEmpty();
    }
}
