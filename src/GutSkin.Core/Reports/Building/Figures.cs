using System.Globalization;

namespace GutSkin.Core;

/// <summary>Numbers as a reader meets them: rounded, in the language's own form, whatever the machine's culture.</summary>
internal sealed class Figures(ReportWords words, ScoringModel model)
{
    /// <summary>Two decimals at most, more only for a number that would vanish.</summary>
    public string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size is 0 or >= 0.01 ? "0.##" : size >= 1e-6 ? "0.######" : "0.##E+0";
        return Own(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>An index as a whole number, rounded down where rounding up would lead into the next band.</summary>
    public string Index(double score)
    {
        double rounded = Math.Round(score);
        if (rounded > score && model.BandOf(rounded) != model.BandOf(score))
            rounded = Math.Floor(score);
        return Own(rounded.ToString("0", CultureInfo.InvariantCulture));
    }

    /// <summary>Two ends of an index; one number where they read the same.</summary>
    public string Index(Interval interval)
    {
        string low = Index(interval.Low), high = Index(interval.High);
        return low == high ? low : Fill(words.Range, low, high);
    }

    /// <summary>A fraction in whole percent; what is less than one is called so.</summary>
    public string Percent(double fraction)
    {
        double percent = Math.Round(100 * fraction);
        string text = percent == 0 && fraction != 0
            ? (fraction < 0 ? "> −1" : "< 1")
            : percent.ToString("0", CultureInfo.InvariantCulture).Replace('-', '−');
        return Fill(words.Percent, text);
    }

    /// <summary>How much is answered: rounded down, so that 100 means all.</summary>
    public string Completeness(double fraction) =>
        Fill(words.Percent, Math.Floor((100 * fraction) + 1e-9).ToString("0", CultureInfo.InvariantCulture));

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => words.Language == "de"
        ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A fixed text with what belongs into it.</summary>
    public static string Fill(string template, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, template, values);

    private string Own(string number) => number.Replace('-', '−').Replace(".", words.DecimalMark, StringComparison.Ordinal);
}
