using System.Text.Json.Nodes;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>The pictures of the README, from real output. Written only with <c>GUTSKIN_UPDATE=1</c>; see docs/images/make.sh.</summary>
public sealed class PictureTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output)
{
    private const int Largest = 300 * 1024;

    private static readonly Visitor Phone = new(Width: 360, Height: 780);

    [Fact]
    public Task Of_a_question() => Picture("consultation", new Visitor(Width: 1100, Height: 900), async visit =>
    {
        var profile = JsonNode.Parse(Repository.Profile("adolescent-acne"))!.AsObject();
        profile.Remove("$schema");
        profile["screened"] = new JsonArray([.. BuiltInRuleSet.Resolved.Data.Screens.Select(s => JsonValue.Create(s.Id))]);
        foreach (string factor in (string[])["diet.milk", "diet.free-sugars", "lifestyle.perceived-stress"])
            profile["observations"]!.AsObject().Remove(factor);
        await visit.LoadProfile(profile.ToJsonString());
        await visit.Page.ClickAsync("#card .why summary");
    });

    [Fact]
    public Task Of_what_if() => Picture("what-if", new Visitor(Width: 1100, Height: 640), async visit =>
    {
        await visit.LoadProfile(Repository.Profile("adolescent-acne"));
        await Slide(visit);
        await visit.Page.EvaluateAsync("document.getElementById('levers').scrollIntoView()");
    });

    [Fact]
    public Task Of_a_phone_in_the_dark() => Picture("phone-dark", new Visitor("de", 360, 1100, Dark: true), async visit =>
    {
        await visit.LoadProfile(Repository.Profile("adolescent-acne"));
        await Slide(visit);
        await visit.Page.EvaluateAsync("document.getElementById('scores').scrollIntoView()");
    });

    [Fact]
    public Task Of_see_someone_first() => Picture("see-someone-first", new Visitor(Width: 1100, Height: 760), async visit =>
    {
        await visit.LoadProfile(Repository.Profile("urgent-red-flag"));
        await visit.Page.WaitForSelectorAsync(".triage.urgent");
    });

    [Fact]
    public Task Of_the_playground() => Picture("playground", new Visitor(Width: 1280, Height: 900), async visit =>
    {
        await visit.Open("playground");
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync("#playground table");
        string text = await visit.Page.InputValueAsync("#playground textarea");
        await visit.Page.FillAsync("#playground textarea", text.Replace("\"insulin-igf1\"", "\"insulin-igf\"", StringComparison.Ordinal));
        await visit.Page.WaitForSelectorAsync(".findings li.error");
    });

    [Fact]
    public Task Of_the_report() => Picture("report", new Visitor(Width: 820, Height: 1150), async visit =>
    {
        var profile = ProfileJson.Read(Repository.Profile("adolescent-acne")).GetValueOrThrow();
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.SetContentAsync(ScoringService.Default.Assess(profile).ToHtml(ReportDetail.Full));
    });

    [Fact]
    public Task Of_the_start_page() => Picture("start", Phone, async visit =>
    {
        await visit.Page.CheckAsync("#card input[name=concern][value='acne-vulgaris']");
        await visit.Page.EvaluateAsync("document.getElementById('card').scrollIntoView()");
    });

    [Fact]
    public Task Of_urgent_signs() => Picture("urgent-signs", Phone, async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        await visit.Page.EvaluateAsync("document.getElementById('card').scrollIntoView()");
    });

    [Fact]
    public Task Of_a_form() => Picture("form", Phone, async visit =>
    {
        var consultation = Consultation.Start(ScoringService.Default, [], DateOnly.FromDateTime(DateTime.Today)) // an older one asks again what aged
            .Begin([SkinConditions.AcneVulgaris], told: [SkinConditions.AcneVulgaris], new Dictionary<string, FactorValue> { ["person.age"] = FactorValue.Number(24) })
            .GetValueOrThrow();
        while (consultation.Current!.Asks != QuestionKind.Form)
            consultation = consultation.Current.Asks == QuestionKind.Screen ? consultation.NoneOfThese() : consultation.Skip();
        await visit.LoadProfile(consultation.ToJson());
        await visit.Page.EvaluateAsync("document.getElementById('card').scrollIntoView()");
    });

    [Fact]
    public Task Of_the_page_to_keep() => Picture("first-page", new Visitor(Width: 820, Height: 1000), async visit =>
    {
        var profile = ProfileJson.Read(Repository.Profile("adolescent-acne")).GetValueOrThrow();
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.SetContentAsync(ScoringService.Default.Assess(profile).ToHtml());
    });

    private static async Task Slide(Visit visit)
    {
        foreach (string factor in (string[])["diet.sugary-drinks"])
        {
            await visit.Page.FocusAsync($"#levers input[data-factor='{factor}']");
            await visit.Page.Keyboard.PressAsync("End");
        }

        await visit.Page.WaitForSelectorAsync("#levers .outcome [data-condition]");
        await visit.Page.WaitForTimeoutAsync(400);
    }

    private Task Picture(string name, Visitor visitor, Func<Visit, Task> show) => Visiting(
        async visit =>
        {
            await show(visit);
            byte[] picture = await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Type = ScreenshotType.Png, Animations = ScreenshotAnimations.Disabled });
            picture.Length.Should().BeLessThan(Largest);
            if (Environment.GetEnvironmentVariable("GUTSKIN_UPDATE") == "1")
                await File.WriteAllBytesAsync(Repository.Path("docs", "images", name + ".png"), picture);
        },
        visitor);
}
