using System.Numerics;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>Sets of small numbers as bits; a set is a span of words.</summary>
internal static class SlotSet
{
    public static int Words(int count) => (count + 63) >> 6;

    public static void Add(Span<ulong> set, int number) => set[number >> 6] |= 1UL << (number & 63);

    public static void Remove(Span<ulong> set, int number) => set[number >> 6] &= ~(1UL << (number & 63));

    public static bool Contains(ReadOnlySpan<ulong> set, int number) => (set[number >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>Whether two sets have a number in common.</summary>
    public static bool Meet(ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < set.Length; i++)
        {
            if ((set[i] & other[i]) != 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether two sets of as many words are the same.</summary>
    public static bool Same(ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < set.Length; i++)
        {
            if (set[i] != other[i])
                return false;
        }

        return true;
    }

    public static int HashOf(ReadOnlySpan<ulong> set)
    {
        ulong hash = 0;
        foreach (ulong word in set)
            hash = (hash ^ word) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 32);
    }

    public static void UnionWith(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < other.Length; i++)
            set[i] |= other[i];
    }

    public static int Count(ReadOnlySpan<ulong> set)
    {
        int count = 0;
        foreach (ulong word in set)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The least number of the set from a number on; −1 where there is none.</summary>
    public static int Next(ReadOnlySpan<ulong> set, int from)
    {
        for (int word = from >> 6; word < set.Length; word++)
        {
            ulong rest = set[word];
            if (word == from >> 6)
                rest &= ulong.MaxValue << (from & 63);
            if (rest != 0)
                return (word << 6) + BitOperations.TrailingZeroCount(rest);
        }

        return -1;
    }
}
