namespace GutSkin.Core;

/// <summary>An assessment as a report in HTML.</summary>
public static class AssessmentHtml
{
    /// <summary>
    /// The report as one HTML document: no script, nothing loaded from outside, charts as inline SVG with a text alternative, for
    /// screens in light and dark and for paper. Every text of a rule set is escaped.
    /// </summary>
    /// <param name="assessment">The assessment. Its <see cref="Assessment.Culture"/> chooses the language: German for <c>de</c>, else English.</param>
    /// <returns>A document that is well-formed XML too; the same on every machine.</returns>
    public static string ToHtml(this Assessment assessment) => HtmlRenderer.Render(ReportBuilder.Build(assessment));
}
