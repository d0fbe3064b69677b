namespace GutSkin.Fhir.Tests;

/// <summary>The page on FHIR lists every diagnostic, and says of the package no more than it does.</summary>
public class DocumentationTests
{
    private static readonly string Page = Repository.Read("docs/fhir.md").ReplaceLineEndings("\n");

    [Fact]
    public void Every_diagnostic_is_documented()
    {
        string table = string.Concat(FhirDiagnostics.All.Select(d =>
            $"| {d.Code} | {(d.Severity == DiagnosticSeverity.Error ? "error" : "warning")} | {d.Meaning} | {d.Remedy} |\n"));
        const string Head = "| code | severity | meaning | what to do |\n|---|---|---|---|\n";
        if (Repository.Update)
            File.WriteAllText(Repository.Path("docs", "fhir.md"), Page[..(Page.IndexOf(Head, StringComparison.Ordinal) + Head.Length)] + table);
        else
            Page.Should().EndWith(Head + table);
    }

    [Theory]
    [InlineData("docs/fhir.md")]
    [InlineData("src/GutSkin.Fhir/README.md")]
    [InlineData("src/GutSkin.Fhir/GutSkin.Fhir.csproj")]
    public void Nothing_claims_to_be_interoperable_with_health_records(string file) =>
        Repository.Read(file).Should().NotMatchRegex("(?i)interoperab|EHR");
}
