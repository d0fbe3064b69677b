using System.Collections.Immutable;

namespace GutSkin.Core.Values;

/// <summary>What an id looks like, and which known id a mistyped one is nearest to.</summary>
internal static class Ids
{
    /// <summary>Lower-case words of letters and digits joined by hyphens, in groups joined by dots.</summary>
    public static bool IsKebab(string id)
    {
        bool atStart = true;
        foreach (char c in id)
        {
            if (c is '.' or '-')
            {
                if (atStart)
                    return false;
                atStart = true;
            }
            else if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                atStart = false;
            }
            else
            {
                return false;
            }
        }

        return !atStart;
    }

    /// <summary>The known id with the least edit distance, where it is near enough to be meant; ties go to the ordinally smallest.</summary>
    /// <param name="id">The id.</param>
    /// <param name="known">The known ids.</param>
    /// <param name="budget">What all searches of a run may cost together; null = this one alone.</param>
    public static string? Nearest(string id, IEnumerable<string> known, HintBudget? budget = null)
    {
        // A long text is no mistyped id; the distance would cost its square.
        if (id.Length > 200)
            return null;
        budget ??= new HintBudget();
        string? best = null;
        int bestDistance = Math.Max(2, id.Length / 3) + 1;
        foreach (string candidate in known)
        {
            // Half a search could name the wrong one.
            if (!budget.Spend(id, candidate))
                return null;
            int distance = Distance(id, candidate, bestDistance);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The hint that names the nearest id, where there is one.</summary>
    public static string? HintFor(string id, IEnumerable<string> known, HintBudget? budget = null) =>
        Nearest(id, known, budget) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return int.MaxValue;
        Span<int> previous = b.Length < 256 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        Span<int> current = b.Length < 256 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            // The distance never falls from one row to the next.
            if (least > limit)
                return int.MaxValue;
            var filled = current;
            current = previous;
            previous = filled;
        }

        return previous[b.Length];
    }
}

/// <summary>
/// What the searches for near ids may cost together, in compared letters: whoever makes more mistakes than this has read the first hints,
/// and a long list of unknown ids beside a long list of known ones costs their product. Counted, so that the same input gives the same hints.
/// </summary>
internal sealed class HintBudget
{
    private long left = 40_000_000;

    /// <summary>Takes the cost of one comparison.</summary>
    /// <returns>Whether there was enough left.</returns>
    public bool Spend(string id, string candidate) => (left -= 16 + ((long)id.Length * Math.Min(candidate.Length, 2 * id.Length))) >= 0;
}
