using System.Text;

namespace GutSkin.Cohorts.Reading;

/// <summary>Units as people write them: <c>µg/l</c>, <c>mcg/L</c> and <c>ug/L</c> are one.</summary>
internal static class UnitNames
{
    /// <summary>Finds how a unit becomes the factor's own.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="unit">The unit, as it is written.</param>
    /// <param name="conversion">The conversion; null where none is needed.</param>
    /// <returns>Whether the factor takes the unit.</returns>
    public static bool TryFind(Factor factor, string unit, out UnitConversion? conversion)
    {
        conversion = null;
        if (!factor.IsNumeric)
            return false;
        if (unit == factor.Unit)
            return true;
        conversion = factor.Conversions.FirstOrDefault(c => c.From == unit);
        if (conversion is not null)
            return true;
        string plain = Plain(unit);
        if (factor.Unit is { } own && Plain(own) == plain)
            return true;
        conversion = factor.Conversions.FirstOrDefault(c => Plain(c.From) == plain);
        return conversion is not null;
    }

    /// <summary>The units a factor takes, in words.</summary>
    public static string Hint(Factor factor)
    {
        var known = (factor.IsNumeric ? factor.Conversions.Select(c => c.From).Prepend(factor.Unit ?? "") : []).Where(u => u.Length > 0).Distinct().ToList();
        return known.Count == 0 ? "It takes no unit." : $"Units: {string.Join(", ", known)}.";
    }

    /// <summary>One spelling: the micro sign and mcg are u, the liter is L wherever it follows a prefix or a slash, spaces are gone.</summary>
    private static string Plain(string unit)
    {
        var text = new StringBuilder(unit.Length);
        foreach (char c in unit)
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c switch { 'µ' or 'μ' => 'u', '·' or '*' => '.', _ => c });
        }

        text.Replace("mcg", "ug");
        for (int i = 0; i < text.Length; i++)
        {
            bool starts = i == 0 || text[i - 1] is '/' or '.';
            bool prefixed = i > 0 && text[i - 1] is 'm' or 'd' or 'u' or 'c' && (i == 1 || text[i - 2] is '/' or '.');
            if (text[i] == 'l' && (starts || prefixed) && (i + 1 == text.Length || text[i + 1] is '/' or '.'))
                text[i] = 'L';
        }

        return text.ToString();
    }
}
