namespace GutSkin.Core;

/// <summary>An assessment as a report in Markdown.</summary>
public static class AssessmentMarkdown
{
    /// <summary>The report in GitHub-flavored Markdown. Every text of a rule set is escaped: it can bring no markup, link or HTML.</summary>
    /// <param name="assessment">The assessment. Its <see cref="Assessment.Culture"/> chooses the language: German for <c>de</c>, else English.</param>
    /// <returns>Lines parted by line feeds; the same on every machine.</returns>
    public static string ToMarkdown(this Assessment assessment) => MarkdownRenderer.Render(ReportBuilder.Build(assessment));
}
