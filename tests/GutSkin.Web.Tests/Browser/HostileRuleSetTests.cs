using System.Text.Json.Nodes;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Web.Tests.Browser;

/// <summary>HTML in every text field of a rule set stays text: in the page, the report and the playground.</summary>
public sealed class HostileRuleSetTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTests(fixture, output)
{
    private const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&lt;b&gt;";

    [Fact]
    public async Task In_the_rule_set_in_force()
    {
        await using var site = WebSite.Instead(Hostile());
        await Visiting(
            async visit =>
            {
                (await visit.Page.InnerTextAsync("#card")).Should().Contain(Markup);
                await visit.Choose(SkinConditions.AcneVulgaris);
                for (int i = 0; i < 4; i++)
                {
                    (await visit.Page.InnerTextAsync("#card")).Should().Contain(Markup);
                    await visit.Page.ClickAsync("#card .why summary");
                    await visit.Answer(new Dictionary<string, object> { ["person.age"] = 16 });
                }

                await visit.LoadProfile(Repository.Profile("adolescent-acne"));
                foreach (var summary in await visit.Page.Locator("#scores summary").AllAsync())
                    await summary.ClickAsync();
                await visit.Page.ClickAsync("#scores button.link >> nth=0");
                await visit.Page.WaitForSelectorAsync("#scores .explanation");
                await NoMarkup(visit);
                await visit.LoadProfile(Repository.Profile("urgent-red-flag"));
                await visit.Page.WaitForSelectorAsync(".triage.urgent");
                (await visit.Page.InnerTextAsync(".triage.urgent")).Should().Contain(Markup);
                await NoMarkup(visit);

                await visit.Open("report");
                var report = visit.Page.FrameLocator("#report iframe");
                await report.Locator("main").WaitForAsync();
                (await report.Locator("script, img, [onerror]").CountAsync()).Should().Be(0);
                (await report.Locator("body").InnerTextAsync()).Should().Contain("<img src=x");
                await visit.Open("playground");
                await visit.Page.ClickAsync("#try");
                await visit.Page.WaitForSelectorAsync("#playground table");
                await NoMarkup(visit);
            },
            site: site.Address);
    }

    [Fact]
    public Task In_the_playground() => Visiting(async visit =>
    {
        string escaped = JsonValue.Create(Markup)!.ToJsonString();
        string text = $$"""
            {
              "id": "a.b", "version": "1.0.0", "title": {{escaped}}, {{escaped}}: 1,
              "extends": [{ "id": "gutskin.evidence", "version": ">=2.0.0 <3.0.0" }],
              "conditions": [{ "id": "new-one", "name": {{escaped}} }],
              "rules": [{ "id": "r.one", "condition": "new-one", "title": {{escaped}}, "factor": {{escaped}}, "effect": { "oddsRatio": 2 }, "certainty": "low" }],
              "tests": [{ "name": {{escaped}}, "profile": {}, "expect": { "triage": "refer-urgent" } }]
            }
            """;
        await visit.Open("playground");
        await visit.Page.FillAsync("#playground textarea", text);
        await visit.Page.WaitForSelectorAsync(".findings li.error");
        await NoMarkup(visit);

        await visit.Page.FillAsync("#playground textarea", text
            .Replace($", {escaped}: 1", "", StringComparison.Ordinal)
            .Replace($"\"factor\": {escaped}", "\"factor\": \"diet.milk\", \"curve\": [[0, 0], [1, 1]]", StringComparison.Ordinal));
        await visit.Page.ClickAsync("#try");
        await visit.Page.WaitForSelectorAsync("#playground table");
        (await visit.Page.InnerTextAsync(".tests")).Should().Contain("<img src=x onerror=alert(1)>");
        (await visit.Page.InnerTextAsync("tr[data-condition='new-one']")).Should().Contain("<img src=x onerror=alert(1)>");
        await NoMarkup(visit);
    });

    private static async Task NoMarkup(Visit visit) =>
        (await visit.Page.Locator("img, body script, [onerror]").CountAsync()).Should().Be(0);

    /// <summary>A set of its own, since an overlay may not touch the words that locked safety reads: the built-in rule set with markup behind every text of a factor, condition, screen, rule, suggestion, mechanism and message.</summary>
    private static RuleSet Hostile()
    {
        var set = BuiltInRuleSet.Resolved.Data;
        string Bad(string? text) => text + Markup;
        var texts = new JsonObject();
        void Say(string section, IEnumerable<string> ids, params ReadOnlySpan<string> fields)
        {
            var entries = new JsonObject();
            foreach (string id in ids)
            {
                var entry = new JsonObject();
                foreach (string field in fields)
                    entry[field] = Bad(field);
                entries[id] = entry;
            }

            texts[section] = entries;
        }

        Say("factors", set.Factors.Select(f => f.Id), "name", "question");
        Say("conditions", set.Conditions.Select(c => c.Id), "name", "description");
        Say("screens", set.Screens.Select(s => s.Id), "title");
        Say("rules", set.Rules.Select(r => r.Id), "title");
        Say("interventions", set.Interventions.Select(i => i.Id), "name", "summary");
        Say("mechanisms", set.Mechanisms.Select(m => m.Id), "name", "description");
        Say("safety", set.Safety.Select(s => s.Id), "message");
        var overlay = new JsonObject
        {
            ["id"] = "hostile.example",
            ["version"] = "1.0.0",
            ["title"] = Bad("title"),
            ["disclaimer"] = Bad("This is not a diagnosis. "),
            ["extends"] = new JsonArray(new JsonObject { ["id"] = set.Id, ["version"] = ">=2.0.0 <3.0.0" }),
            ["texts"] = new JsonObject { ["en"] = texts },
        };
        var read = RuleSetJson.Read(overlay.ToJsonString());
        read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return set with { Id = read.RuleSet!.Id, Title = read.RuleSet.Title, Disclaimer = read.RuleSet.Disclaimer, Texts = read.RuleSet.Texts };
    }
}
