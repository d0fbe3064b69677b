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

/// <summary>Where the boxes and bands of a flow stand, in pixels from the top.</summary>
internal sealed record FlowLayout(double Height, ImmutableArray<FlowBox> Boxes, ImmutableArray<FlowBand> Links)
{
    public const double LineHeight = 13;
    private const double Padding = 5;
    private const double Gap = 7;
    private const int Columns = 3;

    public static FlowLayout Of(FlowBlock flow, double line)
    {
        double concerns = Math.Max(1, flow.Nodes.Count(n => n.Column == Columns - 1));
        double scale = Math.Clamp(180 / concerns, 32, 64);
        var boxes = flow.Nodes.Select(n => (Node: n, Weight: Weight(flow, n))).OrderByDescending(n => n.Node.Column == Columns - 1 ? 0 : n.Weight)
            .Select(n => Box(n.Node, n.Weight * scale, line)).ToList();
        double height = Enumerable.Range(0, Columns).Max(c => ColumnHeight(boxes, c));
        var placed = new Dictionary<string, FlowBox>(StringComparer.Ordinal);
        for (int column = 0; column < Columns; column++)
        {
            double top = (height - ColumnHeight(boxes, column)) / 2;
            foreach (var box in boxes.Where(b => b.Column == column))
            {
                placed.Add(box.Key, box with { Top = top });
                top += box.Height + Gap;
            }
        }

        return new FlowLayout(height, [.. placed.Values], Bands(flow, placed, scale));
    }

    private static double Weight(FlowBlock flow, FlowNode node) =>
        flow.Links.Where(l => node.Column == 0 ? l.From == node.Key : l.To == node.Key).Sum(l => l.Weight);

    private static FlowBox Box(FlowNode node, double bands, double line)
    {
        var lines = ChartLabel.Wrap(node.Name, line);
        double height = Math.Max(bands, lines.Length * LineHeight) + (2 * Padding);
        return new FlowBox(node.Key, node.Column, 0, height, bands, lines);
    }

    private static double ColumnHeight(List<FlowBox> boxes, int column)
    {
        var own = boxes.Where(b => b.Column == column).ToList();
        return own.Sum(b => b.Height) + (Math.Max(0, own.Count - 1) * Gap);
    }

    /// <summary>Bands leave and reach a box in the order of the boxes at their other end, so that few cross.</summary>
    private static ImmutableArray<FlowBand> Bands(FlowBlock flow, Dictionary<string, FlowBox> placed, double scale)
    {
        var leave = Starts(placed);
        var reach = Starts(placed);
        var bands = new Dictionary<FlowLink, FlowBand>();
        foreach (var link in flow.Links.OrderBy(l => placed[l.From].Top).ThenBy(l => placed[l.To].Top))
        {
            bands[link] = new FlowBand(placed[link.From].Column, leave[link.From], 0, link.Weight * scale);
            leave[link.From] += link.Weight * scale;
        }

        foreach (var link in flow.Links.OrderBy(l => placed[l.To].Top).ThenBy(l => placed[l.From].Top))
        {
            bands[link] = bands[link] with { ToTop = reach[link.To] };
            reach[link.To] += link.Weight * scale;
        }

        return [.. bands.Values];
    }

    private static Dictionary<string, double> Starts(Dictionary<string, FlowBox> placed) =>
        placed.ToDictionary(p => p.Key, p => p.Value.Top + ((p.Value.Height - p.Value.Bands) / 2), StringComparer.Ordinal);
}

/// <summary>A box with its name in lines.</summary>
internal sealed record FlowBox(string Key, int Column, double Top, double Height, double Bands, ImmutableArray<string> Lines);

/// <summary>A band from a column to the next.</summary>
internal sealed record FlowBand(int FromColumn, double FromTop, double ToTop, double Thickness);
