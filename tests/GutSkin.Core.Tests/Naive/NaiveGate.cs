using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

internal enum Truth
{
    False,
    Unknown,
    True,
}

/// <summary>Kleene's three-valued logic over false &lt; unknown &lt; true, read straight from the document.</summary>
internal static class NaiveGate
{
    public static Truth Evaluate(JsonObject? gate, NaiveAnswers answers)
    {
        if (gate is null)
            return Truth.True;
        if (gate["all"] is JsonArray all)
            return all.Select(g => Evaluate(g!.AsObject(), answers)).Append(Truth.True).Min();
        if (gate["any"] is JsonArray any)
            return any.Select(g => Evaluate(g!.AsObject(), answers)).Append(Truth.False).Max();
        if (gate["not"] is JsonObject not)
            return (Truth)((int)Truth.True - (int)Evaluate(not, answers));
        if (gate.Text("known") is { } asked)
            return answers.Known(asked);
        if (gate.Text("concern") is { } condition)
            return answers.Concerns.Contains(condition) ? Truth.True : Truth.False;

        var answer = answers[gate.Text("factor")!];
        if (answer is null)
            return Truth.Unknown;
        return gate.Where(c => c.Key != "factor").All(c => Holds(c.Key, c.Value!, answer)) ? Truth.True : Truth.False;
    }

    /// <summary>Every factor the gate names, in comparisons and in <c>known</c>.</summary>
    public static HashSet<string> Factors(JsonObject? gate)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var node in Nodes(gate))
        {
            if ((node.Text("factor") ?? node.Text("known")) is { } id)
                found.Add(id);
        }

        return found;
    }

    /// <summary>The numbers with which the gate compares a factor.</summary>
    public static IReadOnlyList<double> Thresholds(JsonObject gate, string factor) =>
        [.. Nodes(gate)
            .Where(node => node.Text("factor") == factor)
            .SelectMany(node => node.Where(c => c.Key != "factor"))
            .SelectMany(c => c.Value is JsonArray several ? several : (IEnumerable<JsonNode?>)[c.Value])
            .Select(n => n!.GetValue<double>())];

    /// <summary>The factors of comparisons, and of <c>known</c>, reached from the top through unknown operands only.</summary>
    public static IEnumerable<string> ReachedThroughUnknown(JsonObject gate, NaiveAnswers answers)
    {
        if (Evaluate(gate, answers) != Truth.Unknown)
            return [];
        if ((gate.Text("factor") ?? gate.Text("known")) is { } factor)
            return [factor];
        return Operands(gate).SelectMany(g => ReachedThroughUnknown(g, answers)).Distinct();
    }

    private static IEnumerable<JsonObject> Nodes(JsonObject? gate) =>
        gate is null ? [] : Operands(gate).SelectMany(Nodes).Prepend(gate);

    private static IEnumerable<JsonObject> Operands(JsonObject gate)
    {
        if (gate["not"] is JsonObject not)
            return [not];
        return gate.Objects("all").Concat(gate.Objects("any"));
    }

    private static bool Holds(string comparison, JsonNode operand, object answer) => comparison switch
    {
        "atLeast" => (double)answer >= operand.GetValue<double>(),
        "above" => (double)answer > operand.GetValue<double>(),
        "atMost" => (double)answer <= operand.GetValue<double>(),
        "below" => (double)answer < operand.GetValue<double>(),
        "between" => (double)answer >= operand[0]!.GetValue<double>() && (double)answer <= operand[1]!.GetValue<double>(),
        "in" => operand.AsArray().Any(n => NaiveJson.Answer(n!).Equals(answer)),
        "equals" => NaiveJson.Answer(operand).Equals(answer),
        _ => throw new ArgumentException($"no such comparison: {comparison}", nameof(comparison)),
    };
}
