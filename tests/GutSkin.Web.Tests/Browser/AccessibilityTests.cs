using System.Text.Json;
using GutSkin.Core;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>axe-core finds nothing serious on any view, in light and dark, wide and narrow, in both languages.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output)
{
    private static readonly string AxePath = NpmPackages.PathIn("axe-core", "axe.min.js");

    private readonly ITestOutputHelper output = output;

    [Theory]
    [InlineData("en", 1280, false)]
    [InlineData("de", 1280, true)]
    [InlineData("en", 360, true)]
    [InlineData("de", 360, false)]
    public Task Every_view(string language, int width, bool dark) => Visiting(
        async visit =>
        {
            if (NpmPackages.Lacks("axe-core", output))
                return;
            await Check(visit, "concerns");
            await visit.Choose(SkinConditions.AcneVulgaris);
            await visit.Page.ClickAsync("#card .why summary");
            var asked = new HashSet<string>();
            while (!asked.IsSupersetOf(["screen", "form"]))
            {
                string asks = (await visit.Page.GetAttributeAsync("#card", "data-asks"))!;
                if (asked.Add(asks))
                    await Check(visit, asks);
                await visit.Answer(new Dictionary<string, object> { ["person.age"] = 16 });
            }

            await visit.LoadProfile(Repository.Profile("adolescent-acne"));
            foreach (var summary in await visit.Page.Locator("#scores summary").AllAsync())
                await summary.ClickAsync();
            await visit.Page.ClickAsync("#scores button.link >> nth=0");
            await visit.Page.WaitForSelectorAsync("#scores .explanation");
            await visit.Page.FocusAsync("#levers input[type=range] >> nth=0");
            await visit.Page.Keyboard.PressAsync("End");
            await visit.Page.WaitForSelectorAsync("#levers .outcome [data-condition]");
            await Check(visit, "scores and levers");

            await visit.Open("report");
            await visit.Page.FrameLocator("#report iframe").Locator("main").WaitForAsync();
            await Check(visit, "report");

            await visit.Open("playground");
            await visit.Page.ClickAsync("#try");
            await visit.Page.WaitForSelectorAsync("#playground table");
            await visit.Page.FillAsync("#playground textarea", "{ \"id\": \"A B\" }");
            await visit.Page.WaitForSelectorAsync(".findings li.error");
            await Check(visit, "playground");

            await visit.Open("consultation");
            await visit.LoadProfile(Repository.Profile("urgent-red-flag"));
            await visit.Page.WaitForSelectorAsync(".triage.urgent");
            await Check(visit, "see someone first");
        },
        new Visitor(language, width, 800, dark));

    private async Task Check(Visit visit, string view)
    {
        await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(AxePath));
        string found = await visit.Page.EvaluateAsync<string>(
            "async () => JSON.stringify((await axe.run(document, { iframes: false })).violations.map(v => ({ id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary) })))");
        using var violations = JsonDocument.Parse(found);
        foreach (var violation in violations.RootElement.EnumerateArray())
            output.WriteLine($"{view}: {violation}");
        violations.RootElement.EnumerateArray()
            .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(v => $"{view}: {v}").Should().BeEmpty();
    }
}
