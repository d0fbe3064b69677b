using GutSkin.Core;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>What only the page with the library in it promises: it needs nobody, and tells nobody.</summary>
public sealed class InBrowserTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output, Way.Browser)
{
    private readonly BrowserFixture fixture = fixture;

    [Fact]
    public Task Nothing_is_asked_for_after_the_page_is_there() => Visiting(async visit =>
    {
        await Kept(visit);
        var files = await fixture.Files();
        files.Asked.Should().OnlyContain(request => request.StartsWith("GET /", StringComparison.Ordinal) && !request.Contains('?', StringComparison.Ordinal));
        int before = files.Asked.Count;
        var seen = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal))
                seen.Add(request.Url);
        };

        await visit.Choose(SkinConditions.AcneVulgaris);
        await visit.AnswerUntilEnough(People.Adolescent);
        await visit.Open("report");
        await visit.Page.FrameLocator("#report iframe").Locator("main").WaitForAsync();
        await visit.Open("playground");
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync("#playground table");
        await visit.Open("consultation");
        await visit.Download("#download-html");
        await visit.Download("#download-json");

        seen.Should().BeEmpty();
        // A browser looks by itself whether the script that keeps the files has changed: a file, and nothing of the person.
        files.Asked.Skip(before).Except(["GET /offline.worker.js"]).Should().BeEmpty();
    });

    [Fact]
    public Task It_works_without_a_network_after_the_first_visit() => Visiting(async visit =>
    {
        await Kept(visit);
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Reload();
        await visit.Choose(SkinConditions.Rosacea);
        string first = await visit.Question();
        await visit.Answer(People.WithRosacea);
        (await visit.Question()).Should().NotBe(first);
        await visit.Download("#download-json");
        await visit.Page.Context.SetOfflineAsync(false);
    });

    [Fact]
    public Task What_it_scores_has_the_bytes_of_the_library() => Visiting(async visit =>
    {
        string profile = Repository.Profile("psoriasis-smoker");
        string inBrowser = await visit.Page.EvaluateAsync<string>(
            "async (profile) => (await (await import('./js/backend.js')).call('assess', profile, { culture: 'en' })).text", profile);
        inBrowser.Should().Be(ScoringService.Default.Assess(ProfileJson.Read(profile).GetValueOrThrow(), new AssessmentOptions { Culture = "en" }).ToJson());
    });

    [Fact]
    public Task A_browser_that_is_too_old_reads_a_sentence() => Visiting(
        async visit =>
        {
            await visit.Page.WaitForSelectorAsync("#failure .failure");
            (await visit.Page.InnerTextAsync("#failure")).Should().Contain("too old for this page");
            (await visit.Page.InnerTextAsync("#card")).Should().Contain("Acne", "the first page needs no library");
        },
        new Visitor(Script: "WebAssembly.validate = () => false;"));

    [Fact]
    public async Task A_library_that_does_not_come_is_said()
    {
        string copy = Directory.CreateTempSubdirectory("gutskin-page-").FullName;
        foreach (string file in Directory.GetFiles(Repository.Path("samples", "03.WebConsultation", "wwwroot"), "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(copy, Path.GetRelativePath(Repository.Path("samples", "03.WebConsultation", "wwwroot"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        await using var files = await PlainFiles.Serve(copy);
        await Visiting(
            async visit =>
            {
                visit.ExpectsRefusals = true;
                await visit.Page.WaitForSelectorAsync("#failure .failure");
                (await visit.Page.InnerTextAsync("#failure")).Should().Contain("could not be started");
                files.Asked.Should().NotContain(request => request.Contains("/api/", StringComparison.Ordinal), "it never turns to a server by itself");
            },
            site: files.Address);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public Task A_page_told_to_ask_another_server_does_not() => Visiting(async visit =>
    {
        await visit.Page.GotoAsync(new Uri(new Uri(visit.Page.Url), "?api=https://elsewhere.example/api").ToString());
        await visit.Page.WaitForSelectorAsync("#failure .failure");
        (await visit.Page.InnerTextAsync("#failure")).Should().Contain("only speaks with the server it came from");
    });

    private static async Task Kept(Visit visit) => await visit.Page.WaitForSelectorAsync("html[data-library=true][data-offline=true]");
}
