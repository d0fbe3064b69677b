using GutSkin.Core;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>A session that is saved, changed by hand, opened twice, or reloaded.</summary>
public abstract class SessionTests(BrowserFixture fixture, ITestOutputHelper output, Way way) : BrowserTests(fixture, output, way)
{
    [Fact]
    public Task The_start_page_takes_concerns_diagnosis_age_and_sex_at_once() => Visiting(async visit =>
    {
        await visit.Page.CheckAsync("#card input[name=concern][value='rosacea']");
        await visit.Page.ClickAsync("#card .chip:has([data-told='rosacea'])");
        await visit.Page.ClickAsync("#card .chip:has([data-told='psoriasis'])");
        await visit.Page.FillAsync("#card [data-factor='person.age'] input", "47");
        await visit.Page.ClickAsync("#card [data-factor='person.sex'] .chip:has(input[value=male])");
        await visit.Page.ClickAsync("#card button[type=submit]");
        await visit.Page.WaitForSelectorAsync("#card:not([data-question=concerns])");

        var profile = (await Saved(visit)).Profile;
        profile.Concerns.Should().Equal(SkinConditions.Rosacea);
        profile.Observations["condition.rosacea"].Value.Should().Be(FactorValue.Boolean(true));
        profile.Observations["condition.psoriasis"].Value.Should().Be(FactorValue.Boolean(true), "it need not be what brings someone here");
        profile.Observations["person.age"].Value.Should().Be(FactorValue.Number(47));
        profile.Observations["person.sex"].Value.Should().Be(FactorValue.Choice("male"));
        (await visit.Page.GetAttributeAsync("#card", "data-items")).Should().NotContain("person.age");
    });

    [Fact]
    public Task Stopping_early_gives_an_honest_page_and_goes_on() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        string question = await visit.Question();
        await visit.Page.ClickAsync("#card .steps button:has-text('Show my page now')");
        var page = visit.Page.FrameLocator("#card iframe").Locator("body");
        await page.Locator("main").WaitForAsync();
        (await page.InnerTextAsync()).Should().Contain("Acne").And.Contain("not a diagnosis");
        await visit.Page.ClickAsync("#card button:has-text('Answer more questions')");
        await visit.Page.WaitForSelectorAsync($"#card[data-question='{question}']");
    });

    [Fact]
    public Task Leaving_in_the_middle_is_asked_about_and_nothing_is_kept() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        await visit.Answer(People.Adolescent);
        await visit.Reload();
        visit.AskedBeforeLeaving.Should().Be(1);
        (await visit.Question()).Should().Be("concerns");
        (await visit.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).Should().Be(0);
    });

    [Fact]
    public Task Two_tabs_are_two_consultations() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        await visit.Answer(People.Adolescent);
        string question = await visit.Question();

        var other = await visit.Page.Context.NewPageAsync();
        await other.GotoAsync(visit.Page.Url);
        await other.WaitForSelectorAsync("html[data-ready=true]");
        await other.CheckAsync("#card input[name=concern][value='psoriasis']");
        await other.ClickAsync("#card button[type=submit]");
        await other.WaitForSelectorAsync("#card:not([data-question=concerns])");
        await other.CloseAsync();

        (await visit.Question()).Should().Be(question);
        await visit.Answer(People.Adolescent);
        (await Saved(visit)).Profile.Concerns.Should().Equal(SkinConditions.AcneVulgaris);
    });

    [Fact]
    public Task A_session_that_was_changed_by_hand_is_refused_or_says_what_was_left_out() => Visiting(async visit =>
    {
        visit.ExpectsRefusals = true;
        await visit.Choose(SkinConditions.AcneVulgaris);
        for (int i = 0; i < 3; i++)
            await visit.Answer(People.Adolescent);
        string question = await visit.Question();
        string session = await visit.Download("#download-json");

        await visit.Load(session.Replace("\"steps\"", "\"stepz\"", StringComparison.Ordinal));
        await visit.Page.WaitForSelectorAsync("#files .failure");
        (await visit.Page.InnerTextAsync("#files .failure")).Should().Contain("stepz").And.Contain("Line ");
        (await visit.Question()).Should().Be(question, "what was there is still there");

        await visit.LoadProfile(session.Replace("\"sha256\": \"", "\"sha256\": \"0", StringComparison.Ordinal));
        (await visit.Page.InnerTextAsync("#left-out")).Should().Contain("Not everything in the file can be used any more");
        (await visit.Question()).Should().Be(question);
    });

    [Fact]
    public Task A_session_of_an_earlier_day_goes_on_today() => Visiting(async visit =>
    {
        var then = Consultation.Start(ScoringService.Default, [SkinConditions.AcneVulgaris], new DateOnly(2026, 3, 1));
        for (int i = 0; i < 8; i++)
            then = then.Current!.Asks == QuestionKind.Screen ? then.NoneOfThese() : then.Skip();
        await visit.LoadProfile(then.ToJson());
        var today = await visit.Page.EvaluateAsync<string>("(async () => (await import('./js/state.js')).today())()");
        var goesOn = await Saved(visit);
        goesOn.Profile.AsOf.Should().Be(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        goesOn.Current!.Id.Should().Be(await visit.Question());
    });

    [Fact]
    public Task A_file_of_an_earlier_day_is_laid_beside_today() => Visiting(async visit =>
    {
        visit.ExpectsRefusals = true;
        var then = PersonProfile.Create().AsOf(new DateOnly(2026, 3, 1)).ConcernedAbout(SkinConditions.AcneVulgaris)
            .With(Factors.Person.Age, 19).With(Factors.Diet.Milk, 3).Build();
        var now = then.ToBuilder().AsOf(new DateOnly(2026, 5, 1)).With(Factors.Diet.Milk, 0).Build();
        await visit.LoadProfile(ProfileJson.Write(now));

        await Earlier(visit, Consultation.Start(ScoringService.Default, then).ToJson());
        var page = visit.Page.FrameLocator("#changes iframe").Locator("body");
        await page.Locator("main").WaitForAsync();
        (await page.InnerTextAsync()).Should().Contain("milk").And.Contain("not a diagnosis");

        await Earlier(visit, "no file of ours");
        await visit.Page.WaitForSelectorAsync("#files .failure");
        (await visit.Page.Locator("#changes iframe").CountAsync()).Should().Be(0, "what could not be compared is not shown");
    });

    private static Task Earlier(Visit visit, string content) => visit.Page.SetInputFilesAsync(
        "#earlier", new Microsoft.Playwright.FilePayload { Name = "earlier.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });

    private static async Task<Consultation> Saved(Visit visit)
    {
        var read = Consultation.Read(await visit.Download("#download-json"), ScoringService.Default);
        read.Diagnostics.Should().BeEmpty();
        return read.GetValueOrThrow();
    }
}

/// <summary>Answered by the server.</summary>
public sealed class SessionByServerTests(BrowserFixture fixture, ITestOutputHelper output) : SessionTests(fixture, output, Way.Server);

/// <summary>Answered in the browser.</summary>
public sealed class SessionInBrowserTests(BrowserFixture fixture, ITestOutputHelper output) : SessionTests(fixture, output, Way.Browser);
