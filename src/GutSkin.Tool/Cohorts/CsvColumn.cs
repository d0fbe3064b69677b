using System.Globalization;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>A column of a table, and how its cells become the answers to a factor.</summary>
internal sealed class CsvColumn
{
    private readonly double min, max;
    private readonly bool isNumeric, isWhole;
    private readonly UnitConversion? conversion;
    private readonly byte[][] choices;

    /// <summary>Binds a column to a factor.</summary>
    /// <param name="cell">Which cell of a row it is.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="unit">The unit of its numbers; null = the factor's own.</param>
    public CsvColumn(int cell, Factor factor, string? unit)
    {
        Cell = cell;
        Factor = factor;
        Unit = unit;
        min = factor.Min ?? double.NegativeInfinity;
        max = factor.Max ?? double.PositiveInfinity;
        isNumeric = factor.IsNumeric;
        isWhole = factor.Kind == FactorKind.Integer;
        conversion = unit is null || unit == factor.Unit ? null : factor.Conversions.FirstOrDefault(c => c.From == unit);
        choices = [.. factor.Choices.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Which cell of a row it is.</summary>
    public int Cell { get; }

    /// <summary>The factor it answers.</summary>
    public Factor Factor { get; }

    /// <summary>The unit of its numbers; null = the factor's own.</summary>
    public string? Unit { get; }

    /// <summary>Reads a cell: a number in the factor's own unit, 1 or 0 for yes or no, the position of a choice; NaN where it is missing.</summary>
    /// <param name="cell">The text, in UTF-8.</param>
    /// <param name="value">The answer; of a faulty one the number, where it is one.</param>
    /// <returns>What is wrong with it.</returns>
    public CellFault Read(ReadOnlySpan<byte> cell, out double value)
    {
        value = double.NaN;
        if (cell.IsEmpty)
            return CellFault.None;
        if (isNumeric)
            return ReadNumber(cell, ref value);
        if (cell is [(byte)' ' or (byte)'\t', ..] or [.., (byte)' ' or (byte)'\t'])
            return Read(cell.Trim(" \t"u8), out value);
        return IsMissing(cell) ? CellFault.None
            : Factor.Kind == FactorKind.Boolean ? ReadBoolean(cell, ref value)
            : ReadChoice(cell, ref value);
    }

    private static bool IsMissing(ReadOnlySpan<byte> cell) => cell.IsEmpty || cell.SequenceEqual("NA"u8);

    private static CellFault ReadBoolean(ReadOnlySpan<byte> cell, ref double value)
    {
        if (Is(cell, "true"u8) || Is(cell, "yes"u8) || cell.SequenceEqual("1"u8))
            value = 1;
        else if (Is(cell, "false"u8) || Is(cell, "no"u8) || cell.SequenceEqual("0"u8))
            value = 0;
        else
            return CellFault.WrongKind;
        return CellFault.None;
    }

    private static bool Is(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> word) => cell.Length == word.Length && Ascii.EqualsIgnoreCase(cell, word);

    private CellFault ReadChoice(ReadOnlySpan<byte> cell, ref double value)
    {
        for (int i = 0; i < choices.Length; i++)
        {
            if (cell.SequenceEqual(choices[i]))
            {
                value = i;
                return CellFault.None;
            }
        }

        return CellFault.UnknownChoice;
    }

    private CellFault ReadNumber(ReadOnlySpan<byte> cell, ref double value)
    {
        if (!ShortDecimal.TryParse(cell, out double number)
            && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            return IsMissing(cell.Trim(" \t"u8)) ? CellFault.None : CellFault.WrongKind;
        if (conversion is not null)
            number = conversion.Apply(number, Factor.Kind);
        value = number;
        if (!double.IsFinite(number))
            return CellFault.NotFinite;
        if (!(number >= min && number <= max))
            return CellFault.OutOfBounds;
        if (isWhole && number != Math.Floor(number))
            return CellFault.NotWhole;
        return CellFault.None;
    }
}
