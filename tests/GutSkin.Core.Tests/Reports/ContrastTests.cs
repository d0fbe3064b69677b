using System.Globalization;
using System.Text.RegularExpressions;
using GutSkin.Core.Reports.Rendering;

namespace GutSkin.Core.Tests.Reports;

/// <summary>WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for text, 3 for what carries meaning in a chart.</summary>
public sealed partial class ContrastTests
{
    public static TheoryData<string, string, double> Pairs => new()
    {
        { "text", "bg", 4.5 },
        { "muted", "bg", 4.5 },
        { "accent", "bg", 4.5 },
        { "text", "surface", 4.5 },
        { "urgent", "urgent-bg", 4.5 },
        { "soon", "soon-bg", 4.5 },
        { "soon", "bg", 4.5 },
        { "open", "open-bg", 4.5 },
        { "calm", "calm-bg", 4.5 },
        { "muted", "urgent-bg", 4.5 },
        { "muted", "soon-bg", 4.5 },
        { "accent", "band-a", 3 },
        { "accent", "band-b", 3 },
        { "mark", "band-a", 3 },
        { "mark", "band-b", 3 },
        { "accent", "soft", 3 },
        { "mark", "bg", 3 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colors_stand_apart_in_light_and_dark(string front, string back, double least)
    {
        foreach (string style in new[] { HtmlStyle.Light, HtmlStyle.Dark })
        {
            var colors = Color().Matches(style).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            Contrast(colors[front], colors[back]).Should().BeGreaterThanOrEqualTo(least, "{0} on {1} in {2}", front, back, style[..12]);
        }
    }

    [Fact]
    public void Every_color_of_the_style_is_a_named_one() =>
        Color().Replace(HtmlStyle.Css, "").Should().NotMatchRegex("#[0-9a-fA-F]{3,8}").And.NotContain("rgb(");

    private static double Contrast(string a, string b)
    {
        double x = Luminance(a), y = Luminance(b);
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string color)
    {
        double Part(int at)
        {
            double c = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"--([a-z-]+):(#[0-9a-f]{6});")]
    private static partial Regex Color();
}
