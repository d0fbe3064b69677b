using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>A report as one HTML document: no script, nothing from outside, readable on screen and paper.</summary>
internal sealed class HtmlRenderer
{
    private const int MostTitledOnPaper = 16;

    private readonly HtmlWriter html = new();

    public static string Render(Report report)
    {
        var renderer = new HtmlRenderer();
        renderer.Add(report);
        return renderer.html.ToString();
    }

    private void Add(Report report)
    {
        html.Own("<!DOCTYPE html>\n").Open("html", "lang", report.Language).Open("head").Line()
            .Empty("meta", "charset", "utf-8").Line()
            .Empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").Line()
            .Empty("meta", "http-equiv", "Content-Security-Policy", "content", HtmlPolicy.Text).Line()
            .Element("title", report.Title).Line()
            .Open("style").Own(HtmlPolicy.Style).Close("style").Line()
            .Close("head").Line().Open("body").Open("main").Line()
            .Open("header").Element("h1", report.Title).Element("p", report.Lead, "class", "lead").Close("header").Line();
        foreach (var section in report.Sections.Where(s => !s.IsClosing))
            Add(section);
        html.Open("div", "class", "closing").Line();
        foreach (var section in report.Sections.Where(s => s.IsClosing))
            Add(section);
        html.Close("div").Close("main").Close("body").Close("html").Line();
    }

    private void Add(ReportSection section)
    {
        string heading = section.Id + "-title";
        html.Open("section", "id", section.Id, "aria-labelledby", heading).Element("h2", section.Title, "id", heading).Line();
        foreach (var block in section.Blocks)
        {
            Add(block);
            html.Line();
        }

        html.Close("section").Line();
    }

    private void Add(ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                html.Element(heading.IsMinor ? "h4" : "h3", heading.Text);
                break;
            case ParagraphBlock paragraph:
                html.Element("p", paragraph.Text, "class", paragraph.IsNote ? "note" : null);
                break;
            case ListBlock list:
                html.Open("ul");
                foreach (string line in list.Lines)
                    html.Element("li", line);
                html.Close("ul");
                break;
            case CalloutBlock callout:
                Add(callout);
                break;
            case ItemsBlock items:
                Add(items);
                break;
            case TableBlock table:
                HtmlTable.Add(html, table, isWide: false);
                break;
            case ScoreChartBlock picture:
                html.Open("div", "class", "pair picture");
                ScoreChartSvg.Add(html, picture);
                HtmlTable.Add(html, picture.Table, isWide: true);
                html.Close("div");
                break;
            case TimelineBlock timeline:
                html.Open("div", "class", "pair");
                TimelineSvg.Add(html, timeline);
                HtmlTable.Add(html, timeline.Table, isWide: false);
                html.Close("div");
                break;
            case FlowBlock flow:
                html.Open("div", "class", "pair");
                FlowSvg.Add(html, flow);
                HtmlTable.Add(html, flow.Table, isWide: false);
                html.Close("div");
                break;
            case SourcesBlock sources:
                Add(sources);
                break;
            case FactsBlock facts:
                html.Open("dl", "class", "facts");
                foreach (var (label, value) in facts.Facts)
                    html.Element("dt", label).Element("dd", value);
                html.Close("dl");
                break;
            default:
                throw new InvalidOperationException("A block without a form.");
        }
    }

    private void Add(CalloutBlock callout)
    {
        string tone = callout.Tone switch
        {
            ReportTone.Urgent => "urgent",
            ReportTone.Soon => "soon",
            ReportTone.Open => "open",
            _ => "calm",
        };
        html.Open("div", "class", "callout " + tone);
        html.Open("p").Element("strong", callout.Title).Close("p");
        foreach (string line in callout.Lines)
            html.Element("p", line);
        AddSources(callout.Sources);
        html.Close("div");
    }

    private void Add(ItemsBlock items)
    {
        bool shares = items.Items.Any(i => i.Share is not null);
        html.Open("ul", "class", shares ? "items shares" : "items");
        foreach (var item in items.Items)
        {
            html.Line().Open("li");
            if (item.Figure is { } figure)
            {
                html.Open("div", "class", "figure").Text(figure);
                if (item.Share is { } share)
                {
                    // Lengths as attributes of SVG: a policy that forbids inline style lets them be.
                    html.Open("svg", "class", "bar", "width", "100%", "height", "5", "aria-hidden", "true")
                        .Empty("rect", "width", "100%", "height", "5", "rx", "2.5", "fill", "var(--band-b)")
                        .Empty("rect", "width", HtmlWriter.Percent(Math.Clamp(Math.Abs(share), 0, 1) * 100), "height", "5", "rx", "2.5", "fill", "var(--accent)")
                        .Close("svg");
                }

                html.Close("div");
            }

            html.Open("div").Element("p", item.Title, "class", "title");
            foreach (string line in item.Lines)
                html.Element("p", line, "class", "small");
            foreach (string note in item.Notes)
                html.Element("p", note, "class", "small first");
            AddSources(item.Sources);
            html.Close("div").Close("li");
        }

        html.Line().Close("ul");
    }

    private void AddSources(ImmutableArray<ReportSource> sources)
    {
        if (sources.Length == 0)
            return;
        html.Open("p", "class", "cite");
        for (int i = 0; i < sources.Length; i++)
        {
            var source = sources[i];
            if (i > 0)
                html.Text(", ");
            if (SourceText.IsNamed(i))
                html.Text(source.Short + " ");
            html.Element("a", $"[{NumberWords.Count(source.Number)}]", "href", $"#source-{NumberWords.Count(source.Number)}");
        }

        html.Close("p");
    }

    private void Add(SourcesBlock sources)
    {
        // A long list stands without titles on paper: authors, journal, year and identifier find the study.
        bool isLong = sources.Sources.Length > MostTitledOnPaper;
        html.Open("ol", "class", isLong ? "sources many" : "sources");
        foreach (var source in sources.Sources)
        {
            string number = NumberWords.Count(source.Number);
            html.Line().Open("li", "id", "source-" + number).Text($"[{number}]");
            if (source.Authors.Length > 0)
                html.Text(" " + source.Authors);
            html.Text(" ").Element("span", source.Title, "class", source.Identifier is null || source.Authors.Length + source.Place.Length == 0 ? null : "work");
            if (source.Place.Length > 0)
                html.Text(" " + source.Place);
            if (source.Identifier is { } identifier)
            {
                html.Text(" ");
                if (source.Link is { } link)
                    html.Element("a", identifier, "href", link, "rel", "noreferrer");
                else
                    html.Text(identifier);
            }

            html.Close("li");
        }

        html.Line().Close("ol");
        if (isLong)
            html.Element("p", sources.PaperNote, "class", "note paper");
    }
}

/// <summary>A table with caption and headers. On a small screen a wide one scrolls by itself, another stands row under row.</summary>
internal static class HtmlTable
{
    public static void Add(HtmlWriter html, TableBlock table, bool isWide)
    {
        if (isWide)
            html.Open("section", "class", "scroll wide", "tabindex", "0", "aria-label", table.Caption);
        html.Open("table", "class", isWide ? null : "stack").Element("caption", table.Caption).Open("thead").Open("tr");
        foreach (string header in table.Headers)
            html.Element("th", header, "scope", "col");
        html.Close("tr").Close("thead").Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Line().Open("tr").Element("th", row[0], "scope", "row");
            for (int i = 1; i < row.Length; i++)
                html.Element("td", row[i], "data-label", isWide ? null : table.Headers[i] + ":");
            html.Close("tr");
        }

        html.Line().Close("tbody").Close("table");
        if (isWide)
            html.Close("section");
    }
}
