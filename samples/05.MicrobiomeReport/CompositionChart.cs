using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Samples.StoolComparison;

/// <summary>What two samples are made of at one rank: two stacked bars over one legend, as SVG.</summary>
internal static class CompositionChart
{
    // Okabe and Ito's colors, told apart with every kind of color vision, and lighter ones of the same hues.
    private static readonly string[] Colors = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7F7F7F"];

    private const double Left = 70, Width = 640, BarHeight = 42, Gap = 18;

    public static string Draw(string title, TaxonomicProfile before, TaxonomicProfile after, TaxonRank rank)
    {
        var (names, a, b) = Shares(before, after, rank);
        int legendRows = (names.Length + 1 + 1) / 2;
        double height = (2 * BarHeight) + Gap + 24 + (legendRows * 22);
        var svg = new StringBuilder();
        svg.Append(FormattableString.Invariant($"<svg viewBox=\"0 0 {Left + Width + 10} {height}\" role=\"img\" aria-label=\"{Html.Text(title)}\">\n<title>{Html.Text(title)}</title>\n"));
        Bar(svg, "Before", 0, names, a);
        Bar(svg, "After", BarHeight + Gap, names, b);
        double top = (2 * BarHeight) + Gap + 24;
        for (int i = 0; i <= names.Length; i++)
            Legend(svg, i, top, i < names.Length ? names[i] : "others", i < names.Length ? a[i] : 1 - a.Sum(), i < names.Length ? b[i] : 1 - b.Sum());
        return svg.Append("</svg>\n").ToString();
    }

    // The seven commonest taxa of both samples together.
    private static (string[] Names, double[] A, double[] B) Shares(TaxonomicProfile before, TaxonomicProfile after, TaxonRank rank)
    {
        var a = before.AtRank(rank).GroupBy(t => t.Taxon!.Name).ToDictionary(g => g.Key, g => g.Sum(t => t.Share));
        var b = after.AtRank(rank).GroupBy(t => t.Taxon!.Name).ToDictionary(g => g.Key, g => g.Sum(t => t.Share));
        string[] names = [.. a.Keys.Union(b.Keys).OrderByDescending(n => a.GetValueOrDefault(n) + b.GetValueOrDefault(n)).ThenBy(n => n, StringComparer.Ordinal).Take(Colors.Length - 1)];
        return (names, [.. names.Select(n => a.GetValueOrDefault(n))], [.. names.Select(n => b.GetValueOrDefault(n))]);
    }

    private static void Bar(StringBuilder svg, string label, double y, string[] names, double[] shares)
    {
        svg.Append(FormattableString.Invariant($"<text x=\"{Left - 10}\" y=\"{y + (BarHeight / 2) + 5}\" text-anchor=\"end\">{label}</text>\n"));
        double x = Left;
        for (int i = 0; i <= names.Length; i++)
        {
            double share = i < names.Length ? shares[i] : Math.Max(0, 1 - shares.Sum());
            double width = share * Width;
            string name = i < names.Length ? names[i] : "others";
            string color = i < names.Length ? Colors[i] : Colors[^1];
            svg.Append(FormattableString.Invariant($"<rect x=\"{x:0.##}\" y=\"{y}\" width=\"{width:0.##}\" height=\"{BarHeight}\" fill=\"{color}\" stroke=\"var(--page)\"><title>{Html.Text(name)}: {share * 100:0.##} %</title></rect>\n"));
            if (width > 46)
                svg.Append(FormattableString.Invariant($"<text x=\"{x + (width / 2):0.##}\" y=\"{y + (BarHeight / 2) + 5}\" text-anchor=\"middle\" class=\"in{(color is "#F0E442" or "#E69F00" or "#56B4E9" or "#CC79A7" ? " dark" : "")}\">{share * 100:0} %</text>\n"));
            x += width;
        }
    }

    private static void Legend(StringBuilder svg, int i, double top, string name, double a, double b)
    {
        double x = Left + (i % 2 * (Width / 2)), y = top + (i / 2 * 22);
        string color = name == "others" ? Colors[^1] : Colors[i];
        svg.Append(FormattableString.Invariant($"<rect x=\"{x}\" y=\"{y - 11}\" width=\"13\" height=\"13\" fill=\"{color}\"/>"));
        svg.Append(FormattableString.Invariant($"<text x=\"{x + 20}\" y=\"{y}\">{Html.Text(name)}, {Math.Max(0, a) * 100:0.#} → {Math.Max(0, b) * 100:0.#} %</text>\n"));
    }
}
