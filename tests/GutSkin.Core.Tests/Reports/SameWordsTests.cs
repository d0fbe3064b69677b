using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GutSkin.Core.Reports.Building;

namespace GutSkin.Core.Tests.Reports;

public sealed class SameWordsTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_Markdown_and_page_say_the_same(string name)
    {
        foreach (string? culture in new[] { null, "de" })
        {
            var assessment = Samples.Assess(name, culture);
            string text = Bare(assessment.ToText(ReportDetail.Full));
            string markdown = Bare(assessment.ToMarkdown(ReportDetail.Full).Replace("\\", "", StringComparison.Ordinal));
            string page = Bare(string.Join(' ', XDocument.Parse(assessment.ToHtml(ReportDetail.Full).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).DescendantNodes().OfType<XText>().Select(t => t.Value)));
            foreach (string bare in ReportTexts.Of(ReportBuilder.Build(assessment, ReportDetail.Full)).Select(Bare).Where(b => b.Length > 0))
            {
                text.Should().Contain(bare);
                page.Should().Contain(bare);
                markdown.Should().Contain(bare);
            }
        }
    }

    [Fact]
    public void No_line_of_text_is_wider_than_100_columns()
    {
        foreach (string name in Samples.Names)
        {
            foreach (string? culture in new[] { null, "de" })
                Samples.Assess(name, culture).ToText(ReportDetail.Full).Split('\n').Should().OnlyContain(l => l.Length <= 100 && l.TrimEnd() == l);
        }

        Small.Assess(Small.Person(), texts: t => new string('w', 350) + " " + t).ToText(ReportDetail.Full).Split('\n').Should().OnlyContain(l => l.Length <= 100);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_machine_s_culture_changes_nothing(string culture)
    {
        var assessment = Samples.Assess("rosacea-alcohol");
        var (text, page, markdown) = (assessment.ToText(ReportDetail.Full), assessment.ToHtml(ReportDetail.Full), assessment.ToMarkdown(ReportDetail.Full));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            (assessment.ToText(ReportDetail.Full), assessment.ToHtml(ReportDetail.Full), assessment.ToMarkdown(ReportDetail.Full)).Should().Be((text, page, markdown));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Letters and digits only, in one case: wrapping, marks and capitals are form.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                bare.Append(char.ToUpperInvariant(c));
        }

        return bare.ToString();
    }
}
