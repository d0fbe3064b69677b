using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class LintVerbTests
{
    [Fact]
    public void Good_rule_sets_have_no_error()
    {
        foreach (string file in Repository.Files("tests/schemas/good/ruleset"))
        {
            var outcome = Programs.Gutskin("lint", file);
            outcome.ExitCode.Should().Be(0, $"{file}: {outcome}");
            outcome.Error.Should().StartWith("0 errors, ");
        }
    }

    [Fact]
    public void Whatever_the_schema_refuses_lint_refuses_too()
    {
        string[] files = Repository.Files("tests/schemas/bad/ruleset");

        var outcome = Programs.Gutskin(["lint", .. files, "--format", "json"]);

        outcome.ExitCode.Should().Be(1);
        Diagnostics(outcome).Where(d => d.GetProperty("severity").GetString() == "error")
            .Select(d => d.GetProperty("file").GetString()).Distinct().Should().BeEquivalentTo(files);
    }

    [Fact]
    public void The_text_form_is_that_of_compilers()
    {
        var outcome = Programs.Gutskin("lint", "tests/schemas/bad/ruleset/gate-deep-inside-misspelled.json");

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().Contain(
            "tests/schemas/bad/ruleset/gate-deep-inside-misspelled.json(32,69): error GS0101: A gate has no property 'atleast'. Did you mean 'atLeast'?\n");
    }

    [Fact]
    public void The_json_form_has_every_part()
    {
        var outcome = Programs.Gutskin("lint", "tests/schemas/bad/ruleset/gate-deep-inside-misspelled.json", "--format", "json");

        var diagnostic = Diagnostics(outcome).Single(d => d.GetProperty("code").GetString() == "GS0101");
        diagnostic.EnumerateObject().Select(p => p.Name)
            .Should().Equal("code", "severity", "file", "line", "column", "path", "message", "hint");
        diagnostic.GetProperty("line").GetInt32().Should().Be(32);
        diagnostic.GetProperty("column").GetInt32().Should().Be(69);
        diagnostic.GetProperty("path").GetString().Should().Be("$.rules[0].when.all[0].any[0].not.atleast");
    }

    [Fact]
    public void The_sarif_form_names_the_tool_the_rules_and_the_places()
    {
        var outcome = Programs.Gutskin("lint", "tests/schemas/bad/ruleset/gate-deep-inside-misspelled.json", "--format", "sarif");

        outcome.ExitCode.Should().Be(1);
        using var log = JsonDocument.Parse(outcome.Bytes);
        log.RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        var run = log.RootElement.GetProperty("runs")[0];
        run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString().Should().Be("gutskin");
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be(result.GetProperty("ruleId").GetString());
            var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            location.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().EndWith("gate-deep-inside-misspelled.json");
            location.GetProperty("region").GetProperty("startLine").GetInt32().Should().BePositive();
        }
    }

    [Fact]
    public void Warnings_alone_exit_0()
    {
        var outcome = Programs.Gutskin("lint", "tests/schemas/good/ruleset/every-effect.json", "--format", "json");

        outcome.ExitCode.Should().Be(0);
        Diagnostics(outcome).Should().NotBeEmpty().And.OnlyContain(d => d.GetProperty("severity").GetString() == "warning");
    }

    [Fact]
    public void Files_of_one_command_can_extend_each_other_in_any_order()
    {
        using var folder = new TemporaryFolder();
        string ground = folder.Write("ground.json", Repository.Read("tests/schemas/good/ruleset/one-rule.json"));
        string over = folder.Write("over.json", """
            { "id": "over", "version": "1.0.0", "title": "t", "extends": [{ "id": "clinic.example", "version": "^1.2.0" }], "remove": { "rules": ["acne.milk"] } }
            """);

        Programs.Gutskin("lint", over, ground).ExitCode.Should().Be(0);
        Programs.Gutskin("lint", ground, over).ExitCode.Should().Be(0);
        Programs.Gutskin("lint", over).Output.Should().Contain("error GS0402: ");
    }

    [Fact]
    public void Rule_sets_that_extend_each_other_are_a_circle()
    {
        using var folder = new TemporaryFolder();
        string a = folder.Write("a.json", """{ "id": "a", "version": "1.0.0", "title": "t", "extends": [{ "id": "b" }] }""");
        string b = folder.Write("b.json", """{ "id": "b", "version": "1.0.0", "title": "t", "extends": [{ "id": "a" }] }""");

        var outcome = Programs.Gutskin("lint", a, b);

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().Contain("error GS0401: ");
    }

    [Fact]
    public void Each_diagnostic_is_told_once()
    {
        using var folder = new TemporaryFolder();
        string bad = folder.Write("bad.json", """{ "id": "bad", "version": "1.0.0", "title": "t", "rule": [] }""");
        string over = folder.Write("over.json", """{ "id": "over", "version": "1.0.0", "title": "t", "extends": [{ "id": "bad" }] }""");

        Diagnostics(Programs.Gutskin("lint", over, bad, "--format", "json"))
            .Count(d => d.GetProperty("code").GetString() == "GS0101").Should().Be(1);
    }

    private static List<JsonElement> Diagnostics(Outcome outcome) =>
        [.. JsonDocument.Parse(outcome.Bytes).RootElement.GetProperty("diagnostics").EnumerateArray()];
}
