using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Which missing factors decide an unknown gate, and how one asks for them.</summary>
internal sealed class NaiveAsking(NaiveKnowledge knowledge, NaiveAnswers answers)
{
    /// <summary>The screen a factor belongs to: the first that lists it.</summary>
    public NaiveScreen? ScreenOf(string factor) => knowledge.Screens.FirstOrDefault(s => s.Factors.Contains(factor));

    /// <summary>Missing, not declined, and not in a screen that is not asked.</summary>
    public bool IsCandidate(string factor) =>
        !answers.Knows(factor)
        && !answers.Declined.Contains(factor)
        && !(ScreenOf(factor) is { } screen && NaiveGate.Evaluate(screen.When, answers) == Truth.False);

    /// <summary>What to ask to decide the unknown ones among these gates: factors, or screens in their place.</summary>
    public IEnumerable<string> Ask(IEnumerable<JsonObject?> gates) => gates
        .SelectMany(Deciding)
        .Where(IsCandidate)
        .Select(f => ScreenOf(f)?.Id ?? f)
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The missing factors that decide a gate; none where the gate is not unknown.</summary>
    public IReadOnlyList<string> Deciding(JsonObject? gate)
    {
        if (gate is null || NaiveGate.Evaluate(gate, answers) != Truth.Unknown)
            return [];
        var alone = NaiveGate.Factors(gate).Where(f => !answers.Knows(f) && DecidesAlone(gate, f)).ToList();
        return alone.Count > 0 ? alone : [.. NaiveGate.ReachedThroughUnknown(gate, answers)];
    }

    private bool DecidesAlone(JsonObject gate, string factor) =>
        Representatives(knowledge.Factors[factor], gate)
            .Any(answer => NaiveGate.Evaluate(gate, answers.With(factor, answer)) != Truth.Unknown);

    /// <summary>Allowed answers of which at least one stands for every way in which the gate can read the factor.</summary>
    private static IEnumerable<object> Representatives(NaiveFactor factor, JsonObject gate)
    {
        if (factor.Kind == "boolean")
            return [true, false];
        if (factor.Kind == "choice")
            return factor.Choices;

        var thresholds = NaiveGate.Thresholds(gate, factor.Id)
            .Concat(new[] { factor.Min, factor.Max }.OfType<double>())
            .DefaultIfEmpty(0)
            .Distinct()
            .Order()
            .ToList();
        var between = thresholds.Zip(thresholds.Skip(1), (a, b) => a + ((b - a) / 2));
        var tried = factor.Kind == "integer"
            ? thresholds.SelectMany(t => new[] { Math.Floor(t) - 1, Math.Floor(t), Math.Ceiling(t), Math.Ceiling(t) + 1 })
            : thresholds.SelectMany(t => new[] { t, Math.BitDecrement(t), Math.BitIncrement(t), t - 1, t + 1 }).Concat(between);
        return tried.Where(x => !(x < factor.Min) && !(x > factor.Max)).Distinct().Cast<object>();
    }
}
