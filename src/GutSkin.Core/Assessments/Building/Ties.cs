using GutSkin.Core.Engine.Person;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 4 of the scoring model: values within 1e-12 of each other are a tie.</summary>
internal static class Ties
{
    private const int Few = 24;

    /// <summary>Sorts positions by their values, the greatest first; what ties stands by position.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="values">A value for each position.</param>
    public static void SortDescending(Span<int> positions, double[] values)
    {
        if (positions.Length <= Few)
            InsertDescending(positions, values);
        else
            positions.Sort((a, b) => values[a] != values[b] ? values[b].CompareTo(values[a]) : a.CompareTo(b));
        for (int first = 0, next = 1; next <= positions.Length; next++)
        {
            if (next < positions.Length && values[positions[next - 1]] - values[positions[next]] <= ItemSums.Tie)
                continue;
            Sort(positions[first..next]);
            first = next;
        }
    }

    // What ties mostly is the same, and stands by position already.
    private static void Sort(Span<int> tied)
    {
        for (int i = 1; i < tied.Length; i++)
        {
            if (tied[i - 1] > tied[i])
            {
                tied.Sort();
                return;
            }
        }
    }

    // Most lists are short: no comparison is made into an object for them.
    private static void InsertDescending(Span<int> positions, double[] values)
    {
        for (int i = 1; i < positions.Length; i++)
        {
            int moved = positions[i], to = i;
            for (; to > 0 && (values[moved] > values[positions[to - 1]] || (values[moved] == values[positions[to - 1]] && moved < positions[to - 1])); to--)
                positions[to] = positions[to - 1];
            positions[to] = moved;
        }
    }

    /// <summary>a − b; 0 where that is nothing but rounding.</summary>
    public static double Difference(double a, double b) => Math.Abs(a - b) <= ItemSums.Tie ? 0 : a - b;
}
