using System.Text.Json;

namespace GutSkin.Core.Assessments.Format;

/// <summary>The names of the compact form.</summary>
internal static class CompactNames
{
    public static readonly JsonEncodedText
        Ask = Of("ask"), AsOf = Of("asOf"), Asks = Of("asks"), Band = Of("band"), Benefit = Of("benefit"), Burden = Of("burden"), Ceiling = Of("ceiling"),
        Certainty = Of("certainty"), Changes = Of("changes"), Chosen = Of("chosen"), Complete = Of("complete"), Completeness = Of("completeness"),
        Concern = Of("concern"), Condition = Of("condition"), Conditions = Of("conditions"), Contributions = Of("contributions"), Counted = Of("counted"),
        Culture = Of("culture"), Decides = Of("decides"), Declined = Of("declined"), Derived = Of("derived"), Determined = Of("determined"),
        Disclaimer = Of("disclaimer"), Effects = Of("effects"), Eligible = Of("eligible"), Engine = Of("engine"), Enough = Of("enough"),
        Factor = Of("factor"), Fills = Of("fills"), Flags = Of("flags"), From = Of("from"), Full = Of("full"), Gain = Of("gain"), Id = Of("id"),
        Inapplicable = Of("inapplicable"), Indications = Of("indications"), Inputs = Of("inputs"), IntendedUse = Of("intendedUse"), Interval = Of("interval"),
        Items = Of("items"), Level = Of("level"), Lever = Of("lever"), Levers = Of("levers"), LogOdds = Of("logOdds"), Mechanisms = Of("mechanisms"),
        Notices = Of("notices"), Products = Of("products"), ProfileId = Of("profileId"), Questions = Of("questions"), Range = Of("range"),
        Reason = Of("reason"), Recommendations = Of("recommendations"), Room = Of("room"), Rule = Of("rule"), RuleSet = Of("ruleSet"), Safety = Of("safety"),
        Schema = Of("schema"), Score = Of("score"), ScoreAfter = Of("scoreAfter"), Settled = Of("settled"), Share = Of("share"), Status = Of("status"),
        Tests = Of("tests"), Tier = Of("tier"), To = Of("to"), Uncertainty = Of("uncertainty"), UnknownSafety = Of("unknownSafety"),
        Unresolved = Of("unresolved"), Value = Of("value");

    private static JsonEncodedText Of(string name) => JsonEncodedText.Encode(name);
}

/// <summary>The words of an enumeration, ready to be written.</summary>
internal static class CompactWords<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly JsonEncodedText[] Words = Array.ConvertAll(Values, static v => JsonEncodedText.Encode(KebabWords.WordOf(v)));

    public static JsonEncodedText Of(T value)
    {
        int place = Array.IndexOf(Values, value);
        return place < 0 ? throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of the enumeration.") : Words[place];
    }
}
