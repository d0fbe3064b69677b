namespace GutSkin.Core;

/// <summary>
/// The numbers of all rules in blocks of four lanes. The rules of one condition's items stand side by side from a block's
/// start, item i in lane i mod 4; members of overlap groups and informational rules stand behind all of them. One vector
/// operation is one parameter of four rules.
/// </summary>
internal sealed class RuleTable
{
    public RuleTable(int positions, int one)
    {
        Positions = positions;
        Slots = new int[positions];
        Gates = new int[positions];
        Blocks = new double[positions * RuleParameter.Count];
        Array.Fill(Slots, one);
    }

    /// <summary>How many lanes there are; a multiple of four.</summary>
    public int Positions { get; }

    /// <summary>The slot each lane reads.</summary>
    public int[] Slots { get; }

    /// <summary>The node of each lane's gate.</summary>
    public int[] Gates { get; }

    /// <summary>The parameters, block by block.</summary>
    public double[] Blocks { get; }

    /// <summary>Where a parameter of a lane stands in <see cref="Blocks"/>.</summary>
    public static int At(int position, int parameter) =>
        ((((position >> 2) * RuleParameter.Count) + parameter) << 2) + (position & 3);

    public double this[int position, int parameter] => Blocks[At(position, parameter)];

    /// <summary>Writes a rule into a lane.</summary>
    /// <param name="position">The lane.</param>
    /// <param name="beta">β.</param>
    /// <param name="curve">The burden, in three knots at most, which rises or falls all the way.</param>
    public void Set(int position, double beta, in BurdenCurve curve)
    {
        var knots = curve.Knots;
        int last = knots.Length - 1;
        double sign = last > 0 && knots[last].Burden < knots[0].Burden ? -1 : 1;
        Put(position, RuleParameter.Beta, sign * beta);
        Put(position, RuleParameter.NearMissing, beta * curve.Range.Low);
        Put(position, RuleParameter.FarMissing, beta * curve.Range.High);
        // One knot, or none: at its end everywhere.
        Put(position, RuleParameter.EndX, last < 1 ? double.NegativeInfinity : knots[last].X);
        Put(position, RuleParameter.EndBurden, last < 0 ? 0 : sign * knots[last].Burden);
        Put(position, RuleParameter.SecondX, double.PositiveInfinity);
        for (int line = 0; line < last; line++)
        {
            int parameter = line == 0 ? RuleParameter.FirstX : RuleParameter.SecondX;
            Put(position, parameter, knots[line].X);
            Put(position, parameter + RuleParameter.FirstBurden, sign * knots[line].Burden);
            Put(position, parameter + RuleParameter.FirstSlope, sign * curve.Slope(line));
            Put(position, parameter + RuleParameter.FirstEnd, sign * knots[line + 1].Burden);
        }
    }

    private void Put(int position, int parameter, double value) => Blocks[At(position, parameter)] = value;
}
