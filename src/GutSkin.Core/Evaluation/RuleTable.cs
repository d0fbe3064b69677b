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
    /// <param name="curve">The burden, in three knots at most.</param>
    /// <param name="range">The least and the greatest burden an answer could give.</param>
    public void Set(int position, double beta, in BurdenCurve curve, Interval range)
    {
        var knots = curve.Knots;
        int last = knots.Length - 1;
        var none = new Knot(0, 0);
        var end = last < 0 ? none : knots[last];
        Put(position, RuleParameter.Beta, beta);
        Put(position, RuleParameter.NearMissing, beta * range.Low);
        Put(position, RuleParameter.FarMissing, beta * range.High);
        // One knot, or none: at its end everywhere.
        Put(position, RuleParameter.EndX, last < 1 ? double.NegativeInfinity : end.X);
        Put(position, RuleParameter.EndBurden, end.Burden);
        PutLine(position, RuleParameter.First, last < 1 ? (none, none, 0) : (knots[0], knots[1], curve.Slope(0)));
        PutLine(
            position,
            RuleParameter.Second,
            last < 2 ? (new Knot(double.PositiveInfinity, 0), none, 0) : (knots[1], knots[2], curve.Slope(1)));
    }

    private void PutLine(int position, int parameter, (Knot From, Knot To, double Slope) line)
    {
        Put(position, parameter + RuleParameter.LineX, line.From.X);
        Put(position, parameter + RuleParameter.LineBurden, line.From.Burden);
        Put(position, parameter + RuleParameter.LineSlope, line.Slope);
        Put(position, parameter + RuleParameter.LineLow, Math.Min(line.From.Burden, line.To.Burden));
        Put(position, parameter + RuleParameter.LineHigh, Math.Max(line.From.Burden, line.To.Burden));
    }

    private void Put(int position, int parameter, double value) => Blocks[At(position, parameter)] = value;
}
