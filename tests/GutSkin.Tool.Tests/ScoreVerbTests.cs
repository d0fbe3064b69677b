using System.Globalization;
using System.Text;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool.Tests;

public sealed class ScoreVerbTests
{
    private const string Tested = "tests/schemas/good/ruleset/texts-and-tests.json";

    // 100 × (1 − 1.25^−½) for two glasses and more, 100 × (1 − 1.25^−¼) for one: the certainty halves the effect.
    private const string Golden = """
        id,acne-vulgaris.score,acne-vulgaris.low,acne-vulgaris.high
        a,0,0,0
        "b,b",5.425839099682417,5.425839099682417,5.425839099682417
        c,0,0,10.557280900008415
        d,10.557280900008415,10.557280900008415,10.557280900008415

        """;

    public static TheoryData<string> Samples => new(Repository.SampleProfiles);

    [Fact]
    public void A_table_gives_a_table()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.csv", "id,diet.milk\na,0\n\"b,b\",1\nc,\nd,2.5\n"), target = folder.PathOf("out.csv");

        var outcome = Programs.Gutskin("score", cohort, "-o", target, "--no-default-rules", "--rules", Tested);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().StartWith("4 scored, 0 failed\ntested 1.2.0, sha256 ").And.Contain("not a diagnosis");
        File.ReadAllText(target).Should().Be(Golden);
        folder.Names.Should().Equal("cohort.csv", "out.csv", "out.csv.run.json");
    }

    [Fact]
    public void Without_o_the_table_is_on_standard_output_and_without_ids_rows_have_numbers()
    {
        byte[] cohort = [0xEF, 0xBB, 0xBF, .. "diet.milk\r\n1\r\n\r\n2\r\n"u8];

        var outcome = Programs.GutskinWithInput(cohort, "score", "--input", "csv", "--no-default-rules", "--rules", Tested, "-");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Split('\n').Select(l => string.Join(',', l.Split(',').Take(2)))
            .Should().Equal("row,acne-vulgaris.score", "1,5.425839099682417", "2,0", "3,10.557280900008415", "");
    }

    [Fact]
    public void Profiles_a_line_give_lines_or_a_table()
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write("cohort.jsonl", """
            { "id": "a", "observations": { "diet.milk": 1 } }

            { "observations": { "diet.milk": null } }
            """);
        string lines = folder.PathOf("out.jsonl"), table = folder.PathOf("out.csv");

        Programs.Gutskin("score", cohort, "-o", lines, "--no-default-rules", "--rules", Tested).ExitCode.Should().Be(0);
        Programs.Gutskin("score", cohort, "-o", table, "--no-default-rules", "--rules", Tested).ExitCode.Should().Be(0);

        string hash = RuleSetComposer.Compose(RuleSetJson.Read(Repository.Read(Tested))).GetValueOrThrow().Sha256;
        File.ReadAllText(lines).Should().Be(
            $$$$"""
            {"id":"a","row":1,"ruleSet":"{{{{hash}}}}","scores":{"acne-vulgaris":{"score":5.425839099682417,"low":5.425839099682417,"high":5.425839099682417}}}
            {"row":2,"ruleSet":"{{{{hash}}}}","scores":{"acne-vulgaris":{"score":0,"low":0,"high":10.557280900008415}}}

            """);
        File.ReadAllText(table).Should().Be("""
            id,acne-vulgaris.score,acne-vulgaris.low,acne-vulgaris.high
            a,5.425839099682417,5.425839099682417,5.425839099682417
            ,0,0,10.557280900008415

            """);
    }

    [Fact]
    public void Sample_profiles_have_the_scores_of_their_assessments()
    {
        using var folder = new TemporaryFolder();
        string lines = folder.Write("cohort.jsonl", string.Concat(Repository.SampleProfiles.Select(p => Repository.Read(p).ReplaceLineEndings(" ") + "\n")));

        var outcome = Programs.Gutskin("score", lines);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        foreach (var (line, profile) in outcome.Output.TrimEnd('\n').Split('\n').Zip(Repository.SampleProfiles))
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.GetProperty("id").GetString().Should().Be(Path.GetFileNameWithoutExtension(profile));
            var scores = json.RootElement.GetProperty("scores").EnumerateObject().ToDictionary(
                p => p.Name, p => (Number(p.Value, "score"), Number(p.Value, "low"), Number(p.Value, "high")));
            scores.Should().Equal(Assessed(profile));
        }

        static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_profile_as_a_row_has_the_scores_of_its_assessment(string profile)
    {
        byte[] table = Encoding.UTF8.GetBytes(SampleTable.Of(ProfileJson.Read(Repository.Read(profile)).GetValueOrThrow()));

        var outcome = Programs.GutskinWithInput(table, "score", "-", "--input", "csv");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        string[] names = outcome.Output.Split('\n')[0].Split(','), cells = outcome.Output.Split('\n')[1].Split(',');
        var assessed = Assessed(profile);
        names.Length.Should().Be(1 + (3 * assessed.Count));
        foreach (var (condition, (score, low, high)) in assessed)
        {
            Cell($"{condition}.score").Should().Be(score, condition);
            Cell($"{condition}.low").Should().Be(low, condition);
            Cell($"{condition}.high").Should().Be(high, condition);
        }

        double Cell(string name) => double.Parse(cells[Array.IndexOf(names, name)], CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("cohort.csv")]
    [InlineData("cohort.jsonl")]
    public void Shards_together_are_the_whole_whatever_the_threads(string name)
    {
        using var folder = new TemporaryFolder();
        string cohort = folder.Write(name, name.EndsWith("csv", StringComparison.Ordinal)
            ? "diet.milk\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i % 23}\n"))
            : string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{{ \"observations\": {{ \"diet.milk\": {i % 23} }} }}\n")));
        string[] Score(params string[] more) => Read(["score", cohort, "--no-default-rules", "--rules", Tested, "-o", folder.PathOf("out.csv"), .. more]);

        string[] Read(string[] arguments)
        {
            Programs.Gutskin(arguments).ExitCode.Should().Be(1, "more than 20 glasses are not allowed");
            return [.. File.ReadAllLines(folder.PathOf("out.csv")), .. File.ReadAllLines(folder.PathOf("out.csv.errors.jsonl"))];
        }

        string[] whole = Score("--threads", "1"), two = Score("--threads", "2"), many = Score("--threads", "7");
        string[][] parts = [Score("--shard", "1/3"), Score("--shard", "2/3"), Score("--shard", "3/3", "--threads", "1")];

        two.Should().Equal(whole);
        many.Should().Equal(whole);
        parts.SelectMany(p => p.Skip(1)).Order(StringComparer.Ordinal).Should().Equal(whole.Skip(1).Order(StringComparer.Ordinal));
        if (name == "cohort.csv")
            parts[1].Skip(1).Take(2).Select(l => l.Split(',')[0]).Should().Equal("4097", "4098");
    }

    private static Dictionary<string, (double Score, double Low, double High)> Assessed(string profile)
    {
        using var assessment = JsonDocument.Parse(Programs.Gutskin("assess", profile, "--format", "json").Bytes);
        return assessment.RootElement.GetProperty("conditions").EnumerateArray().Where(c => c.TryGetProperty("score", out _)).ToDictionary(
            c => c.GetProperty("id").GetString()!,
            c => (c.GetProperty("score").GetDouble(), c.GetProperty("interval").GetProperty("low").GetDouble(), c.GetProperty("interval").GetProperty("high").GetDouble()));
    }
}
