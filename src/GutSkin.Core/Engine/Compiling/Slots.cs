using System.Collections.Immutable;
using System.Numerics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>Which slot each factor has, and how answers are written into one.</summary>
internal sealed class Slots
{
    private readonly Dictionary<string, int> byFactor;

    public Slots(ReadOnlySpan<Factor> factors)
    {
        Factors = Sorting.ById(factors, static f => f.Id);
        byFactor = new Dictionary<string, int>(Factors.Length, StringComparer.Ordinal);
        for (int i = 0; i < Factors.Length; i++)
            byFactor.Add(Factors[i].Id, i);
        var modifiable = new List<int>();
        for (int i = 0; i < Factors.Length; i++)
        {
            if (Factors[i].Modifiable)
                modifiable.Add(i);
        }

        Modifiable = modifiable.ToArray();
    }

    /// <summary>
    /// Missing because what was answered is too old: a NaN that can be told from others by its bits alone, of which <c>known</c> is
    /// unknown. Numbers of cohorts have none.
    /// </summary>
    public static readonly double TooOld = BitConverter.Int64BitsToDouble(TooOldBits);

    private const long TooOldBits = 0x7FF8_0000_0000_0001;

    /// <summary>Whether a slot's number is missing because what was answered is too old.</summary>
    public static bool IsTooOld(double slotValue) => BitConverter.DoubleToInt64Bits(slotValue) == TooOldBits;

    /// <summary>The factors in slot order, which is the ordinal order of their ids.</summary>
    public Factor[] Factors { get; }

    /// <summary>The slots of what a person can change.</summary>
    public int[] Modifiable { get; }

    public int Count => Factors.Length;

    public int IndexOf(string factor) => byFactor[factor];

    /// <summary>The slots of factors, in their order.</summary>
    public int[] IndexesOf(ImmutableArray<string> factors)
    {
        int[] slots = new int[factors.Length];
        for (int i = 0; i < slots.Length; i++)
            slots[i] = byFactor[factors[i]];
        return slots;
    }

    public bool TryGet(string factor, out int slot) => byFactor.TryGetValue(factor, out slot);

    /// <summary>A value as a slot holds it: yes/no as 1/0, a choice as its index.</summary>
    public static double Encode(FactorValue value, Factor factor) => value.Kind switch
    {
        FactorValueKind.Number => value.AsNumber,
        FactorValueKind.Boolean => value.AsBoolean ? 1 : 0,
        _ => factor.IndexOfChoice(value.AsChoice),
    };

    /// <summary>A slot's number as a value.</summary>
    public static FactorValue Decode(double slotValue, Factor factor) => factor.Kind switch
    {
        FactorKind.Boolean => FactorValue.Boolean(slotValue != 0),
        FactorKind.Choice => FactorValue.Choice(factor.Choices[(int)slotValue]),
        _ => FactorValue.Number(slotValue),
    };

    /// <summary>The numbers a slot can hold, ends included; a number outside is no answer.</summary>
    public static Interval Allowed(Factor factor) => factor.Kind switch
    {
        FactorKind.Boolean => new Interval(0, 1),
        FactorKind.Choice => new Interval(0, factor.Choices.Length - 1),
        _ => new Interval(factor.Min ?? -double.MaxValue, factor.Max ?? double.MaxValue),
    };
}

/// <summary>
/// Where the numbers of one profile are in its array: the factors' answers, then a 1 or 0 for each condition, "named as a
/// concern", then a 1 for what needs no answer, then the burdens of curves that do not fit the table, then the gates that join
/// others.
/// </summary>
/// <param name="Factors">How many factors there are.</param>
/// <param name="Conditions">How many conditions there are.</param>
internal readonly record struct SlotLayout(int Factors, int Conditions)
{
    /// <summary>The slot that is always 1.</summary>
    public int One => Factors + Conditions;

    /// <summary>The first slot of the burdens.</summary>
    public int Burdens => One + 1;

    /// <summary>The slot of a concern.</summary>
    public int Concern(int condition) => Factors + condition;
}

/// <summary>Sets of small numbers as bits; a set is a span of words.</summary>
internal static class SlotSet
{
    public static int Words(int count) => (count + 63) >> 6;

    public static void Add(Span<ulong> set, int number) => set[number >> 6] |= 1UL << (number & 63);

    public static void Remove(Span<ulong> set, int number) => set[number >> 6] &= ~(1UL << (number & 63));

    public static bool Contains(ReadOnlySpan<ulong> set, int number) => (set[number >> 6] & (1UL << (number & 63))) != 0;

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
