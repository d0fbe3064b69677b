using System.Runtime.CompilerServices;

namespace GutSkin.Core;

/// <summary>
/// Runs one rule over a block of rows: a vector goes across rows, the rule's numbers stay where they are. There is one loop
/// for each form of burden, gate and sink, put together by the compiler from the structs given; no row takes a branch.
/// </summary>
internal static class RowKernel
{
    /// <summary>Runs a rule and adds the ends of its range to sums, or lets them compete for those of its group.</summary>
    /// <param name="program">What to do.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="scratch">The rows.</param>
    /// <param name="sink">What becomes of the ends.</param>
    /// <param name="sums">The positions of the nearer ends' sum, the farther ends' and the values'.</param>
    public static void Run<TSimd, T>(RowProgram program, in RowRule rule, RowScratch scratch, RowSink sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        switch (rule.Burden)
        {
            case RowBurden.Constant:
                WithBurden<TSimd, T, ConstantBurden<TSimd, T>>(program, rule, scratch, sink, sums);
                break;
            case RowBurden.Line:
                WithBurden<TSimd, T, LineBurden<TSimd, T>>(program, rule, scratch, sink, sums);
                break;
            case RowBurden.ExactLine:
                WithBurden<TSimd, T, ExactLineBurden<TSimd, T>>(program, rule, scratch, sink, sums);
                break;
            case RowBurden.ExactTwoLines:
                WithBurden<TSimd, T, ExactTwoLineBurden<TSimd, T>>(program, rule, scratch, sink, sums);
                break;
            case RowBurden.TwoLines:
                WithBurden<TSimd, T, TwoLineBurden<TSimd, T>>(program, rule, scratch, sink, sums);
                break;
            case RowBurden.Computed:
                ComputedRows.Run<TSimd, T>(program, rule, scratch, sink, sums);
                break;
            default:
                Store<TSimd, T>(program.Set.LongCurves[rule.LongCurve].Curve, ref scratch.Column(rule.Slot), ref scratch.Sum(RowSums.Burden), scratch.Rows);
                WithBurden<TSimd, T, StoredBurden<TSimd, T>>(program, rule, scratch, sink, sums);
                break;
        }
    }

    /// <summary>Computes burdens of any number of knots.</summary>
    private static void Store<TSimd, T>(in BurdenCurve curve, ref double numbers, ref double burdens, int rows)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var knots = curve.Knots;
        var first = TSimd.Create(knots[0].Burden);
        for (int i = 0; i < rows; i += TSimd.Count)
            TSimd.Store(first, ref burdens, i);
        for (int k = 0; k < knots.Length; k++)
        {
            bool isLast = k == knots.Length - 1;
            var line = new RowLine<TSimd, T>(knots[k].X, knots[k].Burden, isLast ? 0 : curve.Slope(k), isLast ? knots[k].Burden : knots[k + 1].Burden);
            for (int i = 0; i < rows; i += TSimd.Count)
            {
                var x = TSimd.Load(ref numbers, i);
                TSimd.Store(TSimd.Select(TSimd.AtLeast(x, line.Start), line.At(x), TSimd.Load(ref burdens, i)), ref burdens, i);
            }
        }
    }

    private static void WithBurden<TSimd, T, TBurden>(
        RowProgram program, in RowRule rule, RowScratch scratch, RowSink sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TBurden : struct, IRowBurden<TBurden, T>
    {
        switch (rule.Gate)
        {
            case RowGate.None:
                WithGate<TSimd, T, TBurden, NoGate<TSimd, T>>(program, rule, scratch, sink, sums, ref scratch.Column(rule.Slot));
                break;
            case RowGate.AtLeast:
                WithGate<TSimd, T, TBurden, AtLeastGate<TSimd, T>>(
                    program, rule, scratch, sink, sums, ref scratch.Column(program.Set.Gates.LeafSlots[rule.Node]));
                break;
            case RowGate.AtMost:
                WithGate<TSimd, T, TBurden, AtMostGate<TSimd, T>>(
                    program, rule, scratch, sink, sums, ref scratch.Column(program.Set.Gates.LeafSlots[rule.Node]));
                break;
            case RowGate.Range:
                WithGate<TSimd, T, TBurden, RangeGate<TSimd, T>>(
                    program, rule, scratch, sink, sums, ref scratch.Column(program.Set.Gates.LeafSlots[rule.Node]));
                break;
            default:
                WithGate<TSimd, T, TBurden, MaskGate<TSimd, T>>(program, rule, scratch, sink, sums, ref scratch.IsTrue(rule.Node));
                break;
        }
    }

    private static void WithGate<TSimd, T, TBurden, TGate>(
        RowProgram program, in RowRule rule, RowScratch scratch, RowSink sink, (int Near, int Far, int Value) sums, ref double gate)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TBurden : struct, IRowBurden<TBurden, T>
        where TGate : struct, IRowGate<TGate, T>
    {
        switch (sink)
        {
            case RowSink.Sum:
                Loop<TSimd, T, TBurden, TGate, SumSink<TSimd, T>>(program, rule, scratch, sums, ref gate);
                break;
            case RowSink.FirstOfSum:
                Loop<TSimd, T, TBurden, TGate, FirstOfSumSink<TSimd, T>>(program, rule, scratch, sums, ref gate);
                break;
            case RowSink.FirstOfMixedSum:
                Loop<TSimd, T, TBurden, TGate, FirstOfMixedSumSink<TSimd, T>>(program, rule, scratch, sums, ref gate);
                break;
            case RowSink.MixedSum:
                Loop<TSimd, T, TBurden, TGate, MixedSumSink<TSimd, T>>(program, rule, scratch, sums, ref gate);
                break;
            case RowSink.Maximum:
                Loop<TSimd, T, TBurden, TGate, MaximumSink<TSimd, T>>(program, rule, scratch, sums, ref gate);
                break;
            default:
                Loop<TSimd, T, TBurden, TGate, MinimumSink<TSimd, T>>(program, rule, scratch, sums, ref gate);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<TSimd, T, TBurden, TGate, TSink>(
        RowProgram program, in RowRule rule, RowScratch scratch, (int Near, int Far, int Value) sums, ref double gates)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TBurden : struct, IRowBurden<TBurden, T>
        where TGate : struct, IRowGate<TGate, T>
        where TSink : struct, IRowSink<T>
    {
        ref double rulesNumbers = ref program.Numbers[rule.Number];
        var burden = TBurden.Of(ref rulesNumbers);
        var gate = TGate.Of(ref rulesNumbers);
        var beta = TSimd.Create(Unsafe.Add(ref rulesNumbers, RuleParameter.Beta));
        var nearMissing = TSimd.Create(Unsafe.Add(ref rulesNumbers, RuleParameter.NearMissing));
        var farMissing = TSimd.Create(Unsafe.Add(ref rulesNumbers, RuleParameter.FarMissing));
        ref double numbers = ref scratch.Column(rule.Slot);
        ref double possible = ref scratch.IsPossible(rule.Node);
        ref double stored = ref scratch.Sum(RowSums.Burden);
        ref double nears = ref scratch.Sum(sums.Near);
        ref double fars = ref scratch.Sum(sums.Far);
        ref double values = ref scratch.Sum(sums.Value);
        int rows = scratch.Rows;
        for (int i = 0; i < rows; i += TSimd.Count)
        {
            var x = TSimd.Load(ref numbers, i);
            var known = TSimd.IsKnown(x);
            var effect = TSimd.Multiply(beta, burden.At(x, ref stored, i));
            var near = TSimd.Select(known, effect, nearMissing);
            var far = TSimd.Select(known, effect, farMissing);
            gate.Apply(ref gates, ref possible, i, ref near, ref far);
            TSink.Put(near, far, ref nears, ref fars, ref values, i);
        }
    }
}
