using System.Text;
using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class AssessVerbTests
{
    private const string Adolescent = "samples/profiles/adolescent-acne.json";
    private const string Tested = "tests/schemas/good/ruleset/texts-and-tests.json";
    private const string MilkDrinker = """{ "observations": { "diet.milk": 3 } }""";

    public static TheoryData<string> Samples => new(Repository.SampleProfiles);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_profile_gives_an_assessment(string profile)
    {
        var outcome = Programs.Gutskin("assess", profile, "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().BeEmpty();
        using var assessment = JsonDocument.Parse(outcome.Bytes);
        assessment.RootElement.GetProperty("schema").GetString().Should().Be("gutskin.assessment/1");
        assessment.RootElement.GetProperty("profileId").GetString().Should().Be(Path.GetFileNameWithoutExtension(profile));
        assessment.RootElement.GetProperty("disclaimer").GetString().Should().Contain("not a diagnosis");
        assessment.RootElement.GetProperty("conditions").GetArrayLength().Should().Be(11);
    }

    [Fact]
    public void A_compact_assessment_is_small_and_replays()
    {
        using var folder = new TemporaryFolder();
        string saved = folder.PathOf("compact.json");
        Programs.Gutskin("assess", Adolescent, "--format", "json", "--compact", "-o", saved).ExitCode.Should().Be(0);

        new FileInfo(saved).Length.Should().BeLessThan(40 * 1024);
        Programs.Gutskin("replay", saved, "--profile", Adolescent).Output.Should().Be("identical\n");
        Programs.Gutskin("replay", saved, "--profile", "samples/profiles/rosacea-alcohol.json").Output.Should().StartWith("the first difference is at $.");
        var withoutRules = Programs.Gutskin("replay", saved, "--profile", Adolescent, "--no-default-rules", "--rules", Tested);
        withoutRules.ExitCode.Should().Be(1);
        withoutRules.Error.Should().Contain("GS0510");
        Programs.Gutskin("assess", Adolescent, "--compact").ExitCode.Should().Be(2);
    }

    [Fact]
    public void Text_is_the_default_and_says_what_it_is()
    {
        var outcome = Programs.Gutskin("assess", Adolescent);

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().Contain("not a diagnosis").And.Contain("Acne").And.EndWith("\n");
    }

    [Theory]
    [InlineData("markdown", "# ")]
    [InlineData("html", "<!DOCTYPE html>")]
    public void A_report_can_be_markdown_or_html(string format, string start)
    {
        var outcome = Programs.Gutskin("assess", Adolescent, "--format", format);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().StartWithEquivalentOf(start).And.Contain("not a diagnosis");
    }

    [Fact]
    public void Output_is_utf8_without_a_byte_order_mark()
    {
        var outcome = Programs.Gutskin("assess", Adolescent, "--format", "json");

        outcome.Bytes[0].Should().Be((byte)'{');
        outcome.Bytes[^1].Should().Be((byte)'\n');
        outcome.Bytes.Should().NotContain((byte)'\r');
        FluentActions.Invoking(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(outcome.Bytes)).Should().NotThrow();
    }

    [Fact]
    public void A_profile_can_come_from_standard_input()
    {
        byte[] profile = File.ReadAllBytes(Repository.Path(Adolescent));

        var piped = Programs.GutskinWithInput(profile, "assess", "-", "--format", "json");

        piped.ExitCode.Should().Be(0, piped.ToString());
        piped.Bytes.Should().Equal(Programs.Gutskin("assess", Adolescent, "--format", "json").Bytes);
    }

    [Fact]
    public void A_byte_order_mark_in_front_of_a_profile_is_ignored()
    {
        byte[] profile = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(MilkDrinker)];

        Programs.GutskinWithInput(profile, "assess", "-").ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("assess", "-", "--no-default-rules", "--rules", Tested, "--format", "json")]
    [InlineData("assess", "--no-default-rules", "--format", "json", "--rules", Tested, "-")]
    [InlineData("assess", "--rules", Tested, "--no-default-rules", "-", "--format=json")]
    public void Rules_may_stand_anywhere(params string[] arguments)
    {
        var outcome = Programs.GutskinWithInput(Encoding.UTF8.GetBytes(MilkDrinker), arguments);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var assessment = JsonDocument.Parse(outcome.Bytes);
        assessment.RootElement.GetProperty("ruleSet").GetProperty("id").GetString().Should().Be("tested");
        assessment.RootElement.GetProperty("conditions").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public void Without_no_default_rules_a_file_lies_over_the_built_in_set()
    {
        var outcome = Programs.Gutskin("assess", Adolescent, "--format", "json", "--rules", "tests/schemas/good/ruleset/overlay.json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var assessment = JsonDocument.Parse(outcome.Bytes);
        assessment.RootElement.GetProperty("ruleSet").GetProperty("id").GetString().Should().Be("clinic.overlay");
        assessment.RootElement.GetProperty("intendedUse").GetString().Should().Be("professional-support");
        assessment.RootElement.GetProperty("conditions").GetArrayLength().Should().Be(11);
    }

    [Fact]
    public void The_output_file_is_the_standard_output_and_nothing_lies_beside_it()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("out.json", "something old, and longer than nothing");

        var outcome = Programs.Gutskin("assess", Adolescent, "--format", "json", "-o", file);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
        File.ReadAllBytes(file).Should().Equal(Programs.Gutskin("assess", Adolescent, "--format", "json").Bytes);
        folder.Names.Should().Equal("out.json");
    }

    [Fact]
    public void A_profile_with_errors_leaves_the_output_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("out.json", "old");
        string profile = folder.Write("profile.json", """{ "observations": { "diet.fibre": 3 } }""");

        var outcome = Programs.Gutskin("assess", profile, "-o", file);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("GS0501").And.Contain("diet.fiber");
        File.ReadAllText(file).Should().Be("old");
        folder.Names.Should().Equal("out.json", "profile.json");
    }

    [Theory]
    [InlineData("missing/out.json")]
    [InlineData(".")]
    public void What_cannot_be_written_exits_3(string file)
    {
        using var folder = new TemporaryFolder();

        var outcome = Programs.Gutskin("assess", Adolescent, "-o", folder.PathOf(file));

        outcome.ExitCode.Should().Be(3);
        outcome.Error.Should().StartWith("gutskin: cannot write '").And.NotContain("   at ");
        folder.Names.Should().BeEmpty();
    }

    [Fact]
    public void Unknown_factors_become_notices_when_asked_for()
    {
        byte[] profile = Encoding.UTF8.GetBytes("""{ "observations": { "diet.fibre": 3, "diet.milk": 3 } }""");

        var outcome = Programs.GutskinWithInput(profile, "assess", "-", "--ignore-unknown", "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var assessment = JsonDocument.Parse(outcome.Bytes);
        assessment.RootElement.GetProperty("notices")[0].GetProperty("factor").GetString().Should().Be("diet.fibre");
    }

    [Fact]
    public void A_culture_translates_what_the_rule_set_has_texts_for()
    {
        var outcome = Programs.GutskinWithInput(
            "{}"u8.ToArray(), "assess", "-", "--no-default-rules", "--rules", Tested, "--culture", "de", "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("Wie viel Milch");
    }

    [Fact]
    public void Faults_of_the_profile_and_of_the_rules_are_told_together()
    {
        using var folder = new TemporaryFolder();
        string rules = folder.Write("rules.json", """{ "id": "Not Kebab", "version": "1.0.0", "title": "t" }""");
        string profile = folder.Write("profile.json", """{ "concern": [] }""");

        var outcome = Programs.Gutskin("assess", profile, "--rules", rules);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("GS0107").And.Contain("GS0101");
    }
}
