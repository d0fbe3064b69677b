using System.Xml.Linq;

namespace GutSkin.Core.Tests.Reports;

public sealed class MarkupTests
{
    private const string Hostile = "</p><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & ]]> --> `b` *c* [d](javascript:e) <https://f.example> www.g.example | # h\n\n## i \u0000\u001b[31m\u202e\ud800 ";

    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_sample_page_is_well_formed_and_complete(string name)
    {
        foreach (string? culture in new[] { null, "de" })
            Check(Samples.Assess(name, culture).ToHtml(ReportDetail.Full), culture ?? "en");
    }

    [Fact]
    public void Hostile_texts_stay_texts_in_a_page()
    {
        var benign = Page(Small.Assess(Small.Person(), texts: t => "x " + t).ToHtml(ReportDetail.Full));
        var hostile = Page(Small.Assess(Small.Person(), texts: t => Hostile + t).ToHtml(ReportDetail.Full));
        Skeleton(hostile).Should().Equal(Skeleton(benign));
        hostile.Value.Should().Contain("<script>alert(1)</script>");
        hostile.Descendants().Attributes("href").Should().NotContain(a => !a.Value.StartsWith('#') && !a.Value.StartsWith("https://doi.org/", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_ids_stay_texts_in_a_page()
    {
        var assessment = Small.Assess(Small.Person());
        var hostile = assessment with
        {
            Knowledge = null,
            RuleSet = new RuleSetIdentity(Hostile, Hostile, Hostile),
            Engine = Hostile,
            Disclaimer = Hostile,
            Conditions = [.. assessment.Conditions.Select(c => c with { Id = Hostile + c.Id, Band = Hostile, Contributions = [.. c.Contributions.Select(k => k with { Rule = Hostile, Factor = Hostile, Evidence = [Hostile], Mechanisms = [Hostile] })] })],
            Levers = [.. assessment.Levers.Select(l => l with { Factor = Hostile })],
            Notices = [new Notice { Code = Hostile, Message = Hostile }],
        };
        Check(hostile.ToHtml(ReportDetail.Full), "en");
        hostile.ToText(ReportDetail.Full).Should().NotContain("\u001b").And.NotContain("\u0000").And.NotContain("\u202e");
        hostile.ToMarkdown(ReportDetail.Full).Should().NotMatchRegex(@"(?<!\\)<script").And.NotMatchRegex(@"(?<!\\)\]\(");
    }

    private static void Check(string html, string language)
    {
        html.Should().NotContain("<script").And.NotContain("@import").And.NotContain("url(");
        var page = Page(html);
        page.Attribute("lang")!.Value.Should().Be(language);
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        ids.Should().OnlyHaveUniqueItems();
        page.Descendants().Attributes().Should().NotContain(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name == "src" || a.Name == "style");
        foreach (var link in page.Descendants("a").Attributes("href").Where(h => h.Value.StartsWith('#')))
            ids.Should().Contain(link.Value[1..]);
        foreach (var svg in page.Descendants("svg").Where(s => s.Attribute("aria-hidden") is null))
            svg.AncestorsAndSelf().Should().Contain(e => (string?)e.Attribute("role") == "img");
        foreach (var chart in page.Descendants().Where(e => (string?)e.Attribute("role") == "img"))
        {
            foreach (string label in chart.Attribute("aria-labelledby")!.Value.Split(' '))
                page.Descendants().Single(e => (string?)e.Attribute("id") == label).Value.Should().NotBeEmpty();
            chart.Ancestors("div").First().Descendants("table").Should().NotBeEmpty("each chart has its numbers in a table");
        }

        page.Descendants("h1").Should().ContainSingle();
        page.Descendants("table").Should().NotContain(t => t.Element("caption") == null);
    }

    private static XElement Page(string html) => XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;

    private static IEnumerable<string> Skeleton(XElement page) =>
        page.Descendants().Where(e => e.Name != "text").Select(e => e.Name.LocalName + string.Concat(e.Attributes().Where(a => a.Name == "class").Select(a => "." + a.Value)));
}
