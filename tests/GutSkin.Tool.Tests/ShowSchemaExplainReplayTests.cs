using System.Text;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool.Tests;

public sealed class ShowSchemaExplainReplayTests
{
    private const string Smoker = "samples/profiles/psoriasis-smoker.json";

    [Fact]
    public void Show_gives_the_rule_set_its_hash_and_its_documents()
    {
        var outcome = Programs.Gutskin("show", "--rules", "tests/schemas/good/ruleset/overlay.json", "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var shown = JsonDocument.Parse(outcome.Bytes);
        shown.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal("ruleSet", "sha256", "documents");
        shown.RootElement.GetProperty("sha256").GetString().Should().MatchRegex("^[0-9a-f]{64}$");
        shown.RootElement.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("id").GetString())
            .Should().Equal("gutskin.evidence", "clinic.overlay");
    }

    [Fact]
    public void What_show_writes_reads_back_to_the_same_hash()
    {
        using var folder = new TemporaryFolder();
        using var shown = JsonDocument.Parse(Programs.Gutskin("show", "--format", "json").Bytes);
        string file = folder.Write("resolved.json", shown.RootElement.GetProperty("ruleSet").GetRawText());

        using var again = JsonDocument.Parse(Programs.Gutskin("show", "--no-default-rules", "--rules", file, "--format", "json").Bytes);

        again.RootElement.GetProperty("sha256").GetString().Should().Be(shown.RootElement.GetProperty("sha256").GetString());
    }

    [Fact]
    public void Show_as_text_counts_what_is_in_it()
    {
        var outcome = Programs.Gutskin("show");

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().Contain("gutskin.evidence 2.0.0").And.Contain("11 conditions and states").And.Contain("not a diagnosis");
    }

    [Theory]
    [InlineData("ruleset")]
    [InlineData("profile")]
    [InlineData("assessment")]
    public void Schema_prints_the_schema_that_the_library_ships(string document)
    {
        var outcome = Programs.Gutskin("schema", document);

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().Be(document switch { "ruleset" => JsonSchemas.RuleSet, "profile" => JsonSchemas.Profile, _ => JsonSchemas.Assessment });
        outcome.Output.Should().Be(Repository.Read($"src/GutSkin.Core/Schemas/gutskin-{document}-1.schema.json"));
    }

    [Fact]
    public void Explain_speaks_German_when_asked()
    {
        var outcome = Programs.Gutskin("explain", "psoriasis.smoking", "--profile", Smoker, "--culture", "de");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("desto mehr zählt für einen höheren Index").And.Contain("Sicherheit ").And.Contain("Hier zählt sie 0,");
        Programs.Gutskin("explain", "psoriasis.smoking", "--culture", "d e").ExitCode.Should().Be(2);
    }

    [Fact]
    public void Explain_says_what_an_entry_is_and_on_what_it_rests()
    {
        var outcome = Programs.Gutskin("explain", "lifestyle.smoking");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("(factor lifestyle.smoking)");
    }

    [Fact]
    public void Explain_knows_a_profile()
    {
        Programs.Gutskin("explain", "psoriasis", "--profile", Smoker).Output.Should().Contain("Index ");
        Programs.Gutskin("explain", "no.such.id").ExitCode.Should().Be(1);
    }

    [Fact]
    public void Replay_says_identical_or_where_the_first_difference_is()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("assessment.json");
        Programs.Gutskin("assess", Smoker, "--format", "json", "-o", file).ExitCode.Should().Be(0);

        var same = Programs.Gutskin("replay", file, "--profile", Smoker);
        same.ExitCode.Should().Be(0, same.ToString());
        same.Output.Should().Be("identical\n");

        string made = Encoding.UTF8.GetString(File.ReadAllBytes(file));
        string withClass = folder.Write("class.json", made.Replace("\"sha256\"", "\"classes\": [{ \"id\": \"a.b\", \"version\": \"1.2.0\", \"type\": \"Clinic.Rule\" }], \"sha256\"", StringComparison.Ordinal));
        var missing = Programs.Gutskin("replay", withClass, "--profile", Smoker);
        missing.ExitCode.Should().Be(1);
        missing.Output.Should().Be("cannot be replayed: the rule a.b was computed by the class Clinic.Rule 1.2.0, which is not part of this program\n");

        var other = Programs.Gutskin("replay", file, "--profile", "samples/profiles/rosacea-alcohol.json");
        other.ExitCode.Should().Be(1);
        other.Output.Should().Be("the first difference is at $.profileId\n");
    }
}
