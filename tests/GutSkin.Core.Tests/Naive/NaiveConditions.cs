using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The conditions of an assessment: section 4 of the scoring model.</summary>
internal static class NaiveConditions
{
    /// <summary>All conditions and states in the order in which they are listed: score descending, then id; those without an index last.</summary>
    public static IReadOnlyList<NaiveCondition> Listed(NaiveKnowledge knowledge, NaivePass pass)
    {
        double Score(NaiveCondition c) => pass.IsScored(c.Id) ? NaivePass.Score(pass.LogOdds(c.Id)) : -1;
        var place = NaiveTies.Places(knowledge.Conditions.Select(Score));
        return [.. knowledge.Conditions.OrderBy(c => place(Score(c))).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>What the profile is advised on: the concerns it names, or all skin conditions.</summary>
    public static IReadOnlyList<string> Concerns(NaiveKnowledge knowledge, NaiveAnswers answers) =>
        [.. knowledge.Conditions
            .Where(c => answers.Concerns.Count > 0 ? answers.Concerns.Contains(c.Id) : c.Kind == "skin-condition")
            .Select(c => c.Id)
            .Order(StringComparer.Ordinal)];

    public static JsonObject Describe(NaiveContext context, NaiveCondition condition)
    {
        var (knowledge, pass) = (context.Knowledge, context.Pass);
        var items = pass.Items[condition.Id];
        var counted = items.Select(i => i.Counted).ToList();
        var positive = counted.Select(o => o.Value).Where(v => v > 0).Sum();

        var result = new JsonObject { ["id"] = condition.Id, ["kind"] = condition.Kind, ["concern"] = context.Concerns.Contains(condition.Id) };
        if (pass.IsScored(condition.Id))
            AddIndex(result, context, condition.Id, counted);
        var outcomes = pass.Outcomes(condition.Id).Where(o => o.Gate != Truth.False).ToList();
        var place = NaiveTies.Places(outcomes.Select(o => Math.Abs(o.Value)));
        result["contributions"] = NaiveJson.Array(outcomes
            .OrderBy(o => place(Math.Abs(o.Value)))
            .ThenBy(o => o.Rule.Id, StringComparer.Ordinal)
            .Select(o => Contribution(pass.Answers, o, counted.Contains(o), positive)));
        result["mechanisms"] = NaiveJson.Array(Mechanisms(counted, positive));
        return result;
    }

    private static void AddIndex(JsonObject result, NaiveContext context, string condition, IReadOnlyList<NaiveOutcome> counted)
    {
        var (knowledge, pass) = (context.Knowledge, context.Pass);
        var logOdds = pass.LogOdds(condition);
        var score = NaivePass.Score(logOdds);
        var (low, high) = (NaivePass.Score(pass.LowLogOdds(condition)), NaivePass.Score(pass.HighLogOdds(condition)));
        var spread = NaiveEffect.Z * Math.Sqrt(counted.Sum(o => SquaredError(pass.Answers, o)));

        result["score"] = NaiveJson.Num(score);
        result["logOdds"] = NaiveJson.Num(logOdds);
        result["interval"] = Range(low, high);
        result["uncertainty"] = Range(NaivePass.Score(logOdds - spread), NaivePass.Score(logOdds + spread));
        result["ceiling"] = NaiveJson.Num(NaivePass.Score(context.FixedPass.HighLogOdds(condition)));
        result["settled"] = high - low <= knowledge.SettledWidth + 1e-9;
        result["completeness"] = NaiveJson.Num(Completeness([.. pass.Outcomes(condition).Where(o => !o.Rule.Informational)]));
        result["band"] = knowledge.Bands.First(b => b.Below is null || score < b.Below).Name;
    }

    private static JsonObject Range(double low, double high) => new() { ["low"] = NaiveJson.Num(low), ["high"] = NaiveJson.Num(high) };

    private static JsonObject Contribution(NaiveAnswers answers, NaiveOutcome o, bool counted, double positive)
    {
        var result = new JsonObject { ["rule"] = o.Rule.Id };
        if (o.Rule.Factor is { } factor)
        {
            result["factor"] = factor;
            if (answers[factor] is { } answer)
                result["value"] = NaiveJson.Node(answer);
            if (answers.Filled.TryGetValue(factor, out var filled))
                result["derived"] = filled.Derivation.Id;
        }

        result["burden"] = NaiveJson.Num(o.Burden ?? CountedBurden(o));
        result["logOdds"] = NaiveJson.Num(o.Value);
        result["share"] = NaiveJson.Num(counted && positive != 0 ? o.Value / positive : 0);
        result["counted"] = counted;
        result["determined"] = o.Determined;
        result["informational"] = o.Rule.Informational;
        result["range"] = new JsonArray(NaiveJson.Num(o.Low), NaiveJson.Num(o.High));
        result["certainty"] = o.Rule.Certainty;
        result["role"] = o.Rule.Role;
        result["mechanisms"] = NaiveJson.Array(o.Rule.Mechanisms);
        return result;
    }

    /// <summary>b = |value/β| (0 where β = 0).</summary>
    private static double CountedBurden(NaiveOutcome o) => o.Rule.Effect.Beta == 0 ? 0 : Math.Abs(o.Value / o.Rule.Effect.Beta);

    /// <summary>(b·σ)² + (β·(b(v+m) − b(v−m))/2)².</summary>
    private static double SquaredError(NaiveAnswers answers, NaiveOutcome o)
    {
        var effect = CountedBurden(o) * o.Rule.Effect.Sigma;
        var measured = 0.0;
        if (o.Gate == Truth.True && o.Rule.Burden.HasCurve && answers[o.Rule.Factor!] is double v)
        {
            var m = answers.Error(o.Rule.Factor!);
            measured = o.Rule.Effect.Beta * (o.Rule.Burden.Curve(v + m) - o.Rule.Burden.Curve(v - m)) / 2;
        }

        return (effect * effect) + (measured * measured);
    }

    private static double Completeness(IReadOnlyList<NaiveOutcome> scored)
    {
        var all = scored.Sum(o => Math.Abs(o.Rule.Effect.Beta));
        return all == 0 ? 1 : scored.Where(o => o.Determined).Sum(o => Math.Abs(o.Rule.Effect.Beta)) / all;
    }

    private static IEnumerable<JsonObject> Mechanisms(IReadOnlyList<NaiveOutcome> counted, double positive) => counted
        .Where(o => o.Value > 0)
        .SelectMany(o => o.Rule.Mechanisms.Select(m => (Id: m, Share: o.Value / o.Rule.Mechanisms.Count / positive)))
        .GroupBy(part => part.Id)
        .Select(g => (Id: g.Key, Share: g.Sum(part => part.Share)))
        .Where(m => m.Share > 0)
        .OrderByDescending(m => m.Share)
        .ThenBy(m => m.Id, StringComparer.Ordinal)
        .Select(m => new JsonObject { ["id"] = m.Id, ["share"] = NaiveJson.Num(m.Share) });
}
