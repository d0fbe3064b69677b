using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>What became of a target: a value with its error, or why there is none.</summary>
/// <param name="Value">The value; null where the target stays missing.</param>
/// <param name="Error">One standard deviation of the value.</param>
/// <param name="Reason"><c>own-entry</c>, <c>missing</c>, <c>no-case</c> or <c>out-of-range</c>; null where there is a value.</param>
/// <param name="Missing">The factors that are missing, in ordinal order.</param>
internal sealed record PlainOutcome(double? Value, double Error, string? Reason, ImmutableArray<string> Missing);

/// <summary>
/// Derivations, worked out by a second reading of the model, section 1: plain and slow, on the nouns of the rule set, with nothing
/// of the engine. Answers are in the unit of their factor; a declined one is an entry without a value.
/// </summary>
internal sealed class PlainDerivations
{
    private readonly Dictionary<string, Factor> factors;
    private readonly ILookup<string, Derivation> derivations;
    private readonly Dictionary<string, object?> values;
    private readonly Dictionary<string, PlainOutcome> outcomes = new(StringComparer.Ordinal);

    private PlainDerivations(IEnumerable<Factor> factors, IEnumerable<Derivation> derivations, IReadOnlyDictionary<string, object?> answers)
    {
        this.factors = factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
        this.derivations = derivations.OrderBy(d => d.Id, StringComparer.Ordinal).ToLookup(d => d.Factor, StringComparer.Ordinal);
        values = new(answers, StringComparer.Ordinal);
    }

    /// <summary>Fills every target that has no entry of its own.</summary>
    public static Dictionary<string, PlainOutcome> Fill(
        IEnumerable<Factor> factors, IReadOnlyCollection<Derivation> derivations, IReadOnlyDictionary<string, object?> answers)
    {
        var run = new PlainDerivations(factors, derivations, answers);
        return derivations.Select(d => d.Factor).Distinct().ToDictionary(f => f, f => run.Outcome(f, answers.ContainsKey(f)), StringComparer.Ordinal);
    }

    /// <summary>The observations as plain values: a number, yes or no, a choice; null where declined.</summary>
    public static Dictionary<string, object?> Answers(PersonProfile profile) =>
        profile.Observations.ToDictionary(
            o => o.Key,
            o => o.Value.Value switch
            {
                { Kind: FactorValueKind.Number } number => number.AsNumber,
                { Kind: FactorValueKind.Boolean } yesOrNo => (object)yesOrNo.AsBoolean,
                { Kind: FactorValueKind.Choice } choice => choice.AsChoice,
                _ => null,
            },
            StringComparer.Ordinal);

    private PlainOutcome Outcome(string target, bool hasEntry)
    {
        if (hasEntry)
            return Without("own-entry");
        if (outcomes.TryGetValue(target, out var known))
            return known;
        var tried = derivations[target].Select(Work).ToList();
        var outcome = tried.Find(o => o.Value is not null) ?? tried[0];
        if (outcome.Value is { } value)
            values[target] = value;
        return outcomes[target] = outcome;
    }

    private PlainOutcome Work(Derivation derivation)
    {
        foreach (var each in derivation.Cases)
        {
            string[] read = [.. each.When?.Factors() ?? []];
            foreach (string factor in read)
                Settle(factor);
            int truth = each.When is null ? 2 : PlainGates.Evaluate(each.When, values);
            if (truth == 0)
                continue;
            string[] needed = truth == 1 ? [.. Compared(each.When!).Distinct()] : [.. each.Needs];
            foreach (string factor in needed)
                Settle(factor);
            if (truth == 1 || needed.Any(f => values.GetValueOrDefault(f) is null))
                return Without("missing", needed.Where(f => values.GetValueOrDefault(f) is null));
            return Finish(derivation, Value(each));
        }

        return Without("no-case");
    }

    /// <summary>The factors of the comparisons of a gate: they leave it unknown, where <c>known</c> never does.</summary>
    private static IEnumerable<string> Compared(Gate gate) => gate switch
    {
        AllGate all => all.Operands.SelectMany(Compared),
        AnyGate any => any.Operands.SelectMany(Compared),
        NotGate not => Compared(not.Operand),
        ComparisonGate comparison => [comparison.Factor],
        _ => [],
    };

    private void Settle(string factor)
    {
        if (derivations.Contains(factor) && !values.ContainsKey(factor))
            Outcome(factor, hasEntry: false);
    }

    private PlainOutcome Finish(Derivation derivation, double result)
    {
        if (derivation.Round is { } decimals)
            result = Math.Floor((result * Math.Pow(10, decimals)) + 0.5) / Math.Pow(10, decimals);
        result = Math.Min(Math.Max(result, derivation.AtLeast ?? double.NegativeInfinity), derivation.AtMost ?? double.PositiveInfinity);
        var target = factors[derivation.Factor];
        if (!double.IsFinite(result) || result < target.Min || result > target.Max)
            return Without("out-of-range");
        double error = derivation.Error?.StandardDeviation ?? ((derivation.Error?.CoefficientOfVariation ?? 0) * Math.Abs(result));
        return new(result, error, null, []);
    }

    private double Value(DerivationCase each) => each switch
    {
        LinearCase linear => Sum(linear.Linear),
        ProductCase product => product.Powers.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Aggregate(product.Times, (sum, p) => sum * Power(Number(p.Key), p.Value)),
        LmsCase lms => Score(lms),
        _ => throw new InvalidOperationException("a case of another form"),
    };

    private double Sum(LinearForm form) =>
        form.Terms.OrderBy(t => t.Key, StringComparer.Ordinal).Aggregate(form.Intercept, (sum, t) => sum + Term(t.Key, t.Value));

    private double Term(string factor, DerivationTerm term) => term switch
    {
        CoefficientTerm number => number.Coefficient * Number(factor),
        LevelsTerm levels => levels.Levels.GetValueOrDefault(values[factor] is bool yes ? yes ? "true" : "false" : (string)values[factor]!),
        CurveTerm curve => Between([.. curve.Curve.Knots.Select(k => (k.X, k.Burden))], Number(factor)),
        _ => throw new InvalidOperationException("a term of another form"),
    };

    private double Number(string factor) => values[factor] switch
    {
        double number => number,
        bool yes => yes ? 1 : 0,
        string choice => factors[factor].Scores[choice],
        _ => throw new InvalidOperationException($"'{factor}' is missing"),
    };

    private double Score(LmsCase lms)
    {
        double at = Sum(lms.At);
        double l = Between([.. lms.Knots.Select(k => (k.At, k.L))], at);
        double m = Between([.. lms.Knots.Select(k => (k.At, k.M))], at);
        double s = Between([.. lms.Knots.Select(k => (k.At, k.S))], at);
        double logarithm = Math.Log(Number(lms.Value) / m);
        // e^t − 1 = 2 e^(t/2) sinh(t/2), which cancels nothing.
        return l == 0 ? logarithm / s : 2 * Math.Exp(l * logarithm / 2) * Math.Sinh(l * logarithm / 2) / (l * s);
    }

    private static double Power(double value, int power) => power switch
    {
        -2 => 1 / (value * value),
        -1 => 1 / value,
        1 => value,
        2 => value * value,
        _ => throw new InvalidOperationException("a power of another kind"),
    };

    /// <summary>Straight lines between the points, the first and the last one beyond them.</summary>
    private static double Between((double X, double Y)[] points, double x)
    {
        if (x <= points[0].X)
            return points[0].Y;
        for (int i = 1; i < points.Length; i++)
        {
            if (x <= points[i].X)
                return points[i - 1].Y + ((points[i].Y - points[i - 1].Y) * (x - points[i - 1].X) / (points[i].X - points[i - 1].X));
        }

        return points[^1].Y;
    }

    private static PlainOutcome Without(string reason, IEnumerable<string>? missing = null) =>
        new(null, 0, reason, [.. (missing ?? []).Order(StringComparer.Ordinal)]);
}
