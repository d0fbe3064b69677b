using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Web.Tests.Api;

/// <summary>
/// No request holds the server: the largest body of rules that it takes, in the shapes that once took minutes or gigabytes, is answered in a few
/// seconds and some hundred megabytes; and what takes longer than a request may is given up.
/// </summary>
public sealed class BudgetTests(WebSite site) : IClassFixture<WebSite>
{
    private const int LargestBody = 1024 * 1024;
    private const long MostBytes = 512L << 20;
    private const string Head = "\"id\": \"o\", \"version\": \"1.0.0\", \"title\": \"O\", \"extends\": [{ \"id\": \"gutskin.evidence\" }]";

    private static readonly Dictionary<string, (string Section, Func<int, string> Entry)> Shapes = new(StringComparer.Ordinal)
    {
        ["chains of the same safety"] = ("interventions", i => $$"""{ "id": "i{{i}}", "name": "I", "category": "diet", "sameSafetyAs": ["i{{i + 1}}"] }"""),
        ["ids that are not there"] = ("rules", i => $$"""{ "id": "r{{i}}", "condition": "acne-vulgariz{{i}}", "title": "R", "factor": "diet.mylk{{i}}", "effect": { "oddsRatio": 1.2 }, "certainty": "low" }"""),
        ["rules on one factor"] = ("rules", i => $$"""{ "id": "r{{i}}", "condition": "acne-vulgaris", "title": "R", "factor": "diet.milk", "overlap": "o", "when": { "factor": "diet.milk", "above": 0.{{i % 90}} }, "curve": [[0, 0], [1, 1]], "effect": { "oddsRatio": 1.2 }, "certainty": "low" }"""),
        ["safety of everything"] = ("safety", i => $$"""{ "id": "s{{i}}", "kind": "caution", "message": "M", "when": { "factor": "diet.milk", "above": 0.{{i % 90}} }, "interventions": ["*"] }"""),
        ["tests"] = ("tests", i => $$"""{ "name": "t{{i}}", "profile": { "observations": { "diet.milk": 1 } }, "expect": { "recommended": ["i{{i}}"] } }"""),
        ["interventions alike"] = ("interventions", i => $$"""{ "id": "i{{i}}", "name": "I", "category": "diet", "changes": [{ "factor": "diet.milk", "atMost": 0.{{i % 9}} }] }"""),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_largest_rules_are_answered_in_time_and_memory(string shape)
    {
        using var client = site.Client();
        foreach (var (path, body) in ((string, string)[])[("/api/rules/lint", Largest(shape, LargestBody)), ("/api/rules/try", ToTry(Largest(shape, LargestBody * 7 / 10)))])
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            var response = await client.PostJson(path, body);
            await response.Content.ReadAsByteArrayAsync();
            response.StatusCode.Should().Be(HttpStatusCode.OK, path);
            (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(MostBytes, path);
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), path);
        }
    }

    /// <summary>
    /// The time ends while the body comes, while it is looked at, or while the answer is sent: the caller reads that it was given up, or an answer that
    /// was there already, and never finds a connection that broke.
    /// </summary>
    [Theory]
    [InlineData("0.001", 20)]
    [InlineData("0.02", 20)]
    [InlineData("0.1", 40)]
    [InlineData("0.2", 40)]
    public async Task What_takes_longer_than_a_request_may_is_given_up(string seconds, int requests)
    {
        await using var hasty = WebSite.With(("Limits:TimeoutSeconds", seconds));
        string body = Largest("tests", LargestBody);
        int givenUp = 0;
        for (int i = 0; i < requests; i++)
        {
            using var client = hasty.Client();
            var watch = Stopwatch.StartNew();
            var response = await client.PostJson("/api/rules/lint", body);
            response.StatusCode.Should().BeOneOf(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.Should().Be(response.IsSuccessStatusCode ? "application/json" : "application/problem+json");
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
            givenUp += response.IsSuccessStatusCode ? 0 : 1;
        }

        if (seconds is "0.001" or "0.02")
            givenUp.Should().BePositive();
    }

    /// <summary>As many entries of one shape as a body may hold.</summary>
    private static string Largest(string shape, int most)
    {
        var (section, entry) = Shapes[shape];
        var text = new StringBuilder($"{{ {Head}, \"{section}\": [");
        for (int i = 0; ; i++)
        {
            string next = (i == 0 ? "" : ",") + entry(i);
            if (text.Length + next.Length > most - 4)
                break;
            text.Append(next);
        }

        return text.Append("] }").ToString();
    }

    private static string ToTry(string overlay) =>
        new JsonObject { ["overlay"] = overlay, ["profile"] = new JsonObject() }.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
