namespace GutSkin.Core;

/// <summary>An assessment as a report in plain text.</summary>
public static class AssessmentText
{
    /// <summary>
    /// Says what an assessment says in plain words, in lines of at most 100 columns: who to see first, the picture, what weighs
    /// most, what can be changed, what was held back and why, what to ask next, sources, limits and disclaimer.
    /// </summary>
    /// <param name="assessment">The assessment. Its <see cref="Assessment.Culture"/> chooses the language: German for <c>de</c>, else English.</param>
    /// <returns>Lines parted by line feeds; the same on every machine.</returns>
    public static string ToText(this Assessment assessment) => TextRenderer.Render(ReportBuilder.Build(assessment));
}
