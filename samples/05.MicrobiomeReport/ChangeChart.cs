using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Samples.StoolComparison;

/// <summary>The taxa whose share changed most, as bars to the left (less) and right (more) of a middle line, as SVG.</summary>
internal static class ChangeChart
{
    private const double Label = 210, Half = 220, Row = 26;
    private const int Most = 12;

    public static string Draw(string title, TaxonomicProfile before, TaxonomicProfile after, TaxonRank rank)
    {
        var a = before.AtRank(rank).ToLookup(t => t.Taxon!.Name, t => t.Share);
        var b = after.AtRank(rank).ToLookup(t => t.Taxon!.Name, t => t.Share);
        var changes = a.Select(g => g.Key).Union(b.Select(g => g.Key))
            .Select(name => (Name: name, From: a[name].Sum() * 100, To: b[name].Sum() * 100))
            .OrderByDescending(c => Math.Abs(c.To - c.From)).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(Most).OrderByDescending(c => c.To - c.From).ToList();
        double scale = changes.Count == 0 ? 1 : Math.Max(0.01, changes.Max(c => Math.Abs(c.To - c.From)));
        double middle = Label + Half, height = (changes.Count * Row) + 30;
        var svg = new StringBuilder();
        svg.Append(FormattableString.Invariant($"<svg viewBox=\"0 0 720 {height}\" role=\"img\" aria-label=\"{Html.Text(title)}\">\n<title>{Html.Text(title)}</title>\n"));
        for (int i = 0; i < changes.Count; i++)
            Bar(svg, changes[i], i * Row, middle, scale);
        svg.Append(FormattableString.Invariant($"<line x1=\"{middle}\" y1=\"0\" x2=\"{middle}\" y2=\"{height - 24}\" stroke=\"currentColor\"/>\n"));
        svg.Append(FormattableString.Invariant($"<text x=\"{middle}\" y=\"{height - 6}\" text-anchor=\"middle\" class=\"small\">less ← percentage points → more</text>\n"));
        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, (string Name, double From, double To) change, double y, double middle, double scale)
    {
        double difference = change.To - change.From;
        double width = Math.Abs(difference) / scale * (Half - 60);
        double x = difference < 0 ? middle - width : middle;
        svg.Append(FormattableString.Invariant($"<text x=\"{Label - 10}\" y=\"{y + 17}\" text-anchor=\"end\">{Html.Text(change.Name)}</text>"));
        svg.Append(FormattableString.Invariant($"<rect x=\"{x:0.##}\" y=\"{y + 4}\" width=\"{width:0.##}\" height=\"{Row - 8}\" fill=\"{(difference < 0 ? "#D55E00" : "#0072B2")}\"><title>{Html.Text(change.Name)}: {change.From:0.##} → {change.To:0.##} %</title></rect>"));
        svg.Append(FormattableString.Invariant($"<text x=\"{(difference < 0 ? x - 5 : x + width + 5):0.##}\" y=\"{y + 17}\" text-anchor=\"{(difference < 0 ? "end" : "start")}\" class=\"small\">{Html.Signed(difference)}</text>\n"));
    }
}
