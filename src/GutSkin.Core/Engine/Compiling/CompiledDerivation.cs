using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>A derivation over slots.</summary>
/// <param name="Index">Its position among all derivations, which stand by id.</param>
/// <param name="Source">The derivation.</param>
/// <param name="Target">The factor it fills.</param>
/// <param name="Cases">Its cases, in the order in which they are tried.</param>
internal sealed record CompiledDerivation(int Index, Derivation Source, Factor Target, CompiledCase[] Cases)
{
    private readonly Interval allowed = Slots.Allowed(Target);

    /// <summary>Works the value out.</summary>
    /// <param name="gates">The gates of the rule set.</param>
    /// <param name="values">The answers.</param>
    /// <param name="value">The value, where there is one.</param>
    /// <param name="counted">The case that counts; null where none does, or something that it needs is missing.</param>
    /// <returns>Whether there is a value; where not, and a case counts, the result is none that the target allows.</returns>
    public bool TryWorkOut(GateTable gates, ReadOnlySpan<double> values, out double value, out CompiledCase? counted)
    {
        value = double.NaN;
        counted = null;
        foreach (var each in Cases)
        {
            var truth = each.Gate.Evaluate(gates, values);
            if (truth == Truth.False)
                continue;
            // The search ends here, whether the case counts or not.
            if (truth == Truth.Unknown || !each.HasAll(values))
                return false;
            counted = each;
            value = Finish(each.Value(values));
            return value >= allowed.Low && value <= allowed.High;
        }

        return false;
    }

    /// <summary>How far a value may be from the true one; null where that is not modeled.</summary>
    public double? ErrorAt(double value) => Source.Error?.At(value) ?? Target.MeasurementError?.At(value);

    /// <summary>Rounded, then brought into the bounds; NaN where the result is not finite.</summary>
    private double Finish(double value)
    {
        if (double.IsFinite(value) && Source.Round is { } decimals)
            value = UnitConversion.Rounded(value, decimals);
        if (!double.IsFinite(value))
            return double.NaN;
        if (Source.AtLeast is { } least && value < least)
            value = least;
        if (Source.AtMost is { } most && value > most)
            value = most;
        // Adding 0 turns −0 into 0.
        return value + 0.0;
    }
}

/// <summary>A case of a derivation over slots: a closed family of three.</summary>
/// <param name="needs">The slots it needs, rising.</param>
internal abstract class CompiledCase(int[] needs)
{
    /// <summary>Its gate.</summary>
    public FlatGate Gate { get; set; }

    /// <summary>The slots it needs, rising.</summary>
    public int[] Needs { get; } = needs;

    /// <summary>The value, where all that it needs is known.</summary>
    public abstract double Value(ReadOnlySpan<double> values);

    /// <summary>Whether all that it needs is known.</summary>
    public bool HasAll(ReadOnlySpan<double> values)
    {
        foreach (int slot in Needs)
        {
            if (double.IsNaN(values[slot]))
                return false;
        }

        return true;
    }

    public static CompiledCase Of(DerivationCase source, Slots slots)
    {
        int[] needs = slots.IndexesOf(source.Needs);
        Sorting.Numbers(needs);
        return source switch
        {
            LinearCase linear => new CompiledLinearCase(needs, new CompiledSum(linear.Linear, slots)),
            ProductCase product => new CompiledProductCase(needs, product, slots),
            LmsCase lms => new CompiledLmsCase(needs, lms, slots),
            _ => throw new ArgumentException("A case of an unknown form.", nameof(source)),
        };
    }
}

/// <summary>Intercept + Σ terms: slots stand in the ordinal order of the factors' ids, which is the order of addition.</summary>
internal sealed class CompiledSum
{
    private readonly double intercept;
    private readonly Term[] terms;

    public CompiledSum(LinearForm form, Slots slots)
    {
        intercept = form.Intercept;
        // Slots stand in the order of their ids, as the terms do.
        var factors = form.TermsByName!.Names;
        terms = new Term[factors.Length];
        for (int i = 0; i < terms.Length; i++)
            terms[i] = Of(slots.IndexOf(factors[i]), form.TermsByName[factors[i]], slots);
    }

    public double At(ReadOnlySpan<double> values)
    {
        double sum = intercept;
        foreach (var term in terms)
        {
            double x = values[term.Slot];
            sum += term.Table is { } table ? table[(int)x] : term.Curve is { } curve ? curve.BurdenAt(x) : term.Coefficient * x;
        }

        return sum;
    }

    private static Term Of(int slot, DerivationTerm term, Slots slots)
    {
        var factor = slots.Factors[slot];
        return term switch
        {
            CoefficientTerm { Coefficient: var c } when factor.Kind == FactorKind.Choice =>
                new Term(slot, 0, Times(c, AnswerNumbers.OfScores(factor)), null),
            CoefficientTerm coefficient => new Term(slot, coefficient.Coefficient, null, null),
            CurveTerm curve => new Term(slot, 0, null, curve.Curve),
            LevelsTerm levels => new Term(slot, 0, AnswerNumbers.Of(factor, levels.LevelsByName), null),
            _ => throw new ArgumentException("A term of an unknown form.", nameof(term)),
        };
    }

    private static double[] Times(double coefficient, double[] numbers)
    {
        foreach (ref double number in numbers.AsSpan())
            number *= coefficient;
        return numbers;
    }

    /// <summary>What a factor adds: by table where it has few answers, by curve, or a coefficient times its number.</summary>
    private sealed class Term(int slot, double coefficient, double[]? table, Curve? curve)
    {
        public readonly int Slot = slot;
        public readonly double Coefficient = coefficient;
        public readonly double[]? Table = table;
        public readonly Curve? Curve = curve;
    }
}

/// <summary>A sum.</summary>
internal sealed class CompiledLinearCase(int[] needs, CompiledSum sum) : CompiledCase(needs)
{
    public override double Value(ReadOnlySpan<double> values) => sum.At(values);
}

/// <summary>A product, its factors in the ordinal order of their ids.</summary>
internal sealed class CompiledProductCase : CompiledCase
{
    private readonly double times;
    private readonly int[] powers;
    private readonly double[]?[] numbers;

    public CompiledProductCase(int[] needs, ProductCase source, Slots slots)
        : base(needs)
    {
        times = source.Times;
        powers = new int[needs.Length];
        numbers = new double[]?[needs.Length];
        for (int i = 0; i < needs.Length; i++)
        {
            var factor = slots.Factors[needs[i]];
            powers[i] = source.PowersByName![factor.Id];
            numbers[i] = factor.Kind == FactorKind.Choice ? AnswerNumbers.OfScores(factor) : null;
        }
    }

    public override double Value(ReadOnlySpan<double> values)
    {
        double product = times;
        for (int i = 0; i < powers.Length; i++)
        {
            double x = values[Needs[i]];
            if (numbers[i] is { } ofChoice)
                x = ofChoice[(int)x];
            product *= powers[i] switch
            {
                2 => x * x,
                -1 => 1 / x,
                -2 => 1 / (x * x),
                _ => x,
            };
        }

        return product;
    }
}

/// <summary>Cole's LMS method: how many standard deviations a value lies from the median at an age.</summary>
internal sealed class CompiledLmsCase : CompiledCase
{
    private readonly int value;
    private readonly CompiledSum at;
    private readonly ImmutableArray<LmsKnot> knots;

    public CompiledLmsCase(int[] needs, LmsCase source, Slots slots)
        : base(needs)
    {
        value = slots.IndexOf(source.Value);
        at = new CompiledSum(source.At, slots);
        knots = source.Knots.IsDefault ? [] : source.Knots;
    }

    public override double Value(ReadOnlySpan<double> values)
    {
        var (l, m, s) = Read(at.At(values));
        double log = DeterministicMath.Log(values[value] / m);
        return l == 0 ? log / s : DeterministicMath.Expm1(l * log) / (l * s);
    }

    private (double L, double M, double S) Read(double x)
    {
        if (double.IsNaN(x))
            return (x, x, x);
        int next = 0;
        while (next < knots.Length && knots[next].At <= x)
            next++;
        if (next == 0 || next == knots.Length)
        {
            ref readonly var end = ref knots.ItemRef(Math.Max(0, next - 1));
            return (end.L, end.M, end.S);
        }

        ref readonly var a = ref knots.ItemRef(next - 1);
        ref readonly var b = ref knots.ItemRef(next);
        double part = (x - a.At) / (b.At - a.At);
        return (a.L + (part * (b.L - a.L)), a.M + (part * (b.M - a.M)), a.S + (part * (b.S - a.S)));
    }
}
