using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn.Pages;

/// <summary>A curve as a small picture: the factor from left to right, the burden from 0 to 1.</summary>
internal static class CurveSvg
{
    private const double Width = 220, Height = 84, Left = 24, Top = 8, Plot = 188, Rise = 54;

    public static string? Of(ScoringRule rule, Factor factor)
    {
        if (rule.Curve is not { } curve || curve.Knots.All(k => k.Burden == 0))
            return null;
        double first = curve.Knots[0].X, last = curve.Knots[^1].X, margin = (last - first) * 0.15;
        double from = Math.Max(factor.Min ?? double.MinValue, first - margin), to = Math.Min(factor.Max ?? double.MaxValue, last + margin);
        var points = new[] { from }.Concat(curve.Knots.Select(k => k.X)).Append(to).Distinct().Order()
            .Select(x => $"{N(Left + (Plot * (x - from) / (to - from)))},{N(Top + (Rise * (1 - curve.BurdenAt(x))))}");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escape(Words(rule, factor))}\">\n");
        text.Append(CultureInfo.InvariantCulture, $"  <path d=\"M{N(Left)} {N(Top)}V{N(Top + Rise)}H{N(Left + Plot)}\" fill=\"none\" stroke=\"#888\"/>\n");
        text.Append(CultureInfo.InvariantCulture, $"  <polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"#2a6f97\" stroke-width=\"2\"/>\n");
        foreach (double x in new[] { first, last })
            text.Append(CultureInfo.InvariantCulture, $"  <text x=\"{N(Left + (Plot * (x - from) / (to - from)))}\" y=\"{N(Top + Rise + 14)}\" font-size=\"10\" font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"#555\">{N(x)}</text>\n");
        text.Append(CultureInfo.InvariantCulture, $"  <text x=\"{N(Left - 4)}\" y=\"{N(Top + 4)}\" font-size=\"10\" font-family=\"sans-serif\" text-anchor=\"end\" fill=\"#555\">1</text>\n");
        text.Append(CultureInfo.InvariantCulture, $"  <text x=\"{N(Left - 4)}\" y=\"{N(Top + Rise + 4)}\" font-size=\"10\" font-family=\"sans-serif\" text-anchor=\"end\" fill=\"#555\">0</text>\n</svg>\n");
        return text.ToString();
    }

    public static string Words(ScoringRule rule, Factor factor)
    {
        if (rule.Levels is { } levels)
            return "burden " + string.Join(", ", levels.Select(l => $"{N(l.Value)} at {(factor.Kind == FactorKind.Boolean ? (l.Key == "true" ? "yes" : "no") : l.Key)}"));
        if (rule.Curve is not { } curve)
            return "burden 1";
        if (curve.Knots.All(k => k.Burden == 0))
            return "no curve: no scale is published";
        string unit = Unit(factor);
        return "burden " + string.Join(", ", curve.Knots.Select(k => $"{N(k.Burden)} at {N(k.X)}")) + unit;
    }

    private static string Unit(Factor factor) => factor.Unit is { } unit ? $" {unit}" : "";

    private static string N(double value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
