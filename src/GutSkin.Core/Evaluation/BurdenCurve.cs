namespace GutSkin.Core;

/// <summary>
/// A rule's burden over a slot's number, as knots: a curve as it is; levels as knots at 0, 1, 2 … (a number at a knot gets
/// exactly the knot's burden); no factor as one knot.
/// </summary>
internal readonly struct BurdenCurve
{
    private readonly Knot[] knots;

    private BurdenCurve(Knot[] knots, Interval range) => (this.knots, Range) = (knots, range);

    /// <summary>The knots in order; none is a burden of 0.</summary>
    public ReadOnlySpan<Knot> Knots => knots;

    /// <summary>The least and the greatest burden the factor's allowed values can give; [1, 1] without a factor.</summary>
    public Interval Range { get; init; }

    /// <summary>Whether the table has room for it: it has three knots at most and does not turn.</summary>
    public bool FitsTable => knots.Length < 3
        || (knots.Length == 3 && Math.Sign(knots[1].Burden - knots[0].Burden) * Math.Sign(knots[2].Burden - knots[1].Burden) >= 0);

    /// <summary>The burden 1, whatever is known.</summary>
    public static BurdenCurve One { get; } = new([new Knot(0, 1)], new Interval(1, 1));

    /// <summary>No curve at all: a class computes the burden, within this range.</summary>
    public static BurdenCurve Computed(Interval range) => new([], range);

    /// <summary>The number itself, between 0 and 1.</summary>
    public static BurdenCurve Identity { get; } = new([new Knot(0, 0), new Knot(1, 1)], new Interval(0, 1));

    private static BurdenCurve YesNo { get; } = new([new Knot(0, 0), new Knot(1, 1)], new Interval(0, 1));

    public static BurdenCurve Of(ScoringRule rule, Factor factor)
    {
        if (rule.Curve is { } curve)
            return new BurdenCurve([.. curve.Knots], curve.BurdensOver(factor.Min, factor.Max));
        if (factor.Kind == FactorKind.Boolean)
        {
            return rule.Levels is null
                ? YesNo
                : Levels([rule.Levels.GetValueOrDefault("false"), rule.Levels.GetValueOrDefault("true")]);
        }

        double[] levels = new double[factor.Choices.Length];
        for (int i = 0; i < levels.Length; i++)
            levels[i] = rule.Levels?.GetValueOrDefault(factor.Choices[i]) ?? 0;
        return Levels(levels);
    }

    /// <summary>The slope behind a knot, as <see cref="Curve"/> has it.</summary>
    public double Slope(int knot) => Math.Clamp(
        (knots[knot + 1].Burden - knots[knot].Burden) / (knots[knot + 1].X - knots[knot].X), -double.MaxValue, double.MaxValue);

    /// <summary>The burden at a known number, as <see cref="Curve.BurdenAt"/> computes it.</summary>
    public double At(double x)
    {
        if (knots.Length == 0)
            return 0;
        if (x <= knots[0].X)
            return knots[0].Burden;
        for (int i = 1; i < knots.Length; i++)
        {
            if (x < knots[i].X)
            {
                double from = knots[i - 1].Burden, to = knots[i].Burden;
                double y = from + (Slope(i - 1) * (x - knots[i - 1].X));
                return Math.Min(Math.Max(y, Math.Min(from, to)), Math.Max(from, to));
            }
        }

        return knots[^1].Burden;
    }

    private static BurdenCurve Levels(double[] levels)
    {
        if (levels.Length == 0)
            return new BurdenCurve([], default);
        var knots = new Knot[levels.Length];
        double low = levels[0], high = levels[0];
        for (int i = 0; i < levels.Length; i++)
        {
            knots[i] = new Knot(i, levels[i]);
            low = Math.Min(low, levels[i]);
            high = Math.Max(high, levels[i]);
        }

        return new BurdenCurve(knots, new Interval(low, high));
    }
}
