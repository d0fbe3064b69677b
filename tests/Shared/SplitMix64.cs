namespace GutSkin.Tests;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed everywhere and for ever.</summary>
public class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public virtual ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>A whole number, both ends included.</summary>
    public int From(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>A number with a few decimals, both ends included.</summary>
    public double Decimal(double low, double high, int digits)
    {
        var steps = (int)Math.Round((high - low) * Math.Pow(10, digits));
        return Math.Clamp(Math.Round(low + (Below(steps + 1) / Math.Pow(10, digits)), digits), low, high);
    }

    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Below(items.Count)];
    }

    /// <summary>Some of the items, each with the same chance, in a random order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        ArgumentNullException.ThrowIfNull(items);
        var rest = items.ToList();
        var chosen = new List<T>();
        while (chosen.Count < count && rest.Count > 0)
        {
            var i = Below(rest.Count);
            chosen.Add(rest[i]);
            rest.RemoveAt(i);
        }

        return chosen;
    }
}

/// <summary>Draws from bytes, two a draw, and from a sequence after their end: a fuzzer that changes the bytes changes the decisions one by one.</summary>
public sealed class DecidedBy(byte[] bytes) : SplitMix64(0)
{
    private int at;

    public override ulong Next()
    {
        if (at + 2 > bytes.Length)
            return base.Next();
        at += 2;
        return (ulong)(bytes[at - 2] | (bytes[at - 1] << 8));
    }
}
