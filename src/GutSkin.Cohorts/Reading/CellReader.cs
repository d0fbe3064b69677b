using System.Globalization;

namespace GutSkin.Cohorts.Reading;

/// <summary>How the cells of a column become answers to a factor, or plain numbers that something is computed from.</summary>
internal sealed class CellReader
{
    private readonly double min, max;
    private readonly bool isNumeric, isWhole;
    private readonly char mark;
    private readonly UnitConversion? conversion;
    private readonly Recoding? recoding;
    private readonly double[] missingNumbers;
    private readonly string[] missingWords;
    private readonly Dictionary<string, UnitConversion?> units = [];

    /// <summary>Binds a column.</summary>
    /// <param name="factor">The factor it answers; null where its numbers only enter a computation.</param>
    /// <param name="conversion">From the column's unit to the factor's own; null where it is that.</param>
    /// <param name="mark">What stands before decimals: a point or a comma.</param>
    /// <param name="recoding">What codes mean; null where answers stand as they are.</param>
    /// <param name="missing">Codes that mean no answer.</param>
    public CellReader(Factor? factor, UnitConversion? conversion, char mark, Recoding? recoding, IReadOnlyCollection<string> missing)
    {
        Factor = factor;
        this.conversion = conversion;
        this.mark = mark;
        this.recoding = recoding;
        min = factor?.Min ?? double.NegativeInfinity;
        max = factor?.Max ?? double.PositiveInfinity;
        isNumeric = factor is null || factor.IsNumeric;
        isWhole = factor?.Kind == FactorKind.Integer;
        missingWords = [.. missing];
        missingNumbers = [.. missing.Select(m => double.TryParse(m, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : double.NaN).Where(double.IsFinite)];
    }

    /// <summary>The factor; null where there is none.</summary>
    public Factor? Factor { get; }

    /// <summary>Reads a cell: a number in the factor's own unit, 1 or 0 for yes or no, the position of a choice; NaN where it is missing.</summary>
    /// <param name="cell">The text.</param>
    /// <param name="value">The answer; of a faulty one the number, where it is one.</param>
    /// <returns>What is wrong with it.</returns>
    public CellFault Read(ReadOnlySpan<char> cell, out double value)
    {
        value = double.NaN;
        if (cell.IsEmpty)
            return CellFault.None;
        return isNumeric && recoding is null && ShortDecimal.TryParse(cell, mark, out value)
            ? Accept(conversion, ref value)
            : ReadSlowly(cell, conversion, out value);
    }

    /// <summary>Reads a cell whose unit stands in a column of its own.</summary>
    public CellFault Read(ReadOnlySpan<char> cell, ReadOnlySpan<char> unit, out double value)
    {
        unit = unit.Trim();
        if (CellWords.IsMissing(unit))
            return Read(cell, out value);
        var known = units.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(unit, out var from))
        {
            if (!UnitNames.TryFind(Factor!, unit.ToString(), out from))
            {
                // Without a number there is nothing that a unit could spoil.
                var fault = Read(cell, out value);
                return fault == CellFault.None && double.IsNaN(value) ? CellFault.None : CellFault.UnitNotTaken;
            }

            known[unit] = from;
        }

        return ReadSlowly(cell, from, out value);
    }

    /// <summary>Takes a number of a column that holds numbers.</summary>
    public CellFault Read(double number, out double value)
    {
        value = number;
        if (double.IsNaN(number))
            return CellFault.None;
        if (recoding is not null && recoding.TryFind(number, out value))
            return double.IsNaN(value) || !isNumeric ? CellFault.None : Accept(conversion, ref value);
        value = number;
        if (isNumeric)
            return Accept(conversion, ref value);
        if (IsMissing(number))
        {
            value = double.NaN;
            return CellFault.None;
        }

        if (Factor!.Kind == FactorKind.Boolean && number is 0 or 1)
            return CellFault.None;
        return Factor.Kind == FactorKind.Boolean ? CellFault.WrongKind : CellFault.UnknownChoice;
    }

    private CellFault ReadSlowly(ReadOnlySpan<char> cell, UnitConversion? from, out double value)
    {
        value = double.NaN;
        cell = Unquoted(cell);
        if (cell.IsEmpty)
            return CellFault.None;
        if (cell.Contains(QuoteGuard.Stray))
            return CellFault.QuoteOutOfPlace;
        if (recoding is not null && recoding.TryFind(cell, out value))
            return double.IsNaN(value) || !isNumeric ? CellFault.None : Accept(from, ref value);
        // What is not among the codes left a 0 there, and missing is not 0.
        value = double.NaN;
        foreach (string word in missingWords)
        {
            if (cell.Equals(word, StringComparison.Ordinal))
                return CellFault.None;
        }

        return isNumeric ? ReadNumber(cell, from, out value)
            : Factor!.Kind == FactorKind.Boolean ? ReadBoolean(cell, out value)
            : ReadChoice(cell, out value);
    }

    /// <summary>A cell without space around it; a quoted one after a space keeps its quotes until here.</summary>
    internal static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.Length > 1 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1].Trim() : cell;
    }

    private CellFault ReadNumber(ReadOnlySpan<char> cell, UnitConversion? from, out double value)
    {
        if (!TryParse(cell, out value))
        {
            value = double.NaN;
            return CellWords.IsMissing(cell) ? CellFault.None : CellHints.WhyNoNumber(cell, mark);
        }

        return double.IsNaN(value) ? CellFault.None : Accept(from, ref value);
    }

    private bool TryParse(ReadOnlySpan<char> cell, out double value)
    {
        if (ShortDecimal.TryParse(cell, mark, out value))
            return true;
        if (mark == ',' && cell.Length <= 64)
        {
            // Where commas stand before decimals, a point can only be a slip or a thousands mark: neither is guessed.
            if (cell.Contains('.'))
                return false;
            Span<char> text = stackalloc char[cell.Length];
            cell.Replace(text, ',', '.');
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }

        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private CellFault ReadBoolean(ReadOnlySpan<char> cell, out double value)
    {
        value = double.NaN;
        if (CellWords.TryYesNo(cell, out bool yes))
            value = yes ? 1 : 0;
        else if (TryParse(cell, out double number) && (number is 0 or 1 || IsMissing(number)))
            value = number is 0 or 1 ? number : double.NaN;
        else if (!CellWords.IsMissing(cell))
            return CellFault.WrongKind;
        return CellFault.None;
    }

    private CellFault ReadChoice(ReadOnlySpan<char> cell, out double value)
    {
        value = double.NaN;
        var choices = Factor!.Choices;
        int near = -1;
        for (int i = 0; i < choices.Length; i++)
        {
            if (cell.SequenceEqual(choices[i]))
            {
                value = i;
                return CellFault.None;
            }

            if (cell.Equals(choices[i], StringComparison.OrdinalIgnoreCase))
                near = near < 0 ? i : choices.Length;
        }

        bool isMissing = CellWords.IsMissing(cell) || (TryParse(cell, out double number) && IsMissing(number));
        // 'None' may be the choice 'none', or what Python writes for no answer.
        if (near >= 0 && isMissing)
            return CellFault.NoneOrNothing;
        if (near >= 0 && near < choices.Length)
            value = near;
        return near >= 0 || isMissing ? CellFault.None : CellFault.UnknownChoice;
    }

    private CellFault Accept(UnitConversion? from, ref double value)
    {
        if (missingNumbers.Length > 0 && IsMissing(value))
        {
            value = double.NaN;
            return CellFault.None;
        }

        if (from is not null)
            value = from.Apply(value, Factor!.Kind);
        if (!double.IsFinite(value))
            return CellFault.NotFinite;
        if (!(value >= min && value <= max))
            return CellFault.OutOfBounds;
        return isWhole && value != Math.Floor(value) ? CellFault.NotWhole : CellFault.None;
    }

    private bool IsMissing(double number) => Array.IndexOf(missingNumbers, number) >= 0;
}

/// <summary>What codes of a column mean: numbers, 1 and 0 for yes and no, positions of choices; NaN for no answer.</summary>
internal sealed class Recoding(IReadOnlyDictionary<string, double> meanings)
{
    private readonly Dictionary<string, double> words = new(meanings, StringComparer.Ordinal);
    private readonly Dictionary<double, double> numbers = meanings
        .Select(m => (IsNumber: double.TryParse(m.Key, NumberStyles.Float, CultureInfo.InvariantCulture, out double number), number, m.Value))
        .Where(m => m.IsNumber && double.IsFinite(m.number)).DistinctBy(m => m.number).ToDictionary(m => m.number, m => m.Value);

    public bool TryFind(ReadOnlySpan<char> code, out double meaning) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out meaning)
        || (numbers.Count > 0 && double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && numbers.TryGetValue(number, out meaning));

    public bool TryFind(double code, out double meaning) => numbers.TryGetValue(code, out meaning);
}
