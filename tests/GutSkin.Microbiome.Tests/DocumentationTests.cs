using GutSkin.Microbiome;

namespace GutSkin.Microbiome.Tests;

/// <summary>docs/microbiome.md lists every diagnostic, and the table in it is the one in the code.</summary>
public class DocumentationTests
{
    [Fact]
    public void Every_diagnostic_is_documented()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GutSkin.Core.sln")))
            folder = Path.GetDirectoryName(folder);
        string page = File.ReadAllText(Path.Combine(folder!, "docs", "microbiome.md")).ReplaceLineEndings("\n");
        string table = string.Concat(MicrobiomeDiagnostics.All.Select(d => $"| {d.Code} | {(d.Severity == DiagnosticSeverity.Error ? "error" : "warning")} | {d.Meaning} | {d.Remedy.Replace("|", "\\|", StringComparison.Ordinal)} |\n"));
        page.Should().Contain(table);
    }

    [Fact]
    public void Codes_are_unique_and_fit_their_severity()
    {
        MicrobiomeDiagnostics.All.Select(d => d.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        MicrobiomeDiagnostics.All.Should().OnlyContain(d => MicrobiomeDiagnostics.SeverityOf(d.Code) == d.Severity);
    }
}
