// What an ASP.NET developer writes first: bind a profile, return an assessment, look at the OpenAPI document. The program then calls
// itself and checks the answers.
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GutSkin.Core;
using Microsoft.AspNetCore.Http.HttpResults;

int failed = 0;
await using (var app = Application())
{
    await app.StartAsync();
    using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

    using var answer = await client.PostAsJsonAsync("/assess", new { observations = new Dictionary<string, object> { ["diet.milk"] = 3 } });
    using var assessment = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    Check("an endpoint returns an assessment", answer.StatusCode == HttpStatusCode.OK && assessment.RootElement.GetProperty("schema").GetString() == Assessment.SchemaName);
    Check("its enums are the documented words", assessment.RootElement.GetProperty("intendedUse").GetString() == "wellness-information");
    Check("it says what it is not", assessment.RootElement.GetProperty("disclaimer").GetString()!.Contains("not a diagnosis"));

    using var wrong = await client.PostAsJsonAsync("/assess", new { observations = new Dictionary<string, object> { ["diet.milk"] = "much" } });
    string said = await wrong.Content.ReadAsStringAsync();
    Check("an answer of the wrong kind is the caller's mistake, named", wrong.StatusCode == HttpStatusCode.BadRequest && said.Contains("diet.milk") && !said.Contains("much"));

    string factors = await client.GetStringAsync("/factors");
    Check("factors are written", factors.Contains("\"diet.milk\""));

    string openApi = await client.GetStringAsync("/openapi/v1.json");
    Check("OpenAPI describes it", openApi.Contains("\"/assess\"") && openApi.Contains("Assessment"), openApi);
    await app.StopAsync();
}

string broken = Path.Combine(AppContext.BaseDirectory, "broken.json");
File.WriteAllText(broken, """{ "schema": "gutskin.ruleset/1", "id": "own", "version": "1.0.0", "title": "Own", "extends": ["gutskin.evidence"], "rules": [ { "id": "x" } ] }""");
try
{
    await using var app = Application(rules => rules.AddRuleSetFile(broken));
    await app.StartAsync();
    Check("a broken overlay stops the start", false);
}
catch (Exception error)
{
    Check("a broken overlay stops the start, with code and file", error.Message.Contains("GS") && error.Message.Contains("broken.json"), error.Message);
}

return failed;

WebApplication Application(Action<GutSkinBuilder>? configure = null)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
    builder.Services.AddOpenApi();
    builder.Services.AddGutSkin(rules => configure?.Invoke(rules));
    builder.Services.AddGutSkin();
    var app = builder.Build();
    app.MapOpenApi();
    app.MapPost("/assess", Results<Ok<Assessment>, ValidationProblem> (PersonProfile profile, IScoringService scoring) => scoring.Check(profile) is { Length: > 0 } faults
        ? TypedResults.ValidationProblem(faults.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()))
        : TypedResults.Ok(scoring.Assess(profile)));
    app.MapGet("/factors", (IScoringService scoring) => scoring.RuleSet.Data.Factors);
    return app;
}

void Check(string what, bool holds, string? seen = null)
{
    Console.WriteLine($"{(holds ? "ok" : "FAILED")} {what}{(holds || seen is null ? "" : $": {seen}")}");
    failed += holds ? 0 : 1;
}
