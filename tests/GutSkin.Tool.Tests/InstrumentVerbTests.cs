using System.Text;
using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class InstrumentVerbTests
{
    private static readonly string[] WithoutParts = ["instrument", "score", "band", "bandSet", "subscores"];

    [Theory]
    [InlineData("easi/same-skin-child-3y")]
    [InlineData("scorad/exactly-50")]
    [InlineData("objective-scorad/moderate")]
    [InlineData("uas7/sixteen")]
    [InlineData("hurley/II")]
    [InlineData("iga-acne/success-4-to-2")]
    [InlineData("ipaq-met-minutes/high")]
    [InlineData("bmi/underweight")]
    public void An_example_gives_what_is_printed(string id)
    {
        using var examples = JsonDocument.Parse(Repository.Read("tests/GutSkin.Core.Tests/Instruments/examples.json"));
        var example = examples.RootElement.GetProperty("examples").EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
        using var folder = new TemporaryFolder();
        string file = folder.Write("input.json", example.GetProperty("inputs").GetRawText());

        var outcome = Programs.Gutskin("instrument", example.GetProperty("instrument").GetString()!, file, "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().BeEmpty();
        using var result = JsonDocument.Parse(outcome.Bytes);
        var score = result.RootElement;
        score.GetProperty("instrument").GetString().Should().Be(example.GetProperty("instrument").GetString());
        foreach (var expected in example.GetProperty("expected").EnumerateObject())
        {
            if (expected.Name == "regions")
            {
                foreach (var region in expected.Value.EnumerateObject())
                    score.GetProperty("subscores").GetProperty(region.Name).GetRawText().Should().Be(region.Value.GetRawText());
            }
            else if (expected.Name is "A" or "B" or "C")
            {
                score.GetProperty("subscores").GetProperty(expected.Name).GetRawText().Should().Be(expected.Value.GetRawText());
            }
            else if (!expected.Name.Contains("Alternative", StringComparison.Ordinal))
            {
                score.GetProperty(expected.Name).GetRawText().Should().Be(expected.Value.GetRawText(), expected.Name);
            }
        }
    }

    [Fact]
    public void The_form_of_the_answer_is_fixed_and_numbers_are_as_short_as_they_can_be()
    {
        var outcome = Programs.GutskinWithInput("""{ "grade": 3 }"""u8.ToArray(), "instrument", "viga-ad", "-", "--format", "json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        using var result = JsonDocument.Parse(outcome.Bytes);
        result.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal(WithoutParts);
        result.RootElement.GetProperty("score").GetRawText().Should().Be("3");
    }

    [Fact]
    public void Another_band_set_can_be_named()
    {
        byte[] input = Encoding.UTF8.GetBytes("""
            { "extentPercent": 45, "erythema": 2, "edemaPapulation": 2, "oozingCrusting": 1, "excoriation": 2, "lichenification": 1, "dryness": 1, "pruritusVas": 5.5, "sleepLossVas": 4 }
            """);

        var text = Programs.GutskinWithInput(input, "instrument", "scorad", "-", "--bands", "10-29-49");
        text.ExitCode.Should().Be(0, text.ToString());
        text.Output.Should().Contain("50 (0 to 103)").And.Contain("severe (band set 10-29-49)").And.EndWith("A measure, not a diagnosis.\n");

        var unknown = Programs.GutskinWithInput(input, "instrument", "scorad", "-", "--bands", "20-40");
        unknown.ExitCode.Should().Be(1);
        unknown.Error.Should().Contain("error GS0702: ").And.Contain("25-50, 10-29-49");
    }

    [Theory]
    [InlineData("easi", """{ "ageYears": 30, "head": { "erythema": 3.5 } }""", "out-of-range")]
    [InlineData("uas7", """{ "hives": [1,1,1,1,1,1], "itch": [1,1,1,1,1,1] }""", "incomplete")]
    [InlineData("bristol", """{ "type": "4" }""", "invalid")]
    [InlineData("bristol", """{ "type": 3.5 }""", "off-step")]
    [InlineData("bristol", """{ "type": """, "invalid")]
    [InlineData("bristl", """{ "type": 4 }""", "unknown-instrument")]
    public void What_is_wrong_has_a_word_and_no_score(string instrument, string input, string error)
    {
        var outcome = Programs.GutskinWithInput(Encoding.UTF8.GetBytes(input), "instrument", instrument, "-", "--format", "json");

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain(": error GS0");
        using var result = JsonDocument.Parse(outcome.Bytes);
        result.RootElement.GetProperty("error").GetString().Should().Be(error);
        result.RootElement.TryGetProperty("score", out _).Should().BeFalse();
        result.RootElement.GetProperty("diagnostics").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public void What_is_wrong_is_only_said_on_standard_error_as_text()
    {
        var outcome = Programs.GutskinWithInput("""{ "type": 9 }"""u8.ToArray(), "instrument", "bristol", "-");

        outcome.ExitCode.Should().Be(1);
        outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().Be("stdin(1,11): error GS0704: 'type' is out of range. Allowed: whole numbers from 1 to 7.\n");
    }

    [Fact]
    public void All_are_listed_and_one_with_its_items()
    {
        var all = Programs.Gutskin("instrument", "--list");
        all.ExitCode.Should().Be(0, all.ToString());
        all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(19);

        var one = Programs.Gutskin("instrument", "gags", "--list");
        one.Output.Should().Contain("chestUpperBack: whole numbers from 0 to 4").And.Contain("bands gags-table: none up to 0, mild up to 18");

        var json = Programs.Gutskin("instrument", "--list", "--format", "json");
        using var result = JsonDocument.Parse(json.Bytes);
        result.RootElement.GetProperty("instruments").GetArrayLength().Should().Be(19);
    }

    [Theory]
    [InlineData(2, "instrument")]
    [InlineData(2, "instrument", "easi")]
    [InlineData(3, "instrument", "easi", "no-such-file.json")]
    [InlineData(1, "instrument", "--list", "easy")]
    public void A_wrong_command_line_is_refused(int exitCode, params string[] arguments)
    {
        var outcome = Programs.Gutskin(arguments);

        outcome.ExitCode.Should().Be(exitCode, outcome.ToString());
        outcome.Bytes.Should().BeEmpty();
        outcome.Error.Should().NotContain("   at ").And.NotContain("Exception");
    }
}
