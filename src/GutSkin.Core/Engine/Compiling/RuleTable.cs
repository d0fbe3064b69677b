using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// The numbers of all rules, once for every path: in quads of four lanes, one vector operation being one parameter of four
/// rules for a person, one lane's parameters being one rule's for a cohort. The rules of one condition's items lie side by side
/// from a quad's start, item i in lane i mod 4; after all of them come the members of overlap groups, then the informational
/// rules. A gate is a range of one slot's number; one that joins others is computed beforehand into a slot of its own, as 1, 0
/// or missing.
/// </summary>
internal sealed class RuleTable
{
    /// <summary>How many slots a quad has: those of the burdens, then those of the gates.</summary>
    public const int QuadSlots = 2 * Lanes.Count;

    /// <summary>How many numbers a quad has.</summary>
    public const int QuadNumbers = RuleParameter.Count * Lanes.Count;

    private readonly GateTable gates;
    private readonly List<int> nodes = [];
    private readonly int[] slotOfNode;
    private readonly int firstNodeSlot;

    /// <summary>Makes a table of empty lanes.</summary>
    /// <param name="items">The conditions' items.</param>
    /// <param name="positions">How many lanes there are; a multiple of four.</param>
    /// <param name="gates">The gates.</param>
    /// <param name="one">The slot that is always 1.</param>
    /// <param name="firstNodeSlot">The first slot for gates that are computed beforehand.</param>
    public RuleTable(ScoreItems items, int positions, GateTable gates, int one, int firstNodeSlot)
    {
        this.gates = gates;
        // 0 = none yet: the slot that is always 1 comes before those of gates.
        slotOfNode = new int[gates.Nodes];
        this.firstNodeSlot = firstNodeSlot;
        Positions = positions;
        QuadsOfCondition = new int[items.Length.Length];
        for (int c = 0; c < QuadsOfCondition.Length; c++)
            QuadsOfCondition[c] = Lanes.Pad(items.Length[c]) / Lanes.Count;
        ItemQuads = items.Positions / Lanes.Count;
        ScoredQuads = Lanes.Pad(items.Positions + items.Members) / Lanes.Count;
        Slots = new int[2 * positions];
        Numbers = new double[positions * RuleParameter.Count];
        HasMore = new bool[ItemQuads];
        foreach (int group in items.Groups)
            HasMore[group / Lanes.Count] = true;
        // An empty lane reads the slot that is always 1 and gives 0.
        Filled.With(one, Slots);
    }

    /// <summary>How many lanes there are; a multiple of four.</summary>
    public int Positions { get; }

    /// <summary>How many quads hold the conditions' items.</summary>
    public int ItemQuads { get; }

    /// <summary>How many quads hold rules that are scored: items, then members of overlap groups.</summary>
    public int ScoredQuads { get; }

    /// <summary>How many quads each condition's items take.</summary>
    public int[] QuadsOfCondition { get; }

    /// <summary>The slots, quad by quad.</summary>
    public int[] Slots { get; }

    /// <summary>The numbers, quad by quad.</summary>
    public double[] Numbers { get; }

    /// <summary>Whether a quad of items holds one that is not a single rule of the table: a group, or what a class computes.</summary>
    public bool[] HasMore { get; }

    /// <summary>How many gates are computed beforehand.</summary>
    public int NodeCount => nodes.Count;

    /// <summary>Where a number of a lane is in <see cref="Numbers"/>; the lane's other numbers follow four apart.</summary>
    public static int At(int position, int parameter) =>
        ((((position >> 2) * RuleParameter.Count) + parameter) << 2) + (position & 3);

    public double this[int position, int parameter] => Numbers[At(position, parameter)];

    /// <summary>The slot a lane's burden reads.</summary>
    public int SlotOf(int position) => Slots[((position >> 2) * QuadSlots) + (position & 3)];

    /// <summary>The slot a lane's gate reads.</summary>
    public int GateSlotOf(int position) => Slots[((position >> 2) * QuadSlots) + Lanes.Count + (position & 3)];

    /// <summary>Writes a rule into a lane.</summary>
    /// <param name="position">The lane.</param>
    /// <param name="slot">The slot it reads.</param>
    /// <param name="node">The node of its gate.</param>
    /// <param name="beta">β.</param>
    /// <param name="burden">The burden, in three knots at most, which rises or falls all the way.</param>
    public void Set(int position, int slot, int node, double beta, in RuleBurden burden)
    {
        Slots[((position >> 2) * QuadSlots) + (position & 3)] = slot;
        SetGate(position, node);
        var knots = burden.Knots;
        int last = knots.Length - 1;
        double sign = last > 0 && knots[last].Burden < knots[0].Burden ? -1 : 1;
        Put(position, RuleParameter.Beta, sign * beta);
        Put(position, RuleParameter.NearMissing, beta * burden.Range.Low);
        Put(position, RuleParameter.FarMissing, beta * burden.Range.High);
        // One knot, or none: at its end everywhere.
        Put(position, RuleParameter.EndX, last < 1 ? double.NegativeInfinity : knots[last].X);
        Put(position, RuleParameter.EndBurden, last < 0 ? 0 : sign * knots[last].Burden);
        Put(position, RuleParameter.SecondX, double.PositiveInfinity);
        for (int line = 0; line < last; line++)
        {
            int parameter = line == 0 ? RuleParameter.FirstX : RuleParameter.SecondX;
            Put(position, parameter, knots[line].X);
            Put(position, parameter + RuleParameter.FirstBurden, sign * knots[line].Burden);
            Put(position, parameter + RuleParameter.FirstSlope, sign * burden.Slope(line));
            Put(position, parameter + RuleParameter.FirstEnd, sign * knots[line + 1].Burden);
        }
    }

    /// <summary>Leaves a lane to a rule that a class computes.</summary>
    public void SetComputed(int position)
    {
        if (position / Lanes.Count < ItemQuads)
            HasMore[position / Lanes.Count] = true;
    }

    /// <summary>Writes the gates that are computed beforehand into their slots, once their masks are there.</summary>
    public void WriteGates(ScoreState state)
    {
        var values = state.Values.AsSpan(firstNodeSlot, nodes.Count);
        for (int i = 0; i < values.Length; i++)
            values[i] = NumberOf(state.TruthOf(nodes[i]));
    }

    /// <summary>The number of a gate's slot for the answers at hand; null where the gate reads an answer itself.</summary>
    public double? GateOf(int position, ReadOnlySpan<double> values)
    {
        int node = GateSlotOf(position) - firstNodeSlot;
        return node >= 0 && node < nodes.Count ? NumberOf(gates.Evaluate(nodes[node], values)) : null;
    }

    private static double NumberOf(Truth truth) => truth switch
    {
        Truth.True => 1,
        Truth.False => 0,
        _ => double.NaN,
    };

    private void SetGate(int position, int node)
    {
        int slot;
        double low = 1, high = 1;
        if (node < gates.FirstOperator && !gates.Leaves[node].IsKnown)
        {
            (slot, low, high) = (gates.Leaves[node].Slot, gates.Leaves[node].Low, gates.Leaves[node].High);
        }
        else if ((slot = slotOfNode[node]) == 0)
        {
            slotOfNode[node] = slot = firstNodeSlot + nodes.Count;
            nodes.Add(node);
        }

        Slots[((position >> 2) * QuadSlots) + Lanes.Count + (position & 3)] = slot;
        Put(position, RuleParameter.GateLow, low);
        Put(position, RuleParameter.GateHigh, high);
    }

    private void Put(int position, int parameter, double value) => Numbers[At(position, parameter)] = value;
}

/// <summary>
/// Which number of a rule is where in its quad of a <see cref="RuleTable"/>. A falling curve is written upside down, burdens and
/// effect with their signs turned, which changes no bit of their product: every line of the table rises.
/// </summary>
internal static class RuleParameter
{
    /// <summary>The first knot: where the first line begins.</summary>
    public const int FirstX = 0;

    public const int FirstBurden = 1;

    public const int FirstSlope = 2;

    /// <summary>The burden of the second knot: the first line does not pass it.</summary>
    public const int FirstEnd = 3;

    /// <summary>The second knot; +∞ where there is no third.</summary>
    public const int SecondX = 4;

    public const int SecondBurden = 5;

    public const int SecondSlope = 6;

    public const int SecondEnd = 7;

    /// <summary>Where the last knot lies.</summary>
    public const int EndX = 8;

    /// <summary>The burden from the last knot on.</summary>
    public const int EndBurden = 9;

    /// <summary>β, its sign turned where the curve falls.</summary>
    public const int Beta = 10;

    /// <summary>β × the least burden: what a rule contributes at least where its answer is missing, seen from 0.</summary>
    public const int NearMissing = 11;

    /// <summary>β × the greatest burden.</summary>
    public const int FarMissing = 12;

    /// <summary>The least number of the gate's slot at which the gate is true.</summary>
    public const int GateLow = 13;

    /// <summary>The greatest.</summary>
    public const int GateHigh = 14;

    public const int Count = 15;
}

/// <summary>The four lanes of a quad: item i of a condition is in lane i mod 4, whatever the width of the machine's vectors.</summary>
internal static class Lanes
{
    public const int Count = 4;

    /// <summary>A mask with every bit set, in the form of a number.</summary>
    public static double AllBits { get; } = BitConverter.Int64BitsToDouble(-1);

    /// <summary>A count rounded up to whole quads.</summary>
    public static int Pad(int count) => (count + (Count - 1)) & ~(Count - 1);
}
