using System.Globalization;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Profiles.Checking;

/// <summary>What kinds of factors take.</summary>
internal static class FactorKinds
{
    private const int MostListed = 40;

    public static FactorValueKind ValueKind(FactorKind kind) => kind switch
    {
        FactorKind.Boolean => FactorValueKind.Boolean,
        FactorKind.Choice => FactorValueKind.Choice,
        _ => FactorValueKind.Number,
    };

    /// <summary>In words: <c>takes a number</c>.</summary>
    public static string Takes(Factor factor) => factor.Kind switch
    {
        FactorKind.Number => "takes a number",
        FactorKind.Integer => "takes a whole number",
        FactorKind.Boolean => "takes yes or no",
        _ => "takes a choice",
    };

    /// <summary>What to write instead of a text where a number is expected: laboratories print limits, units and thousands marks; null where nothing is known.</summary>
    public static string? NumberHint(Factor factor, FactorValue value)
    {
        if (!factor.IsNumeric || value.Kind != FactorValueKind.Choice || value.AsChoice.Trim() is not [var first, ..] text)
            return null;
        if (first is '<' or '>' or '≤' or '≥')
            return "The result lies beyond the limit of the method: write the limit itself as the value, or leave the entry out.";
        if (!char.IsAsciiDigit(first) && first is not ('-' or '+' or '.'))
            return null;
        if (text.Any(char.IsLetter) || text.EndsWith('%'))
            return "Write the number alone as \"value\", without quotes, and its unit as \"unit\".";
        return text.Contains(',', StringComparison.Ordinal)
            ? "Write the number without quotes, decimals after a point, and no thousands mark."
            : "Write the number without quotes.";
    }

    /// <summary>The hint that names the nearest choice, or all of them; of many the first.</summary>
    public static string ChoiceHint(Factor factor, string choice, HintBudget? budget = null) =>
        Ids.HintFor(choice, factor.Choices, budget) ?? Choices(factor);

    /// <summary>The choices of a factor, or the first of very many.</summary>
    public static string Choices(Factor factor) => factor.Choices.Length <= MostListed
        ? $"Choices: {string.Join(", ", factor.Choices)}."
        : $"Choices: {string.Join(", ", factor.Choices.Take(MostListed))} …";
}

/// <summary>Numbers and ranges in messages, without culture.</summary>
internal static class Numbers
{
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The allowed range of a factor in words: <c>from 0 to 500 nmol/L</c>; null where it is unbounded.</summary>
    public static string? Allowed(Factor factor)
    {
        string unit = factor.Unit is { } u ? " " + u : "";
        return (factor.Min, factor.Max) switch
        {
            ({ } min, { } max) => $"from {Text(min)} to {Text(max)}{unit}",
            ({ } min, null) => $"{Text(min)}{unit} or more",
            (null, { } max) => $"{Text(max)}{unit} or less",
            _ => null,
        };
    }

    /// <summary>Whether a factor can have a value, by its bounds.</summary>
    public static bool IsAllowed(Factor factor, double value) =>
        !(value < factor.Min) && !(value > factor.Max);
}

/// <summary>Which units a factor takes.</summary>
internal static class UnitConverter
{
    /// <summary>Finds how a unit becomes the factor's own.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="unit">The unit of an answer; null = the factor's own.</param>
    /// <param name="conversion">The conversion; null where none is needed.</param>
    /// <returns>Whether the factor takes the unit.</returns>
    public static bool TryFind(Factor factor, string? unit, out UnitConversion? conversion)
    {
        conversion = null;
        if (unit is null || (factor.IsNumeric && unit == factor.Unit))
            return true;
        if (!factor.IsNumeric)
            return false;
        foreach (var candidate in factor.Conversions)
        {
            if (candidate.From == unit)
            {
                conversion = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>The units a factor takes, in words.</summary>
    public static string Hint(Factor factor)
    {
        var units = factor.IsNumeric ? factor.Conversions.Select(c => c.From).Prepend(factor.Unit ?? "") : [];
        var known = units.Where(u => u.Length > 0).Distinct().ToList();
        return known.Count == 0 ? "It takes no unit." : $"Units: {string.Join(", ", known)}.";
    }
}
