using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class CompareVerbTests
{
    private const string Before = """{ "id": "p", "asOf": "2026-06-01", "concerns": ["acne-vulgaris"], "observations": { "person.age": 19, "diet.milk": 2 } }""";
    private const string After = """{ "id": "p", "asOf": "2026-08-01", "concerns": ["acne-vulgaris"], "observations": { "person.age": 19, "diet.milk": 0 } }""";

    [Fact]
    public void Profiles_are_compared_in_words_and_as_json()
    {
        using var folder = new TemporaryFolder();
        string before = folder.Write("before.json", Before), after = folder.Write("after.json", After);

        var text = Programs.Gutskin("compare", before, after);
        text.ExitCode.Should().Be(0, text.ToString());
        text.Output.Should().Contain("From 2026-06-01 to 2026-08-01: 61 days.").And.Contain("Cow's milk: 2 servings a day → 0 servings a day (changed)").And.Contain("not a diagnosis");
        Programs.Gutskin("compare", before, after, "--culture", "de").Output.Should().Contain("WAS SICH VERÄNDERT HAT").And.Contain("keine Diagnose");

        using var json = JsonDocument.Parse(Programs.Gutskin("compare", before, after, "--format", "json").Bytes);
        json.RootElement.GetProperty("schema").GetString().Should().Be("gutskin.comparison/1");
        var acne = json.RootElement.GetProperty("conditions").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "acne-vulgaris");
        acne.GetProperty("movement").GetString().Should().Be("lower");
        acne.GetProperty("attributions").EnumerateArray().Sum(a => a.GetProperty("change").GetDouble()).Should().BeApproximately(acne.GetProperty("change").GetDouble(), 1e-12);
    }

    [Fact]
    public void A_saved_assessment_and_a_profile_are_compared_too()
    {
        using var folder = new TemporaryFolder();
        string before = folder.Write("before.json", Before), after = folder.Write("after.json", After);
        string saved = folder.Write("saved.json", Programs.Gutskin("assess", before, "--format", "json").Output);

        var mixed = Programs.Gutskin("compare", saved, after, "--format", "json");
        mixed.ExitCode.Should().Be(0, mixed.ToString());
        mixed.Output.Should().Contain("only-shown-answers").And.Contain("\"movement\": \"lower\"");
    }

    [Fact]
    public void Measured_severity_stands_beside()
    {
        using var folder = new TemporaryFolder();
        string before = folder.Write("before.json", Before), after = folder.Write("after.json", After);
        string was = folder.Write("was.json", """{ "itch": 3, "sleepDisturbed": 3, "bleeding": 2, "weeping": 2, "cracked": 2, "flaking": 2, "dryRough": 3 }""");
        string now = folder.Write("now.json", """{ "itch": 2, "sleepDisturbed": 2, "bleeding": 2, "weeping": 2, "cracked": 2, "flaking": 2, "dryRough": 3 }""");

        var outcome = Programs.Gutskin("compare", before, after, "--severity", "poem", was, now);
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("17 → 15 points").And.Contain("Within noise");
        Programs.Gutskin("compare", before, after, "--severity", "poem", was).ExitCode.Should().Be(2);
        Programs.Gutskin("compare", before, after, "--severity", "poems", was, now).ExitCode.Should().Be(1);
    }

    [Theory]
    [InlineData("""{ "id": "q", "asOf": "2026-08-01" }""", "GS0721")]
    [InlineData("""{ "id": "p", "asOf": "2026-05-01" }""", "GS0722")]
    [InlineData("""{ "id": "p", "observations": { "diet.milc": 1 } }""", "diet.milk")]
    public void What_cannot_be_compared_is_refused(string after, string named)
    {
        using var folder = new TemporaryFolder();
        var outcome = Programs.Gutskin("compare", folder.Write("before.json", Before), folder.Write("after.json", after));

        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain(named);
        outcome.Bytes.Should().BeEmpty();
    }

    [Fact]
    public void Assessments_by_another_rule_set_are_refused()
    {
        using var folder = new TemporaryFolder();
        string before = folder.Write("before.json", Before);
        string saved = folder.Write("saved.json", Programs.Gutskin("assess", before, "--format", "json").Output);

        var outcome = Programs.Gutskin("compare", saved, saved, "--rules", "samples/rules/products-2021.json");
        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("GS0723").And.Contain("Give both profiles");
    }

    [Fact]
    public void A_report_shows_the_course_over_time_and_what_was_measured()
    {
        using var folder = new TemporaryFolder();
        string before = folder.Write("before.json", Before), after = folder.Write("after.json", After);
        string items = folder.Write("items.json", """{ "itch": 3, "sleepDisturbed": 3, "bleeding": 2, "weeping": 2, "cracked": 2, "flaking": 2, "dryRough": 3 }""");

        var outcome = Programs.Gutskin("assess", after, "--detail", "full", "--earlier", before, "--severity", "poem", items);
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("OVER TIME").And.Contain("- 2026-06-01").And.Contain("17 points");
        Programs.Gutskin("assess", after, "--severity", "poem").ExitCode.Should().Be(2);
        Programs.Gutskin("assess", after, "--earlier", "missing.json").ExitCode.Should().Be(3);
    }
}
