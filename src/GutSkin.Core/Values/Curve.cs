using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly Knot[] knots;
    private readonly double[] slopes;

    /// <summary>Makes a curve of knots. Nothing is checked here: the rule set's validation reports what is wrong.</summary>
    /// <param name="knots">The knots, strictly increasing in x.</param>
    public Curve(ImmutableArray<Knot> knots)
    {
        this.knots = ImmutableCollectionsMarshal.AsArray(knots) ?? [];
        slopes = new double[Math.Max(0, this.knots.Length - 1)];
        for (int i = 0; i < slopes.Length; i++)
        {
            ref readonly Knot from = ref this.knots[i], to = ref this.knots[i + 1];
            slopes[i] = Math.Clamp((to.Burden - from.Burden) / (to.X - from.X), -double.MaxValue, double.MaxValue);
        }
    }

    /// <summary>The knots in order.</summary>
    public ImmutableArray<Knot> Knots => ImmutableCollectionsMarshal.AsImmutableArray(knots);

    /// <summary>The knots in order, for the engine.</summary>
    internal ReadOnlySpan<Knot> Points => knots;

    /// <summary>Makes a curve of pairs.</summary>
    /// <param name="knots">Pairs of amount and burden, strictly increasing in the amount.</param>
    /// <returns>The curve.</returns>
    public static Curve Of(params (double X, double Burden)[] knots)
    {
        ArgumentNullException.ThrowIfNull(knots);
        var copied = new Knot[knots.Length];
        for (int i = 0; i < copied.Length; i++)
            copied[i] = new Knot(knots[i].X, knots[i].Burden);
        return new Curve(ImmutableCollectionsMarshal.AsImmutableArray(copied));
    }

    /// <summary>The burden at an amount.</summary>
    /// <param name="x">The amount in the factor's unit; not NaN.</param>
    /// <returns>The burden, in [0, 1] for a valid curve; 0 for one without knots.</returns>
    public double BurdenAt(double x)
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
        if (knots.Length == 0)
            return default;
        double first = min is { } a ? BurdenAt(a) : knots[0].Burden;
        double last = max is { } b ? BurdenAt(b) : knots[^1].Burden;
        double low = Math.Min(first, last), high = Math.Max(first, last);
        foreach (var knot in knots)
        {
            if ((min is { } lo && knot.X < lo) || (max is { } hi && knot.X > hi))
                continue;
            low = Math.Min(low, knot.Burden);
            high = Math.Max(high, knot.Burden);
        }

        return new Interval(low, high);
    }

    /// <inheritdoc/>
    public bool Equals(Curve? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Curve);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var knot in knots)
            hash.Add(knot);
        return hash.ToHashCode();
    }
}

/// <summary>A point of a dose-response curve.</summary>
/// <param name="X">The amount, in the factor's unit.</param>
/// <param name="Burden">The burden there, in [0, 1].</param>
public readonly record struct Knot(double X, double Burden);
