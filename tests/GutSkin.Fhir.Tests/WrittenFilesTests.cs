using Hl7.Fhir.Model;

namespace GutSkin.Fhir.Tests;

/// <summary>Writes what the package writes into a folder, for validators that are no .NET library: <c>tests/fhir</c> checks it in the build.</summary>
public class WrittenFilesTests
{
    [Fact]
    public void Everything_that_is_written_is_kept_for_other_validators()
    {
        string? folder = Environment.GetEnvironmentVariable("GUTSKIN_FHIR_OUT");
        var resources = new Dictionary<string, Resource>();
        var options = new FhirWriteOptions { Subject = "Patient/1", Recorded = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero) };
        foreach (string profile in Repository.SampleProfiles)
            resources[Path.GetFileNameWithoutExtension(profile)] = FhirWriter.ToBundle(WriterTests.Assess(profile), options);
        foreach (string id in FhirQuestionnaires.Ids(Clinic.RuleSet))
            resources["questionnaire-" + id] = FhirQuestionnaires.Find(Clinic.RuleSet, id, "de")!;
        resources["consultation"] = AdaptiveQuestionnaire.Definition(ScoringService.Default);
        var response = new QuestionnaireResponse { Status = QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, Authored = "2026-11-20" };
        for (int page = 0; page < 3; page++)
            resources[$"next-{page}"] = response = AdaptiveQuestionnaire.Next(response, ScoringService.Default).GetValueOrThrow();
        resources.Should().HaveCountGreaterThan(30);
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        foreach (var (name, resource) in resources)
            File.WriteAllText(Path.Combine(folder, name + ".json"), FhirWriter.ToJson(resource));
    }
}
