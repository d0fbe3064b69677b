using System.Net;

namespace GutSkin.Web.Tests.Api;

/// <summary>Answers that nobody else gives, sent to every path in every way that is right and wrong: in no log, and in no answer that refuses.</summary>
public sealed class CanaryTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly string[] Canaries = ["canary", "37.48", "73.917", "2019-02-03"];

    private static readonly string[] Bodies =
    [
        """{ "id": "canary-person", "asOf": "2026-11-20", "concerns": ["acne-vulgaris"], "observations": { "diet.fiber": { "value": 37.48, "on": "2019-02-03", "source": "canary" }, "diet.glycemic-load": 73.917 } }""",
        """{ "id": "canary-person", "observations": { "diet.fiber": 9973.917, "diet.milk": "canary", "person.sex": "canary", "lab.vitamin-d": { "value": 37.48, "unit": "canary" } } }""",
        """{ "id": "canary-person", "observations": { "diet.fiber": 37.48, canary } }""",
        """{ "profile": { "id": "canary-person", "observations": { "diet.fiber": 37.48 } }, "factor": "diet.fiber", "value": 73.917, "changes": { "diet.fiber": 73.917 } }""",
        "\"canary 37.48\"", "37.48", "[37.48, \"canary\"]",
    ];

    [Fact]
    public async Task No_log_line_and_no_refusal_holds_an_answer()
    {
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("X-Canary", "canary");
        client.DefaultRequestHeaders.UserAgent.ParseAdd("canary/37.48");
        int refused = 0, answered = 0;
        foreach (string path in (string[])["assess", "next", "consult", "explain?id=canary", "explain?id=acne.milk&culture=canary", "whatif", "report?format=canary", "report?culture=de", "compare", "lint", "try", "canary"])
        {
            foreach (string body in Bodies)
            {
                var response = await client.PostJson($"/api/{path}", body);
                if (response.StatusCode < HttpStatusCode.BadRequest)
                {
                    answered++;
                    continue;
                }

                refused++;
                string text = await response.Content.ReadAsStringAsync();
                // What somebody asks for by name, in the address or as an id of their own document, is named in the answer to them.
                if (!path.Contains("canary", StringComparison.Ordinal) && path is not ("lint" or "try"))
                    Canaries.Where(c => text.Replace("'canary'", "", StringComparison.Ordinal).Contains(c, StringComparison.Ordinal)).Should().BeEmpty("{0} answers {1} to {2}: {3}", path, response.StatusCode, body, text);
            }
        }

        answered.Should().BeGreaterThan(3);
        refused.Should().BeGreaterThan(40);
        site.Log.Lines.Should().HaveCountGreaterThan(80);
        site.Log.Lines.Where(line => Canaries.Any(line.Contains)).Should().BeEmpty();
    }
}
