namespace GutSkin.Microbiome;

/// <summary>
/// Rarefaction: a random sample of reads without replacement, so that communities of different depth can be compared. The same
/// counts, depth and seed give the same result on every machine (generator: SplitMix64). Sanders 1968, Am Nat 102:243; Hurlbert
/// 1971, Ecology 52:577.
/// </summary>
public static class Rarefaction
{
    /// <summary>Draws reads.</summary>
    /// <param name="counts">The reads of each kind, 0 or more.</param>
    /// <param name="depth">How many reads to draw.</param>
    /// <param name="seed">The seed; publish it with the result.</param>
    /// <returns>The drawn reads of each kind; null where there are fewer reads than that.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or the depth is negative, or the counts sum to more than a long holds.</exception>
    public static long[]? Subsample(ReadOnlySpan<long> counts, long depth, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        long total = 0;
        foreach (long n in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(n, nameof(counts));
            if (n > long.MaxValue - total)
                throw new ArgumentOutOfRangeException(nameof(counts), "The sum of the counts is too large.");
            total += n;
        }

        if (depth > total)
            return null;
        // Drawing what stays out is the same and shorter where most is kept.
        bool leaveOut = depth > total - depth;
        var drawn = Draw(counts, total, leaveOut ? total - depth : depth, seed);
        for (int i = 0; leaveOut && i < drawn.Length; i++)
            drawn[i] = counts[i] - drawn[i];
        return drawn;
    }

    // A binary indexed tree of what is left: each draw finds and takes one read in O(log S).
    private static long[] Draw(ReadOnlySpan<long> counts, long total, long depth, ulong seed)
    {
        var drawn = new long[counts.Length];
        var tree = new long[counts.Length + 1];
        for (int i = 1; i <= counts.Length; i++)
        {
            tree[i] += counts[i - 1];
            int next = i + (i & -i);
            if (next <= counts.Length)
                tree[next] += tree[i];
        }

        int top = 1;
        while (top * 2 <= counts.Length)
            top *= 2;
        var random = new SplitMix64(seed);
        for (; depth > 0; depth--, total--)
        {
            long target = (long)random.Below((ulong)total);
            int at = 0;
            for (int step = top; step > 0; step /= 2)
            {
                if (at + step <= counts.Length && tree[at + step] <= target)
                {
                    at += step;
                    target -= tree[at];
                }
            }

            drawn[at]++;
            for (int i = at + 1; i <= counts.Length; i += i & -i)
                tree[i]--;
        }

        return drawn;
    }
}

/// <summary>
/// The generator behind rarefaction: SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). State + a constant, then
/// mixed; every seed gives its own sequence, the same on every machine.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to below a bound, all equally likely: draws at the ragged end are thrown away.</summary>
    public ulong Below(ulong bound)
    {
        ulong ragged = (0 - bound) % bound;
        ulong draw;
        do
            draw = Next();
        while (draw < ragged);
        return draw % bound;
    }
}
