using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>The flow as SVG: boxes in three columns with their names inside, bands between them as thick as their share.</summary>
internal static class FlowSvg
{
    private const double BoxWidth = 27;
    private const double Step = 36.5;
    private const double HeadHeight = 20;

    // How long a line of a box may be, in sizes of its letters: on a screen just not narrow, and on the narrowest.
    private const double RoomyLine = 11;
    private const double NarrowLine = 6.8;

    public static void Add(HtmlWriter html, FlowBlock flow)
    {
        html.Open("figure");
        AddChart(html, flow, RoomyLine, "roomy", "flow");
        AddChart(html, flow, NarrowLine, "narrow", "flow-narrow");
        html.Close("figure");
    }

    /// <summary>The chart, with lines as long as its boxes are wide.</summary>
    private static void AddChart(HtmlWriter html, FlowBlock flow, double line, string style, string id)
    {
        var layout = FlowLayout.Of(flow, line);
        string height = HtmlWriter.Number(layout.Height + HeadHeight), title = id + "-chart", text = id + "-text";
        html.Open("svg", "class", style, "role", "img", "aria-labelledby", $"{title} {text}", "height", height).Line();
        html.Element("title", flow.Title, "id", title).Element("desc", flow.Description, "id", text).Line();
        for (int column = 0; column < flow.Columns.Length; column++)
            html.Element("text", flow.Columns[column], "class", "head", "x", HtmlWriter.Percent(column * Step), "y", "12");
        html.Line();

        // Stretched to the width of the chart: 100 units are its whole width.
        html.Open("svg", "viewBox", $"0 0 100 {height}", "width", "100%", "height", height, "preserveAspectRatio", "none", "aria-hidden", "true");
        foreach (var link in layout.Links)
            html.Line().Empty("path", "d", Path(link), "fill", "var(--soft)", "fill-opacity", ".6");
        html.Line().Close("svg").Line();
        foreach (var box in layout.Boxes)
            Add(html, box);
        html.Close("svg").Line();
    }

    private static void Add(HtmlWriter html, FlowBox box)
    {
        double top = box.Top + HeadHeight, x = box.Column * Step;
        html.Empty("rect", "x", HtmlWriter.Percent(x), "y", HtmlWriter.Number(top), "width", HtmlWriter.Percent(BoxWidth),
            "height", HtmlWriter.Number(box.Height), "rx", "3", "fill", "var(--surface)", "stroke", "var(--accent)");
        double y = top + ((box.Height - (box.Lines.Length * FlowLayout.LineHeight)) / 2) + 10;
        foreach (string line in box.Lines)
        {
            html.Element("text", line, "class", "box", "x", HtmlWriter.Percent(x + 1), "y", HtmlWriter.Number(y));
            y += FlowLayout.LineHeight;
        }

        html.Line();
    }

    private static string Path(FlowBand band)
    {
        double x1 = (band.FromColumn * Step) + BoxWidth, x2 = (band.FromColumn + 1) * Step, middle = (x1 + x2) / 2;
        double y1 = band.FromTop + HeadHeight, y2 = band.ToTop + HeadHeight;
        return string.Join(' ', ImmutableArray.Create(
            "M", N(x1), N(y1), "C", N(middle), N(y1), N(middle), N(y2), N(x2), N(y2), "V", N(y2 + band.Thickness),
            "C", N(middle), N(y2 + band.Thickness), N(middle), N(y1 + band.Thickness), N(x1), N(y1 + band.Thickness), "Z"));
    }

    private static string N(double value) => HtmlWriter.Number(value);
}
