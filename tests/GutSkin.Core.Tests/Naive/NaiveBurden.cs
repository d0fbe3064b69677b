using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>A rule's burden: a curve over a number, levels over a yes/no or choice factor, or 1 without a factor.</summary>
internal sealed class NaiveBurden
{
    private readonly IReadOnlyList<(double X, double Y)>? curve;
    private readonly Dictionary<string, double>? levels;

    public NaiveBurden(JsonObject rule, NaiveFactor? factor)
    {
        if (factor is null)
        {
            (Least, Greatest) = (1, 1);
        }
        else if (factor.IsNumeric)
        {
            curve = Knots(rule["curve"]!.AsArray());
            var taken = curve.Where(k => !(k.X < factor.Min) && !(k.X > factor.Max)).Select(k => k.Y)
                .Append(Curve(factor.Min ?? double.NegativeInfinity))
                .Append(Curve(factor.Max ?? double.PositiveInfinity))
                .ToList();
            (Least, Greatest) = (taken.Min(), taken.Max());
        }
        else
        {
            levels = rule["levels"] is JsonObject given
                ? given.ToDictionary(l => l.Key, l => l.Value!.GetValue<double>(), StringComparer.Ordinal)
                : new() { ["true"] = 1 };
            var taken = (factor.Kind == "boolean" ? ["true", "false"] : factor.Choices)
                .Select(answer => levels.GetValueOrDefault(answer, 0))
                .ToList();
            (Least, Greatest) = (taken.Min(), taken.Max());
        }
    }

    public bool HasCurve => curve is not null;

    /// <summary>bmin: the least burden over what the factor allows.</summary>
    public double Least { get; }

    /// <summary>bmax: the greatest burden over what the factor allows.</summary>
    public double Greatest { get; }

    /// <summary>b for a known answer; pass null for a rule without a factor.</summary>
    public double Of(object? answer) => answer switch
    {
        null => 1,
        double x => Curve(x),
        bool yes => levels!.GetValueOrDefault(yes ? "true" : "false", 0),
        _ => levels!.GetValueOrDefault((string)answer, 0),
    };

    /// <summary>The burden at a number; the rule has a curve.</summary>
    public double Curve(double x) =>
        Interpolate(curve ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"no curve to read at {x}")), x);

    public static IReadOnlyList<(double X, double Y)> Knots(JsonArray curve) =>
        [.. curve.Select(k => (k![0]!.GetValue<double>(), k[1]!.GetValue<double>()))];

    /// <summary>Piecewise linear, clamped at both ends, exact at a knot, never outside the two neighbors.</summary>
    public static double Interpolate(IReadOnlyList<(double X, double Y)> knots, double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x <= knots[0].X)
            return knots[0].Y;
        if (x >= knots[^1].X)
            return knots[^1].Y;
        var right = Enumerable.Range(0, knots.Count).First(i => knots[i].X >= x);
        if (knots[right].X == x)
            return knots[right].Y;
        var (a, b) = (knots[right - 1], knots[right]);
        var y = a.Y + ((b.Y - a.Y) * ((x - a.X) / (b.X - a.X)));
        return Math.Clamp(y, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
    }
}
