using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Fhir.Tests;

/// <summary>The CDS Hooks sample, with recorded calls and under load.</summary>
public sealed class CdsHooksTests(CdsHooksTests.Service service) : IClassFixture<CdsHooksTests.Service>
{
    private const string Path = "/cds-services/gut-skin";

    private readonly HttpClient client = service.CreateClient();

    [Fact]
    public async Task It_says_what_it_does_and_needs()
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/cds-services", UriKind.Relative)));
        var described = document.RootElement.GetProperty("services").EnumerateArray().Single();
        described.GetProperty("hook").GetString().Should().Be("patient-view");
        described.GetProperty("id").GetString().Should().Be("gut-skin");
        described.GetProperty("prefetch").EnumerateObject().Should().OnlyContain(p => p.Value.GetString()!.Contains("{{context.patientId}}"));
    }

    [Theory]
    [InlineData("atopic-dermatitis", "info")]
    [InlineData("psoriasis-red-flag", "critical", "info")]
    public async Task Recorded_calls_get_their_cards(string name, params string[] indicators)
    {
        using var answer = await Call(Recorded(name));
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var cards = document.RootElement.GetProperty("cards").EnumerateArray().ToList();
        cards.Select(c => c.GetProperty("indicator").GetString()).Distinct().Should().Equal(indicators);
        cards.Count(c => c.GetProperty("indicator").GetString() == "info").Should().Be(1);
        foreach (var card in cards)
        {
            card.GetProperty("summary").GetString()!.Length.Should().BeInRange(10, 139);
            card.GetProperty("source").GetProperty("label").GetString().Should().Contain("gutskin.evidence");
            card.GetProperty("source").GetProperty("url").GetString().Should().StartWith("http");
            card.GetProperty("detail").GetString().Should().Contain("not a diagnosis");
            card.GetProperty("overrideReasons").GetArrayLength().Should().BePositive();
            card.GetProperty("links").EnumerateArray().Where(l => l.GetProperty("type").GetString() != "absolute" || !l.GetProperty("url").GetString()!.StartsWith("https://")).Should().BeEmpty();
            Guid.TryParse(card.GetProperty("uuid").GetString(), out _).Should().BeTrue();
        }

        cards.Sum(c => c.GetProperty("links").GetArrayLength()).Should().BePositive();
        cards.Select(c => c.GetProperty("uuid").GetString()).Should().OnlyHaveUniqueItems();
        // The report in the info card is the core's; its own tests hold its words.
        var kept = System.Text.Json.Nodes.JsonNode.Parse(document.RootElement.GetRawText())!;
        foreach (var card in kept["cards"]!.AsArray().Where(c => (string?)c!["indicator"] == "info"))
            card!["detail"] = "(the first page of the report, as Markdown)";
        Golden.Check(kept.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n", "samples", "07.CdsHooks", "requests", $"{name}.response.json");
    }

    [Fact]
    public async Task Nobody_is_interrupted_without_a_reason()
    {
        using var answer = await Call("""
            {"hook":"patient-view","hookInstance":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","context":{"userId":"Practitioner/1","patientId":"1"},
             "prefetch":{"patient":{"resourceType":"Patient","id":"1","birthDate":"1980-01-01"},"conditions":{"resourceType":"Bundle","type":"searchset"},"observations":null}}
            """);
        (await answer.Content.ReadAsStringAsync()).Should().Be("""{"cards":[]}""");
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"hook":"patient-view"}""", 400)]
    [InlineData("""{"hook":"order-select","hookInstance":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10"}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"SECRET","context":{"patientId":"1"},"prefetch":{}}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","context":{}}""", 400)]
    [InlineData("""{"hook":"patient-view","hookInstance":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","context":{"patientId":"1"}}""", 412)]
    [InlineData("""{"hook":"patient-view","hookInstance":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","context":{"patientId":"1"},"prefetch":{"patient":null}}""", 412)]
    [InlineData("""{"hook":"patient-view","hookInstance":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","context":{"patientId":"1"},"prefetch":{"patient":{"resourceType":"Patient","id":"SECRET"}}}""", 422)]
    public async Task Wrong_calls_are_refused_in_a_sentence(string body, int status)
    {
        using var answer = await Call(body);
        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("SECRET");
    }

    [Fact]
    public async Task The_example_of_another_hook_is_refused()
    {
        using var example = JsonDocument.Parse(Clinic.Sample("cds-hooks-order-select.json"));
        using var answer = await Call(example.RootElement.GetProperty("request").GetRawText());
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"feedback":[{"card":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","outcome":"overridden","overrideReason":{"reason":{"code":"not-relevant","system":"urn:gutskin:cds-hooks:override-reason"},"userComment":"SECRET"},"outcomeTimestamp":"2026-11-20T10:00:00Z"}]}""", 200)]
    [InlineData("""{"feedback":[{"card":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","outcome":"accepted","acceptedSuggestions":[],"outcomeTimestamp":"2026-11-20T10:00:00Z"}]}""", 200)]
    [InlineData("""{"feedback":[{"card":"0f5b1a0e-5a3d-4f4b-9a2e-6b1c8f3d2a10","outcome":"ignored","outcomeTimestamp":"2026-11-20T10:00:00Z"}]}""", 400)]
    [InlineData("""{"feedback":[1]}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    public async Task Feedback_is_taken(string body, int status)
    {
        using var answer = await client.PostAsync(new Uri(Path + "/feedback", UriKind.Relative), Json(body));
        ((int)answer.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Under_load_everybody_gets_their_own_answer()
    {
        string[] bodies = [Recorded("atopic-dermatitis"), Recorded("psoriasis-red-flag")];
        string[] alone = [await Text(bodies[0]), await Text(bodies[1])];
        alone[0].Should().NotBe(alone[1]);
        var answers = new string[120];
        await Parallel.ForAsync(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => answers[i] = await Text(bodies[i % 2]));
        for (int i = 0; i < answers.Length; i++)
            answers[i].Should().Be(alone[i % 2]);

        async Task<string> Text(string body)
        {
            using var answer = await Call(body);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Recorded(string name) => Repository.Read($"samples/07.CdsHooks/requests/{name}.json");

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private Task<HttpResponseMessage> Call(string body) => client.PostAsync(new Uri(Path, UriKind.Relative), Json(body));

    /// <summary>The sample on a day of its own.</summary>
    public sealed class Service : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new OneDay()));

        private sealed class OneDay : TimeProvider
        {
            public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

            public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        }
    }
}
