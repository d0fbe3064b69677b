using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>How a factor is worked out from others: section 1 of the scoring model.</summary>
internal sealed class NaiveDerivation
{
    public NaiveDerivation(JsonObject document, IReadOnlyDictionary<string, NaiveFactor> factors)
    {
        Id = document.Text("id")!;
        Factor = document.Text("factor")!;
        IsEstimate = document.Text("standing") == "estimate";
        Items = document.Texts("items");
        Cases = [.. document.Objects("cases").Select(c => new NaiveCase(c, factors))];
        AtLeast = document.Number("atLeast");
        AtMost = document.Number("atMost");
        Decimals = document.Number("round") is { } d ? (int)d : null;
        Error = NaiveKnowledge.ReadError(document["error"]);
    }

    public string Id { get; }

    /// <summary>The target.</summary>
    public string Factor { get; }

    public bool IsEstimate { get; }

    public IReadOnlyList<string> Items { get; }

    public IReadOnlyList<NaiveCase> Cases { get; }

    public double? AtLeast { get; }

    public double? AtMost { get; }

    public int? Decimals { get; }

    public NaiveError? Error { get; }

    /// <summary>All factors that a case needs.</summary>
    public IEnumerable<string> Needs => Cases.SelectMany(c => c.Needs).Distinct();

    /// <summary>The case at which the search ends: the first whose gate is not false.</summary>
    public NaiveCase? Found(NaiveAnswers answers) =>
        Cases.FirstOrDefault(c => NaiveGate.Evaluate(c.When, answers) != Truth.False);

    /// <summary>Rounded, then brought into the bounds; what is not finite stays so.</summary>
    public double Finish(double value)
    {
        if (!double.IsFinite(value))
            return value;
        value = NaiveConversion.Round(value, Decimals);
        if (value < AtLeast)
            value = AtLeast.Value;
        if (value > AtMost)
            value = AtMost.Value;
        return value;
    }
}

/// <summary>One case of a derivation: linear, a product of powers, or LMS.</summary>
internal sealed class NaiveCase
{
    private readonly JsonObject document;
    private readonly IReadOnlyDictionary<string, NaiveFactor> factors;

    public NaiveCase(JsonObject document, IReadOnlyDictionary<string, NaiveFactor> factors)
    {
        this.document = document;
        this.factors = factors;
        Needs = [.. (Linear is { } l ? Terms(l).Select(t => t.Key)
            : Product is { } p ? Powers(p).Select(t => t.Key)
            : Terms(Lms!["at"]!.AsObject()).Select(t => t.Key).Append(Lms.Text("value")!)).Distinct()];
    }

    public JsonObject? When => document["when"] as JsonObject;

    public IReadOnlyList<string> Needs { get; }

    public JsonObject? Linear => document["linear"] as JsonObject;

    public JsonObject? Product => document["product"] as JsonObject;

    public JsonObject? Lms => document["lms"] as JsonObject;

    /// <summary>The value, where everything that the case needs is known.</summary>
    public double Value(NaiveAnswers answers)
    {
        if (Linear is { } linear)
            return LinearForm(linear, answers);
        if (Product is { } product)
        {
            var result = product.Number("times") ?? 1;
            foreach (var (factor, power) in Powers(product))
                result *= Power(Number(factor, answers), (int)power!.GetValue<double>());
            return result;
        }

        var knots = Lms!["knots"]!.AsArray().Select(k => k!.AsArray().Select(n => n!.GetValue<double>()).ToArray()).ToList();
        var at = LinearForm(Lms["at"]!.AsObject(), answers);
        double Read(int column) => NaiveBurden.Interpolate([.. knots.Select(k => (k[0], k[column]))], at);
        var (l, m, s) = (Read(1), Read(2), Read(3));
        var log = Math.Log(Number(Lms.Text("value")!, answers) / m);
        return l == 0 ? log / s : Expm1(l * log) / (l * s);
    }

    /// <summary>Where the value goes when a factor that it needs rises.</summary>
    public Way Slope(string factor)
    {
        if (Linear is { } linear)
            return linear["terms"]![factor] is { } term ? TermSlope(factors[factor], term) : Way.None;
        if (Product is { } product)
            return product["powers"]![factor] is { } power ? (power.GetValue<double>() > 0 ? Way.Up : Way.Down) : Way.None;
        if (Lms!["at"]!["terms"]?[factor] is not null)
            return Way.Both;
        return Lms.Text("value") == factor ? Way.Up : Way.None;
    }

    private static Way TermSlope(NaiveFactor factor, JsonNode term)
    {
        if (term is not JsonObject form)
            return Steps([0, term.GetValue<double>()]);
        if (form["curve"] is JsonArray curve)
            return Steps([.. curve.Select(k => k![1]!.GetValue<double>())]);
        string[] answers = factor.Kind == "boolean" ? ["false", "true"] : [.. factor.Choices];
        return Steps([.. answers.Select(a => form["levels"]![a]?.GetValue<double>() ?? 0)]);
    }

    private static Way Steps(IReadOnlyList<double> values)
    {
        var steps = values.Zip(values.Skip(1), (a, b) => b - a).ToList();
        return (steps.Any(d => d > 0) ? Way.Up : Way.None) | (steps.Any(d => d < 0) ? Way.Down : Way.None);
    }

    private double LinearForm(JsonObject form, NaiveAnswers answers)
    {
        var sum = form.Number("intercept") ?? 0;
        foreach (var (factor, term) in Terms(form))
            sum += Term(factor, term!, answers);
        return sum;
    }

    private double Term(string factor, JsonNode term, NaiveAnswers answers)
    {
        if (term is not JsonObject form)
            return term.GetValue<double>() * Number(factor, answers);
        if (form["curve"] is JsonArray curve)
            return NaiveBurden.Interpolate(NaiveBurden.Knots(curve), Number(factor, answers));
        var answer = answers[factor] switch { bool yes => yes ? "true" : "false", var choice => (string)choice! };
        return form["levels"]![answer]?.GetValue<double>() ?? 0;
    }

    private double Number(string factor, NaiveAnswers answers) => answers[factor] switch
    {
        double x => x,
        bool yes => yes ? 1 : 0,
        var choice => factors[factor].Scores[(string)choice!],
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Terms(JsonObject form) =>
        (form["terms"] as JsonObject ?? []).OrderBy(t => t.Key, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Powers(JsonObject product) =>
        product["powers"]!.AsObject().OrderBy(t => t.Key, StringComparer.Ordinal);

    private static double Power(double x, int power) => power switch
    {
        1 => x,
        2 => x * x,
        -1 => 1 / x,
        _ => 1 / (x * x),
    };

    /// <summary>e^t − 1; near 0 by its series, where the difference would cancel.</summary>
    private static double Expm1(double t) => Math.Abs(t) > 1e-3
        ? Math.Exp(t) - 1
        : t * (1 + (t / 2 * (1 + (t / 3 * (1 + (t / 4 * (1 + (t / 5))))))));
}
