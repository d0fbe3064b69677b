using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Person;

/// <summary>
/// Scores one person: a vector goes across the four rules of a quad, whose numbers lie side by side in the table. No branch
/// depends on an answer. <see cref="Assess"/> keeps what each rule gave; <see cref="Score"/> keeps the sums only, which stay in
/// registers: a quad's lanes are the four partial sums. Both give the same bits. Where the machine has no vectors of four
/// doubles the runtime makes each of two of two: the same operations on the same lanes.
/// </summary>
internal static class PersonKernel
{
    /// <summary>Evaluates all gates and rules, and all conditions' sums and indexes, and keeps everything.</summary>
    public static void Assess(ScoreState state)
    {
        var table = state.Rules.Table;
        FillBurdens(state);
        Gates(state, state.Rules.Gates.Leaves.Length, state.Rules.Gates.Operators);
        Keep(state, 0, table.Positions / Lanes.Count);
        foreach (var computed in state.Rules.ComputedRules)
            computed.Write(state);
        FoldGroups(state);
        ItemSums.Write(state);
        Indexes(state);
    }

    /// <summary>Writes all conditions' sums and indexes.</summary>
    public static void Score(ScoreState state)
    {
        var table = state.Rules.Table;
        var computed = state.Rules.ComputedRules;
        FillBurdens(state);
        if (table.NodeCount > 0 || computed.Length > 0)
            Gates(state, state.Rules.Gates.ScoredLeaves, state.Rules.Gates.ScoredOperators);
        if (table.ScoredQuads > table.ItemQuads)
            Keep(state, table.ItemQuads, table.ScoredQuads);
        foreach (var rule in computed)
            rule.Write(state);
        FoldGroups(state);
        Sums(state, table);
        Indexes(state);
    }

    /// <summary>The value of the rule in a lane, for the answers at hand.</summary>
    public static double ValueAt(ScoreState state, int position)
    {
        var table = state.Rules.Table;
        int quad = position / Lanes.Count;
        var (near, _) = Ends(ref First(state.Values), ref table.Slots[quad * RuleTable.QuadSlots], ref table.Numbers[quad * RuleTable.QuadNumbers]);
        return (near + Vector256<double>.Zero).GetElement(position % Lanes.Count);
    }

    /// <summary>Computes the burdens of curves that do not fit the table.</summary>
    private static void FillBurdens(ScoreState state)
    {
        var curves = state.Rules.OffTableCurves;
        int first = state.Rules.Layout.Burdens;
        for (int i = 0; i < curves.Length; i++)
            state.Values[first + i] = curves[i].At(state.Values);
    }

    /// <summary>Evaluates gates: masks of leaves, then of operators, then the slots that rules read.</summary>
    private static void Gates(ScoreState state, int leaves, int operators)
    {
        Leaves<Simd256, Vector256<double>>(state, leaves);
        state.Rules.Gates.JoinAll(state.GateTrue, state.GatePossible, operators);
        state.Rules.Table.WriteGates(state);
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
        ref double known = ref First(gates.LeafKnown);
        var tooOld = TSimd.Create(Slots.TooOld);
        ref double isTrue = ref First(state.GateTrue);
        ref double isPossible = ref First(state.GatePossible);
        for (int i = 0; i < count; i += TSimd.Count)
        {
            var x = TSimd.Gather(ref values, ref Unsafe.Add(ref slots, i));
            var holds = TSimd.And(TSimd.AtLeast(x, TSimd.Load(ref lows, i)), TSimd.AtMost(x, TSimd.Load(ref highs, i)));
            TSimd.Store(holds, ref isTrue, i);
            // A missing number leaves a comparison unknown, and "known" only where it is too old.
            var isFalse = TSimd.Or(TSimd.IsKnown(x), TSimd.Without(TSimd.Load(ref known, i), TSimd.SameBits(x, tooOld)));
            TSimd.Store(TSimd.Or(holds, TSimd.Not(isFalse)), ref isPossible, i);
        }
    }

    /// <summary>Writes the range and the value of the rules of quads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Keep(ScoreState state, int from, int to)
    {
        var table = state.Rules.Table;
        ref double values = ref First(state.Values);
        ref int slots = ref MemoryMarshal.GetArrayDataReference(table.Slots);
        ref double numbers = ref First(table.Numbers);
        for (int quad = from; quad < to; quad++)
        {
            var (near, far) = Ends(
                ref values, ref Unsafe.Add(ref slots, quad * RuleTable.QuadSlots), ref Unsafe.Add(ref numbers, quad * RuleTable.QuadNumbers));
            nuint at = (nuint)(quad * Lanes.Count);
            // Adding 0 turns −0 into 0.
            (Vector256.MinNative(near, far) + Vector256<double>.Zero).StoreUnsafe(ref First(state.Low), at);
            (Vector256.MaxNative(near, far) + Vector256<double>.Zero).StoreUnsafe(ref First(state.High), at);
            (near + Vector256<double>.Zero).StoreUnsafe(ref First(state.Value), at);
        }
    }

    /// <summary>Writes the sums of all conditions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums(ScoreState state, RuleTable table)
    {
        int stride = state.Stride;
        ref double totals = ref First(state.Totals);
        ref double values = ref First(state.Values);
        ref int slots = ref MemoryMarshal.GetArrayDataReference(table.Slots);
        ref double rule = ref First(table.Numbers);
        ref bool hasMore = ref MemoryMarshal.GetArrayDataReference(table.HasMore);
        nuint at = 0;
        int[] quads = table.QuadsOfCondition;
        for (int c = 0; c < quads.Length; c++)
        {
            Vector256<double> value = default, low = default, high = default;
            for (int i = quads[c]; i > 0; i--)
            {
                var (near, far) = Ends(ref values, ref slots, ref rule);
                var least = Vector256.MinNative(near, far);
                var most = Vector256.MaxNative(near, far);
                if (hasMore)
                {
                    // The lane of a group, or of what a class computes, is empty in the table; its numbers are ready in the state.
                    near += Vector256.LoadUnsafe(ref First(state.Value), at);
                    least += Vector256.LoadUnsafe(ref First(state.Low), at);
                    most += Vector256.LoadUnsafe(ref First(state.High), at);
                }

                value += near;
                low += least;
                high += most;
                slots = ref Unsafe.Add(ref slots, RuleTable.QuadSlots);
                rule = ref Unsafe.Add(ref rule, RuleTable.QuadNumbers);
                hasMore = ref Unsafe.Add(ref hasMore, 1);
                at += Lanes.Count;
            }

            Unsafe.Add(ref totals, c) = Sum(value);
            Unsafe.Add(ref totals, stride + c) = Sum(low);
            Unsafe.Add(ref totals, (2 * stride) + c) = Sum(high);
        }
    }

    /// <summary>
    /// The ends of the ranges of four rules. The one nearer to 0 is the rule's value: nothing counts that is not certain.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Near, Vector256<double> Far) Ends(ref double values, ref int slots, ref double rule)
    {
        var x = Simd256.Gather(ref values, ref slots);
        var known = Vector256.Equals(x, x);
        var effect = Number(ref rule, RuleParameter.Beta) * Burden(ref rule, x);
        var g = Simd256.Gather(ref values, ref Unsafe.Add(ref slots, Lanes.Count));
        var isTrue = Vector256.GreaterThanOrEqual(g, Number(ref rule, RuleParameter.GateLow))
            & Vector256.LessThanOrEqual(g, Number(ref rule, RuleParameter.GateHigh));
        var isPossible = isTrue | Vector256.IsNaN(g);
        return (
            Simd256.Select(known, effect, Number(ref rule, RuleParameter.NearMissing)) & isTrue,
            Simd256.Select(known, effect, Number(ref rule, RuleParameter.FarMissing)) & isPossible);
    }

    /// <summary>The burdens of four rules at known numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Burden(ref double rule, Vector256<double> x)
    {
        // Which of the two lines it is, then that line; none passes the burden of its end.
        var secondX = Number(ref rule, RuleParameter.SecondX);
        var isSecond = Vector256.GreaterThanOrEqual(x, secondX);
        var start = Simd256.Select(isSecond, secondX, Number(ref rule, RuleParameter.FirstX));
        var slope = Simd256.Select(isSecond, Number(ref rule, RuleParameter.SecondSlope), Number(ref rule, RuleParameter.FirstSlope));
        var from = Simd256.Select(isSecond, Number(ref rule, RuleParameter.SecondBurden), Number(ref rule, RuleParameter.FirstBurden));
        var to = Simd256.Select(isSecond, Number(ref rule, RuleParameter.SecondEnd), Number(ref rule, RuleParameter.FirstEnd));
        var beyond = Vector256.MaxNative(x - start, Vector256<double>.Zero);
        var y = Vector256.MinNative(from + (slope * beyond), to);
        return Simd256.Select(
            Vector256.GreaterThanOrEqual(x, Number(ref rule, RuleParameter.EndX)), Number(ref rule, RuleParameter.EndBurden), y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Number(ref double rule, int parameter) =>
        Vector256.LoadUnsafe(ref rule, (nuint)(parameter * Lanes.Count));

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

    /// <summary>(s0 + s2) + (s1 + s3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector256<double> lanes)
    {
        var pairs = lanes.GetLower() + lanes.GetUpper();
        return pairs.GetElement(0) + pairs.GetElement(1);
    }

    /// <summary>Writes the indexes of all sums; NaN where no scored rule aims at a condition.</summary>
    private static void Indexes(ScoreState state)
    {
        VectorMath.Indexes<Simd256, Vector256<double>, PlainNumbers<Simd256, Vector256<double>>>(new(ref First(state.Totals)), ref First(state.Indexes), state.Indexes.Length);
        foreach (int condition in state.Rules.WithoutIndex)
        {
            for (int at = condition; at < state.Indexes.Length; at += state.Stride)
                state.Indexes[at] = double.NaN;
        }
    }

    /// <summary>The first number of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double First(double[] array) => ref MemoryMarshal.GetArrayDataReference(array);
}
