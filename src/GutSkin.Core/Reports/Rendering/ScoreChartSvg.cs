using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>
/// The picture: rows of HTML, whose names wrap as the width asks, each over a bar of SVG. Lengths along the index are percentages, so
/// that it fits any width and its letters keep their size.
/// </summary>
internal static class ScoreChartSvg
{
    private const double BarTop = 3;
    private const double BarHeight = 10;
    private const double RowHeight = 17;
    private const double AxisHeight = 30;
    private const double AxisFont = 11;

    public static void Add(HtmlWriter html, ScoreChartBlock picture)
    {
        html.Open("figure");
        html.Open("div", "class", "chart", "role", "img", "aria-labelledby", "picture-chart picture-text").Line();
        html.Element("span", picture.Title, "id", "picture-chart", "hidden", "hidden")
            .Element("span", picture.Description, "id", "picture-text", "hidden", "hidden").Line();
        foreach (var group in picture.Groups)
        {
            html.Element("p", group.Title, "class", "head").Line();
            foreach (var row in group.Rows)
                Add(html, picture, row);
        }

        AddAxis(html, picture);
        html.Close("div").Line();
        AddLegend(html, picture.Legend);
        html.Close("figure");
    }

    private static void Add(HtmlWriter html, ScoreChartBlock picture, ScoreChartRow row)
    {
        html.Open("div", "class", "row").Element("span", row.Name, "class", "name").Text(" ").Element("span", row.Figure).Close("div");
        html.Open("svg", "height", HtmlWriter.Number(RowHeight), "aria-hidden", "true");
        double top = BarTop, middle = top + (BarHeight / 2);
        for (int i = 0; i < picture.Bands.Length; i++)
        {
            var band = picture.Bands[i];
            Bar(html, band.From, band.To, top, BarHeight, i % 2 == 0 ? "var(--band-a)" : "var(--band-b)");
        }

        foreach (var band in picture.Bands.AsSpan(1..))
            html.Empty("line", "x1", HtmlWriter.Percent(band.From), "y1", HtmlWriter.Number(top), "x2", HtmlWriter.Percent(band.From), "y2", HtmlWriter.Number(top + BarHeight), "stroke", "var(--muted)", "stroke-width", "1");
        Bar(html, 0, row.Score, top, BarHeight, "var(--accent)");
        Bar(html, Math.Max(row.Score, row.Interval.Low), row.Interval.High, middle - 2, 4, "var(--soft)");
        if (row.Interval.Width > 0)
        {
            Line(html, row.Interval.Low, middle - 4, row.Interval.Low, middle + 4, 2);
            Line(html, row.Interval.High, middle - 4, row.Interval.High, middle + 4, 2);
        }

        if (row.Uncertainty.Width > 0)
        {
            double below = top + BarHeight + 3;
            Line(html, row.Uncertainty.Low, below, row.Uncertainty.High, below, 1);
            Line(html, row.Uncertainty.Low, below - 3, row.Uncertainty.Low, below, 1);
            Line(html, row.Uncertainty.High, below - 3, row.Uncertainty.High, below, 1);
        }

        Line(html, row.Ceiling, top - 3, row.Ceiling, top + BarHeight + 3, 4);
        html.Close("svg").Line();
    }

    /// <summary>Band names under their parts, on two lines in turn so that they do not meet.</summary>
    private static void AddAxis(HtmlWriter html, ScoreChartBlock picture)
    {
        html.Open("svg", "height", HtmlWriter.Number(AxisHeight), "aria-hidden", "true");
        for (int i = 0; i < picture.Bands.Length; i++)
        {
            var band = picture.Bands[i];
            double end = i + 2 < picture.Bands.Length ? picture.Bands[i + 2].From : 100;
            double room = (end - band.From) / 100 * ChartLabel.NarrowWidth / AxisFont;
            Line(html, band.From, 0, band.From, 4, 1);
            html.Element("text", ChartLabel.Fit(band.Label, room), "class", "tiny", "x", HtmlWriter.Percent(band.From), "y", i % 2 == 0 ? "14" : "26");
        }

        Line(html, 100, 0, 100, 4, 1);
        html.Close("svg").Line();
    }

    private static void AddLegend(HtmlWriter html, ScoreChartLegend legend)
    {
        html.Open("ul", "class", "legend");
        foreach (var (mark, text) in new[]
        {
            ("k-index", legend.Index), ("k-open", legend.Interval), ("k-studies", legend.Uncertainty), ("k-most", legend.Ceiling),
        })
        {
            html.Open("li").Open("i", "class", mark, "aria-hidden", "true").Close("i").Text(text).Close("li");
        }

        html.Close("ul");
    }

    private static void Bar(HtmlWriter html, double from, double to, double y, double height, string fill)
    {
        if (to > from)
        {
            html.Empty("rect", "x", HtmlWriter.Percent(from), "y", HtmlWriter.Number(y), "width", HtmlWriter.Percent(to - from),
                "height", HtmlWriter.Number(height), "fill", fill);
        }
    }

    private static void Line(HtmlWriter html, double x1, double y1, double x2, double y2, double width) =>
        html.Empty("line", "x1", HtmlWriter.Percent(x1), "y1", HtmlWriter.Number(y1), "x2", HtmlWriter.Percent(x2), "y2", HtmlWriter.Number(y2),
            "stroke", "var(--mark)", "stroke-width", HtmlWriter.Number(width));
}
