using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Web.Tests.Api;

/// <summary>The playground's endpoints.</summary>
public sealed class RulesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Overlay = """
        {
          "id": "clinic.example", "version": "1.0.0", "title": "t",
          "extends": [{ "id": "gutskin.evidence", "version": ">=2.0.0 <3.0.0" }],
          "remove": { "rules": ["acne.milk"] },
          "tests": [
            { "name": "good", "profile": { "concerns": ["acne-vulgaris"], "observations": { "person.age": 16, "diet.milk": 3 } },
              "expect": { "scores": { "acne-vulgaris": { "atMost": 0 } }, "band": { "acne-vulgaris": "minimal" }, "triage": "none" } },
            { "name": "bad", "profile": {}, "expect": { "scores": { "acne-vulgaris": { "atLeast": 50 } }, "band": { "rosacea": "high" }, "triage": "refer-urgent", "recommended": ["diet.reduce-milk"] } }
          ]
        }
        """;

    private readonly HttpClient client = site.Client();

    [Fact]
    public async Task Lint_finds_everything_with_places()
    {
        var answer = await (await client.PostJson("/api/rules/lint", "{\n  \"id\": \"No Good\",\n  \"verson\": \"1.0.0\",\n  \"title\": \"t\"\n}")).Json();

        answer.GetProperty("valid").GetBoolean().Should().BeFalse();
        var diagnostics = answer.GetProperty("diagnostics").EnumerateArray().ToList();
        diagnostics.Count.Should().BeGreaterThan(1);
        diagnostics.Should().Contain(d => d.GetProperty("line").GetInt32() == 3 && d.GetProperty("column").GetInt32() == 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\u0000")]
    [InlineData("{ \"id\": ")]
    public async Task Lint_answers_whatever_is_typed(string text)
    {
        var response = await client.PostJson("/api/rules/lint", text);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Json()).GetProperty("valid").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Trying_shows_scores_and_tests()
    {
        var answer = await (await client.PostJson("/api/rules/try", Body(Overlay, """{ "concerns": ["acne-vulgaris"], "observations": { "person.age": 16, "diet.milk": 3 } }"""))).Json();

        answer.GetProperty("valid").GetBoolean().Should().BeTrue(answer.ToString());
        var acne = answer.GetProperty("scores").EnumerateArray().Single(s => s.GetProperty("condition").GetString() == "acne-vulgaris");
        acne.GetProperty("before").GetDouble().Should().BePositive();
        acne.GetProperty("after").GetDouble().Should().Be(0);
        var tests = answer.GetProperty("tests").EnumerateArray().ToList();
        tests[0].GetProperty("passed").GetBoolean().Should().BeTrue(tests[0].ToString());
        tests[1].GetProperty("passed").GetBoolean().Should().BeFalse();
        tests[1].GetProperty("failures").GetArrayLength().Should().Be(4);
        tests.Select(t => t.GetProperty("line").GetInt32()).Should().Equal(6, 8);
    }

    [Fact]
    public async Task Trying_what_has_errors_gives_the_errors()
    {
        var answer = await (await client.PostJson("/api/rules/try", Body("{", "{}"))).Json();
        answer.GetProperty("valid").GetBoolean().Should().BeFalse();
        answer.GetProperty("diagnostics").GetArrayLength().Should().BePositive();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "overlay": 3, "profile": {} }""")]
    [InlineData("""{ "overlay": "{}", "profile": 3 }""")]
    [InlineData("nothing")]
    public async Task Trying_needs_a_rule_set_and_a_profile(string body) =>
        (await client.PostJson("/api/rules/try", body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_safety_rule_that_is_locked_cannot_be_taken_out()
    {
        var answer = await (await client.PostJson("/api/rules/lint", Overlay.Replace("\"rules\": [\"acne.milk\"]", "\"safety\": [\"rf-anaphylaxis\"]", StringComparison.Ordinal))).Json();
        answer.GetProperty("valid").GetBoolean().Should().BeFalse();
    }

    private static string Body(string overlay, string profile) =>
        new JsonObject { ["overlay"] = overlay, ["profile"] = JsonNode.Parse(profile) }.ToJsonString(JsonSerializerOptions.Default);
}
