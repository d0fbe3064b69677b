using GutSkin.Core.Engine.Person;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 4 of the scoring model: values within 1e-12 of each other are a tie.</summary>
internal static class Ties
{
    /// <summary>Sorts positions by their values, the greatest first; what ties stands by position.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="values">A value for each position.</param>
    public static void SortDescending(Span<int> positions, double[] values)
    {
        positions.Sort((a, b) => values[a] != values[b] ? values[b].CompareTo(values[a]) : a.CompareTo(b));
        for (int first = 0, next = 1; next <= positions.Length; next++)
        {
            if (next < positions.Length && values[positions[next - 1]] - values[positions[next]] <= ItemSums.Tie)
                continue;
            positions[first..next].Sort();
            first = next;
        }
    }

    /// <summary>a − b; 0 where that is nothing but rounding.</summary>
    public static double Difference(double a, double b) => Math.Abs(a - b) <= ItemSums.Tie ? 0 : a - b;
}
