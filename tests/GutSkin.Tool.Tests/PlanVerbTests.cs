using System.Text.Json;

namespace GutSkin.Tool.Tests;

public sealed class PlanVerbTests
{
    private const string Sample = "samples/profiles/adolescent-acne.json";

    [Fact]
    public void A_plan_is_written_in_every_form()
    {
        var text = Programs.Gutskin("plan", Sample);
        text.ExitCode.Should().Be(0, text.ToString());
        text.Output.Should().Contain("A SMALL PLAN").And.Contain("Week 0 to").And.Contain("not a diagnosis");
        Programs.Gutskin("plan", Sample, "--culture", "de").Output.Should().Contain("EIN KLEINER PLAN").And.Contain("keine Diagnose");
        Programs.Gutskin("plan", Sample, "--format", "html").Output.Should().StartWith("<!DOCTYPE html>");

        using var json = JsonDocument.Parse(Programs.Gutskin("plan", Sample, "--format", "json", "--at-most", "2", "--effort", "low").Bytes);
        json.RootElement.GetProperty("schema").GetString().Should().Be("gutskin.plan/1");
        json.RootElement.GetProperty("steps").GetArrayLength().Should().BeInRange(1, 2);
        json.RootElement.GetProperty("effort").GetString().Should().Be("low");
        json.RootElement.GetProperty("exact").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void A_calendar_begins_on_the_day_given_and_is_the_same_every_time()
    {
        var once = Programs.Gutskin("plan", Sample, "--format", "ics", "--begin", "2026-06-01");
        once.ExitCode.Should().Be(0, once.ToString());
        once.Output.Should().StartWith("BEGIN:VCALENDAR").And.Contain("DTSTART;VALUE=DATE:20260601").And.Contain("DTSTART;VALUE=DATE:20260615");
        Programs.Gutskin("plan", Sample, "--format", "ics", "--begin", "2026-06-01").Bytes.Should().Equal(once.Bytes);
    }

    [Theory]
    [InlineData("--at-most", "0")]
    [InlineData("--at-most", "13")]
    [InlineData("--weeks-between", "27")]
    [InlineData("--effort", "huge")]
    [InlineData("--begin", "1.6.2026")]
    public void Wrong_usage_is_named(string option, string value)
    {
        var outcome = Programs.Gutskin("plan", Sample, option, value);
        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(option == "--effort" ? "huge" : option);
    }

    [Fact]
    public void A_calendar_without_a_day_is_refused()
    {
        using var folder = new TemporaryFolder();
        var outcome = Programs.Gutskin("plan", folder.Write("p.json", """{ "observations": { "person.age": 30 } }"""), "--format", "ics");
        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain("--begin DATE");
    }

    [Fact]
    public void A_faulty_profile_is_refused_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var outcome = Programs.Gutskin("plan", folder.Write("p.json", """{ "observations": { "diet.milc": 1 } }"""));
        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("diet.milk");
    }
}
