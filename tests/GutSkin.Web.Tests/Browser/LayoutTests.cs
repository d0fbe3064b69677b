using GutSkin.Core;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>A phone, a keyboard, another language.</summary>
public sealed class LayoutTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output)
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public Task On_a_phone_nothing_is_wider_than_the_screen(string language) => Visiting(
        async visit =>
        {
            await Fits(visit, "concerns");
            await visit.Choose(SkinConditions.AcneVulgaris);
            for (int i = 0; i < 6; i++)
            {
                await Fits(visit, await visit.Question());
                await visit.Answer(new Dictionary<string, object> { ["person.age"] = 16 });
            }

            await visit.LoadProfile(Repository.Profile("adolescent-acne"));
            await Fits(visit, "levers");
            await visit.Open("report");
            await visit.Page.FrameLocator("#report iframe").Locator("main").WaitForAsync();
            await Fits(visit, "report");
            await visit.Open("playground");
            await visit.Page.ClickAsync("#try");
            await visit.Page.WaitForSelectorAsync("#playground table");
            await Fits(visit, "playground");
        },
        new Visitor(language, 360, 740));

    [Fact]
    public Task The_keyboard_is_enough() => Visiting(async visit =>
    {
        var page = visit.Page;
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page, "e => e.className")).Should().Be("skip");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "e => e.value === 'acne-vulgaris'");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "e => e.type === 'submit'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#card:not([data-question=concerns])");
        var asked = new HashSet<string?>();
        for (int step = 2; step <= 11; step++)
        {
            (await Focused(page, "e => e.tagName")).Should().Be("H2", "a new question is where the focus goes");
            asked.Add(await page.GetAttributeAsync("#card", "data-asks"));
            if (await page.Locator("#card input[type=radio]").CountAsync() > 0)
            {
                await TabTo(page, "e => e.type === 'radio'");
                await page.Keyboard.PressAsync("ArrowRight");
                (await Focused(page, "e => e.checked && e.value !== ''")).Should().Be("true", "arrows choose");
            }

            await TabTo(page, "e => e.tagName === 'BUTTON' && e.closest('#card .buttons')");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync($"#card[data-step='{step}']");
        }

        asked.Should().Contain(["screen", "form"]);

        await visit.LoadProfile(Repository.Profile("adolescent-acne"));
        await TabTo(page, "e => e.type === 'range'");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForSelectorAsync("#levers .outcome [data-condition]");
        await page.Keyboard.PressAsync("Shift+Tab");

        await TabTo(page, "e => e.dataset.view === 'playground'", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "e => e.tagName === 'TEXTAREA'");
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page, "e => e.tagName")).Should().NotBe("TEXTAREA", "the editor is no trap");
        await TabTo(page, "e => e.id === 'try'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#playground table");
    });

    [Fact]
    public Task German_is_German_throughout() => Visiting(
        async visit =>
        {
            (await visit.Page.GetAttributeAsync("html", "lang")).Should().Be("de");
            (await visit.Page.InnerTextAsync("body")).Should().Contain("Beginnen").And.Contain("Akne").And.MatchRegex("Ihre Antworten (bleiben in diesem Browser|gehen an den Server)").And.Contain("keine Diagnose");
            await visit.Choose(SkinConditions.AcneVulgaris);
            var asked = ScoringService.Default.Assess(
                PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).Build(), new AssessmentOptions { Culture = "de" }).NextQuestions[0];
            asked.Title.Should().MatchRegex("\\b(Sie|Ihre|Ihnen|etwas)\\b");
            (await visit.Page.InnerTextAsync("#card h2")).Should().Be(asked.Title);
            await visit.LoadProfile(Repository.Profile("adolescent-acne"));
            string text = await visit.Page.InnerTextAsync("main");
            text.Should().MatchRegex("Index \\d+ von höchstens \\d+ · Stufe").And.Contain("Was wäre, wenn");
            text.Should().NotContain("Index of").And.NotContain("band ").And.NotContain("answers");
            await visit.Open("report");
            await visit.Page.FrameLocator("#report iframe").Locator("main").WaitForAsync();
            (await visit.Page.FrameLocator("#report iframe").Locator("body").InnerTextAsync()).Should().Contain("Ballaststoffe");
        },
        new Visitor("de"));

    [Fact]
    public Task The_language_changes_in_the_middle_and_no_answer_is_lost() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        await visit.Answer(new Dictionary<string, object> { ["person.age"] = 16 });
        string question = await visit.Question();
        await visit.Page.SelectOptionAsync("#language", "de");
        await visit.Page.WaitForSelectorAsync("#progress :text('Beantwortete Fragen: 2')");
        (await visit.Question()).Should().Be(question);
    });

    private static async Task Fits(Visit visit, string view)
    {
        int[] widths = await visit.Page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, window.innerWidth]");
        widths[0].Should().BeLessThanOrEqualTo(widths[1], view);
    }

    private static Task<string> Focused(IPage page, string what) => page.EvaluateAsync<string>($"String(({what})(document.activeElement))");

    private static async Task TabTo(IPage page, string what, bool backwards = false)
    {
        for (int i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await page.EvaluateAsync<bool>($"Boolean(({what})(document.activeElement))"))
                return;
        }

        Assert.Fail($"The keyboard does not get to {what}.");
    }
}
