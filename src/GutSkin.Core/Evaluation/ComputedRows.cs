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
        BlockKernel.Put<TSimd, T>(scratch, RowSums.Burden, RowSums.Far, sink, sums);
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
            var gate = rule.Gate == RowGate.None ? Truth.True : scratch.TruthOf(rule.Node, row);
            (nears[row], fars[row]) = computed.Ends(gate, inputs);
        }
    }
}
