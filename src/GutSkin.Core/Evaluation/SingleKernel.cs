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
    /// <summary>Evaluates the scoring rules, and all conditions' sums and indexes.</summary>
    public static void Score(ScoreState state) => Run(state, state.Rules.Gates.ScoredLeaves, state.Rules.Gates.ScoredOperators);

    /// <summary>The same, and the gates of safety rules, interventions and screens.</summary>
    public static void Assess(ScoreState state) => Run(state, state.Rules.Gates.Leaves.Length, state.Rules.Gates.Operators);

    private static void Run(ScoreState state, int leaves, int operators)
    {
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
        if (Vector256.IsHardwareAccelerated)
            Indexes<Simd256, Vector256<double>>(state);
        else
            Indexes<Simd128, Vector128<double>>(state);
    }

    /// <summary>Computes the burdens of curves that have no room in the table.</summary>
    private static void FillBurdens(ScoreState state)
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
            var y = Line<TSimd, T>(ref rule, RuleParameter.First, x, zero);
            var second = Line<TSimd, T>(ref rule, RuleParameter.Second, x, zero);
            y = TSimd.Select(TSimd.AtLeast(x, Number<TSimd, T>(ref rule, RuleParameter.Second + RuleParameter.LineX)), second, y);
            y = TSimd.Select(
                TSimd.AtLeast(x, Number<TSimd, T>(ref rule, RuleParameter.EndX)), Number<TSimd, T>(ref rule, RuleParameter.EndBurden), y);
            var known = TSimd.IsKnown(x);
            var effect = TSimd.Multiply(Number<TSimd, T>(ref rule, RuleParameter.Beta), y);
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

    /// <summary>A line from a knot on, held between the burdens of its ends; before the knot the burden there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Line<TSimd, T>(ref double rule, int line, T x, T zero)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var beyond = TSimd.Max(TSimd.Subtract(x, Number<TSimd, T>(ref rule, line + RuleParameter.LineX)), zero);
        var y = TSimd.Add(
            Number<TSimd, T>(ref rule, line + RuleParameter.LineBurden),
            TSimd.Multiply(Number<TSimd, T>(ref rule, line + RuleParameter.LineSlope), beyond));
        return TSimd.Min(
            TSimd.Max(y, Number<TSimd, T>(ref rule, line + RuleParameter.LineLow)),
            Number<TSimd, T>(ref rule, line + RuleParameter.LineHigh));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Number<TSimd, T>(ref double rule, int parameter)
        where TSimd : struct, ISimd<T>
        where T : struct =>
        TSimd.Load(ref rule, parameter * Lanes.Count);

    private static void FoldGroups(ScoreState state)
    {
        var items = state.Rules.Items;
        for (int i = 0; i < items.Groups.Length; i++)
        {
            state.Low[items.Groups[i]] = ItemSums.Fold(items, i, state.Low);
            state.High[items.Groups[i]] = ItemSums.Fold(items, i, state.High);
            state.Value[items.Groups[i]] = ItemSums.Fold(items, i, state.Value);
        }
    }

    private static void Indexes<TSimd, T>(ScoreState state)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        ref double totals = ref First(state.Totals);
        ref double indexes = ref First(state.Indexes);
        for (int i = 0; i < state.Totals.Length; i += TSimd.Count)
            TSimd.Store(VectorMath.Index<TSimd, T>(TSimd.Load(ref totals, i)), ref indexes, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double First(double[] array) => ref MemoryMarshal.GetArrayDataReference(array);
}
