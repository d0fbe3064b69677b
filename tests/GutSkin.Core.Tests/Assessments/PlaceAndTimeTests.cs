using System.Globalization;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>Every culture and every time zone that is installed gives the same bytes, and an answer's age is counted in days of the calendar.</summary>
public class PlaceAndTimeTests
{
    private static readonly ScoringService Small = new(RuleSetComposer.Compose(RuleSetJson.Read(LintBase.Json)).GetValueOrThrow());

    private static readonly string Saved = Repository.Profile("laboratory-values");

    [Fact]
    public void Every_culture_gives_the_same_bytes()
    {
        string expected = All();
        var before = CultureInfo.CurrentCulture;
        var cultures = CultureInfo.GetCultures(CultureTypes.AllCultures);
        try
        {
            foreach (var culture in cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
                Assert.True(All() == expected, culture.Name);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        cultures.Length.Should().BeGreaterThan(100, "a machine without cultures shows nothing");
    }

    [Fact]
    public void Every_time_zone_gives_the_same_bytes()
    {
        string expected = All();
        string? before = Environment.GetEnvironmentVariable("TZ");
        string[] zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id), "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"];
        try
        {
            foreach (string zone in zones)
            {
                Environment.SetEnvironmentVariable("TZ", zone);
                TimeZoneInfo.ClearCachedData();
                Assert.True(All() == expected, zone);
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    /// <summary>Milk is known for 90 days: on the 90th it counts, on the 91st not, over leap days and at the ends of the calendar.</summary>
    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("2024-03-01")]
    [InlineData("2023-03-01")]
    [InlineData("2025-02-28")]
    [InlineData("2000-05-29")]
    [InlineData("1900-05-29")]
    [InlineData("2100-05-30")]
    [InlineData("9999-12-31")]
    [InlineData("0001-04-02")]
    [InlineData("2026-12-31")]
    public void An_answer_is_known_for_just_as_many_days_as_the_rule_set_says(string day)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (int age in (int[])[0, 1, 89, 90, 91])
        {
            if (asOf.DayNumber < age)
                continue;
            var on = DateOnly.FromDayNumber(asOf.DayNumber - age);
            foreach (string time in (string[])["", "T00:00:00Z", "T23:59:59+14:00", "T23:59:59-12:00"])
            {
                string written = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time;
                var profile = ProfileJson.Read($$"""{ "asOf": "{{day}}", "observations": { "person.age": 20, "diet.milk": { "value": 2, "on": "{{written}}" } } }""").GetValueOrThrow();
                var said = Small.Assess(profile);
                said.Notices.Any(n => n.Code == "too-old" && n.Factor == "diet.milk").Should().Be(age > 90, "{0} on {1}", written, day);
                (said.Conditions.Single(c => c.Id == "acne").Score > 0).Should().Be(age <= 90, "{0} on {1}", written, day);
            }
        }

        if (asOf < DateOnly.MaxValue)
        {
            string tomorrow = asOf.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            ProfileJson.Read($$"""{ "asOf": "{{day}}", "observations": { "diet.milk": { "value": 2, "on": "{{tomorrow}}" } } }""").Success.Should().BeFalse("tomorrow has not been answered yet");
        }
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-2-9")]
    [InlineData("2024-04-31")]
    [InlineData("0000-01-01")]
    [InlineData("٢٠٢٤-٠٢-٢٩")]
    public void A_day_that_is_none_is_a_fault(string day) =>
        ProfileJson.Read($$"""{ "asOf": "{{day}}" }""").Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0110");

    /// <summary>Everything that writes or reads a number, a day or a word.</summary>
    private static string All()
    {
        var person = Small.ReadProfile("""{ "asOf": "2024-02-29", "concerns": ["acne"], "observations": { "person.age": 20, "diet.milk": { "value": 1234.5, "unit": "mL", "on": "2024-01-31" }, "skincare.cleanser": "soap" } }""").GetValueOrThrow();
        var said = Small.Assess(person);
        string faults = string.Join('\n', Small.ReadProfile("""{ "asOf": "2024-02-30", "observations": { "diet.milk": 9.75, "DIET.MİLK": 1 } }""").Diagnostics);
        return said.ToJson() + said.ToText(ReportDetail.Full) + ProfileJson.ToJson(person) + Small.ReadAssessment(said.ToJson()).Value!.ToJson() + faults + Small.Plan(person).ToText()
            + ProfileJson.ToJson(ProfileJson.Read(Saved).Value!);
    }
}
