using System.Globalization;
using System.Net;

namespace GutSkin.Samples.StoolComparison;

/// <summary>Text and numbers as HTML takes them.</summary>
internal static class Html
{
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    public static string Number(double value, string format = "0.##") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Number(double? value, string format = "0.##") => value is { } number ? Number(number, format) : "–";

    public static string Signed(double value, string format = "0.##") => (value > 0 ? "+" : value < 0 ? "−" : "±") + Number(Math.Abs(value), format);
}
