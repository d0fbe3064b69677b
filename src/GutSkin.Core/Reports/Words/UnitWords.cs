namespace GutSkin.Core;

/// <summary>How units in UCUM spelling are said to a reader.</summary>
internal sealed record UnitWords
{
    /// <summary>Units said as a whole, for one and for more; empty = not said.</summary>
    public required IReadOnlyDictionary<string, (string One, string More)> Whole { get; init; }

    /// <summary>What is counted, <c>{servings}</c>: for one, and for more.</summary>
    public required IReadOnlyDictionary<string, (string One, string More)> Counted { get; init; }

    /// <summary>What stands behind the stroke when it is a time: a day, a week …</summary>
    public required IReadOnlyDictionary<string, string> Per { get; init; }

    /// <summary>What stands for a unit that only has a time: times.</summary>
    public required string Times { get; init; }

    public static UnitWords English { get; } = new()
    {
        Whole = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["%{energy}"] = ("% of energy", "% of energy"),
            ["{GL}/d"] = ("a day", "a day"),
            ["[MET].min/wk"] = ("MET minutes a week", "MET minutes a week"),
            ["h"] = ("hour", "hours"),
            ["d"] = ("day", "days"),
            ["wk"] = ("week", "weeks"),
            ["mo"] = ("month", "months"),
            ["a"] = ("year", "years"),
            ["[pH]"] = ("", ""),
        },
        Counted = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["servings"] = ("serving", "servings"),
            ["plants"] = ("plant", "plants"),
            ["cups"] = ("cup", "cups"),
            ["cigarettes"] = ("cigarette", "cigarettes"),
            ["courses"] = ("course", "courses"),
            ["bouts"] = ("bout", "bouts"),
            ["products"] = ("product", "products"),
            ["score"] = ("point", "points"),
            ["taxa"] = ("species", "species"),
            ["mites"] = ("mite", "mites"),
            ["index"] = ("", ""),
            ["type"] = ("", ""),
            ["ratio"] = ("", ""),
        },
        Per = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["d"] = "a day",
            ["wk"] = "a week",
            ["mo"] = "a month",
            ["a"] = "a year",
        },
        Times = "times",
    };

    public static UnitWords German { get; } = new()
    {
        Whole = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["%{energy}"] = ("% der Energie", "% der Energie"),
            ["{GL}/d"] = ("am Tag", "am Tag"),
            ["[MET].min/wk"] = ("MET-Minuten in der Woche", "MET-Minuten in der Woche"),
            ["h"] = ("Stunde", "Stunden"),
            ["d"] = ("Tag", "Tage"),
            ["wk"] = ("Woche", "Wochen"),
            ["mo"] = ("Monat", "Monate"),
            ["a"] = ("Jahr", "Jahre"),
            ["[pH]"] = ("", ""),
        },
        Counted = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["servings"] = ("Portion", "Portionen"),
            ["plants"] = ("Pflanze", "Pflanzen"),
            ["cups"] = ("Tasse", "Tassen"),
            ["cigarettes"] = ("Zigarette", "Zigaretten"),
            ["courses"] = ("Einnahme", "Einnahmen"),
            ["bouts"] = ("Mal", "Mal"),
            ["products"] = ("Produkt", "Produkte"),
            ["score"] = ("Punkt", "Punkte"),
            ["taxa"] = ("Art", "Arten"),
            ["mites"] = ("Milbe", "Milben"),
            ["index"] = ("", ""),
            ["type"] = ("", ""),
            ["ratio"] = ("", ""),
        },
        Per = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["d"] = "am Tag",
            ["wk"] = "in der Woche",
            ["mo"] = "im Monat",
            ["a"] = "im Jahr",
        },
        Times = "Mal",
    };

    /// <summary>The unit after a number.</summary>
    /// <param name="unit">The unit; null = none.</param>
    /// <param name="isOne">Whether the number is 1.</param>
    /// <returns>The words, empty where nothing is said.</returns>
    public string Say(string? unit, bool isOne)
    {
        if (string.IsNullOrEmpty(unit))
            return "";
        if (Whole.TryGetValue(unit, out var whole))
            return isOne ? whole.One : whole.More;
        int stroke = unit.LastIndexOf('/');
        if (stroke >= 0 && Per.TryGetValue(unit[(stroke + 1)..], out string? per))
        {
            string counted = stroke == 0 ? Times : Single(unit[..stroke], isOne);
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
            var (one, more) = Counted.TryGetValue(name, out var words) ? words : (name, name);
            string rest = Single(unit[(close + 1)..], isOne);
            string before = Single(unit[..open], isOne);
            return $"{before}{(before.Length > 0 ? " " : "")}{(isOne ? one : more)}{rest}";
        }

        return unit
            .Replace("ug", "µg", StringComparison.Ordinal)
            .Replace("umol", "µmol", StringComparison.Ordinal)
            .Replace("m2", "m²", StringComparison.Ordinal);
    }
}
