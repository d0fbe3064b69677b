using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Profiles.Checking;

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
