using System.Runtime.CompilerServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.Engine.Vectors;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Cohort;

/// <summary>
/// Runs one rule over a tile of rows: a vector goes across rows, each of the rule's numbers out of the table is spread over one. There is one loop
/// for each form of burden, gate and sink, put together by the compiler from the structs given; no row takes a branch.
/// </summary>
internal static class CohortRuleLoop
{
    /// <summary>Runs a rule and adds the ends of its range to sums, or lets them compete for those of its group.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="scratch">The rows.</param>
    /// <param name="sink">What becomes of the ends.</param>
    /// <param name="sums">The positions of the nearer ends' sum, the farther ends' and the values'.</param>
    public static void Run<TSimd, T>(CohortPlan plan, in CohortRule rule, CohortScratch scratch, CohortSinkForm sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        switch (rule.Burden)
        {
            case CohortBurdenForm.Constant:
                WithBurden<TSimd, T, ConstantBurden<TSimd, T>>(plan, rule, scratch, sink, sums);
                break;
            case CohortBurdenForm.Line:
                WithBurden<TSimd, T, LineBurden<TSimd, T>>(plan, rule, scratch, sink, sums);
                break;
            case CohortBurdenForm.ExactLine:
                WithBurden<TSimd, T, ExactLineBurden<TSimd, T>>(plan, rule, scratch, sink, sums);
                break;
            case CohortBurdenForm.ExactTwoLines:
                WithBurden<TSimd, T, ExactTwoLineBurden<TSimd, T>>(plan, rule, scratch, sink, sums);
                break;
            case CohortBurdenForm.TwoLines:
                WithBurden<TSimd, T, TwoLineBurden<TSimd, T>>(plan, rule, scratch, sink, sums);
                break;
            case CohortBurdenForm.Computed:
                RunComputed<TSimd, T>(plan, rule, scratch, sink, sums);
                break;
            default:
                Store<TSimd, T>(plan.Set.OffTableCurves[rule.OffTable].Burden, ref scratch.Column(rule.Slot), ref scratch.Sum(CohortSums.Burden), scratch.Rows);
                WithBurden<TSimd, T, StoredBurden<TSimd, T>>(plan, rule, scratch, sink, sums);
                break;
        }
    }

    /// <summary>Computes burdens of any number of knots.</summary>
    private static void Store<TSimd, T>(in RuleBurden burden, ref double numbers, ref double burdens, int rows)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var knots = burden.Knots;
        var first = TSimd.Create(knots[0].Burden);
        for (int i = 0; i < rows; i += TSimd.Count)
            TSimd.Store(first, ref burdens, i);
        for (int k = 0; k < knots.Length; k++)
        {
            bool isLast = k == knots.Length - 1;
            var line = new BurdenLine<TSimd, T>(knots[k].X, knots[k].Burden, isLast ? 0 : burden.Slope(k), isLast ? knots[k].Burden : knots[k + 1].Burden);
            for (int i = 0; i < rows; i += TSimd.Count)
            {
                var x = TSimd.Load(ref numbers, i);
                TSimd.Store(TSimd.Select(TSimd.AtLeast(x, line.Start), line.At(x), TSimd.Load(ref burdens, i)), ref burdens, i);
            }
        }
    }

    private static void WithBurden<TSimd, T, TBurden>(
        CohortPlan plan, in CohortRule rule, CohortScratch scratch, CohortSinkForm sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TBurden : struct, ICohortBurden<TBurden, T>
    {
        switch (rule.Gate)
        {
            case CohortGateForm.None:
                WithGate<TSimd, T, TBurden, NoGate<TSimd, T>>(plan, rule, scratch, sink, sums, ref scratch.Column(rule.Slot));
                break;
            case CohortGateForm.AtLeast:
                WithGate<TSimd, T, TBurden, AtLeastGate<TSimd, T>>(plan, rule, scratch, sink, sums, ref scratch.Column(rule.GateSlot));
                break;
            case CohortGateForm.AtMost:
                WithGate<TSimd, T, TBurden, AtMostGate<TSimd, T>>(plan, rule, scratch, sink, sums, ref scratch.Column(rule.GateSlot));
                break;
            case CohortGateForm.Range:
                WithGate<TSimd, T, TBurden, RangeGate<TSimd, T>>(plan, rule, scratch, sink, sums, ref scratch.Column(rule.GateSlot));
                break;
            default:
                WithGate<TSimd, T, TBurden, MaskGate<TSimd, T>>(plan, rule, scratch, sink, sums, ref scratch.IsTrue(rule.Node));
                break;
        }
    }

    private static void WithGate<TSimd, T, TBurden, TGate>(
        CohortPlan plan, in CohortRule rule, CohortScratch scratch, CohortSinkForm sink, (int Near, int Far, int Value) sums, ref double gate)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TBurden : struct, ICohortBurden<TBurden, T>
        where TGate : struct, ICohortGate<TGate, T>
    {
        switch (sink)
        {
            case CohortSinkForm.Sum:
                Loop<TSimd, T, TBurden, TGate, SumSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            case CohortSinkForm.FirstOfSum:
                Loop<TSimd, T, TBurden, TGate, FirstOfSumSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            case CohortSinkForm.FirstOfMixedSum:
                Loop<TSimd, T, TBurden, TGate, FirstOfMixedSumSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            case CohortSinkForm.MixedSum:
                Loop<TSimd, T, TBurden, TGate, MixedSumSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            case CohortSinkForm.Exact:
                Loop<TSimd, T, TBurden, TGate, ExactSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            case CohortSinkForm.FirstOfExact:
                Loop<TSimd, T, TBurden, TGate, FirstOfExactSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            case CohortSinkForm.Maximum:
                Loop<TSimd, T, TBurden, TGate, MaximumSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
            default:
                Loop<TSimd, T, TBurden, TGate, MinimumSink<TSimd, T>>(plan, rule, scratch, sums, ref gate);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<TSimd, T, TBurden, TGate, TSink>(
        CohortPlan plan, in CohortRule rule, CohortScratch scratch, (int Near, int Far, int Value) sums, ref double gates)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TBurden : struct, ICohortBurden<TBurden, T>
        where TGate : struct, ICohortGate<TGate, T>
        where TSink : struct, ICohortSink<T>
    {
        ref double ofRule = ref plan.Set.Table.Numbers[rule.Number];
        var burden = TBurden.Of(ref ofRule);
        var gate = TGate.Of(ref ofRule);
        var beta = TSimd.Create(Unsafe.Add(ref ofRule, RuleParameter.Beta * Lanes.Count));
        var nearMissing = TSimd.Create(Unsafe.Add(ref ofRule, RuleParameter.NearMissing * Lanes.Count));
        var farMissing = TSimd.Create(Unsafe.Add(ref ofRule, RuleParameter.FarMissing * Lanes.Count));
        ref double numbers = ref scratch.Column(rule.Slot);
        ref double possible = ref scratch.IsPossible(rule.Node);
        ref double stored = ref scratch.Sum(CohortSums.Burden);
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

    /// <summary>Runs a rule that a class computes: row by row, the ends into the scratch, and from there to where they belong.</summary>
    private static void RunComputed<TSimd, T>(
        CohortPlan plan, in CohortRule rule, CohortScratch scratch, CohortSinkForm sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        Compute(plan.Set.Rules.Computed[rule.Index]!, rule, scratch);
        CohortKernel.Put<TSimd, T>(scratch, CohortSums.Burden, CohortSums.Far, sink, sums);
    }

    private static void Compute(CompiledComputation computed, in CohortRule rule, CohortScratch scratch)
    {
        var inputs = scratch.Inputs.AsSpan(0, computed.Slots.Length);
        var nears = scratch.Numbers(CohortSums.Burden);
        var fars = scratch.Numbers(CohortSums.Far);
        for (int row = 0; row < scratch.Rows; row++)
        {
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = scratch.Answers(computed.Slots[i])[row];
            var gate = rule.Gate == CohortGateForm.None ? Truth.True : scratch.TruthOf(rule.Node, row);
            (nears[row], fars[row]) = computed.Ends(gate, inputs);
        }
    }
}
