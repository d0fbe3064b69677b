using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Person;

/// <summary>Sections 3 and 4 of the scoring model: what counts of an overlap group, and the sums of conditions.</summary>
internal static class ItemSums
{
    /// <summary>Values this near to each other are a tie, and a difference of two sums of this size is 0.</summary>
    public const double Tie = 1e-12;

    /// <summary>What of a group counts: the greatest number for positive effects, the least for negative ones.</summary>
    public static double Fold(ScoreItems items, int group, double[] numbers)
    {
        var members = items.GroupMembers[group];
        double result = numbers[members[0]];
        bool negative = items.GroupIsNegative[group];
        foreach (int member in members[1..])
        {
            double other = numbers[member];
            if (negative ? other < result : other > result)
                result = other;
        }

        return result;
    }

    /// <summary>
    /// The rule of an item that counts: of a group the member with the greatest |value|, of those within <see cref="Tie"/> of it one
    /// whose gate is not false, then the smallest id.
    /// </summary>
    public static int Counted(ScoreState state, int lane)
    {
        var members = state.Rules.Items.Rules[lane];
        if (members.Length == 1)
            return members[0];
        var rules = state.Rules.Rules;
        double greatest = 0;
        foreach (int member in members)
            greatest = Math.Max(greatest, Math.Abs(state.Value[rules.Positions[member]]));
        int best = -1;
        foreach (int member in members)
        {
            if (greatest - Math.Abs(state.Value[rules.Positions[member]]) > Tie)
                continue;
            if (state.TruthOf(rules.Gates[member]) != Truth.False)
                return member;
            if (best < 0)
                best = member;
        }

        return best;
    }

    /// <summary>Item i goes to partial sum i mod 4, which is its lane; the result is (s0 + s2) + (s1 + s3).</summary>
    public static double Sum(ScoreItems items, int condition, double[] numbers)
    {
        ref double first = ref MemoryMarshal.GetArrayDataReference(numbers);
        int at = items.First[condition], end = at + items.Length[condition];
        Vector128<double> even = default, odd = default;
        for (; at < end; at += Lanes.Count)
        {
            even += Vector128.LoadUnsafe(ref first, (nuint)at);
            odd += Vector128.LoadUnsafe(ref first, (nuint)at + 2);
        }

        var pairs = even + odd;
        return pairs.GetElement(0) + pairs.GetElement(1);
    }

    /// <summary>Writes the sums of all conditions.</summary>
    public static void Write(ScoreState state)
    {
        var items = state.Rules.Items;
        int stride = state.Stride;
        for (int c = 0; c < items.First.Length; c++)
        {
            state.Totals[c] = Sum(items, c, state.Value);
            state.Totals[stride + c] = Sum(items, c, state.Low);
            state.Totals[(2 * stride) + c] = Sum(items, c, state.High);
        }
    }
}
