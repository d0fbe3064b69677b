using System.Globalization;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Words;

/// <summary>Numbers as a reader meets them: rounded, in the language's own form, whatever the machine's culture.</summary>
internal sealed class NumberWords(WordTable words, ScoringModel model)
{
    private const string None = "–";

    /// <summary>Two decimals at most, more only for a number that would vanish.</summary>
    public string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size is 0 or >= 0.01 ? "0.##" : size >= 1e-6 ? "0.######" : "0.##E+0";
        return Own(value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>A number with all its digits: what a rule or a study says, and not what was computed.</summary>
    public string Exact(double value) => Own(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>An index as a whole number, rounded down where rounding up would lead into the next band.</summary>
    public string Index(double score)
    {
        double rounded = Math.Round(score);
        if (rounded > score && model.BandOf(rounded) != model.BandOf(score))
            rounded = Math.Floor(score);
        return Own(rounded.ToString("0", CultureInfo.InvariantCulture));
    }

    /// <summary>An index; a dash where there is none.</summary>
    public string Index(double? score) => score is { } index ? Index(index) : None;

    /// <summary>Two ends of an index; a dash where there is none.</summary>
    public string Index(Interval? interval) => interval is { } ends ? Index(ends) : None;

    /// <summary>Two ends of an index; one number where they read the same.</summary>
    public string Index(Interval interval) => Range(Index(interval.Low), Index(interval.High));

    /// <summary>Two ends; one number where they read the same.</summary>
    public string Range(string low, string high) => low == high ? low : WordTable.Fill(words.Range, low, high);

    /// <summary>A fraction in whole percent; what is less than one is called so.</summary>
    public string Percent(double fraction)
    {
        double percent = Math.Round(100 * fraction);
        string text = percent == 0 && fraction != 0
            ? (fraction < 0 ? "> −1" : "< 1")
            : percent.ToString("0", CultureInfo.InvariantCulture).Replace('-', '−');
        return WordTable.Fill(words.Percent, text);
    }

    /// <summary>How much is answered: rounded down, so that 100 means all.</summary>
    public string Completeness(double fraction) =>
        WordTable.Fill(words.Percent, Math.Floor((100 * fraction) + 1e-9).ToString("0", CultureInfo.InvariantCulture));

    /// <summary>A number, already written, in its unit: 3 servings a day.</summary>
    public string InUnit(string number, string? unit, bool isOne)
    {
        string said = CleanText.Of(words.Units.Say(unit, isOne));
        return said.Length == 0 ? number
            : said[0] == '%' ? WordTable.Fill(words.Percent, number) + said[1..]
            : $"{number} {said}";
    }

    /// <summary>A published effect with its measure and, where there is one, its interval.</summary>
    public string Effect(Effect effect)
    {
        string measure = words.Say(effect.Measure), value = Number(effect.Value);
        return effect.Ci95 is { } ci
            ? WordTable.Fill(words.EffectInterval, measure, value, Number(ci.Low), Number(ci.High))
            : WordTable.Fill(words.EffectSize, measure, value);
    }

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => day.ToString(words.DateFormat, CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private string Own(string number) => number.Replace('-', '−').Replace(".", words.DecimalMark, StringComparison.Ordinal);
}
