namespace GutSkin.Fhir.Tests;

/// <summary>Damaged resources: read, or refused with a sentence; what is read can be assessed. GUTSKIN_FUZZ says how many, GUTSKIN_FUZZ_SEED which.</summary>
public class FuzzTests
{
    private const int Few = 150;

    private static readonly string[] Words = ["resourceType", "Bundle", "entry", "resource", "Observation", "Patient", "Condition", "code", "coding", "system", "http://loinc.org", "1988-5", "valueQuantity", "value", "unit", "status", "final",
        "birthDate", "2010-02-29", "effectiveDateTime", "2026-13-01", "contained", "extension", "url", "reference", "#a", "subject", "component", "1e999", "\u0000", "é"];

    [Fact]
    public void No_document_breaks_the_reader()
    {
        int wanted = TestSettings.Number("GUTSKIN_FUZZ", Few);
        var seed = (ulong)TestSettings.Number("GUTSKIN_FUZZ_SEED", 20261129);
        string[] seeds =
        [
            Clinic.Bundle(Clinic.Observation("a", "1988-5", Clinic.Quantity("12", "mg/L")), Clinic.Observation("b", "39156-5", Clinic.Quantity("31.2", "kg/m2")),
                """{"resourceType":"Patient","id":"p","birthDate":"1990-05-01","gender":"female"}""",
                """{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"http://snomed.info/sct","code":"9014002"}]},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"onsetDateTime":"2020"}""",
                """{"resourceType":"AllergyIntolerance","id":"d","code":{"coding":[{"system":"http://snomed.info/sct","code":"782555009"}]}}"""),
            Clinic.Sample("fhir-r4-QuestionnaireResponse-f201.json"), Clinic.Sample("cds-hooks-order-select.json"),
            Clinic.Observation("a", "1988-5", Clinic.Quantity("12", "mg/L")),
        ];
        var mutator = new Mutator(seeds, Words, Enum.GetValues<Damage>(), 200, 300);
        var random = new SplitMix64(seed);
        int read = 0;
        for (int run = 0; run < wanted; run++)
        {
            string text = mutator.Json(random);
            Guarded.Run(() => read += Check(text) ? 1 : 0, () => $"run {run}, seed {seed}: {Guarded.Base64(text)}", 512L << 20, wanted > Few ? 20_000 : 5_000);
        }

        read.Should().BeGreaterThan(wanted / 20);
    }

    private static bool Check(string text)
    {
        var result = FhirReader.Read(text, Clinic.RuleSet, new FhirReadOptions { AsOf = Clinic.Today });
        Assert.True(result.Success != result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), "a result is a value or an error");
        foreach (var d in result.Diagnostics)
            Assert.True(d.Message.Length is > 0 and < 2000, d.ToString());
        if (result.Value is not { } intake)
            return false;
        Assert.Empty(ScoringService.Default.Check(intake.Profile));
        return true;
    }
}
