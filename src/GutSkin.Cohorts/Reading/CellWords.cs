using System.Collections.Frozen;

namespace GutSkin.Cohorts.Reading;

/// <summary>What programs write for a missing answer, for yes and for no.</summary>
internal static class CellWords
{
    private static readonly FrozenSet<string> Missing = new[]
    {
        // R, pandas, Python, SQL, Excel (English and German), SAS and Stata, Weka; dashes of laboratories.
        "NA", "N/A", "<NA>", "NaN", "-NaN", "NaT", "None", "null", "(null)", "nil", "\\N", "#N/A", "#NA", "#NV", "#NULL!", "1.#QNAN", "-1.#IND", "1.#IND",
        ".", "?", "-", "--", "---", "–", "—", "undefined", "missing",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, bool> YesNo = new Dictionary<string, bool>
    {
        ["true"] = true, ["false"] = false, ["yes"] = true, ["no"] = false, ["y"] = true, ["n"] = false, ["t"] = true, ["f"] = false,
        ["1"] = true, ["0"] = false, ["1.0"] = true, ["0.0"] = false, ["1,0"] = true, ["0,0"] = false, [".true."] = true, [".false."] = false,
        // Spreadsheets and forms in German, French, Spanish, Italian and Dutch.
        ["wahr"] = true, ["falsch"] = false, ["ja"] = true, ["nein"] = false, ["j"] = true, ["nee"] = false,
        ["vrai"] = true, ["faux"] = false, ["oui"] = true, ["non"] = false,
        ["verdadero"] = true, ["falso"] = false, ["sí"] = true, ["si"] = true, ["vero"] = true, ["sì"] = true, ["waar"] = true, ["onwaar"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MissingWords = Missing.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> YesNoWords = YesNo.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a trimmed cell says that there is no answer.</summary>
    public static bool IsMissing(ReadOnlySpan<char> cell) =>
        cell.IsEmpty || MissingWords.Contains(cell) || (cell.Length == 2 && cell[0] == '.' && char.IsAsciiLetter(cell[1]));

    /// <summary>Reads yes or no.</summary>
    public static bool TryYesNo(ReadOnlySpan<char> cell, out bool yes) => YesNoWords.TryGetValue(cell, out yes);
}
