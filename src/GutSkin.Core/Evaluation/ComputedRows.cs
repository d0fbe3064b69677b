namespace GutSkin.Core;

/// <summary>Runs a rule that a class computes over a block of rows: the class row by row, then what becomes of the ends as ever.</summary>
internal static class ComputedRows
{
    /// <summary>Runs the rule.</summary>
    public static void Run<TSimd, T>(RowProgram program, in RowRule rule, RowScratch scratch, RowSink sink, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
    {
        var computed = program.Set.Rules.Computed[rule.Index]!;
        Compute(computed, rule, scratch);
        switch (sink)
        {
            case RowSink.Sum:
                Put<TSimd, T, SumSink<TSimd, T>>(scratch, sums);
                break;
            case RowSink.FirstOfSum:
                Put<TSimd, T, FirstOfSumSink<TSimd, T>>(scratch, sums);
                break;
            case RowSink.FirstOfMixedSum:
                Put<TSimd, T, FirstOfMixedSumSink<TSimd, T>>(scratch, sums);
                break;
            case RowSink.MixedSum:
                Put<TSimd, T, MixedSumSink<TSimd, T>>(scratch, sums);
                break;
            case RowSink.Maximum:
                Put<TSimd, T, MaximumSink<TSimd, T>>(scratch, sums);
                break;
            default:
                Put<TSimd, T, MinimumSink<TSimd, T>>(scratch, sums);
                break;
        }
    }

    private static void Compute(CompiledComputation computed, in RowRule rule, RowScratch scratch)
    {
        var inputs = scratch.Inputs.AsSpan(0, computed.Slots.Length);
        var nears = scratch.Numbers(RowSums.Burden);
        var fars = scratch.Numbers(RowSums.Far);
        for (int row = 0; row < scratch.Rows; row++)
        {
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = scratch.Answers(computed.Slots[i])[row];
            var gate = rule.Gate == RowGate.None ? Truth.True
                : TruthAt(scratch, rule.Node, row);
            (nears[row], fars[row]) = computed.Ends(gate, inputs);
        }
    }

    private static Truth TruthAt(RowScratch scratch, int node, int row)
    {
        var (isTrue, isPossible) = scratch.Masks(node, row);
        return GateTable.TruthOf(isTrue, isPossible);
    }

    private static void Put<TSimd, T, TSink>(RowScratch scratch, (int Near, int Far, int Value) sums)
        where TSimd : struct, ISimd<T>
        where T : struct
        where TSink : struct, IRowSink<T>
    {
        ref double near = ref scratch.Sum(RowSums.Burden);
        ref double far = ref scratch.Sum(RowSums.Far);
        ref double nears = ref scratch.Sum(sums.Near);
        ref double fars = ref scratch.Sum(sums.Far);
        ref double values = ref scratch.Sum(sums.Value);
        for (int i = 0; i < scratch.Rows; i += TSimd.Count)
            TSink.Put(TSimd.Load(ref near, i), TSimd.Load(ref far, i), ref nears, ref fars, ref values, i);
    }
}
