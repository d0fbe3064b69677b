using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>The rule playground.</summary>
public abstract class PlaygroundTests(BrowserFixture fixture, ITestOutputHelper output, Way way) : BrowserTests(fixture, output, way)
{
    private const string Editor = "#playground textarea";

    [Fact]
    public Task Findings_come_while_typing_and_lead_to_their_place() => Visiting(async visit =>
    {
        await visit.Open("playground");
        await visit.Page.WaitForSelectorAsync("#lint-summary:has-text('No errors')");
        string text = await visit.Page.InputValueAsync(Editor);

        await visit.Page.FillAsync(Editor, text.Replace("\"certainty\": \"low\"", "\"certainty\": \"lowish\"", StringComparison.Ordinal));
        await visit.Page.WaitForSelectorAsync(".findings li.error");

        int line = text.Split('\n').ToList().FindIndex(l => l.Contains("\"certainty\"", StringComparison.Ordinal)) + 1;
        (await visit.Page.InnerTextAsync(".findings")).Should().Contain($"Line {line}, column ");
        (await visit.Page.InnerTextAsync(".numbers .error")).Should().Be($"{line}");
        (await visit.Page.InnerTextAsync(".marks .error")).Should().Be("\"lowish\"");
        await visit.Page.ClickAsync(".findings li.error button");
        (await visit.Page.EvaluateAsync<string>("(() => { const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd); })()"))
            .Should().Be("\"lowish\"");
    });

    [Fact]
    public Task Scores_change_and_tests_run() => Visiting(async visit =>
    {
        await visit.Open("playground");
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync("#playground table");

        (await visit.Page.InnerTextAsync(".tests")).Should().Contain("passed").And.Contain("one glass a day");
        (await visit.Page.InnerTextAsync("tr[data-condition='acne-vulgaris']")).Should().Contain("−");
        (await visit.Page.Locator("tr.changed").CountAsync()).Should().Be(1);

        string text = await visit.Page.InputValueAsync(Editor);
        await visit.Page.FillAsync(Editor, text.Replace("\"atMost\": 0.001", "\"atLeast\": 99", StringComparison.Ordinal));
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync(".tests .failed");
        (await visit.Page.InnerTextAsync(".tests")).Should().Contain("expected at least 99").And.Contain("Line ");
    });

    [Fact]
    public Task What_has_errors_is_not_tried_and_the_consultation_is_scored_where_there_is_one() => Visiting(async visit =>
    {
        await visit.LoadProfile(Repository.Profile("adolescent-acne"));
        await visit.Open("playground");
        string text = await visit.Page.InputValueAsync(Editor);
        await visit.Page.FillAsync(Editor, "{");
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync("#playground .card .error");
        await visit.Page.FillAsync(Editor, text);
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync("#playground table");
        (await visit.Page.InnerTextAsync("#playground .card")).Should().Contain("Scored for your answers");
    });

    [Fact]
    public Task Quick_typing_ends_with_the_findings_of_the_last_text() => Visiting(async visit =>
    {
        await visit.Open("playground");
        for (int i = 0; i < 8; i++)
            await visit.Page.FillAsync(Editor, new string('[', i + 1));
        const string Last = "{ \"id\": \"a.b\", \"version\": \"1.0.0\", \"title\": \"the last\" }";
        await visit.Page.FillAsync(Editor, Last);
        await visit.Page.WaitForSelectorAsync($"#lint-summary[data-checked='{Last.Length}']");
        (await visit.Page.InnerTextAsync(".findings")).Should().NotContain("GS0001");
    });
}

/// <summary>Answered by the server.</summary>
public sealed class PlaygroundByServerTests(BrowserFixture fixture, ITestOutputHelper output) : PlaygroundTests(fixture, output, Way.Server);

/// <summary>Answered in the browser.</summary>
public sealed class PlaygroundInBrowserTests(BrowserFixture fixture, ITestOutputHelper output) : PlaygroundTests(fixture, output, Way.Browser);
