using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// A rule that a class computes. The table holds its lane with nothing in it; a scalar pass after the table writes what the class
/// says. All it needs is here, so that every path computes it the same way.
/// </summary>
/// <param name="Rule">Its position in the compiled rules.</param>
/// <param name="Position">Its lane.</param>
/// <param name="Gate">The node of its gate.</param>
/// <param name="Beta">β of the scoring model.</param>
/// <param name="Slots">The slots it reads, in the order declared.</param>
/// <param name="Class">The class.</param>
internal sealed record CompiledComputation(int Rule, int Position, int Gate, double Beta, int[] Slots, BoundRuleClass Class)
{
    /// <summary>The burdens that a profile's numbers give.</summary>
    /// <param name="values">The profile's numbers, by slot.</param>
    /// <param name="inputs">Space for as many numbers as the class reads.</param>
    public BurdenRange BurdenOf(ReadOnlySpan<double> values, Span<double> inputs)
    {
        for (int i = 0; i < Slots.Length; i++)
            inputs[i] = values[Slots[i]];
        return Class.Burden(inputs);
    }

    /// <summary>The end of the rule's range nearer to 0, which is its value, and the other, as the table's rules have them.</summary>
    /// <param name="gate">The truth of its gate.</param>
    /// <param name="values">The profile's numbers, by slot.</param>
    /// <param name="inputs">Space for as many numbers as the class reads.</param>
    public (double Near, double Far) Ends(Truth gate, ReadOnlySpan<double> values, Span<double> inputs)
    {
        for (int i = 0; i < Slots.Length; i++)
            inputs[i] = values[Slots[i]];
        return Ends(gate, inputs[..Slots.Length]);
    }

    /// <summary>The same, of the answers it reads, in the order declared.</summary>
    public (double Near, double Far) Ends(Truth gate, ReadOnlySpan<double> inputs)
    {
        if (gate == Truth.False)
            return (0, 0);
        var burden = Class.Burden(inputs);
        return (gate == Truth.True ? (Beta * burden.Low) + 0.0 : 0, (Beta * burden.High) + 0.0);
    }

    /// <summary>Writes the range and the value into the rule's lane.</summary>
    public void Write(ScoreState state)
    {
        var (near, far) = Ends(state.TruthOf(Gate), state.Values, state.Inputs);
        state.Low[Position] = Math.Min(near, far);
        state.High[Position] = Math.Max(near, far);
        state.Value[Position] = near;
    }
}
