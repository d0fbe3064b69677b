namespace GutSkin.Tool.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string[]> WrongUsage => new()
    {
        new[] { "asess", "profile.json" },
        new[] { "assess" },
        new[] { "assess", "" },
        new[] { "assess", "a.json", "b.json" },
        new[] { "assess", "a.json", "--format", "pdf" },
        new[] { "assess", "a.json", "--formt", "json" },
        new[] { "assess", "a.json", "--culture", "de/../x" },
        new[] { "assess", "samples/profiles/almost-nothing.json", "--no-default-rules" },
        new[] { "assess", "a.json", "--rules" },
        new[] { "lint" },
        new[] { "lint", "a.json", "--format", "xml" },
        new[] { "schema" },
        new[] { "schema", "person" },
        new[] { "show", "--format", "yaml" },
        new[] { "show", "extra", "more" },
        new[] { "completion", "tcsh" },
        new[] { "explain" },
        new[] { "replay", "a.json" },
        new[] { "@answers.rsp" },
    };

    [Theory]
    [MemberData(nameof(WrongUsage))]
    public void Wrong_usage_exits_2_with_a_message_and_nothing_on_standard_output(string[] arguments)
    {
        var outcome = Programs.Gutskin(arguments);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().StartWith("gutskin: ");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("assess", "--help")]
    [InlineData("lint", "-h")]
    [InlineData("--version")]
    public void Help_and_version_exit_0_on_standard_output(params string[] arguments)
    {
        var outcome = Programs.Gutskin(arguments);

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().NotBeEmpty();
        outcome.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("assess", "no-such-file.json")]
    [InlineData("assess", "samples/profiles")]
    [InlineData("assess", "no/such/folder/profile.json")]
    [InlineData("assess", "README.md/profile.json")]
    [InlineData("assess", "samples/profiles/almost-nothing.json", "--rules", "no-such-file.json")]
    [InlineData("lint", "no-such-file.json")]
    [InlineData("lint", "tests/schemas/good/ruleset/minimal.json", "samples")]
    [InlineData("show", "--rules", "no-such-file.json")]
    [InlineData("explain", "diet.fiber", "--profile", "no-such-file.json")]
    [InlineData("replay", "no-such-file.json", "--profile", "samples/profiles/almost-nothing.json")]
    public void What_cannot_be_read_exits_3_and_is_named(params string[] arguments)
    {
        var outcome = Programs.Gutskin(arguments);

        outcome.ExitCode.Should().Be(3, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().StartWith("gutskin: cannot read '").And.NotContain("   at ").And.NotContain("Exception");
    }
}
