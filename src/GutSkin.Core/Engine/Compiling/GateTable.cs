using System.Runtime.CompilerServices;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// The smallest gate: a slot's number lies in a closed range. Every comparison is one, since <c>above</c> a number is
/// <c>atLeast</c> the next double; a concern and a constant are one on a slot that always has a number.
/// </summary>
/// <param name="Slot">The slot.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">The greatest number.</param>
/// <param name="IsKnown">Whether a missing number makes it false instead of unknown, unless it is missing because it is too old: the gate <c>known</c>.</param>
internal readonly record struct GateLeaf(int Slot, double Low, double High, bool IsKnown)
{
    // Both by hand: what the compiler would write asks for comparers that a first assessment would wait for.

    /// <summary>Whether all parts are the same; −0 is 0.</summary>
    public bool Equals(GateLeaf other) => Slot == other.Slot && Low == other.Low && High == other.High && IsKnown == other.IsKnown;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Each part is multiplied before the next is added: with sums alone the ranges of a simple progression would all have one hash. −0 + 0 is 0.
        ulong mixed = ((ulong)BitConverter.DoubleToInt64Bits(Low + 0.0) * 0x9E3779B97F4A7C15) + (uint)Slot;
        mixed = ((mixed ^ (mixed >> 32)) + (ulong)BitConverter.DoubleToInt64Bits(High + 0.0)) * 0xC2B2AE3D27D4EB4F;
        return (int)(mixed >> 32) + (IsKnown ? 1 : 0);
    }
}

/// <summary>How a node of a gate joins its operands.</summary>
internal enum GateOperator : byte
{
    /// <summary>The minimum.</summary>
    All,

    /// <summary>The maximum.</summary>
    Any,

    /// <summary>True and false swapped.</summary>
    Not,
}

/// <summary>
/// All gates of a rule set as flat nodes, each different one once: the leaves, then the operators in postfix order, so that
/// one sweep from left to right evaluates everything. Kleene's logic is two masks a node: known to be true, and possible
/// (not known to be false).
/// </summary>
internal sealed class GateTable
{
    private readonly GateOperator[] operators;
    private readonly int[] starts;
    private readonly int[] operands;

    public GateTable(GateLeaf[] leaves, GateOperator[] operators, int[] starts, int[] operands, int scoredLeaves, int scoredOperators)
    {
        this.operators = operators;
        this.starts = starts;
        this.operands = operands;
        Leaves = leaves;
        ScoredLeaves = scoredLeaves;
        ScoredOperators = scoredOperators;
        int padded = Lanes.Pad(leaves.Length);
        LeafSlots = new int[padded];
        LeafLows = new double[padded];
        LeafHighs = new double[padded];
        LeafKnown = new double[padded];
        for (int i = 0; i < leaves.Length; i++)
        {
            LeafSlots[i] = leaves[i].Slot;
            LeafLows[i] = leaves[i].Low;
            LeafHighs[i] = leaves[i].High;
            LeafKnown[i] = leaves[i].IsKnown ? Lanes.AllBits : 0;
        }
    }

    /// <summary>The gate that is always true.</summary>
    public const int True = 0;

    public GateLeaf[] Leaves { get; }

    /// <summary>How many leaves, from the first, the scoring rules need.</summary>
    public int ScoredLeaves { get; }

    /// <summary>How many operators, from the first, the scoring rules need.</summary>
    public int ScoredOperators { get; }

    public int Operators => operators.Length;

    /// <summary>The node of the first operator: the leaves before it are padded to whole vectors.</summary>
    public int FirstOperator => LeafSlots.Length;

    public int Nodes => LeafSlots.Length + operators.Length;

    public int[] LeafSlots { get; }

    public double[] LeafLows { get; }

    public double[] LeafHighs { get; }

    /// <summary>All bits set for a leaf <c>known</c>.</summary>
    public double[] LeafKnown { get; }

    public GateOperator Operator(int index) => operators[index];

    /// <summary>The nodes an operator joins.</summary>
    public ReadOnlySpan<int> Operands(int index) => operands.AsSpan(starts[index], starts[index + 1] - starts[index]);

    /// <summary>The truth of one node on a profile.</summary>
    public Truth Evaluate(int node, ReadOnlySpan<double> values)
    {
        if (node < FirstOperator)
        {
            ref readonly var leaf = ref Leaves[node];
            double x = values[leaf.Slot];
            return x >= leaf.Low && x <= leaf.High ? Truth.True
                : double.IsNaN(x) && (!leaf.IsKnown || Slots.IsTooOld(x)) ? Truth.Unknown
                : Truth.False;
        }

        int index = node - FirstOperator;
        var joined = Operands(index);
        if (operators[index] == GateOperator.Not)
            return (Truth)((int)Truth.True - (int)Evaluate(joined[0], values));
        bool all = operators[index] == GateOperator.All;
        var result = all ? Truth.True : Truth.False;
        var final = all ? Truth.False : Truth.True;
        foreach (int operand in joined)
        {
            var truth = Evaluate(operand, values);
            if (truth == final)
                return final;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }

        return result;
    }

    /// <summary>Evaluates operators on the masks of their operands, from the first on.</summary>
    public void JoinAll(Span<double> isTrue, Span<double> isPossible, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var joined = Operands(i);
            long t = Bits(isTrue[joined[0]]), p = Bits(isPossible[joined[0]]);
            switch (operators[i])
            {
                case GateOperator.Not:
                    (t, p) = (~p, ~t);
                    break;
                case GateOperator.All:
                    for (int k = 1; k < joined.Length; k++)
                    {
                        t &= Bits(isTrue[joined[k]]);
                        p &= Bits(isPossible[joined[k]]);
                    }

                    break;
                default:
                    for (int k = 1; k < joined.Length; k++)
                    {
                        t |= Bits(isTrue[joined[k]]);
                        p |= Bits(isPossible[joined[k]]);
                    }

                    break;
            }

            isTrue[FirstOperator + i] = BitConverter.Int64BitsToDouble(t);
            isPossible[FirstOperator + i] = BitConverter.Int64BitsToDouble(p);
        }
    }

    /// <summary>The truth of a node by its two masks.</summary>
    public static Truth TruthOf(double isTrue, double isPossible) =>
        Bits(isTrue) != 0 ? Truth.True : Bits(isPossible) != 0 ? Truth.Unknown : Truth.False;

    /// <summary>Adds the leaves below a node, each as often as it is there.</summary>
    public void CollectLeaves(int node, List<int> leaves)
    {
        if (node < FirstOperator)
        {
            leaves.Add(node);
            return;
        }

        foreach (int operand in Operands(node - FirstOperator))
            CollectLeaves(operand, leaves);
    }

    /// <summary>Adds the slots of factors that a node reads, some more than once; concerns and the slot that is always 1 come behind the factors.</summary>
    public void CollectFactors(int node, int factors, List<int> slots)
    {
        if (node >= FirstOperator)
        {
            foreach (int operand in Operands(node - FirstOperator))
                CollectFactors(operand, factors, slots);
        }
        else if (Leaves[node].Slot < factors)
        {
            slots.Add(Leaves[node].Slot);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(double mask) => BitConverter.DoubleToInt64Bits(mask);
}

/// <summary>
/// A gate that is evaluated often on one person's numbers. Most are comparisons that all have to hold: those lie side by side and
/// are looked at without going through the nodes.
/// </summary>
internal readonly struct FlatGate
{
    private static readonly GateLeaf[] NoLeaves = [];

    private readonly int node;
    private readonly GateLeaf[]? leaves;

    private FlatGate(int node, GateLeaf[]? leaves) => (this.node, this.leaves) = (node, leaves);

    /// <summary>The gate at a node.</summary>
    public static FlatGate Of(int node, GateTable gates)
    {
        if (node == GateTable.True)
            return new FlatGate(node, NoLeaves);
        ReadOnlySpan<int> operands = node < gates.FirstOperator ? [node]
            : gates.Operator(node - gates.FirstOperator) == GateOperator.All ? gates.Operands(node - gates.FirstOperator)
            : [];
        foreach (int operand in operands)
        {
            if (operand >= gates.FirstOperator || gates.Leaves[operand].IsKnown)
                return new FlatGate(node, null);
        }

        var leaves = new GateLeaf[operands.Length];
        for (int i = 0; i < leaves.Length; i++)
            leaves[i] = gates.Leaves[operands[i]];
        return new FlatGate(node, leaves.Length > 0 ? leaves : null);
    }

    /// <summary>The truth on a profile.</summary>
    public Truth Evaluate(GateTable gates, ReadOnlySpan<double> values)
    {
        if (leaves is null)
            return gates.Evaluate(node, values);
        var truth = Truth.True;
        for (int i = 0; i < leaves.Length; i++)
        {
            ref readonly var leaf = ref leaves[i];
            double x = values[leaf.Slot];
            if (x >= leaf.Low && x <= leaf.High)
                continue;
            if (!double.IsNaN(x))
                return Truth.False;
            truth = Truth.Unknown;
        }

        return truth;
    }
}
