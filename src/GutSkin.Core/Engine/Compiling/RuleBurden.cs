using System.Runtime.InteropServices;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// A rule's burden over a slot's number, as a curve: the rule's own; levels as knots at 0, 1, 2 … (a number at a knot gets
/// exactly the knot's burden); no factor as one knot.
/// </summary>
/// <param name="Curve">The curve; without a knot it is a burden of 0.</param>
/// <param name="Range">The least and the greatest burden the factor's allowed values can give; [1, 1] without a factor.</param>
internal readonly record struct RuleBurden(Curve Curve, Interval Range)
{
    private static readonly Curve Nothing = new([]);

    /// <summary>The knots in order.</summary>
    public ReadOnlySpan<Knot> Knots => Curve.Points;

    /// <summary>Whether it fits the table: it has three knots at most and does not turn.</summary>
    public bool FitsTable
    {
        get
        {
            var knots = Knots;
            return knots.Length < 3
                || (knots.Length == 3 && Math.Sign(knots[1].Burden - knots[0].Burden) * Math.Sign(knots[2].Burden - knots[1].Burden) >= 0);
        }
    }

    /// <summary>The burden 1, whatever is known.</summary>
    public static RuleBurden One { get; } = new(Curve.Of((0, 1)), new Interval(1, 1));

    /// <summary>The number itself, between 0 and 1; of yes or no 1 for yes.</summary>
    public static RuleBurden Identity { get; } = new(Curve.Of((0, 0), (1, 1)), new Interval(0, 1));

    /// <summary>No curve at all: a class computes the burden, within this range.</summary>
    public static RuleBurden Computed(Interval range) => new(Nothing, range);

    public static RuleBurden Of(ScoringRule rule, Factor factor)
    {
        if (rule.Curve is { } curve)
            return new RuleBurden(curve, curve.BurdensOver(factor.Min, factor.Max));
        return factor.Kind == FactorKind.Boolean && rule.LevelsByName is null ? Identity : Levels(AnswerNumbers.Of(factor, rule.LevelsByName));
    }

    /// <summary>The slope after a knot.</summary>
    public double Slope(int knot) => Curve.SlopeAfter(knot);

    /// <summary>The burden at a known number.</summary>
    public double At(double x) => Curve.BurdenAt(x);

    private static RuleBurden Levels(double[] levels)
    {
        if (levels.Length == 0)
            return new RuleBurden(Nothing, default);
        var knots = new Knot[levels.Length];
        for (int i = 0; i < levels.Length; i++)
            knots[i] = new Knot(i, levels[i]);
        var curve = new Curve(ImmutableCollectionsMarshal.AsImmutableArray(knots));
        return new RuleBurden(curve, curve.BurdensOver(null, null));
    }
}

/// <summary>A burden that does not fit the table, in more than three knots or rising and falling: computed on its own into a slot of its own.</summary>
/// <param name="Slot">The slot it reads.</param>
/// <param name="Burden">The burden.</param>
internal readonly record struct OffTableCurve(int Slot, RuleBurden Burden)
{
    /// <summary>The burden that a profile's numbers give; NaN where the answer is missing.</summary>
    public double At(ReadOnlySpan<double> values)
    {
        double x = values[Slot];
        return double.IsNaN(x) ? x : Burden.At(x);
    }
}
