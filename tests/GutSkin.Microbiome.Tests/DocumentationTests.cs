namespace GutSkin.Microbiome.Tests;

/// <summary>The page on sequencing files lists every format and every diagnostic.</summary>
public class DocumentationTests
{
    private static readonly string Page = Repository.Read("docs/microbiome.md").ReplaceLineEndings("\n");

    [Fact]
    public void Every_diagnostic_is_documented() => Page.Should().Contain(string.Concat(MicrobiomeDiagnostics.All.Select(d =>
        $"| {d.Code} | {(d.Severity == DiagnosticSeverity.Error ? "error" : "warning")} | {d.Meaning} | {d.Remedy.Replace("|", "\\|", StringComparison.Ordinal)} |\n")));

    [Fact]
    public void Every_format_is_documented() =>
        TaxonomicFormats.Names.Should().OnlyContain(name => Page.Contains($"\n| `{name}` |", StringComparison.Ordinal));

    [Fact]
    public void Every_format_that_is_read_has_a_name()
    {
        foreach (var format in Enum.GetValues<TaxonomicFormat>().Except([TaxonomicFormat.Unknown, TaxonomicFormat.Compressed]))
        {
            TaxonomicFormats.Names.Should().Contain(TaxonomicFormats.NameOf(format));
            TaxonomicFormats.TryParse(TaxonomicFormats.NameOf(format), out var parsed).Should().BeTrue();
            parsed.Should().Be(format);
        }
    }

    [Fact]
    public void Codes_are_unique_and_fit_their_severity()
    {
        MicrobiomeDiagnostics.All.Select(d => d.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        MicrobiomeDiagnostics.All.Should().OnlyContain(d => MicrobiomeDiagnostics.SeverityOf(d.Code) == d.Severity);
    }
}
