using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Rendering;

namespace GutSkin.Core;

/// <summary>
/// An assessment as a report: the page a person keeps, and for who turns it the picture, what weighs most, what can be changed, what
/// was held back and why, what to ask next, sources and limits. The same report in three forms, the same on every machine.
/// <see cref="Assessment.Words"/> and <see cref="Assessment.Culture"/> choose its language.
/// </summary>
/// <example>
/// <code>
/// var assessment = ScoringService.Default.Assess(PersonProfile.Create().With(Factors.Diet.Milk, 2).Build());
/// Console.WriteLine(assessment.ToText());                         // the first page
/// Console.WriteLine(assessment.ToMarkdown(ReportDetail.Full));    // and all that follows
/// Console.WriteLine(assessment.ToHtml().Length);
/// </code>
/// </example>
public static class AssessmentReports
{
    /// <summary>The report in plain text, in lines of at most 100 columns.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="detail">How much of it; the first page is at most 60 lines of text.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToText(this Assessment assessment, ReportDetail detail = ReportDetail.FirstPage) =>
        TextRenderer.Render(ReportBuilder.Build(assessment, detail));

    /// <summary>The report in GitHub-flavored Markdown. Every text of a rule set is escaped: it can bring no markup, link or HTML.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="detail">How much of it; the first page is at most 60 lines of text.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToMarkdown(this Assessment assessment, ReportDetail detail = ReportDetail.FirstPage) =>
        MarkdownRenderer.Render(ReportBuilder.Build(assessment, detail));

    /// <summary>
    /// The report as one HTML document: no script, nothing loaded from outside, charts as inline SVG with a text alternative, for
    /// screens in light and dark and for paper. Every text of a rule set is escaped.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="detail">How much of it; the first page is at most 60 lines of text.</param>
    /// <returns>A document that is well-formed XML too.</returns>
    public static string ToHtml(this Assessment assessment, ReportDetail detail = ReportDetail.FirstPage) =>
        HtmlRenderer.Render(ReportBuilder.Build(assessment, detail));
}
