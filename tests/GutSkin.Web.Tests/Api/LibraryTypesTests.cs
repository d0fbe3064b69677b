using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Web.Tests.Api;

/// <summary>The types of the library go through a minimal API as they are: bound from a body, returned, and described by OpenAPI.</summary>
public sealed class LibraryTypesTests : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddGutSkin();
        builder.Services.AddOpenApi();
        app = builder.Build();
        app.MapOpenApi();
        app.MapGet("/factors", (IScoringService scoring) => scoring.RuleSet.Data.Factors);
        app.MapGet("/fields", (IScoringService scoring) => scoring.RuleSet.Fields("de"));
        app.MapGet("/rules", (IScoringService scoring) => scoring.RuleSet);
        app.MapPost("/echo", (PersonProfile profile) => profile);
        app.MapPost("/check", (PersonProfile profile, IScoringService scoring) => scoring.Check(profile));
        app.MapPost("/why", (PersonProfile profile, IScoringService scoring) => scoring.Explain(scoring.Assess(profile), Factors.Diet.Milk));
        app.MapPost("/set", (RuleSet ruleSet) => Results.Ok(RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetDocument.From(ruleSet)).Diagnostics));
        await app.StartAsync();
        client = app.GetTestClient();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Factors_fields_and_rule_sets_are_returned_whole()
    {
        using var factors = JsonDocument.Parse(await client.GetStringAsync("/factors"));
        factors.RootElement.GetArrayLength().Should().Be(BuiltInRuleSet.Resolved.Data.Factors.Length);
        factors.RootElement[0].GetProperty("kind").ValueKind.Should().Be(JsonValueKind.String);
        using var fields = JsonDocument.Parse(await client.GetStringAsync("/fields"));
        fields.RootElement.GetArrayLength().Should().Be(BuiltInRuleSet.Resolved.Data.Factors.Length);
        var rules = RuleSetJson.Read(await client.GetStringAsync("/rules"));
        RuleSetJson.Write(rules.RuleSet!).Should().Be(RuleSetJson.Write(BuiltInRuleSet.Resolved.Data));
    }

    [Fact]
    public async Task A_profile_is_bound_and_returned_as_it_was()
    {
        foreach (string file in Repository.SampleProfiles)
        {
            string text = Repository.Read(file);
            var answer = await client.PostAsync("/echo", new StringContent(text, Encoding.UTF8, "application/json"));
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            ProfileJson.Read(await answer.Content.ReadAsStringAsync()).GetValueOrThrow().ToJson().Should().Be(ProfileJson.Read(text).GetValueOrThrow().ToJson());
        }
    }

    [Fact]
    public async Task What_is_wrong_is_a_bad_request_or_a_list_of_diagnostics()
    {
        (await client.PostAsync("/echo", new StringContent("{ \"observations\": 3 }", Encoding.UTF8, "application/json"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var answer = await client.PostAsync("/check", new StringContent("{ \"observations\": { \"diet.mlik\": 1 } }", Encoding.UTF8, "application/json"));
        var fault = (await answer.Content.ReadFromJsonAsync<JsonElement>())[0];
        fault.GetProperty("severity").GetString().Should().Be("error");
        fault.GetProperty("hint").GetString().Should().Contain("diet.milk");
    }

    [Fact]
    public async Task An_explanation_and_a_rule_set_go_through()
    {
        var why = await (await client.PostAsync("/why", JsonContent.Create(PersonProfile.Create().With(Factors.Diet.Milk, 2).Build()))).Content.ReadFromJsonAsync<Explanation>();
        why!.Kind.Should().Be(ExplanationKind.Factor);
        var set = RuleSet.Create("own.set", "1.0.0", "Own").Extends(BuiltInRuleSet.Id).Build();
        (await client.PostAsync("/set", JsonContent.Create(set))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OpenApi_describes_them_with_the_documented_words()
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        schemas.GetRawText().Should().NotContain("asNumber").And.NotContain("asBoolean");
        schemas.GetProperty("ExplanationKind").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).Should().Contain("rule");
        schemas.GetProperty("DiagnosticSeverity").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).Should().Equal("warning", "error");
    }
}
