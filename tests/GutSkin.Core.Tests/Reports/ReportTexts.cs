using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Tests.Reports;

/// <summary>All that a report says, text by text.</summary>
internal static class ReportTexts
{
    public static IEnumerable<string> Of(Report report) => [report.Title, report.Lead, .. report.Sections.SelectMany(Of)];

    public static IEnumerable<string> Of(ReportSection section) => [section.Title, .. section.Blocks.SelectMany(Of)];

    private static IEnumerable<string> Of(ReportBlock block) => block switch
    {
        HeadingBlock heading => [heading.Text],
        ParagraphBlock paragraph => [paragraph.Text],
        ListBlock list => list.Lines,
        CalloutBlock callout => [callout.Title, .. callout.Lines],
        ItemsBlock items => items.Items.SelectMany(i => (string[])[i.Title, .. i.Lines, .. i.Notes, i.Figure ?? ""]),
        TableBlock table => [table.Caption, .. table.Rows.SelectMany(r => r)],
        ScoreChartBlock picture => picture.Groups.SelectMany(g => (string[])[g.Title, .. g.Rows.Select(r => r.Name)]),
        FlowBlock flow => Of(flow.Table),
        SourcesBlock sources => sources.Sources.Select(s => s.Citation),
        FactsBlock facts => facts.Facts.SelectMany(f => (string[])[f.Label, f.Value]),
        _ => throw new InvalidOperationException("A block without texts."),
    };
}
