using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GutSkin.Core;

/// <summary>
/// Scores one profile: a vector goes across four rules, whose numbers stand side by side in the table. No branch depends on
/// an answer.
/// </summary>
internal static class SingleKernel
{
    /// <summary>Evaluates all gates and scoring rules, and all conditions' sums and indexes.</summary>
    public static void Assess(ScoreState state)
    {
        int leaves = state.Rules.Gates.Leaves.Length, operators = state.Rules.Gates.Operators;
        FillBurdens(state);
        if (Vector256.IsHardwareAccelerated)
        {
            Leaves<Simd256, Vector256<double>>(state, leaves);
            state.Rules.Gates.JoinAll(state.GateTrue, state.GatePossible, operators);
            Rules<Simd256, Vector256<double>>(state);
        }
        else
        {
            Leaves<Simd128, Vector128<double>>(state, leaves);
            state.Rules.Gates.JoinAll(state.GateTrue, state.GatePossible, operators);
            Rules<Simd128, Vector128<double>>(state);
        }

        foreach (var computed in state.Rules.ComputedRules)
            computed.Write(state);
        FoldGroups(state);
        ItemSums.Write(state);
        Indexes(state);
    }

    /// <summary>Writes the indexes of all sums.</summary>
    public static void Indexes(ScoreState state)
    {
        Array.Copy(state.Totals, state.Indexes, state.Totals.Length);
        if (Vector256.IsHardwareAccelerated)
            VectorMath.Indexes<Simd256, Vector256<double>>(ref First(state.Indexes), state.Indexes.Length);
        else
            VectorMath.Indexes<Simd128, Vector128<double>>(ref First(state.Indexes), state.Indexes.Length);
    }

    /// <summary>Writes the masks of the scoring rules' gates.</summary>
    public static void ScoredGates(ScoreState state)
    {
        var gates = state.Rules.Gates;
        if (Vector256.IsHardwareAccelerated)
            Leaves<Simd256, Vector256<double>>(state, gates.ScoredLeaves);
        else
            Leaves<Simd128, Vector128<double>>(state, gates.ScoredLeaves);
        gates.JoinAll(state.GateTrue, state.GatePossible, gates.ScoredOperators);
    }

    /// <summary>Computes the burdens of curves that have no room in the table.</summary>
    public static void FillBurdens(ScoreState state)
    {
        var curves = state.Rules.LongCurves;
        int first = state.Rules.Layout.Burdens;
        for (int i = 0; i < curves.Length; i++)
        {
            double x = state.Values[curves[i].Slot];
            state.Values[first + i] = double.IsNaN(x) ? x : curves[i].Curve.At(x);
        }
    }

    private static void Leaves<TSimd, T>(ScoreState state, int count)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var gates = state.Rules.Gates;
        ref double values = ref First(state.Values);
        ref int slots = ref MemoryMarshal.GetArrayDataReference(gates.LeafSlots);
        ref double lows = ref First(gates.LeafLows);
        ref double highs = ref First(gates.LeafHighs);
        ref double twoValued = ref First(gates.LeafKnown);
        ref double isTrue = ref First(state.GateTrue);
        ref double isPossible = ref First(state.GatePossible);
        for (int i = 0; i < count; i += TSimd.Count)
        {
            var x = TSimd.Gather(ref values, ref Unsafe.Add(ref slots, i));
            var holds = TSimd.And(TSimd.AtLeast(x, TSimd.Load(ref lows, i)), TSimd.AtMost(x, TSimd.Load(ref highs, i)));
            TSimd.Store(holds, ref isTrue, i);
            TSimd.Store(TSimd.Or(holds, TSimd.Not(TSimd.Or(TSimd.IsKnown(x), TSimd.Load(ref twoValued, i)))), ref isPossible, i);
        }
    }

    private static void Rules<TSimd, T>(ScoreState state)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var table = state.Rules.Table;
        ref double values = ref First(state.Values);
        ref int slots = ref MemoryMarshal.GetArrayDataReference(table.Slots);
        ref int gates = ref MemoryMarshal.GetArrayDataReference(table.Gates);
        ref double blocks = ref First(table.Blocks);
        ref double isTrue = ref First(state.GateTrue);
        ref double isPossible = ref First(state.GatePossible);
        ref double low = ref First(state.Low);
        ref double high = ref First(state.High);
        ref double value = ref First(state.Value);
        var zero = TSimd.Create(0);
        for (int i = 0; i < table.Positions; i += TSimd.Count)
        {
            ref double rule = ref Unsafe.Add(ref blocks, RuleTable.At(i, 0));
            var x = TSimd.Gather(ref values, ref Unsafe.Add(ref slots, i));
            var known = TSimd.IsKnown(x);
            var effect = TSimd.Multiply(Number<TSimd, T>(ref rule, RuleParameter.Beta), Burden<TSimd, T>(ref rule, x));
            // Of the two ends of a rule's range one is the nearer to 0, which is its value: nothing counts that is not certain.
            var near = TSimd.And(
                TSimd.Select(known, effect, Number<TSimd, T>(ref rule, RuleParameter.NearMissing)),
                TSimd.Gather(ref isTrue, ref Unsafe.Add(ref gates, i)));
            var far = TSimd.And(
                TSimd.Select(known, effect, Number<TSimd, T>(ref rule, RuleParameter.FarMissing)),
                TSimd.Gather(ref isPossible, ref Unsafe.Add(ref gates, i)));
            // Adding 0 turns −0 into 0.
            TSimd.Store(TSimd.Add(TSimd.Min(near, far), zero), ref low, i);
            TSimd.Store(TSimd.Add(TSimd.Max(near, far), zero), ref high, i);
            TSimd.Store(TSimd.Add(near, zero), ref value, i);
        }
    }

    /// <summary>The burdens of the rules of a vector at known numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Burden<TSimd, T>(ref double rule, T x)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        // Which of the two lines it is, then that line; none passes the burden of its end.
        var isSecond = TSimd.AtLeast(x, Number<TSimd, T>(ref rule, RuleParameter.SecondX));
        var start = TSimd.Select(isSecond, Number<TSimd, T>(ref rule, RuleParameter.SecondX), Number<TSimd, T>(ref rule, RuleParameter.FirstX));
        var slope = TSimd.Select(isSecond, Number<TSimd, T>(ref rule, RuleParameter.SecondSlope), Number<TSimd, T>(ref rule, RuleParameter.FirstSlope));
        var from = TSimd.Select(isSecond, Number<TSimd, T>(ref rule, RuleParameter.SecondBurden), Number<TSimd, T>(ref rule, RuleParameter.FirstBurden));
        var to = TSimd.Select(isSecond, Number<TSimd, T>(ref rule, RuleParameter.SecondEnd), Number<TSimd, T>(ref rule, RuleParameter.FirstEnd));
        var beyond = TSimd.Max(TSimd.Subtract(x, start), TSimd.Create(0));
        var y = TSimd.Min(TSimd.Add(from, TSimd.Multiply(slope, beyond)), to);
        return TSimd.Select(
            TSimd.AtLeast(x, Number<TSimd, T>(ref rule, RuleParameter.EndX)), Number<TSimd, T>(ref rule, RuleParameter.EndBurden), y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Number<TSimd, T>(ref double rule, int parameter)
        where TSimd : struct, ISimd<T>
        where T : struct =>
        TSimd.Load(ref rule, parameter * Lanes.Count);

    public static void FoldGroups(ScoreState state)
    {
        var items = state.Rules.Items;
        for (int i = 0; i < items.Groups.Length; i++)
        {
            state.Low[items.Groups[i]] = ItemSums.Fold(items, i, state.Low);
            state.High[items.Groups[i]] = ItemSums.Fold(items, i, state.High);
            state.Value[items.Groups[i]] = ItemSums.Fold(items, i, state.Value);
        }
    }

    /// <summary>The first number of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref double First(double[] array) => ref MemoryMarshal.GetArrayDataReference(array);
}
