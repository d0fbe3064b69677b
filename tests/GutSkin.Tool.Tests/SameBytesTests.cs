namespace GutSkin.Tool.Tests;

/// <summary>The same bytes in any culture and time zone.</summary>
public sealed class SameBytesTests
{
    private static readonly Dictionary<string, string> Turkish = new()
    {
        ["LANG"] = "tr_TR.UTF-8",
        ["LC_ALL"] = "tr_TR.UTF-8",
        ["TZ"] = "Pacific/Auckland",
    };

    private static readonly Dictionary<string, string> Plain = new() { ["LANG"] = "C", ["LC_ALL"] = "C", ["TZ"] = "UTC" };

    [Theory]
    [InlineData("assess", "samples/profiles/laboratory-values.json", "--format", "json")]
    [InlineData("assess", "samples/profiles/adolescent-acne.json", "--format", "text")]
    [InlineData("assess", "samples/profiles/rosacea-alcohol.json", "--culture", "de")]
    [InlineData("show", "--format", "json")]
    [InlineData("show")]
    [InlineData("explain", "lab.vitamin-d")]
    [InlineData("lint", "tests/schemas/good/ruleset/every-effect.json", "--format", "json")]
    public void A_verb_writes_the_same_bytes_everywhere(params string[] arguments)
    {
        var turkish = Programs.Run("gutskin.dll", arguments, environment: Turkish);
        var plain = Programs.Run("gutskin.dll", arguments, environment: Plain);

        turkish.ExitCode.Should().Be(0, turkish.ToString());
        turkish.Bytes.Should().Equal(plain.Bytes);
        turkish.Error.Should().Be(plain.Error);
    }
}
