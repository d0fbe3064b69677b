using System.Globalization;

namespace GutSkin.Core;

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
