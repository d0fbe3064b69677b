using System.Diagnostics;
using GutSkin.Core;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Api;

/// <summary>Every report, committed or made now, in both languages, and the page as it is served, are valid HTML by <c>html-validate</c>.</summary>
public sealed class ValidHtmlTests(WebSite site, ITestOutputHelper output) : IClassFixture<WebSite>
{
    [Fact]
    public async Task Reports_and_the_page_are_valid()
    {
        if (Skips())
            return;
        using var files = new Files();
        foreach (string profile in Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json"))
        {
            var person = ProfileJson.Read(await File.ReadAllTextAsync(profile)).GetValueOrThrow();
            foreach (string language in (string[])["en", "de"])
            {
                files.Add(
                    $"{Path.GetFileNameWithoutExtension(profile)}.{language}.html",
                    ScoringService.Default.Assess(person, new AssessmentOptions { Culture = language }).ToHtml(ReportDetail.Full));
            }
        }

        using var client = site.Client();
        files.Add("page.html", await client.GetStringAsync(new Uri("/", UriKind.Relative)));
        string[] golden = Directory.GetFiles(Repository.Path("tests", "GutSkin.Core.Tests", "Reports", "Golden"), "*.html");
        golden.Should().NotBeEmpty();

        var (status, faults) = await Validate([.. files.Paths, .. golden]);

        faults.Should().BeEmpty();
        status.Should().Be(0);
    }

    [Fact]
    public async Task What_is_not_valid_is_found()
    {
        if (Skips())
            return;
        using var files = new Files();
        files.Add("bad.html", "<!DOCTYPE html><html lang=\"en\"><head><title>t</title></head><body><p>a<div>b</p></div><img></body></html>");
        var (status, faults) = await Validate(files.Paths);
        status.Should().Be(1);
        faults.Should().Contain("bad.html:1:");
    }

    private static async Task<(int Status, string Faults)> Validate(IEnumerable<string> paths)
    {
        var start = new ProcessStartInfo("node", ["validate.mjs", .. paths]) { WorkingDirectory = NpmPackages.Folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string faults = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, faults);
    }

    private bool Skips() => NpmPackages.Lacks("html-validate", output);

    /// <summary>Files for a while.</summary>
    private sealed class Files : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gutskin-html-");

        public List<string> Paths { get; } = [];

        public void Add(string name, string html)
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, html);
            Paths.Add(path);
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
