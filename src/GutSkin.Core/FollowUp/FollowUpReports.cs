using GutSkin.Core.FollowUp.Building;
using GutSkin.Core.Reports.Rendering;

namespace GutSkin.Core;

/// <summary>A comparison or a plan in words, in three forms, the same on every machine, in the language it was made in.</summary>
public static class FollowUpReports
{
    /// <summary>The comparison in plain text, in lines of at most 100 columns.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToText(this Comparison comparison) => TextRenderer.Render(ComparisonReport.Build(comparison));

    /// <summary>The comparison in GitHub-flavored Markdown; every text of a rule set is escaped.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToMarkdown(this Comparison comparison) => MarkdownRenderer.Render(ComparisonReport.Build(comparison));

    /// <summary>The comparison as one HTML document: no script, nothing loaded from outside; every text of a rule set is escaped.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>A document that is well-formed XML too.</returns>
    public static string ToHtml(this Comparison comparison) => HtmlRenderer.Render(ComparisonReport.Build(comparison));

    /// <summary>The plan in plain text, in lines of at most 100 columns.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToText(this Plan plan) => TextRenderer.Render(PlanReport.Build(plan));

    /// <summary>The plan in GitHub-flavored Markdown; every text of a rule set is escaped.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string ToMarkdown(this Plan plan) => MarkdownRenderer.Render(PlanReport.Build(plan));

    /// <summary>The plan as one HTML document: no script, nothing loaded from outside; every text of a rule set is escaped.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>A document that is well-formed XML too.</returns>
    public static string ToHtml(this Plan plan) => HtmlRenderer.Render(PlanReport.Build(plan));
}
