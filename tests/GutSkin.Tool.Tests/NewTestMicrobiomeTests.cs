using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class NewTestMicrobiomeTests
{
    private const string Kraken = "tests/GutSkin.Microbiome.Tests/Samples/kraken2";

    [Fact]
    public void What_new_writes_lints_and_tests_green()
    {
        using var folder = new TemporaryFolder();

        In(folder, "new", "clinic.example").ExitCode.Should().Be(0);

        folder.Names.Should().Equal("clinic.example.json", "gutskin-ruleset-1.schema.json");
        var lint = In(folder, "lint", "clinic.example.json");
        lint.ExitCode.Should().Be(0, lint.ToString());
        lint.Error.Should().Be("0 errors, 0 warnings\n");
        var test = In(folder, "test", "clinic.example.json");
        test.ExitCode.Should().Be(0, test.ToString());
        test.Output.Should().EndWith("1 passed, 0 failed\n");
        In(folder, "assess", Repository.Path("samples/profiles/almost-nothing.json"), "--rules", "clinic.example.json").ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("Not Kebab", 2)]
    [InlineData("../elsewhere", 2)]
    [InlineData("", 2)]
    public void New_takes_an_id(string name, int exitCode)
    {
        using var folder = new TemporaryFolder();

        In(folder, "new", name).ExitCode.Should().Be(exitCode);
        folder.Names.Should().BeEmpty();
    }

    [Fact]
    public void New_overwrites_nothing()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("mine.json", "mine");

        var outcome = In(folder, "new", "mine");

        outcome.ExitCode.Should().Be(3);
        File.ReadAllText(file).Should().Be("mine");
        folder.Names.Should().Equal("mine.json");
    }

    [Fact]
    public void A_failed_test_says_what_was_expected_what_came_and_what_made_it()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("rules.json", Repository.Read("tests/schemas/good/ruleset/texts-and-tests.json")
            .Replace("\"atLeast\": 5", "\"atLeast\": 15", StringComparison.Ordinal)
            .Replace("\"band\": { \"acne-vulgaris\": \"low\" }", "\"band\": { \"acne-vulgaris\": \"high\" }", StringComparison.Ordinal)
            .Replace("\"triage\": \"none\"", "\"triage\": \"refer-soon\"", StringComparison.Ordinal)
            .Replace("\"blocked\": []", "\"blocked\": [\"diet.reduce-milk\"]", StringComparison.Ordinal));

        var outcome = Programs.Gutskin("test", file);

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Output.Should().Contain("score of acne-vulgaris: expected 15 to 20, was 10.5573")
            .And.Contain("band of acne-vulgaris: expected 'high', was 'low' (score 10.5573)")
            .And.Contain("triage: expected refer-soon, was none")
            .And.Contain("diet.reduce-milk: expected blocked, was recommended")
            .And.EndWith("1 passed, 1 failed\n");
    }

    [Fact]
    public void Test_counts_as_json()
    {
        var outcome = Programs.Gutskin("test", "tests/schemas/good/ruleset/texts-and-tests.json", "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var result = JsonDocument.Parse(outcome.Bytes);
        result.RootElement.GetProperty("passed").GetInt32().Should().Be(2);
        result.RootElement.GetProperty("failed").GetInt32().Should().Be(0);
        result.RootElement.GetProperty("tests").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void A_rule_set_with_errors_runs_no_test()
    {
        var outcome = Programs.Gutskin("test", "tests/schemas/bad/ruleset/rule-without-effect.json");

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("error GS0102: ");
        outcome.Bytes.Should().BeEmpty();
    }

    [Fact]
    public void A_sequencing_profile_becomes_measures_and_observations()
    {
        string file = Directory.GetFiles(Repository.Path(Kraken)).Where(f => !f.EndsWith("SOURCE.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();

        var outcome = Programs.Gutskin("microbiome", file, "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var report = JsonDocument.Parse(outcome.Bytes);
        report.RootElement.EnumerateObject().Select(p => p.Name).Take(4).Should().Equal("sample", "measures", "observations", "notices");
        Programs.Gutskin("microbiome", file).Output.Should().Contain("Shannon entropy");
        Programs.Gutskin("microbiome", file, "--input", "kraken2").ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData(1, "README.md")]
    [InlineData(2, "README.md", "--input", "fasta")]
    [InlineData(3, "no-such-file.tsv")]
    [InlineData(3, "samples")]
    public void What_is_no_sequencing_profile_is_refused(int exitCode, params string[] arguments)
    {
        var outcome = Programs.Gutskin(["microbiome", .. arguments]);

        outcome.ExitCode.Should().Be(exitCode, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().NotContain("   at ").And.NotContain("Exception");
    }

    private static Outcome In(TemporaryFolder folder, params string[] arguments) => Programs.Run("gutskin.dll", arguments, folder: folder.Path);
}
