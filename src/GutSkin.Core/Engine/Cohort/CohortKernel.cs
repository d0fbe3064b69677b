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
    public static void Run<TSimd, T>(CohortPlan plan, CohortScratch scratch, ResultColumn[] output, int row)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var constants = scratch.Constants ??= FindConstants<TSimd, T>(plan, scratch);
        Gates<TSimd, T>(plan, scratch, constants.Nodes, false);
        for (int c = 0; c < plan.Set.SkinConditions.Length; c++)
        {
            if (!plan.Set.HasIndex(c))
            {
                for (int part = 0; part < 3; part++)
                    output[(3 * c) + part].Span(row, scratch.Rows).Fill(double.NaN);
                continue;
            }

            // A condition of which no row differs is worked out for a few rows, and holds for all.
            int rows = scratch.Rows;
            bool isConstant = IsConstant(plan, constants, c);
            if (isConstant)
                scratch.Rows = CohortRun.PadRows(1);
            bool isExact = IsExact(plan, scratch, c);
            var values = Sums<TSimd, T>(plan, scratch, constants, c, isExact);
            Total<TSimd, T>(scratch, values.First, values.Second, values.Third, values.Fourth, output[3 * c], row, isExact);
            if (isExact)
            {
                var exact = output[3 * c].Span(row, scratch.Rows);
                exact.CopyTo(output[(3 * c) + 1].Span(row, scratch.Rows));
                exact.CopyTo(output[(3 * c) + 2].Span(row, scratch.Rows));
            }
            else
            {
                Total<TSimd, T>(scratch, CohortSums.Low, CohortSums.Low + 1, CohortSums.Low + 2, CohortSums.Low + 3, output[(3 * c) + 1], row);
                Total<TSimd, T>(scratch, CohortSums.High, CohortSums.High + 1, CohortSums.High + 2, CohortSums.High + 3, output[(3 * c) + 2], row);
            }

            if (!isConstant)
                continue;
            scratch.Rows = rows;
            for (int part = 0; part < 3; part++)
            {
                var of = output[(3 * c) + part].Span(row, rows);
                of.Fill(of[0]);
            }
        }
    }

    /// <summary>Whether no row of the tile lacks an answer that a condition reads: then the ends of every range are one, and so are the sums.</summary>
    private static bool IsExact(CohortPlan plan, CohortScratch scratch, int condition)
    {
        if (plan.SlotsOfCondition[condition] is not { } slots)
            return false;
        foreach (int slot in slots)
        {
            if (!scratch.IsComplete(slot))
                return false;
        }

        return true;
    }

    private static CohortConstants FindConstants<TSimd, T>(CohortPlan plan, CohortScratch scratch)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        int rows = scratch.Rows;
        var found = CohortConstants.Find(plan, scratch, Gates<TSimd, T>, Ends<TSimd, T>);
        scratch.Rows = rows;
        return found;
    }

    /// <summary>The ends of an item, at the first row.</summary>
    private static (double Near, double Far) Ends<TSimd, T>(CohortPlan plan, CohortScratch scratch, int item)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        Item<TSimd, T>(plan, scratch, item, CohortSinkForm.FirstOfSum, (CohortSums.Low, CohortSums.High, CohortSums.Value));
        return (scratch.Numbers(CohortSums.Low)[0], scratch.Numbers(CohortSums.High)[0]);
    }

    private static bool IsConstant(CohortPlan plan, CohortConstants constants, int condition)
    {
        var items = plan.Set.Items;
        return !constants.Items.AsSpan(items.First[condition], items.Length[condition]).Contains(false);
    }

    /// <summary>Computes the masks of gates: of those that are the same for all rows once, of the others for every tile.</summary>
    private static void Gates<TSimd, T>(CohortPlan plan, CohortScratch scratch, bool[] constant, bool which)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var gates = plan.Set.Gates;
        for (int leaf = 0; leaf < gates.ScoredLeaves; leaf++)
        {
            if (plan.SharedNodes[leaf] && constant[leaf] == which)
                Leaf<TSimd, T>(gates, leaf, scratch);
        }

        for (int i = 0; i < gates.ScoredOperators; i++)
        {
            if (constant[gates.FirstOperator + i] == which)
                Operator<TSimd, T>(gates, i, scratch);
        }
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
    private static (int First, int Second, int Third, int Fourth) Sums<TSimd, T>(CohortPlan plan, CohortScratch scratch, CohortConstants constants, int condition, bool isExact)
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

            bool mixed = positive && negative && !isExact;
            values[lane] = lane + (mixed ? CohortSums.Value : negative && !isExact ? CohortSums.High : CohortSums.Low);
            if (first + lane >= end)
            {
                scratch.Fill(CohortSums.Low + lane, 0);
                scratch.Fill(CohortSums.High + lane, 0);
            }

            int next = Begin(scratch, constants, first + lane, end, lane, mixed);
            for (int item = next; item < end; item = next)
            {
                if (constants.Items[item])
                {
                    next = AddConstants<TSimd, T>(scratch, constants, item, end, lane, mixed);
                    continue;
                }

                var sink = item == first + lane
                    ? (isExact ? CohortSinkForm.FirstOfExact : mixed ? CohortSinkForm.FirstOfMixedSum : CohortSinkForm.FirstOfSum)
                    : (isExact ? CohortSinkForm.Exact : mixed ? CohortSinkForm.MixedSum : CohortSinkForm.Sum);
                var (near, far) = plan.IsNegative[item] && !isExact ? (CohortSums.High, CohortSums.Low) : (CohortSums.Low, CohortSums.High);
                Item<TSimd, T>(plan, scratch, item, sink, (near + lane, far + lane, CohortSums.Value + lane));
                next = item + Lanes.Count;
            }
        }

        return (values[0], values[1], values[2], values[3]);
    }

    /// <summary>Begins a lane's sums with the constants that come first, added in their order.</summary>
    /// <returns>The first item that is none.</returns>
    private static int Begin(CohortScratch scratch, CohortConstants constants, int first, int end, int lane, bool mixed)
    {
        if (first >= end || !constants.Items[first])
            return first;
        double low = constants.Low[first], high = constants.High[first], value = constants.Value[first];
        int item = first + Lanes.Count;
        for (; item < end && constants.Items[item]; item += Lanes.Count)
        {
            low += constants.Low[item];
            high += constants.High[item];
            value += constants.Value[item];
        }

        scratch.Fill(CohortSums.Low + lane, low);
        scratch.Fill(CohortSums.High + lane, high);
        if (mixed)
            scratch.Fill(CohortSums.Value + lane, value);
        return item;
    }

    /// <summary>Adds the constants from an item on up to the next that is none: one pass over the rows, in the order of the items.</summary>
    /// <returns>The next item.</returns>
    private static int AddConstants<TSimd, T>(CohortScratch scratch, CohortConstants constants, int first, int end, int lane, bool mixed)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        int next = first;
        while (next < end && constants.Items[next])
            next += Lanes.Count;
        Add<TSimd, T>(ref scratch.Sum(CohortSums.Low + lane), scratch.Rows, constants.Low.AsSpan(0, Math.Min(next, end)), first);
        Add<TSimd, T>(ref scratch.Sum(CohortSums.High + lane), scratch.Rows, constants.High.AsSpan(0, Math.Min(next, end)), first);
        if (mixed)
            Add<TSimd, T>(ref scratch.Sum(CohortSums.Value + lane), scratch.Rows, constants.Value.AsSpan(0, Math.Min(next, end)), first);
        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TSimd, T>(ref double sums, int rows, ReadOnlySpan<double> items, int first)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        for (int i = 0; i < rows; i += TSimd.Count)
        {
            var sum = TSimd.Load(ref sums, i);
            for (int item = first; item < items.Length; item += Lanes.Count)
                sum = TSimd.Add(sum, TSimd.Create(items[item]));
            TSimd.Store(sum, ref sums, i);
        }
    }

    private static void Item<TSimd, T>(CohortPlan plan, CohortScratch scratch, int item, CohortSinkForm sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var rules = plan.Set.Items.Rules[item];
        scratch.Ahead.Step();
        if (rules.Length == 1)
            CohortRuleLoop.Run<TSimd, T>(plan, plan.Rules[rules[0]], scratch, sink, sums);
        else
            Group<TSimd, T>(plan, scratch, rules, plan.IsNegative[item], sink, sums);
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
            case CohortSinkForm.Exact:
                Put<TSimd, T, ExactSink<TSimd, T>>(scratch, near, far, sums);
                break;
            case CohortSinkForm.FirstOfExact:
                Put<TSimd, T, FirstOfExactSink<TSimd, T>>(scratch, near, far, sums);
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

    /// <summary>
    /// (s0 + s2) + (s1 + s3), as an index. In one pass: a result that is written while the next is computed does not wait for memory, of which a
    /// large table's results need as much as a third of its columns do.
    /// </summary>
    private static void Total<TSimd, T>(CohortScratch scratch, int s0, int s1, int s2, int s3, ResultColumn output, int row, bool isReadAgain = false)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        scratch.Ahead.Step();
        VectorMath.Indexes<TSimd, T, SumsOfFour<TSimd, T>>(
            new(ref scratch.Sum(s0), ref scratch.Sum(s1), ref scratch.Sum(s2), ref scratch.Sum(s3)), ref output.At(row), scratch.Rows, output.IsFar && !isReadAgain);
    }
}
