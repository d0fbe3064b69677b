using GutSkin.Core.Values;

namespace GutSkin.Core.Words;

/// <summary>How units are said in one language: whole units, what is counted, and the time it is counted in.</summary>
internal sealed class UnitWords
{
    /// <summary>No words: units are said as they are written.</summary>
    public static UnitWords None { get; } = new()
    {
        Whole = NamedValues<UnitForms>.None,
        Counted = NamedValues<UnitForms>.None,
        Per = NamedValues<string>.None,
        Times = "",
    };

    /// <summary>Units said as a whole; empty = not said.</summary>
    public required NamedValues<UnitForms> Whole { get; init; }

    /// <summary>What is counted, <c>{servings}</c>.</summary>
    public required NamedValues<UnitForms> Counted { get; init; }

    /// <summary>What comes after the slash when it is a time: a day, a week …</summary>
    public required NamedValues<string> Per { get; init; }

    /// <summary>What a unit is called that only has a time: times.</summary>
    public required string Times { get; init; }

    /// <summary>The unit after a number.</summary>
    /// <param name="unit">The unit; null = none.</param>
    /// <param name="isOne">Whether the number is 1.</param>
    /// <returns>The words, empty where nothing is said.</returns>
    public string Say(string? unit, bool isOne)
    {
        if (string.IsNullOrEmpty(unit))
            return "";
        if (Whole.TryGet(unit, out var whole))
            return whole.For(isOne);
        int slash = unit.LastIndexOf('/');
        if (slash >= 0 && Per.TryGet(unit[(slash + 1)..], out string? per))
        {
            string counted = slash == 0 ? Times : Single(unit[..slash], isOne);
            return counted.Length == 0 ? per : $"{counted} {per}";
        }

        return Single(unit, isOne);
    }

    private string Single(string unit, bool isOne)
    {
        int open = unit.IndexOf('{', StringComparison.Ordinal), close = unit.IndexOf('}', StringComparison.Ordinal);
        if (open >= 0 && close > open)
        {
            string name = unit[(open + 1)..close];
            string counted = Counted.TryGet(name, out var words) ? words.For(isOne) : name;
            string rest = Single(unit[(close + 1)..], isOne);
            string before = Single(unit[..open], isOne);
            return $"{before}{(before.Length > 0 ? " " : "")}{counted}{rest}";
        }

        return unit
            .Replace("ug", "µg", StringComparison.Ordinal)
            .Replace("umol", "µmol", StringComparison.Ordinal)
            .Replace("m2", "m²", StringComparison.Ordinal);
    }
}

/// <summary>A word for one and for more.</summary>
internal sealed record UnitForms(string One, string More)
{
    public string For(bool isOne) => isOne ? One : More;
}
