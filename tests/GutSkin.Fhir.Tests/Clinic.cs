using GutSkin.Fhir;

namespace GutSkin.Fhir.Tests;

/// <summary>Reads documents as a clinic's portal would send them.</summary>
internal static class Clinic
{
    public static readonly ResolvedRuleSet RuleSet = BuiltInRuleSet.Resolved;
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static string Sample(string name) => Repository.Read($"tests/GutSkin.Fhir.Tests/Samples/{name}");

    public static FhirIntake Read(string document, FhirReadOptions? options = null)
    {
        var read = FhirReader.Read(document, RuleSet, options ?? new FhirReadOptions { AsOf = Today });
        read.Success.Should().BeTrue(string.Join('\n', read.Diagnostics));
        ScoringService.Default.Check(read.Value!.Profile).Should().BeEmpty("whatever is read can be assessed");
        return read.Value;
    }

    public static IReadOnlyList<Diagnostic> Diagnostics(string document, FhirReadOptions? options = null) =>
        FhirReader.Read(document, RuleSet, options ?? new FhirReadOptions { AsOf = Today }).Diagnostics;

    /// <summary>The codes of the diagnostics of a document.</summary>
    public static IEnumerable<string> Codes(string document, FhirReadOptions? options = null) => Diagnostics(document, options).Select(d => d.Code);

    /// <summary>A Bundle of resources, each as JSON.</summary>
    public static string Bundle(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', resources.Select(r => $$"""{"resource":{{r}}}"""))}}]}""";

    /// <summary>An observation with a LOINC code.</summary>
    public static string Observation(string id, string loinc, string value, string effective = "2026-11-01", string more = "", string status = "final") =>
        $$"""{"resourceType":"Observation","id":"{{id}}","status":"{{status}}","code":{"coding":[{"system":"http://loinc.org","code":"{{loinc}}"}]},"effectiveDateTime":"{{effective}}"{{(value.Length > 0 ? "," : "")}}{{value}}{{more}}}""";

    /// <summary>A value with a UCUM unit.</summary>
    public static string Quantity(string value, string unit, string more = "") =>
        "\"valueQuantity\":" + $$"""{"value":{{value}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"{{more}}}""";

    public static FhirReason? Reason(this FhirIntake intake, string id) => intake.Resources.Single(r => r.Id == id).Reason;

    public static FhirOutcome Outcome(this FhirIntake intake, string id) => intake.Resources.Single(r => r.Id == id).Outcome;
}
