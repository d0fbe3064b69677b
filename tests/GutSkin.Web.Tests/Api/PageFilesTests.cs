using System.Text.RegularExpressions;
using GutSkin.Core;
using GutSkin.Samples.WebConsultation;

namespace GutSkin.Web.Tests.Api;

/// <summary>What the page has from the library as files is what the library says. <c>GUTSKIN_UPDATE=1</c> writes them again.</summary>
public sealed partial class PageFilesTests
{
    private static readonly string Folder = Repository.Path("samples", "03.WebConsultation", "wwwroot");

    private static bool Updates => Environment.GetEnvironmentVariable("GUTSKIN_UPDATE") == "1";

    [Fact]
    public void The_start_page_is_what_the_library_says()
    {
        string file = Path.Combine(Folder, "start.json");
        string said = StartPages.Write(ScoringService.Default, StartPages.Languages);
        if (Updates)
            File.WriteAllText(file, said);
        File.ReadAllText(file).Should().Be(said);
    }

    [Fact]
    public void The_policy_of_the_page_allows_the_style_of_the_report_and_of_nothing_else()
    {
        string file = Path.Combine(Folder, "index.html");
        string page = File.ReadAllText(file);
        if (Updates)
            File.WriteAllText(file, page = StyleSource().Replace(page, $"style-src 'self' {ReportStyle.Hashes()};"));
        StyleSource().Match(page).Value.Should().Be($"style-src 'self' {ReportStyle.Hashes()};");
        page.Should().NotContain("unsafe-inline").And.NotContain("'unsafe-eval'");
    }

    [GeneratedRegex("style-src [^;]*;")]
    private static partial Regex StyleSource();
}
