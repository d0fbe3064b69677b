using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GutSkin.Core;

/// <summary>
/// The sums and indexes of one profile and nothing else: a vector goes across four rules, whose lanes are the four partial
/// sums, so that a condition's sums stay in registers. The bits are those of <see cref="SingleKernel"/>. Where the machine
/// has no vectors of four doubles the runtime makes each of two of two: the same operations on the same lanes.
/// </summary>
internal static class ScoreKernel
{
    /// <summary>Writes all conditions' sums and indexes into the state.</summary>
    public static void Score(ScoreState state)
    {
        var program = state.Rules.ScoreProgram;
        SingleKernel.FillBurdens(state);
        var computed = state.Rules.ComputedRules;
        if (program.Nodes.Length > 0 || computed.Length > 0)
            Gates(state, program);
        if (program.Blocks > program.ItemBlocks)
            Members(state, program);
        foreach (var rule in computed)
            rule.Write(state);
        SingleKernel.FoldGroups(state);
        Sums(state, program);
        SingleKernel.Indexes(state);
    }

    /// <summary>Writes gates that join others into their slots: 1 = true, 0 = false, NaN = unknown.</summary>
    private static void Gates(ScoreState state, ScoreProgram program)
    {
        SingleKernel.ScoredGates(state);
        int first = state.Rules.SlotCount;
        for (int i = 0; i < program.Nodes.Length; i++)
        {
            state.Values[first + i] = state.TruthOf(program.Nodes[i]) switch
            {
                Truth.True => 1,
                Truth.False => 0,
                _ => double.NaN,
            };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Members(ScoreState state, ScoreProgram program)
    {
        ref double values = ref SingleKernel.First(state.Values);
        ref int slots = ref MemoryMarshal.GetArrayDataReference(program.Slots);
        ref double numbers = ref SingleKernel.First(program.Numbers);
        for (int block = program.ItemBlocks; block < program.Blocks; block++)
        {
            var (near, far) = Ends(
                ref values, ref Unsafe.Add(ref slots, block * ScoreProgram.BlockSlots), ref Unsafe.Add(ref numbers, block * ScoreProgram.BlockNumbers));
            nuint at = (nuint)(block * Lanes.Count);
            Vector256.MinNative(near, far).StoreUnsafe(ref SingleKernel.First(state.Low), at);
            Vector256.MaxNative(near, far).StoreUnsafe(ref SingleKernel.First(state.High), at);
            near.StoreUnsafe(ref SingleKernel.First(state.Value), at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums(ScoreState state, ScoreProgram program)
    {
        int stride = state.Stride;
        ref double totals = ref SingleKernel.First(state.Totals);
        ref double values = ref SingleKernel.First(state.Values);
        ref int slots = ref MemoryMarshal.GetArrayDataReference(program.Slots);
        ref double rule = ref SingleKernel.First(program.Numbers);
        ref bool hasMore = ref MemoryMarshal.GetArrayDataReference(program.HasMore);
        nuint at = 0;
        int[] blocks = program.BlocksOfCondition;
        for (int c = 0; c < blocks.Length; c++)
        {
            Vector256<double> value = default, low = default, high = default;
            for (int i = blocks[c]; i > 0; i--)
            {
                var (near, far) = Ends(ref values, ref slots, ref rule);
                var least = Vector256.MinNative(near, far);
                var most = Vector256.MaxNative(near, far);
                if (hasMore)
                {
                    // The lane of a group, or of what a class computes, is empty in the table; its numbers stand ready.
                    near += Vector256.LoadUnsafe(ref SingleKernel.First(state.Value), at);
                    least += Vector256.LoadUnsafe(ref SingleKernel.First(state.Low), at);
                    most += Vector256.LoadUnsafe(ref SingleKernel.First(state.High), at);
                }

                value += near;
                low += least;
                high += most;
                slots = ref Unsafe.Add(ref slots, ScoreProgram.BlockSlots);
                rule = ref Unsafe.Add(ref rule, ScoreProgram.BlockNumbers);
                hasMore = ref Unsafe.Add(ref hasMore, 1);
                at += Lanes.Count;
            }

            Unsafe.Add(ref totals, c) = Sum(value);
            Unsafe.Add(ref totals, stride + c) = Sum(low);
            Unsafe.Add(ref totals, (2 * stride) + c) = Sum(high);
        }
    }

    /// <summary>The ends of the ranges of four rules; the nearer to 0 is the rule's value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Near, Vector256<double> Far) Ends(ref double values, ref int slots, ref double rule)
    {
        var x = Simd256.Gather(ref values, ref slots);
        var known = Vector256.Equals(x, x);
        var effect = Number(ref rule, RuleParameter.Beta) * SingleKernel.Burden<Simd256, Vector256<double>>(ref rule, x);
        var g = Simd256.Gather(ref values, ref Unsafe.Add(ref slots, ScoreProgram.GateSlots));
        var isTrue = Vector256.GreaterThanOrEqual(g, Number(ref rule, ScoreProgram.GateLow))
            & Vector256.LessThanOrEqual(g, Number(ref rule, ScoreProgram.GateHigh));
        var isPossible = isTrue | Vector256.IsNaN(g);
        return (
            Simd256.Select(known, effect, Number(ref rule, RuleParameter.NearMissing)) & isTrue,
            Simd256.Select(known, effect, Number(ref rule, RuleParameter.FarMissing)) & isPossible);
    }

    /// <summary>(s0 + s2) + (s1 + s3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector256<double> lanes)
    {
        var pairs = lanes.GetLower() + lanes.GetUpper();
        return pairs.GetElement(0) + pairs.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Number(ref double rule, int parameter) =>
        Vector256.LoadUnsafe(ref rule, (nuint)(parameter * Lanes.Count));
}
