using System.Net;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Web.Tests.Api;

/// <summary>The endpoints say what the library says.</summary>
public sealed class AssessmentTests(WebSite site) : IClassFixture<WebSite>
{
    private readonly HttpClient client = site.Client();

    public static TheoryData<string> Profiles =>
        [.. Directory.GetFiles(Repository.Path("samples", "profiles"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Assessing_gives_the_bytes_of_the_library(string profile)
    {
        var response = await client.PostJson("/api/assess?culture=de", Repository.Profile(profile));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        var expected = ScoringService.Default.Assess(ProfileJson.Read(Repository.Profile(profile)).GetValueOrThrow(), new AssessmentOptions { Culture = "de" });
        (await response.Content.ReadAsStringAsync()).Should().Be(expected.ToJson());
    }

    [Theory]
    [InlineData("en", "The more ", "counts towards a higher", "Certainty ")]
    [InlineData("de", "Je mehr ", "zählt für einen höheren Index", "Sicherheit ")]
    public async Task An_explanation_is_in_the_language_asked_for(string culture, params string[] words)
    {
        var answer = await (await client.PostJson($"/api/explain?id=acne.milk&culture={culture}", """{ "concerns": ["acne-vulgaris"], "observations": { "person.age": 16, "diet.milk": 3 } }""")).Json();
        string lines = string.Join('\n', answer.GetProperty("lines").EnumerateArray().Select(l => l.GetString()));
        foreach (string word in words)
            lines.Should().Contain(word);
    }

    [Fact]
    public async Task Next_gives_triage_enough_and_questions()
    {
        var answer = await (await client.PostJson("/api/next", """{ "concerns": ["rosacea"] }""")).Json();

        answer.GetProperty("enough").GetBoolean().Should().BeFalse();
        answer.GetProperty("triage").GetProperty("complete").GetBoolean().Should().BeFalse();
        answer.GetProperty("nextQuestions").GetArrayLength().Should().BePositive();
        answer.EnumerateObject().Select(member => member.Name).Should().Equal("triage", "enough", "full", "nextQuestions", "tests");
    }

    [Fact]
    public async Task Explaining_a_rule_says_what_it_does_here()
    {
        var answer = await (await client.PostJson("/api/explain?id=acne.milk", Repository.Profile("adolescent-acne"))).Json();

        answer.GetProperty("kind").GetString().Should().Be("rule");
        answer.GetProperty("lines").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public async Task Explaining_what_does_not_exist_is_404() =>
        (await client.PostJson("/api/explain?id=nothing.at-all", "{}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task Explaining_without_an_id_is_400() =>
        (await client.PostJson("/api/explain", "{}")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Comparing_gives_the_page_of_the_library(string culture)
    {
        var then = PersonProfile.Create().AsOf(new DateOnly(2026, 3, 1)).ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Person.Age, 19).With(Factors.Diet.Milk, 3).Build();
        var now = then.ToBuilder().AsOf(new DateOnly(2026, 5, 1)).With(Factors.Diet.Milk, 0).Build();
        string expected = ScoringService.Default.Compare(then, now, new ComparisonOptions { Assessing = new AssessmentOptions { Culture = culture } }).ToHtml();
        foreach (string before in (string[])[ProfileJson.Write(then), Consultation.Start(ScoringService.Default, then).ToJson()])
        {
            var response = await client.PostJson($"/api/compare?culture={culture}", $$"""{ "before": {{JsonSerializer.Serialize(before)}}, "profile": {{ProfileJson.Write(now)}} }""");

            response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
            (await response.Content.ReadAsStringAsync()).Should().Be(expected);
        }
    }

    [Theory]
    [InlineData("""{ "profile": {} }""")]
    [InlineData("""{ "before": "nothing of the kind", "profile": {} }""")]
    [InlineData("""{ "before": "{\"schema\":\"gutskin.consultation/1\"}", "profile": {} }""")]
    [InlineData("""{ "before": "{\"asOf\":\"2026-03-02\"}", "profile": { "asOf": "2026-03-01" } }""")]
    public async Task Comparing_what_cannot_be_compared_is_400(string body) =>
        (await client.PostJson("/api/compare", body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_if_gives_the_scores_of_the_library()
    {
        string profile = Repository.Profile("adolescent-acne");
        var answer = await (await client.PostJson("/api/whatif", $$"""{ "profile": {{profile}}, "changes": { "diet.milk": 0, "skincare.harsh-products": false } }""")).Json();

        var expected = ScoringService.Default.WhatIf(ProfileJson.Read(profile).GetValueOrThrow(), new Dictionary<string, FactorValue>
        {
            ["diet.milk"] = FactorValue.Number(0),
            ["skincare.harsh-products"] = FactorValue.Boolean(false),
        });
        answer.GetProperty("conditions").EnumerateArray().Select(c => c.TryGetProperty("scoreAfter", out var after) ? after.GetDouble() : (double?)null)
            .Should().Equal(expected.Conditions.Select(c => c.ScoreAfter));
    }

    [Theory]
    [InlineData("""{ "profile": {} }""")]
    [InlineData("""{ "changes": {} }""")]
    [InlineData("""{ "profile": {}, "changes": { "diet.milk": null } }""")]
    [InlineData("""{ "profile": {}, "changes": [] }""")]
    [InlineData("""{ "profile": {}, "changes": { "diet.milk": 1e999 } }""")]
    [InlineData("""{ "profile": {}, "changes": { "diet.milk": -1 } }""")]
    [InlineData("""{ "profile": {}, "changes": { "no.such-factor": 1 } }""")]
    [InlineData("""{ "profile": {}, "changes": { "": 1 } }""")]
    [InlineData("""{ "profile": 3, "changes": {} }""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_if_refuses_what_it_cannot_read(string body)
    {
        var response = await client.PostJson("/api/whatif", body);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("html", "text/html", "<!DOCTYPE html>")]
    [InlineData("markdown", "text/markdown", "# ")]
    [InlineData("text", "text/plain", "")]
    public async Task The_report_comes_in_three_forms(string format, string type, string start)
    {
        var response = await client.PostJson($"/api/report?format={format}", Repository.Profile("adolescent-acne"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        (await response.Content.ReadAsStringAsync()).Should().StartWith(start).And.Contain("not a diagnosis");
    }

    [Fact]
    public async Task Another_report_form_is_400() =>
        (await client.PostJson("/api/report?format=pdf", "{}")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Faults_come_all_at_once_with_their_places()
    {
        var response = await client.PostJson("/api/assess", "{\n  \"concerns\": [\"acne-vulgari\"],\n  \"observations\": { \"diet.fibre\": 3, \"diet.milk\": -1 }\n}");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var diagnostics = (await response.Json()).GetProperty("diagnostics").EnumerateArray().ToList();
        diagnostics.Should().HaveCount(3);
        diagnostics.Select(d => d.GetProperty("line").GetInt32()).Should().Equal(2, 3, 3);
        diagnostics.Should().OnlyContain(d => d.GetProperty("severity").GetString() == "error");
    }

    [Fact]
    public async Task The_catalog_names_everything_in_both_languages()
    {
        var english = await (await client.GetAsync("/api/catalog?culture=en")).Json();
        var german = await (await client.GetAsync("/api/catalog?culture=de-CH")).Json();

        foreach (var catalog in (JsonElement[])[english, german])
        {
            catalog.GetProperty("conditions").GetArrayLength().Should().Be(BuiltInRuleSet.Resolved.Data.Conditions.Length);
            catalog.GetProperty("factors").EnumerateObject().Should().HaveCount(BuiltInRuleSet.Resolved.Data.Factors.Length);
        }

        english.GetProperty("factors").GetProperty("diet.fiber").GetProperty("name").GetString().Should().Be("Fiber");
        german.GetProperty("factors").GetProperty("diet.fiber").GetProperty("name").GetString().Should().Be("Ballaststoffe");
        german.GetProperty("disclaimer").GetString().Should().Contain("keine Diagnose");
        (await client.GetAsync("/api/screens")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/catalog?culture=%3Cscript%3E")]
    [InlineData("/api/screens?culture=..%2F..")]
    public async Task A_culture_that_is_none_is_400(string path) =>
        (await client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
}
