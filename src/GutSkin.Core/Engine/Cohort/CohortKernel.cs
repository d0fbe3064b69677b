using System.Runtime.CompilerServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Vectors;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>Takes a tile of rows through all gates, rules and conditions.</summary>
internal static class CohortKernel
{
    /// <summary>Scores the tile.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="scratch">The rows, staged.</param>
    /// <param name="output">Points, lower and upper bounds of each condition, one array each.</param>
    /// <param name="row">Where in the arrays the tile's first row goes.</param>
    public static void Run<TSimd, T>(CohortPlan plan, CohortScratch scratch, double[][] output, int row)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        Gates<TSimd, T>(plan, scratch);
        for (int c = 0; c < plan.Set.SkinConditions.Length; c++)
        {
            if (!plan.Set.HasIndex(c))
            {
                for (int part = 0; part < 3; part++)
                    output[(3 * c) + part].AsSpan(row, scratch.Rows).Fill(double.NaN);
                continue;
            }

            var values = Sums<TSimd, T>(plan, scratch, c);
            Total<TSimd, T>(scratch, values.First, values.Second, values.Third, values.Fourth, ref output[3 * c][row]);
            Total<TSimd, T>(scratch, CohortSums.Low, CohortSums.Low + 1, CohortSums.Low + 2, CohortSums.Low + 3, ref output[(3 * c) + 1][row]);
            Total<TSimd, T>(scratch, CohortSums.High, CohortSums.High + 1, CohortSums.High + 2, CohortSums.High + 3, ref output[(3 * c) + 2][row]);
        }
    }

    private static void Gates<TSimd, T>(CohortPlan plan, CohortScratch scratch)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var gates = plan.Set.Gates;
        for (int leaf = 0; leaf < gates.ScoredLeaves; leaf++)
        {
            if (plan.SharedNodes[leaf])
                Leaf<TSimd, T>(gates, leaf, scratch);
        }

        for (int i = 0; i < gates.ScoredOperators; i++)
            Operator<TSimd, T>(gates, i, scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Leaf<TSimd, T>(GateTable gates, int leaf, CohortScratch scratch)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var low = TSimd.Create(gates.LeafLows[leaf]);
        var high = TSimd.Create(gates.LeafHighs[leaf]);
        var twoValued = TSimd.Create(gates.LeafKnown[leaf]);
        ref double numbers = ref scratch.Column(gates.LeafSlots[leaf]);
        ref double isTrue = ref scratch.IsTrue(leaf);
        ref double isPossible = ref scratch.IsPossible(leaf);
        for (int i = 0; i < scratch.Rows; i += TSimd.Count)
        {
            var x = TSimd.Load(ref numbers, i);
            var holds = TSimd.And(TSimd.AtLeast(x, low), TSimd.AtMost(x, high));
            TSimd.Store(holds, ref isTrue, i);
            TSimd.Store(TSimd.Or(holds, TSimd.Without(TSimd.IsMissing(x), twoValued)), ref isPossible, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Operator<TSimd, T>(GateTable gates, int index, CohortScratch scratch)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        int node = gates.FirstOperator + index;
        var operands = gates.Operands(index);
        var kind = gates.Operator(index);
        ref double isTrue = ref scratch.IsTrue(node);
        ref double isPossible = ref scratch.IsPossible(node);
        for (int i = 0; i < scratch.Rows; i += TSimd.Count)
        {
            var t = TSimd.Load(ref scratch.IsTrue(operands[0]), i);
            var p = TSimd.Load(ref scratch.IsPossible(operands[0]), i);
            if (kind == GateOperator.Not)
                (t, p) = (TSimd.Not(p), TSimd.Not(t));
            for (int k = 1; k < operands.Length; k++)
            {
                var otherT = TSimd.Load(ref scratch.IsTrue(operands[k]), i);
                var otherP = TSimd.Load(ref scratch.IsPossible(operands[k]), i);
                t = kind == GateOperator.All ? TSimd.And(t, otherT) : TSimd.Or(t, otherT);
                p = kind == GateOperator.All ? TSimd.And(p, otherP) : TSimd.Or(p, otherP);
            }

            TSimd.Store(t, ref isTrue, i);
            TSimd.Store(p, ref isPossible, i);
        }
    }

    /// <summary>Adds the items of a condition to its partial sums, one after the other: each sees its items in their order.</summary>
    /// <returns>Where the four partial sums of L are: with effects of one sign they are those of the ends nearer to 0.</returns>
    private static (int First, int Second, int Third, int Fourth) Sums<TSimd, T>(CohortPlan plan, CohortScratch scratch, int condition)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var items = plan.Set.Items;
        int first = items.First[condition], end = first + items.Length[condition];
        Span<int> values = stackalloc int[Lanes.Count];
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            bool positive = false, negative = false;
            for (int item = first + lane; item < end; item += Lanes.Count)
            {
                bool isNegative = plan.IsNegative[item];
                positive |= !isNegative;
                negative |= isNegative;
            }

            bool mixed = positive && negative;
            values[lane] = lane + (mixed ? CohortSums.Value : negative ? CohortSums.High : CohortSums.Low);
            if (first + lane >= end)
            {
                scratch.Fill(CohortSums.Low + lane, 0);
                scratch.Fill(CohortSums.High + lane, 0);
            }

            for (int item = first + lane; item < end; item += Lanes.Count)
            {
                var sink = item == first + lane
                    ? (mixed ? CohortSinkForm.FirstOfMixedSum : CohortSinkForm.FirstOfSum)
                    : (mixed ? CohortSinkForm.MixedSum : CohortSinkForm.Sum);
                var (near, far) = plan.IsNegative[item] ? (CohortSums.High, CohortSums.Low) : (CohortSums.Low, CohortSums.High);
                var sums = (near + lane, far + lane, CohortSums.Value + lane);
                var rules = items.Rules[item];
                if (rules.Length == 1)
                    CohortRuleLoop.Run<TSimd, T>(plan, plan.Rules[rules[0]], scratch, sink, sums);
                else
                    Group<TSimd, T>(plan, scratch, rules, plan.IsNegative[item], sink, sums);
            }
        }

        return (values[0], values[1], values[2], values[3]);
    }

    private static void Group<TSimd, T>(
        CohortPlan plan, CohortScratch scratch, ReadOnlySpan<int> rules, bool isNegative, CohortSinkForm sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var ofGroup = (CohortSums.GroupNear, CohortSums.GroupFar, CohortSums.GroupNear);
        for (int i = 0; i < rules.Length; i++)
        {
            CohortRuleLoop.Run<TSimd, T>(
                plan, plan.Rules[rules[i]], scratch, i == 0 ? CohortSinkForm.FirstOfSum : isNegative ? CohortSinkForm.Minimum : CohortSinkForm.Maximum, ofGroup);
        }

        Put<TSimd, T>(scratch, CohortSums.GroupNear, CohortSums.GroupFar, sink, sums);
    }

    /// <summary>Puts two rows of ends where they belong.</summary>
    public static void Put<TSimd, T>(CohortScratch scratch, int near, int far, CohortSinkForm sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        switch (sink)
        {
            case CohortSinkForm.FirstOfSum:
                Put<TSimd, T, FirstOfSumSink<TSimd, T>>(scratch, near, far, sums);
                break;
            case CohortSinkForm.FirstOfMixedSum:
                Put<TSimd, T, FirstOfMixedSumSink<TSimd, T>>(scratch, near, far, sums);
                break;
            case CohortSinkForm.MixedSum:
                Put<TSimd, T, MixedSumSink<TSimd, T>>(scratch, near, far, sums);
                break;
            case CohortSinkForm.Maximum:
                Put<TSimd, T, MaximumSink<TSimd, T>>(scratch, near, far, sums);
                break;
            case CohortSinkForm.Minimum:
                Put<TSimd, T, MinimumSink<TSimd, T>>(scratch, near, far, sums);
                break;
            default:
                Put<TSimd, T, SumSink<TSimd, T>>(scratch, near, far, sums);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put<TSimd, T, TSink>(CohortScratch scratch, int near, int far, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TSink : struct, ICohortSink<T>
    {
        ref double oneNears = ref scratch.Sum(near);
        ref double oneFars = ref scratch.Sum(far);
        ref double nears = ref scratch.Sum(sums.Near);
        ref double fars = ref scratch.Sum(sums.Far);
        ref double values = ref scratch.Sum(sums.Value);
        int rows = scratch.Rows;
        for (int i = 0; i < rows; i += TSimd.Count)
            TSink.Put(TSimd.Load(ref oneNears, i), TSimd.Load(ref oneFars, i), ref nears, ref fars, ref values, i);
    }

    /// <summary>(s0 + s2) + (s1 + s3), as an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Total<TSimd, T>(CohortScratch scratch, int s0, int s1, int s2, int s3, ref double output)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        ref double a = ref scratch.Sum(s0);
        ref double b = ref scratch.Sum(s1);
        ref double c = ref scratch.Sum(s2);
        ref double d = ref scratch.Sum(s3);
        int rows = scratch.Rows;
        for (int i = 0; i < rows; i += TSimd.Count)
        {
            var even = TSimd.Add(TSimd.Load(ref a, i), TSimd.Load(ref c, i));
            var odd = TSimd.Add(TSimd.Load(ref b, i), TSimd.Load(ref d, i));
            TSimd.Store(TSimd.Add(even, odd), ref output, i);
        }

        VectorMath.Indexes<TSimd, T>(ref output, rows);
    }
}
