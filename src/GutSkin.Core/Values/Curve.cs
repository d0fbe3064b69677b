using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// A dose-response curve: piecewise linear between its knots, clamped at both ends, exactly a knot's burden at a knot
/// and elsewhere never outside its two neighbors.
/// </summary>
[JsonConverter(typeof(CurveConverter))]
public sealed class Curve : IEquatable<Curve>
{
    private readonly double[] slopes;

    /// <summary>Makes a curve of knots. Nothing is checked here: the rule set's validation reports what is wrong.</summary>
    /// <param name="knots">The knots, strictly increasing in x.</param>
    public Curve(ImmutableArray<Knot> knots)
    {
        Knots = knots.IsDefault ? [] : knots;
        slopes = new double[Math.Max(0, Knots.Length - 1)];
        for (int i = 0; i < slopes.Length; i++)
            slopes[i] = Math.Clamp(
                (Knots[i + 1].Burden - Knots[i].Burden) / (Knots[i + 1].X - Knots[i].X), -double.MaxValue, double.MaxValue);
    }

    /// <summary>The knots in order.</summary>
    public ImmutableArray<Knot> Knots { get; }

    /// <summary>Makes a curve of pairs.</summary>
    /// <param name="knots">Pairs of amount and burden, strictly increasing in the amount.</param>
    /// <returns>The curve.</returns>
    public static Curve Of(params (double X, double Burden)[] knots)
    {
        ArgumentNullException.ThrowIfNull(knots);
        var builder = ImmutableArray.CreateBuilder<Knot>(knots.Length);
        foreach (var (x, burden) in knots)
            builder.Add(new Knot(x, burden));
        return new Curve(builder.MoveToImmutable());
    }

    /// <summary>The burden at an amount.</summary>
    /// <param name="x">The amount in the factor's unit; not NaN.</param>
    /// <returns>The burden, in [0, 1] for a valid curve; 0 for one without knots.</returns>
    public double BurdenAt(double x)
    {
        var knots = Knots;
        if (knots.Length == 0)
            return 0;
        if (x <= knots[0].X)
            return knots[0].Burden;
        for (int i = 1; i < knots.Length; i++)
        {
            if (x < knots[i].X)
            {
                double from = knots[i - 1].Burden, to = knots[i].Burden;
                double y = from + (slopes[i - 1] * (x - knots[i - 1].X));
                return Math.Min(Math.Max(y, Math.Min(from, to)), Math.Max(from, to));
            }
        }

        return knots[^1].Burden;
    }

    /// <summary>The slope between a knot and the next.</summary>
    internal double SlopeAfter(int knot) => slopes[knot];

    /// <summary>The least and the greatest burden on a range of amounts.</summary>
    /// <param name="min">The least amount; absent = unbounded.</param>
    /// <param name="max">The greatest amount; absent = unbounded.</param>
    /// <returns>The two burdens; [0, 0] for a curve without knots.</returns>
    public Interval BurdensOver(double? min, double? max)
    {
        if (Knots.Length == 0)
            return default;
        double first = min is { } a ? BurdenAt(a) : Knots[0].Burden;
        double last = max is { } b ? BurdenAt(b) : Knots[^1].Burden;
        double low = Math.Min(first, last), high = Math.Max(first, last);
        foreach (var knot in Knots)
        {
            if ((min is { } lo && knot.X < lo) || (max is { } hi && knot.X > hi))
                continue;
            low = Math.Min(low, knot.Burden);
            high = Math.Max(high, knot.Burden);
        }

        return new Interval(low, high);
    }

    /// <inheritdoc/>
    public bool Equals(Curve? other) => other is not null && Knots.AsSpan().SequenceEqual(other.Knots.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Curve);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var knot in Knots)
            hash.Add(knot);
        return hash.ToHashCode();
    }
}

/// <summary>A point of a dose-response curve.</summary>
/// <param name="X">The amount, in the factor's unit.</param>
/// <param name="Burden">The burden there, in [0, 1].</param>
public readonly record struct Knot(double X, double Burden);
