namespace GutSkin.Core;

/// <summary>The picture as SVG. Lengths along the index are percentages, so that it fits any width and its letters keep their size.</summary>
internal static class PictureSvg
{
    private const double GroupHeight = 20;
    private const double RowHeight = 32;
    private const double BarTop = 17;
    private const double BarHeight = 10;
    private const double AxisHeight = 30;

    public static void Add(HtmlWriter html, PictureBlock picture)
    {
        double height = picture.Groups.Sum(g => GroupHeight + (RowHeight * g.Rows.Length)) + AxisHeight;
        html.Open("figure");
        html.Open("svg", "role", "img", "aria-labelledby", "picture-chart picture-text", "height", HtmlWriter.Number(height)).Line();
        html.Element("title", picture.Title, "id", "picture-chart").Element("desc", picture.Description, "id", "picture-text").Line();
        double y = 0;
        foreach (var group in picture.Groups)
        {
            Text(html, "head", 0, y + 15, "start", group.Title);
            y += GroupHeight;
            foreach (var row in group.Rows)
            {
                Add(html, picture, row, y);
                y += RowHeight;
            }
        }

        AddAxis(html, picture, y);
        html.Close("svg").Line();
        AddLegend(html, picture.Legend);
        html.Close("figure");
    }

    private static void Add(HtmlWriter html, PictureBlock picture, PictureRow row, double y)
    {
        Text(html, "strong", 0, y + 12, "start", ChartLabel.Short(row.Name));
        Text(html, "roomy", 100, y + 12, "end", row.Figure);
        Text(html, "narrow", 100, y + 12, "end", row.ShortFigure);
        double top = y + BarTop, middle = top + (BarHeight / 2);
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
        html.Line();
    }

    /// <summary>Band names under their parts, on two lines in turn so that they do not meet.</summary>
    private static void AddAxis(HtmlWriter html, PictureBlock picture, double y)
    {
        for (int i = 0; i < picture.Bands.Length; i++)
        {
            var band = picture.Bands[i];
            Line(html, band.From, y, band.From, y + 4, 1);
            Text(html, "tiny", band.From, y + (i % 2 == 0 ? 14 : 26), "start", band.Label);
        }

        Line(html, 100, y, 100, y + 4, 1);
        html.Line();
    }

    private static void AddLegend(HtmlWriter html, PictureLegend legend)
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

    private static void Text(HtmlWriter html, string style, double x, double y, string anchor, string text) =>
        html.Element("text", text, "class", style, "x", HtmlWriter.Percent(x), "y", HtmlWriter.Number(y), "text-anchor", anchor == "start" ? null : anchor);

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
