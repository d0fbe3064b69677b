using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>All that the kernel writes for one profile: allocated once, used for any number of profiles, by one thread at a time.</summary>
internal sealed class ScoreState
{
    public ScoreState(CompiledRuleSet rules)
    {
        Rules = rules;
        Values = new double[rules.SlotCount];
        GateTrue = new double[rules.Gates.Nodes];
        GatePossible = new double[rules.Gates.Nodes];
        Low = new double[rules.Table.Positions];
        High = new double[rules.Table.Positions];
        Value = new double[rules.Table.Positions];
        int inputs = 0;
        foreach (var computed in rules.ComputedRules)
            inputs = Math.Max(inputs, computed.Slots.Length);
        Inputs = new double[inputs];
        Declined = new bool[rules.Slots.Count];
        Screened = new bool[rules.Slots.Count];
        Inferred = new InferredAnswers(rules.Slots.Count, rules.Inferences.Derivations.Length);
        int conditions = Lanes.Pad(rules.SkinConditions.Length);
        Totals = new double[3 * conditions];
        Indexes = new double[3 * conditions];
        Clear();
    }

    public CompiledRuleSet Rules { get; }

    /// <summary>One number a slot, NaN = missing; laid out by <see cref="SlotLayout"/>.</summary>
    public double[] Values { get; }

    /// <summary>Which slots' answers were declined: missing, and nothing is inferred for them.</summary>
    public bool[] Declined { get; }

    /// <summary>Which slots are false because a screen says so, and no answer of their own.</summary>
    public bool[] Screened { get; }

    /// <summary>Which slots hold what follows from other answers.</summary>
    public InferredAnswers Inferred { get; }

    /// <summary>Space for the answers that one class reads.</summary>
    public double[] Inputs { get; }

    /// <summary>For each gate node all bits set where it is known to be true.</summary>
    public double[] GateTrue { get; }

    /// <summary>For each gate node all bits set where it is not known to be false.</summary>
    public double[] GatePossible { get; }

    /// <summary>l of each lane's rule, or of its group.</summary>
    public double[] Low { get; }

    /// <summary>u of each lane's rule, or of its group.</summary>
    public double[] High { get; }

    /// <summary>The value of each lane's rule, or of its group: of l and u the one nearer to 0.</summary>
    public double[] Value { get; }

    /// <summary>L of all conditions, then Llow of all, then Lhigh of all, each padded to whole vectors.</summary>
    public double[] Totals { get; }

    /// <summary>The indexes of those sums.</summary>
    public double[] Indexes { get; }

    /// <summary>How far apart L, Llow and Lhigh of a condition stand.</summary>
    public int Stride => Totals.Length / 3;

    /// <summary>The factors' answers.</summary>
    public Span<double> Answers => Values.AsSpan(0, Rules.Layout.Factors);

    /// <summary>Whether each condition is named as a concern: 1 or 0.</summary>
    public Span<double> Concerns => Values.AsSpan(Rules.Layout.Factors, Rules.Layout.Conditions);

    /// <summary>Forgets all answers and concerns.</summary>
    public void Clear()
    {
        Filled.With(double.NaN, Values, Rules.Layout.Factors);
        Concerns.Clear();
        Values[Rules.Layout.One] = 1;
        Array.Clear(Declined);
        Array.Clear(Screened);
        Inferred.Clear();
    }

    /// <summary>Replaces the answer of a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="value">The answer; NaN for a missing one.</param>
    public void Answer(int slot, double value)
    {
        Values[slot] = double.IsNaN(value) ? double.NaN : value;
        Declined[slot] = Screened[slot] = false;
        Inferred.Forget(slot);
    }

    /// <summary>The truth of a gate, once evaluated.</summary>
    public Truth TruthOf(int node) => GateTable.TruthOf(GateTrue[node], GatePossible[node]);
}
