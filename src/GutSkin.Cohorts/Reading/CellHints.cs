using System.Text.RegularExpressions;

namespace GutSkin.Cohorts.Reading;

/// <summary>What is wrong with a cell.</summary>
internal enum CellFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The factor takes another kind of answer.</summary>
    WrongKind,

    /// <summary>A whole number is needed.</summary>
    NotWhole,

    /// <summary>The number is infinite.</summary>
    NotFinite,

    /// <summary>The factor does not allow the number.</summary>
    OutOfBounds,

    /// <summary>The factor has no such choice.</summary>
    UnknownChoice,

    /// <summary>The word is a choice in other letters, and also what programs write for no answer.</summary>
    NoneOrNothing,

    /// <summary>The result lies beyond the limit of the method.</summary>
    Censored,

    /// <summary>The number has its unit beside it.</summary>
    UnitInCell,

    /// <summary>The number has a thousands mark.</summary>
    Thousands,

    /// <summary>The number has a comma before its decimals, in a table with points.</summary>
    DecimalComma,

    /// <summary>The number has a point before its decimals, in a table with commas.</summary>
    DecimalPoint,

    /// <summary>Two numbers stand in the cell.</summary>
    Range,

    /// <summary>A day, which may be what a spreadsheet made of a number.</summary>
    Date,

    /// <summary>An error of a spreadsheet's formula.</summary>
    SpreadsheetError,

    /// <summary>A quote stands where none belongs.</summary>
    QuoteOutOfPlace,

    /// <summary>The unit beside the number is none that the factor takes.</summary>
    UnitNotTaken,

    /// <summary>Two columns of the factor hold two different answers.</summary>
    AnswersDiffer,
}

/// <summary>Says what is wrong with a cell, and what to write instead, without the answer.</summary>
internal static partial class CellHints
{
    private const string WrongKindCode = "GS0503";

    /// <summary>Which way of writing a number it is that is not read.</summary>
    public static CellFault WhyNoNumber(ReadOnlySpan<char> cell, char mark) =>
        cell[0] is '<' or '>' or '≤' or '≥' or '~' || LessThan().IsMatch(cell) ? CellFault.Censored
        : cell[0] == '#' ? CellFault.SpreadsheetError
        : Dates().IsMatch(cell) ? CellFault.Date
        : Thousand().IsMatch(cell) && !(mark == ',' && PointOnly().IsMatch(cell) && !cell.EndsWith("000")) ? CellFault.Thousands
        : mark == '.' && Comma().IsMatch(cell) ? CellFault.DecimalComma
        : mark == ',' && PointOnly().IsMatch(cell) ? CellFault.DecimalPoint
        : Ranges().IsMatch(cell) ? CellFault.Range
        : NumberWithUnit().IsMatch(cell) ? CellFault.UnitInCell
        : CellFault.WrongKind;

    /// <summary>The fault in words.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="factor">The factor; null where the column is only computed with.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The number out of bounds, to ask the library what its bounds are; it is not repeated.</param>
    /// <param name="service">Whose factors they are.</param>
    public static CohortFault Describe(CellFault fault, Factor? factor, string column, double value, IScoringService service)
    {
        string name = factor is null ? $"The column {CohortDiagnostics.Quote(column)}" : $"The factor '{factor.Id}'";
        string example = factor is null ? column : factor.Id;
        string unit = factor?.Conversions.FirstOrDefault()?.From ?? factor?.Unit ?? "unit";
        var (code, message, hint) = fault switch
        {
            CellFault.QuoteOutOfPlace => (CohortDiagnostics.QuoteOutOfPlace, "The row has a quote out of place.", (string?)"Put quotes around the whole cell, and write a quote inside twice."),
            CellFault.Censored => (WrongKindCode, $"{name} takes a number, and the cell holds a limit (less than, or greater than).", "The result lies beyond the limit of the method: write the limit itself, or leave the cell empty."),
            CellFault.UnitInCell => (WrongKindCode, $"{name} takes a number, and the cell holds its unit too.", $"Put the unit into the header, as {example}[{unit}], or into a column {example}.unit, and the number alone into the cell."),
            CellFault.Thousands => (WrongKindCode, $"{name} takes a number, and the cell seems to have a thousands mark.", "Write the number without a thousands mark; decimals follow a point."),
            CellFault.DecimalComma => (WrongKindCode, $"{name} takes a number, and the cell has a decimal comma.", "Write decimals after a point, or save the table with semicolons: then decimal commas are read."),
            CellFault.DecimalPoint => (WrongKindCode, $"{name} takes a number, and the cell has a point where the table has decimal commas.", "Write decimals one way in the whole table; no thousands marks."),
            CellFault.Range => (WrongKindCode, $"{name} takes a number, and the cell holds two.", "Write one number: the middle of a range, or recode the ranges in a map file."),
            CellFault.Date => (WrongKindCode, $"{name} takes a number, and the cell holds a day.", "A spreadsheet may have made a day of a number: format the column as text or number and export it again."),
            CellFault.SpreadsheetError => (WrongKindCode, $"{name} takes an answer, and the cell holds the error of a formula.", "Mend the formula in the spreadsheet, or leave the cell empty."),
            CellFault.UnitNotTaken => (CohortDiagnostics.UnitNotTaken, $"{name} has no conversion from the unit in the row.", factor is null ? null : UnitNames.Hint(factor)),
            CellFault.AnswersDiffer => (CohortDiagnostics.AnswersDiffer, $"{name} has two columns, and they differ by more than rounding.", "Leave one of the two cells empty."),
            CellFault.NoneOrNothing => ("GS0316", $"{name} has no such choice; the word may mean a choice in other letters, or no answer.", $"Write the choice as it is, or nothing. Choices: {Choices(factor!)}."),
            CellFault.NotFinite => ("GS0106", $"The answer to '{example}' must be a finite number.", null),
            _ => Ask(fault, factor, column, value, service),
        };
        return new CohortFault(message) { Code = code, Factor = factor?.Id, Hint = hint };
    }

    /// <summary>The library says what is wrong with an answer; it says so without the answer.</summary>
    private static (string Code, string Message, string? Hint) Ask(CellFault fault, Factor? factor, string column, double value, IScoringService service)
    {
        if (factor is null)
            return (WrongKindCode, $"The column {CohortDiagnostics.Quote(column)} is computed with and takes numbers.", "Leave the cell empty where there is none, or recode its words in the map.");
        var answer = fault is CellFault.WrongKind or CellFault.UnknownChoice ? FactorValue.Choice("?") : FactorValue.Number(value);
        var found = service.Check(PersonProfile.Create().With(factor.Id, answer).Build())[0];
        string? hint = fault switch
        {
            CellFault.WrongKind when factor.Kind == FactorKind.Boolean => "Write yes or no, true or false, y or n, t or f, 1 or 0, or nothing; other codes are recoded in a map file.",
            CellFault.WrongKind => "Write digits, or leave the cell empty; words for a missing answer are declared with --missing.",
            CellFault.UnknownChoice => $"Choices: {Choices(factor)}. Other words and codes are recoded in a map file.",
            _ => found.Hint,
        };
        return (found.Code, found.Message, hint);
    }

    private static string Choices(Factor factor) => string.Join(", ", factor.Choices);

    [GeneratedRegex("""^(less|greater|more|under|over|below|above|lt|gt)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LessThan();

    [GeneratedRegex("""^[+-]?[0-9]{1,3}(?:[,.' ’\u00A0\u202F][0-9]{3})+(?:[.,][0-9]+)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Thousand();

    [GeneratedRegex("""^[+-]?[0-9]*,[0-9]+$""", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex("""^[+-]?[0-9]*\.[0-9]+$""", RegexOptions.CultureInvariant)]
    private static partial Regex PointOnly();

    [GeneratedRegex("""^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}$|^[0-9]{1,2}[. -]+(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)|^(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*[. -]+[0-9]{1,4}$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex("""^[0-9]+(?:[.,][0-9]+)?\s*(?:-|–|\.\.|to|bis)\s*[0-9]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();

    [GeneratedRegex("""^[+-]?[0-9]+(?:[.,][0-9]+)?\s*(?:[%‰°µμ]|[A-Za-z])""", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithUnit();
}
