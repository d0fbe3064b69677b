using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace GutSkin.Tool.Tests;

/// <summary>A scripted client of the sample of assistant tools: it lists them, is asked, answers, and reads what comes.</summary>
public sealed class AssistantToolsTests : IAsyncLifetime
{
    private McpClient client = null!;

    public async Task InitializeAsync() => client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Name = "gutskin",
        Command = "dotnet",
        Arguments = [Path.Combine(AppContext.BaseDirectory, "AssistantTools.dll")],
    }));

    public async Task DisposeAsync() => await client.DisposeAsync();

    [Fact]
    public async Task The_tools_are_typed_and_read_only()
    {
        var tools = await client.ListToolsAsync();
        tools.Select(t => t.Name).Should().BeEquivalentTo("next_question", "assess", "explain", "what_if", "lint_rules");
        tools.Should().OnlyContain(t => t.ProtocolTool.Annotations!.ReadOnlyHint == true && t.ProtocolTool.Annotations.IdempotentHint == true
            && t.ProtocolTool.Annotations.DestructiveHint == false && t.ProtocolTool.Annotations.OpenWorldHint == false);
        tools.Should().OnlyContain(t => t.ProtocolTool.OutputSchema != null && t.Description.Length > 20);
        tools.Single(t => t.Name == "assess").JsonSchema.GetRawText().Should().Contain("concerns").And.Contain("screened").And.Contain("declined");
        client.ServerInstructions.Should().Contain("not a diagnosis");
    }

    [Fact]
    public async Task A_conversation_comes_from_questions_to_a_page()
    {
        var answers = new Dictionary<string, object>();
        var screened = new List<string>();
        for (int page = 0; page < 3; page++)
        {
            var asked = await Call("next_question", Person(answers, screened));
            var current = asked.GetProperty("page");
            current.GetProperty("why").GetString().Should().NotBeEmpty();
            foreach (var item in current.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("kind").GetString() == "boolean"))
                answers[item.GetProperty("id").GetString()!] = false;
            if (current.GetProperty("kind").GetString() == "screen")
                screened.Add(current.GetProperty("id").GetString()!);
        }

        screened.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(1);
        answers["diet.sugary-drinks"] = 9;
        var assessed = await Call("assess", Person(answers, screened));
        assessed.GetProperty("firstPage").GetString().Should().StartWith("GUT AND SKIN: YOUR PAGE");
        var index = assessed.GetProperty("indices")[0];
        index.GetProperty("condition").GetString().Should().Be("acne-vulgaris");
        if (!index.GetProperty("settled").GetBoolean())
            index.GetProperty("score").ValueKind.Should().Be(JsonValueKind.Null, "only a range may be told");

        var arguments = Person(answers, screened);
        arguments["changes"] = new Dictionary<string, object> { ["diet.sugary-drinks"] = 0 };
        var change = (await Call("what_if", arguments)).GetProperty("changes")[0];
        change.GetProperty("then").GetProperty("low").GetDouble().Should().BeLessThan(change.GetProperty("now").GetProperty("low").GetDouble());
    }

    [Fact]
    public async Task What_is_urgent_comes_first()
    {
        var profile = JsonDocument.Parse(Repository.Profile("urgent-red-flag")).RootElement;
        var answers = profile.GetProperty("observations").EnumerateObject().ToDictionary(o => o.Name, o => (object)o.Value);
        var result = await client.CallToolAsync("assess", Person(answers, []));
        string text = result.StructuredContent!.Value.GetRawText();
        text.Should().StartWith("{\"urgent\":[{\"howSoon\":\"urgent\"");
    }

    [Fact]
    public async Task An_entry_is_explained_and_a_rule_set_linted()
    {
        var why = await Call("explain", new() { ["id"] = "acne.milk" });
        why.GetProperty("evidence").EnumerateArray().Should().NotBeEmpty();
        (await Call("explain", new() { ["id"] = "acne.milk", ["culture"] = "de" })).GetProperty("lines")[0].GetString().Should().NotBe(why.GetProperty("lines")[0].GetString());

        var sound = await Call("lint_rules", new() { ["rules"] = Repository.Read("tests/Package/xunit/own.json") });
        sound.GetProperty("sound").GetBoolean().Should().BeTrue();
        sound.GetProperty("tests").GetString().Should().StartWith("1 of 1");
        (await Call("lint_rules", new() { ["rules"] = "{ \"id\": \"x\", }" })).GetProperty("findings")[0].GetString().Should().StartWith("rules.json(1,");
    }

    [Fact]
    public async Task A_fault_is_told_without_the_answer_and_with_the_disclaimer()
    {
        foreach (object value in (object[])["secret-4711", 4711e9])
        {
            var result = await client.CallToolAsync("assess", Person(new() { ["diet.milk"] = value }, []));
            result.IsError.Should().BeTrue();
            string text = string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));
            text.Should().Contain("diet.milk").And.Contain("GS05").And.NotContain("4711").And.Contain("not a diagnosis");
        }

        (await client.CallToolAsync("explain", new Dictionary<string, object?> { ["id"] = "nothing" })).IsError.Should().BeTrue();
    }

    private static Dictionary<string, object?> Person(Dictionary<string, object> answers, List<string> screened) => new()
    {
        ["person"] = new { concerns = new[] { "acne-vulgaris" }, answers, screened, asOf = "2026-11-20" },
    };

    private async Task<JsonElement> Call(string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments);
        result.IsError.Should().NotBe(true, string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text)));
        var answer = result.StructuredContent!.Value;
        var names = answer.EnumerateObject().Select(p => p.Name).ToList();
        names[0].Should().Be("urgent");
        names[^1].Should().Be("disclaimer");
        answer.GetProperty("disclaimer").GetString().Should().ContainAny("not a diagnosis", "keine Diagnose");
        return answer;
    }
}
