using System.Text;

namespace GutSkin.Fhir.Tests;

/// <summary>Damaged resources: read, or refused with a sentence; what is read can be assessed. GUTSKIN_FUZZ says how many, GUTSKIN_FUZZ_SEED which.</summary>
public class FuzzTests
{
    private const int Few = 150;

    private static readonly string[] Words = ["resourceType", "Bundle", "entry", "resource", "Observation", "Patient", "Condition", "code", "coding", "system", "http://loinc.org", "1988-5", "valueQuantity", "value", "unit", "status", "final",
        "birthDate", "2010-02-29", "effectiveDateTime", "2026-13-01", "contained", "extension", "url", "reference", "#a", "subject", "component", "1e999", "\u0000", "é"];

    private static string[] Seeds =>
    [
        Clinic.Bundle(Clinic.Observation("a", "1988-5", Clinic.Quantity("12", "mg/L")), Clinic.Observation("b", "39156-5", Clinic.Quantity("31.2", "kg/m2")),
            """{"resourceType":"Patient","id":"p","birthDate":"1990-05-01","gender":"female"}""",
            """{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"http://snomed.info/sct","code":"9014002"}]},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"onsetDateTime":"2020"}""",
            """{"resourceType":"AllergyIntolerance","id":"d","code":{"coding":[{"system":"http://snomed.info/sct","code":"782555009"}]}}"""),
        Clinic.Sample("fhir-r4-QuestionnaireResponse-f201.json"), Clinic.Sample("cds-hooks-order-select.json"),
        Clinic.Observation("a", "1988-5", Clinic.Quantity("12", "mg/L")),
    ];

    private static Mutator Mutator { get; } = new(Seeds, Words, Enum.GetValues<Damage>(), 200, 300);

    [Fact]
    public void No_document_breaks_the_reader()
    {
        int wanted = TestSettings.Number("GUTSKIN_FUZZ", Few);
        var seed = (ulong)TestSettings.Number("GUTSKIN_FUZZ_SEED", 20261129);
        var random = new SplitMix64(seed);
        int read = 0;
        for (int run = 0; run < wanted; run++)
        {
            string text = Mutator.Json(random);
            Guarded.Run(() => read += Check(text) ? 1 : 0, () => $"run {run}, seed {seed}: {Guarded.Base64(text)}", 512L << 20, wanted > Few ? 20_000 : 5_000);
        }

        read.Should().BeGreaterThan(wanted / 20);
    }

    /// <summary>
    /// What the coverage-guided runs begin with and call: the same samples, the same checks, the same limits. In "shaped fhir" the bytes are not the
    /// document: they decide how a sample is changed, so that what is read stays JSON.
    /// </summary>
    internal static (string[] Readers, string[] Words) ForCoverage => (["fhir", "shaped fhir"], Words);

    internal static IEnumerable<byte[]> Samples(string reader) => reader == "fhir"
        ? Seeds.Select(Encoding.UTF8.GetBytes)
        : Enumerable.Range(1, 8).Select(i => Enumerable.Range(0, 64 * i).Select(n => (byte)((n * i * 97) >> 3)).ToArray());

    internal static void Try(string reader, byte[] bytes)
    {
        string text = reader == "fhir" ? Encoding.UTF8.GetString(bytes) : Mutator.Json(new DecidedBy(bytes));
        Guarded.Run(() => Check(text), () => $"{reader}: {Guarded.Base64(text)}", 512L << 20, 5_000);
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
