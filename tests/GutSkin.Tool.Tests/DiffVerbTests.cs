using System.Diagnostics;
using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class DiffVerbTests
{
    private const string Looser = """
        { "id": "looser", "version": "1.0.0", "title": "t", "extends": [{ "id": "practice" }],
          "safety": [{ "id": "practice.minor", "kind": "caution", "when": { "factor": "person.age", "below": 10 }, "interventions": ["diet.*"], "message": "m", "evidence": ["n"] }] }
        """;

    private const string Practice = """
        { "id": "practice", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }], "evidence": [{ "id": "n", "title": "n" }],
          "safety": [{ "id": "practice.minor", "kind": "caution", "when": { "factor": "person.age", "below": 18 }, "interventions": ["diet.*"], "message": "m", "evidence": ["n"] }] }
        """;

    [Fact]
    public void A_thousand_people_give_an_impact_table()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.jsonl", string.Concat(Enumerable.Range(0, 1000).Select(i =>
            $"{{ \"concerns\": [\"acne-vulgaris\"], \"observations\": {{ \"diet.milk\": {i % 5}, \"person.age\": {12 + (i % 40)}, \"diet.fiber\": {i % 45} }} }}\n")));
        var watch = Stopwatch.StartNew();

        var outcome = Programs.Gutskin("diff", "gutskin.evidence", "samples/02.CustomRules/clinic.example.json", "--profiles", cohort);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("Of 1000 people 0 (0 %) change a band").And.Contain("Nobody loses a safety finding.")
            .And.Contain("+ practice.late-meals-acne  Late meals and acne");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "5 s on a machine that does nothing else");
    }

    [Fact]
    public void Whoever_loses_a_safety_finding_makes_it_exit_1()
    {
        using var folder = new TemporaryFolder();
        string old = folder.Write("practice.json", Practice), now = folder.Write("looser.json", Looser);
        string cohort = folder.Write("cohort.jsonl", "{ \"observations\": { \"person.age\": 30 } }\n\n{ \"observations\": { \"person.age\": 15 } }\n");

        var outcome = Programs.Gutskin("diff", old, now, "--rules", old, "--profiles", cohort, "--format", "json");

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Bytes);
        var lost = json.RootElement.GetProperty("impact").GetProperty("safetyLost");
        lost.GetArrayLength().Should().BePositive();
        lost.EnumerateArray().Should().OnlyContain(l => l.GetProperty("person").GetInt32() == 2 && l.GetProperty("rule").GetString() == "practice.minor");
        Programs.Gutskin("diff", old, now, "--rules", old, "--profiles", cohort, "--format", "markdown").Output.Should().Contain("safety findings are lost");
    }

    [Fact]
    public void A_cohort_with_faults_names_their_lines_and_no_value()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.jsonl", "{}\n{ \"observations\": 4711 }\nno json\n");

        var outcome = Programs.Gutskin("diff", "gutskin.evidence", "gutskin.evidence", "--profiles", cohort);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("cohort.jsonl(2,").And.Contain("cohort.jsonl(3,").And.NotContain("4711");
        outcome.Bytes.Should().BeEmpty();
    }

    [Theory]
    [InlineData(3, "no-such.json", "gutskin.evidence")]
    [InlineData(3, "gutskin.evidence", "gutskin.evidence", "--profiles", "no-such.jsonl")]
    [InlineData(2, "gutskin.evidence")]
    [InlineData(1, "gutskin.evidence", "tests/schemas/bad/ruleset/no-title.json")]
    public void What_cannot_be_compared_is_refused(int exitCode, params string[] arguments) =>
        Programs.Gutskin(["diff", .. arguments]).ExitCode.Should().Be(exitCode);

    [Fact]
    public void Sarif_lists_what_is_excused_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("x.json", """
            { "id": "x", "version": "1.0.0", "title": "t", "extends": [{ "id": "gutskin.evidence" }], "evidence": [{ "id": "n", "title": "n", "x-lint": { "GS1004": "to be read" } }] }
            """);

        using var log = JsonDocument.Parse(Programs.Gutskin("lint", file, "--format", "sarif").Bytes);

        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        result.GetProperty("suppressions")[0].GetProperty("kind").GetString().Should().Be("inSource");
        result.GetProperty("suppressions")[0].GetProperty("justification").GetString().Should().Be("to be read");
        log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0]
            .GetProperty("shortDescription").GetProperty("text").GetString().Should().Be("An evidence entry that nothing uses");
    }
}
