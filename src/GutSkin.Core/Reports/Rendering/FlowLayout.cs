using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Reports.Rendering;

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
