using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Rendering;

namespace GutSkin.Core;

/// <summary>
/// An assessment as a report: who to see first, the picture, what weighs most, what can be changed, what was held back and why,
/// what to ask next, sources, limits and disclaimer. The same report in three forms, the same on every machine.
/// <see cref="Assessment.Words"/> and <see cref="Assessment.Culture"/> choose its language.
/// </summary>
public static class AssessmentReports
{
    /// <summary>The report in plain text, in lines of at most 100 columns.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToText(this Assessment assessment) => TextRenderer.Render(ReportBuilder.Build(assessment));

    /// <summary>The report in GitHub-flavored Markdown. Every text of a rule set is escaped: it can bring no markup, link or HTML.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToMarkdown(this Assessment assessment) => MarkdownRenderer.Render(ReportBuilder.Build(assessment));

    /// <summary>
    /// The report as one HTML document: no script, nothing loaded from outside, charts as inline SVG with a text alternative, for
    /// screens in light and dark and for paper. Every text of a rule set is escaped.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>A document that is well-formed XML too.</returns>
    public static string ToHtml(this Assessment assessment) => HtmlRenderer.Render(ReportBuilder.Build(assessment));
}
