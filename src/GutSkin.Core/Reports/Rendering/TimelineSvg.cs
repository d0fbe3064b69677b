using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>Indices over time: a strip of SVG for each, time from left to right in percent, the index from 0 below to 100 above.</summary>
internal static class TimelineSvg
{
    private const double Top = 5;
    private const double Height = 50;
    private const double Left = 2;
    private const double Right = 98;

    public static void Add(HtmlWriter html, TimelineBlock timeline)
    {
        html.Open("figure");
        html.Open("div", "class", "chart", "role", "img", "aria-labelledby", "timeline-chart timeline-text").Line();
        html.Element("span", timeline.Title, "id", "timeline-chart", "hidden", "hidden")
            .Element("span", timeline.Description, "id", "timeline-text", "hidden", "hidden").Line();
        foreach (var strip in timeline.Strips)
            Add(html, strip);
        html.Open("div", "class", "row").Element("span", timeline.Days.From).Text(" ").Element("span", timeline.Days.To).Close("div").Line();
        html.Close("div").Close("figure");
    }

    private static void Add(HtmlWriter html, TimelineStrip strip)
    {
        html.Open("div", "class", "row").Element("span", strip.Name, "class", "name").Text(" ").Element("span", "0–100").Close("div");
        html.Open("svg", "height", HtmlWriter.Number(Height + (2 * Top)), "aria-hidden", "true");
        html.Empty("rect", "x", "0%", "y", HtmlWriter.Number(Top), "width", "100%", "height", HtmlWriter.Number(Height), "fill", "var(--band-a)");
        foreach (var point in strip.Points)
        {
            if (point.Interval.Width > 0)
                Line(html, X(point.At), Y(point.Interval.Low), X(point.At), Y(point.Interval.High), "var(--soft)", 6);
        }

        foreach (var (one, next) in strip.Points.Zip(strip.Points.Skip(1)))
        {
            if (one.Score is { } from && next.Score is { } to)
                Line(html, X(one.At), Y(from), X(next.At), Y(to), "var(--accent)", 2);
        }

        foreach (var point in strip.Points)
        {
            if (point.Score is { } score)
                html.Empty("circle", "cx", HtmlWriter.Percent(X(point.At)), "cy", HtmlWriter.Number(Y(score)), "r", "4", "fill", "var(--mark)");
        }

        html.Close("svg").Line();
    }

    private static double X(double at) => Left + ((Right - Left) * at);

    private static double Y(double index) => Top + (Height * (100 - index) / 100);

    private static void Line(HtmlWriter html, double x1, double y1, double x2, double y2, string color, double width) =>
        html.Empty("line", "x1", HtmlWriter.Percent(x1), "y1", HtmlWriter.Number(y1), "x2", HtmlWriter.Percent(x2), "y2", HtmlWriter.Number(y2),
            "stroke", color, "stroke-width", HtmlWriter.Number(width));
}
