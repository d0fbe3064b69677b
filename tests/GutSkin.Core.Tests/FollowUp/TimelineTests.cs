using System.Text.RegularExpressions;
using System.Xml.Linq;
using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.FollowUp;

/// <summary>Earlier assessments make a chart over time with a text that says the same; what was measured stands beside.</summary>
public class TimelineTests
{
    [Fact]
    public void A_report_without_earlier_ones_is_as_it_was()
    {
        var now = On(new DateOnly(2026, 8, 1), 0);
        (now with { Earlier = [] }).ToHtml(ReportDetail.Full).Should().Be(now.ToHtml(ReportDetail.Full)).And.NotContain("timeline-chart");
    }

    [Fact]
    public void Earlier_ones_stand_in_the_order_of_their_days()
    {
        var now = On(new DateOnly(2026, 8, 1), 0) with { Earlier = [On(new DateOnly(2026, 6, 1), 1), On(new DateOnly(2026, 4, 1), 2)] };

        string text = now.ToText(ReportDetail.Full);
        int[] places = [.. new[] { "- 2026-04-01", "- 2026-06-01", "- 2026-08-01" }.Select(d => text.IndexOf(d, StringComparison.Ordinal))];
        places.Should().BeInAscendingOrder().And.NotContain(-1);
        string html = now.ToHtml(ReportDetail.Full);
        html.Should().Contain("id=\"timeline-chart\"").And.Contain("aria-labelledby=\"timeline-chart timeline-text\"");
        XDocument.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]).Descendants("circle").Should().NotBeNull();
        now.ToMarkdown(ReportDetail.Full).Should().Contain("| 2026-04-01 |");
        now.ToText().Should().NotContain("2026-04-01", "the first page stays one page");
    }

    [Fact]
    public void Another_person_another_rule_set_and_a_later_day_are_left_out_and_counted()
    {
        var now = On(new DateOnly(2026, 8, 1), 0);
        var other = On(new DateOnly(2026, 6, 1), 1);
        var with = now with
        {
            Earlier = [other with { ProfileId = "q" }, other with { RuleSet = other.RuleSet with { Sha256 = "0" } }, On(new DateOnly(2026, 9, 1), 1), other with { AsOf = null }],
        };
        string text = with.ToText(ReportDetail.Full);
        text.Should().Contain("4 earlier ones are not shown").And.NotContain("2026-09-01");
        Regex.Count(with.ToHtml(ReportDetail.Full), "timeline-chart").Should().Be(0);
    }

    [Fact]
    public void Measured_severity_stands_beside_the_index_on_the_page()
    {
        var poem = Poem.Score(new PoemInput(3, 3, 2, 2, 2, 2, 3)).GetValueOrThrow().SeverityOf("atopic-dermatitis");
        var plain = ScoringService.Default.Assess(PersonProfile.Create().ConcernedAbout("atopic-dermatitis").With(Factors.Person.Age, 30).Build());
        var now = plain with { Measured = [poem] };

        now.ToText().Should().Contain("WHAT WAS MEASURED").And.Contain("17 points").And.Contain("(charman-2013)").And.Contain("never mixed with it");
        now.ToJson().Should().Be(plain.ToJson(), "it is no part of an assessment");
        now.ToHtml().Should().Contain("17 points");
    }

    private static Assessment On(DateOnly day, double milk) => ScoringService.Default.Assess(
        PersonProfile.Create().WithId("p").AsOf(day).ConcernedAbout("acne-vulgaris").With(Factors.Person.Age, 19).With(Factors.Diet.Milk, milk).Build());
}
