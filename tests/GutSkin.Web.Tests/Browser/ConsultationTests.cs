using System.Globalization;
using GutSkin.Core;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>The consultation from the first click to the downloads.</summary>
public abstract class ConsultationTests(BrowserFixture fixture, ITestOutputHelper output, Way way) : BrowserTests(fixture, output, way)
{
    [Fact]
    public Task An_adolescent_with_acne() => Visiting(async visit =>
    {
        (await visit.Page.Locator("input:checked:not([value=''])").CountAsync()).Should().Be(0, "nothing is ticked beforehand");
        await visit.Choose(SkinConditions.AcneVulgaris);

        await visit.AnswerUntilEnough(People.Adolescent);

        var assessment = await WhatTheLibrarySays(visit);
        (await visit.Page.InnerTextAsync("#card h2")).Should().Be(assessment.Enough ? "That is enough" : "Your page so far");
        await visit.Page.FrameLocator("#card iframe").Locator("main").WaitForAsync();
        await ScoresShown(visit, assessment);
        (await visit.Page.Locator("#levers input[data-factor]").CountAsync()).Should().Be(assessment.Levers.Count(l => l.Held.IsEmpty && l.Unresolved.IsEmpty));
        await ReportSays(visit, "Acne");
        (await visit.Download("#consultation >> #download-html")).Should().StartWith("<!DOCTYPE html>").And.Contain("not a diagnosis");
    });

    [Fact]
    public Task A_man_with_rosacea() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.Rosacea, SkinConditions.SeborrheicDermatitis);

        await visit.AnswerUntilEnough(People.WithRosacea);

        var assessment = await WhatTheLibrarySays(visit);
        await ScoresShown(visit, assessment);
        assessment.Condition(SkinConditions.Rosacea)!.Score.Should().BePositive();
        await ReportSays(visit, "Rosacea");
    });

    [Fact]
    public Task Someone_who_should_be_seen_today() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AtopicDermatitis);

        await visit.AnswerUntilEnough(People.WhoNeedsHelpNow);

        (await visit.Page.Locator(".triage.urgent[role=alert]").CountAsync()).Should().Be(1);
        (await visit.Page.InnerTextAsync(".triage.urgent")).Should().Contain("See someone first, today").And.Contain("What to do");
        (await visit.Page.IsVisibleAsync("#levers")).Should().BeFalse("there is no self-care while someone should be seen");
        var above = await visit.Page.EvaluateAsync<bool>("document.querySelector('.triage.urgent').getBoundingClientRect().bottom <= document.getElementById('card').getBoundingClientRect().top");
        above.Should().BeTrue();
        (await WhatTheLibrarySays(visit)).Triage.Level.Should().Be(TriageLevel.ReferUrgent);
    });

    [Fact]
    public Task Each_question_says_why_and_how_much_it_narrows() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        for (int i = 0; i < 4; i++)
        {
            await visit.Page.ClickAsync("#card .why summary");
            (await visit.Page.InnerTextAsync("#card .why")).Should().MatchRegex("could settle up to \\d+ %|does not move the index");
            await visit.Answer(People.Adolescent);
        }

        (await visit.Page.InnerTextAsync("#progress")).Should().MatchRegex("Questions answered: \\d+\\. About \\d+ to go");
    });

    [Fact]
    public Task An_answer_that_is_not_given_is_not_asked_again_and_can_be_taken_back() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.Psoriasis);
        string first = await visit.Question();
        await visit.Page.ClickAsync("#card .buttons button:has-text('Prefer not to say')");
        await visit.Page.WaitForSelectorAsync("#card[data-step='2']");
        (await visit.Question()).Should().NotBe(first);

        await visit.Page.ClickAsync("#card .steps button:has-text('Back')");
        await visit.Page.WaitForSelectorAsync("#card[data-step='1']");
        (await visit.Question()).Should().Be(first);
        await visit.Page.ClickAsync("#card .steps button:has-text('Back')");
        await visit.Page.WaitForSelectorAsync("#card[data-question=concerns]");
    });

    [Fact]
    public Task A_number_outside_what_is_allowed_is_said_at_the_field() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        while (await visit.Page.Locator("#card input[type=number]").CountAsync() == 0)
            await visit.Answer(new Dictionary<string, object>());
        foreach (string wrong in (string[])["-1", "500"])
        {
            await visit.Page.FillAsync("#card input[type=number] >> nth=0", wrong);
            await visit.Page.ClickAsync("#card button[type=submit]");
            (await visit.Page.Locator("#card .error").AllInnerTextsAsync()).Should().ContainSingle(e => e.StartsWith("Please enter a number", StringComparison.Ordinal));
        }
    });

    [Fact]
    public Task A_slider_shows_what_would_be() => Visiting(async visit =>
    {
        await visit.LoadProfile(Repository.Profile("adolescent-acne"));
        (await visit.Page.InnerTextAsync("#levers .outcome")).Should().Contain("Change nothing").And.MatchRegex("stays \\d+; open answers could make it \\d+ to \\d+");
        (await visit.Page.Locator("#levers input:checked").CountAsync()).Should().Be(0);

        await visit.Page.FocusAsync("#levers input[data-factor='diet.sugary-drinks']");
        await visit.Page.Keyboard.PressAsync("End");
        var outcome = visit.Page.Locator("#levers .outcome [data-condition='acne-vulgaris']");
        await outcome.WaitForAsync();

        var profile = ProfileJson.Read(Repository.Profile("adolescent-acne")).GetValueOrThrow();
        double to = ScoringService.Default.Assess(profile).Levers.Single(l => l.Factor == "diet.sugary-drinks").To.AsNumber;
        var expected = ScoringService.Default.WhatIf(profile, new Dictionary<string, FactorValue> { ["diet.sugary-drinks"] = FactorValue.Number(to) })
            .Conditions.Single(c => c.Condition == SkinConditions.AcneVulgaris);
        (await outcome.InnerTextAsync()).Should().Contain($"{Whole(expected.ScoreBefore)} now, {Whole(expected.ScoreAfter)} then");
        (await visit.Page.Locator("#scores .score[data-condition='acne-vulgaris'] .after[visibility=visible]").CountAsync()).Should().Be(1);

        await visit.Page.ClickAsync("#levers button:has-text('Back to today')");
        await visit.Page.WaitForSelectorAsync("#levers .outcome h3");
    });

    [Fact]
    public Task A_lever_held_for_safety_is_not_offered() => Visiting(async visit =>
    {
        const string Open = """{ "concerns": ["acne-vulgaris"], "observations": { "person.age": 16, "diet.sugary-drinks": 9 } }""";
        string held = Open.Replace("9 }", "9, \"person.eating-disorder-history\": true }", StringComparison.Ordinal);
        LeversOf(Open).Should().Contain(l => l.Unresolved.Length > 0 && l.Held.Length == 0);
        LeversOf(held).Should().Contain(l => l.Held.Length > 0);
        foreach (string profile in (string[])[Open, held])
        {
            await visit.LoadProfile(profile);
            foreach (var lever in LeversOf(profile).Where(l => l.Held.Length + l.Unresolved.Length > 0))
                (await visit.Page.Locator($"#levers [data-factor='{lever.Factor}']").CountAsync()).Should().Be(0);
        }
    });

    [Fact]
    public Task What_was_downloaded_is_loaded_again_and_goes_on() => Visiting(async visit =>
    {
        await visit.Choose(SkinConditions.AcneVulgaris);
        for (int i = 0; i < 5; i++)
            await visit.Answer(People.Adolescent);
        string question = await visit.Question();
        string scores = await visit.Page.InnerTextAsync("#scores");
        string file = await visit.Download("#download-json");

        await visit.Reload();
        visit.AskedBeforeLeaving.Should().Be(0, "it was saved");
        (await visit.Question()).Should().Be("concerns", "nothing is stored");
        await visit.LoadProfile(file);

        (await visit.Question()).Should().Be(question);
        (await visit.Page.InnerTextAsync("#scores")).Should().Be(scores);
        await visit.AnswerUntilEnough(People.Adolescent);
    });

    [Theory]
    [InlineData("not json at all", "It is not a consultation file.")]
    [InlineData("[]", "It is not a consultation file.")]
    [InlineData("""{ "schema": "gutskin.consultation/1", "known": {}, "steps": [{ "did": "guess" }] }""", "Line 1, column")]
    [InlineData("""{ "observations": { "diet.fibre": 3 } }""", "diet.fibre")]
    public Task A_file_that_cannot_be_used_says_why(string content, string reason) => Visiting(async visit =>
    {
        visit.ExpectsRefusals = true;
        await visit.Load(content);
        await visit.Page.WaitForSelectorAsync("#files .failure");
        (await visit.Page.InnerTextAsync("#files .failure")).Should().Contain(reason);
    });

    private static System.Collections.Immutable.ImmutableArray<Lever> LeversOf(string profile) => ScoringService.Default.Assess(ProfileJson.Read(profile).GetValueOrThrow()).Levers;

    private static string Whole(double? score) => Math.Round(score!.Value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the download of the page, and takes its steps again.</summary>
    private static async Task<Assessment> WhatTheLibrarySays(Visit visit)
    {
        var read = Consultation.Read(await visit.Download("#download-json"), ScoringService.Default);
        read.Diagnostics.Should().BeEmpty();
        return read.GetValueOrThrow().Assessment;
    }

    private static async Task ScoresShown(Visit visit, Assessment assessment)
    {
        foreach (var condition in assessment.Conditions.Where(c => c.Concern && c.Score is not null))
        {
            string row = await visit.Page.InnerTextAsync($"#scores .score[data-condition='{condition.Id}']");
            if (condition.Settled == true)
                row.Should().Contain($"Index {Whole(condition.Score)} of at most {Whole(condition.Ceiling)}").And.Contain($"band {condition.Band}");
            else
                row.Should().Contain($"Between {Whole(condition.Interval!.Value.Low)} and {Whole(condition.Interval!.Value.High)}").And.NotContain("band").And.NotContain("Index");
        }
    }

    private static async Task ReportSays(Visit visit, string text)
    {
        await visit.Open("report");
        var body = visit.Page.FrameLocator("#report iframe").Locator("body");
        await body.Locator("main").WaitForAsync();
        (await body.InnerTextAsync()).Should().Contain(text).And.Contain("not a diagnosis");
        (await body.EvaluateAsync<string>("body => getComputedStyle(body.querySelector('main')).maxWidth")).Should().NotBe("none", "the style of the report is allowed by its hash");
        await visit.Open("consultation");
    }
}

/// <summary>Answered by the server.</summary>
public sealed class ConsultationByServerTests(BrowserFixture fixture, ITestOutputHelper output) : ConsultationTests(fixture, output, Way.Server);

/// <summary>Answered in the browser.</summary>
public sealed class ConsultationInBrowserTests(BrowserFixture fixture, ITestOutputHelper output) : ConsultationTests(fixture, output, Way.Browser);
