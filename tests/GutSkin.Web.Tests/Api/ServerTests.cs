using System.Net;

namespace GutSkin.Web.Tests.Api;

/// <summary>Headers, limits of rate, the log, and the OpenAPI document.</summary>
public sealed class ServerTests(WebSite site) : IClassFixture<WebSite>
{
    private readonly HttpClient client = site.Client();

    [Theory]
    [InlineData("/")]
    [InlineData("/js/main.js")]
    [InlineData("/api/catalog")]
    [InlineData("/nothing")]
    public async Task Every_answer_has_the_security_headers_and_no_cookie(string path)
    {
        var response = await client.GetAsync(path);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ").And.Contain("'sha256-");
        policy.Replace("'wasm-unsafe-eval'", "", StringComparison.Ordinal).Should().NotContain("unsafe").And.NotContain("style-src-attr").And.NotContain("*");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        response.Headers.Contains("Set-Cookie").Should().BeFalse();
        response.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task Answers_of_the_api_are_not_stored()
    {
        var response = await client.PostJson("/api/assess", "{}");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Fact]
    public async Task The_openapi_document_lists_every_endpoint()
    {
        var document = await (await client.GetAsync("/openapi/v1.json")).Json();
        document.GetProperty("openapi").GetString().Should().StartWith("3.");
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(
            "/api/assess", "/api/next", "/api/consult", "/api/explain", "/api/whatif", "/api/report", "/api/compare", "/api/rules/lint", "/api/rules/try", "/api/catalog", "/api/screens");
        document.GetProperty("paths").GetProperty("/api/assess").GetProperty("post").GetProperty("responses").EnumerateObject()
            .Select(r => r.Name).Should().BeEquivalentTo("200", "400", "413", "429");
    }

    [Fact]
    public async Task The_log_holds_method_template_and_status_and_no_value()
    {
        await client.PostJson("/api/explain?id=secret-id-4711", """{ "id": "person-4711", "observations": { "diet.milk": 4711 } }""");
        await client.PostJson("/api/assess", """{ "id": "person-4711", "observations": { "diet.milk": 3.4711 } }""");

        // a line is written when its answer has been sent
        for (int i = 0; i < 100 && !site.Log.Lines.Any(line => line.Contains("POST /api/assess 200", StringComparison.Ordinal)); i++)
            await Task.Delay(100);
        site.Log.Lines.Should().Contain(line => line.Contains("POST /api/explain 400", StringComparison.Ordinal));
        site.Log.Lines.Should().Contain(line => line.Contains("POST /api/assess 200", StringComparison.Ordinal));
        site.Log.Lines.Should().NotContain(line => line.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_requests_are_429_with_a_problem()
    {
        await using var strict = WebSite.With(("Limits:Burst", "5"), ("Limits:RequestsPerSecond", "1"));
        using var caller = strict.Client();

        var responses = new List<HttpResponseMessage>();
        for (int i = 0; i < 12; i++)
            responses.Add(await caller.PostJson("/api/next", "{}"));

        var refused = responses.Where(r => r.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        refused.Should().NotBeEmpty();
        responses.Take(5).Should().OnlyContain(r => r.StatusCode == HttpStatusCode.OK);
        refused.Should().OnlyContain(r => r.Headers.RetryAfter != null && r.Content.Headers.ContentType!.MediaType == "application/problem+json");
    }

    [Fact]
    public async Task The_page_asks_for_nothing_from_outside()
    {
        foreach (string file in Directory.GetFiles(Repository.Path("samples", "03.WebConsultation", "wwwroot"), "*", SearchOption.AllDirectories))
        {
            string text = await File.ReadAllTextAsync(file);
            text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Should().NotContain("http://").And.NotContain("https://", file);
            text.Should().NotContain("innerHTML", file).And.NotContain("outerHTML", file).And.NotContain("insertAdjacentHTML", file)
                .And.NotContain("document.cookie", file).And.NotContain("localStorage", file).And.NotContain("sessionStorage", file);
        }
    }

    [Fact]
    public async Task Both_languages_of_the_page_have_the_same_texts()
    {
        string[] english = await Keys("en");
        string[] german = await Keys("de");
        german.Should().Equal(english);
    }

    [Fact]
    public async Task The_words_of_the_page_are_those_of_an_index()
    {
        foreach (string language in (string[])["en", "de"])
        {
            string text = await File.ReadAllTextAsync(Texts(language));
            foreach (string word in (string[])["risk", "probab", "diagnos", "treats", "cures", "prevents", "Risiko", "Wahrscheinlich", "heilt", "behandelt", "verhindert", "vorbeug"])
                text.Should().NotContainEquivalentOf(word);
        }
    }

    private static string Texts(string language) => Repository.Path("samples", "03.WebConsultation", "wwwroot", "js", $"texts.{language}.js");

    private static async Task<string[]> Keys(string language) =>
        [.. (await File.ReadAllLinesAsync(Texts(language)))
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("   ", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)].Trim())];
}
