namespace GutSkin.Core.Tests.Naive;

/// <summary>Values within 1e-12 of each other are a tie, and a difference of sums of that size is 0.</summary>
internal static class NaiveTies
{
    private const double Width = 1e-12;

    /// <summary>a − b, and 0 where that is nothing but rounding.</summary>
    public static double Difference(double a, double b) => Math.Abs(a - b) <= Width ? 0 : a - b;

    /// <summary>All that tie for the greatest value, in the order given.</summary>
    public static IReadOnlyList<T> Greatest<T>(IReadOnlyList<T> items, Func<T, double> value) =>
        items.Count == 0 ? [] : [.. items.Where(i => value(i) >= items.Max(value) - Width)];

    /// <summary>The place of each value, the greatest first; what ties shares a place.</summary>
    public static Func<double, int> Places(IEnumerable<double> values)
    {
        var places = new Dictionary<double, int>();
        double? before = null;
        var place = 0;
        foreach (var value in values.Distinct().OrderDescending())
        {
            if (before - value > Width)
                place++;
            places[value] = place;
            before = value;
        }

        return value => places[value];
    }
}
