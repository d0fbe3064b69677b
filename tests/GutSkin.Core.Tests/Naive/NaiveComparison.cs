using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Two profiles of one person, compared from two passes: <c>docs/follow-up.md</c>, read plainly.</summary>
public static class NaiveComparison
{
    private const double Tie = 1e-12;

    public static JsonObject Compare(JsonObject ruleSet, JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var knowledge = new NaiveKnowledge(NaiveJson.Normalise(ruleSet));
        var was = new NaiveContext(knowledge, new NaiveAnswers(knowledge, NaiveJson.Normalise(before)));
        var now = new NaiveContext(knowledge, new NaiveAnswers(knowledge, NaiveJson.Normalise(after)));
        return NaiveJson.Normalise(new JsonObject
        {
            ["conditions"] = NaiveJson.Array(knowledge.Conditions.Select(c => Condition(was, now, c.Id))),
            ["answers"] = NaiveJson.Array(knowledge.Factors.Keys.Order(StringComparer.Ordinal).Select(f => Answer(was.Answers, now.Answers, f)).OfType<JsonObject>()),
            ["safety"] = NaiveJson.Array(Safety(was, now)),
            ["suggestions"] = NaiveJson.Array(Suggestions(was, now)),
        });
    }

    private static JsonObject Condition(NaiveContext was, NaiveContext now, string id)
    {
        var result = new JsonObject { ["id"] = id, ["concern"] = now.Concerns.Contains(id), ["movement"] = "unchanged" };
        if (!now.Pass.IsScored(id))
            return result;
        var moved = was.Pass.Items[id].Zip(now.Pass.Items[id], (a, b) => (From: a, To: b, Change: b.Value - a.Value, Cause: Cause(a, b)))
            .Where(m => m.From.Value != m.To.Value).ToList();
        double Part(string cause) => moved.Where(m => m.Cause == cause).Sum(m => m.Change);
        bool sameRange = Score(was.Pass.LowLogOdds(id)) == Score(now.Pass.LowLogOdds(id)) && Score(was.Pass.HighLogOdds(id)) == Score(now.Pass.HighLogOdds(id));
        double changed = Part("changed");
        bool otherwise = !sameRange || Part("became-known") != 0 || Part("known-no-longer") != 0;
        result["movement"] = changed < -Tie ? "lower" : changed > Tie ? "higher"
            : otherwise && moved.All(m => m.Cause != "changed") ? "knowledge-only" : "unchanged";
        result["scoreBefore"] = NaiveJson.Num(Score(was.Pass.LogOdds(id)));
        result["scoreAfter"] = NaiveJson.Num(Score(now.Pass.LogOdds(id)));
        result["change"] = NaiveJson.Num(now.Pass.LogOdds(id) - was.Pass.LogOdds(id));
        result["byChange"] = NaiveJson.Num(changed);
        result["byKnowing"] = NaiveJson.Num(Part("became-known"));
        result["byForgetting"] = NaiveJson.Num(Part("known-no-longer"));
        result["attributions"] = NaiveJson.Array(moved.Select(m => Attribution(was, now, m.From, m.To, m.Cause)).OrderBy(a => a.Text("rule"), StringComparer.Ordinal));
        return result;
    }

    private static JsonObject Attribution(NaiveContext was, NaiveContext now, NaiveItem from, NaiveItem to, string cause)
    {
        var counts = to.Counted.Gate != Truth.False ? to.Counted : from.Counted;
        var result = new JsonObject
        {
            ["rule"] = counts.Rule.Id,
            ["before"] = NaiveJson.Num(from.Value),
            ["after"] = NaiveJson.Num(to.Value),
            ["change"] = NaiveJson.Num(to.Value - from.Value),
            ["cause"] = cause,
        };
        if (from.Counted.Gate != Truth.False && from.Counted.Rule.Id != counts.Rule.Id)
            result["insteadOf"] = from.Counted.Rule.Id;
        if (counts.Rule.Factor is { } factor)
        {
            result["factor"] = factor;
            if (was.Answers[factor] is { } old)
                result["from"] = NaiveJson.Node(old);
            if (now.Answers[factor] is { } current)
                result["to"] = NaiveJson.Node(current);
        }

        return result;
    }

    /// <summary>Changed where both are certain, or where what is possible now was impossible before; else only what is known differs.</summary>
    private static string Cause(NaiveItem from, NaiveItem to)
    {
        bool certain = from.High - from.Low <= Tie && to.High - to.Low <= Tie;
        bool apart = to.Low - from.High > Tie || from.Low - to.High > Tie;
        return certain || apart ? "changed" : to.High - to.Low <= from.High - from.Low ? "became-known" : "known-no-longer";
    }

    private static JsonObject? Answer(NaiveAnswers was, NaiveAnswers now, string factor)
    {
        var (from, to) = (was[factor], now[factor]);
        if (Equals(from, to))
            return null;
        var result = new JsonObject { ["factor"] = factor, ["kind"] = from is null ? "became-known" : to is null ? "known-no-longer" : "changed" };
        if (from is not null)
            result["from"] = NaiveJson.Node(from);
        if (to is not null)
            result["to"] = NaiveJson.Node(to);
        return result;
    }

    private static IEnumerable<JsonObject> Safety(NaiveContext was, NaiveContext now)
    {
        foreach (var rule in was.Knowledge.Safety.OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            var (from, to) = (State(was, rule), State(now, rule));
            if (from != to)
                yield return new JsonObject { ["rule"] = rule.Id, ["kind"] = rule.Kind, ["before"] = from, ["after"] = to };
        }
    }

    private static string State(NaiveContext context, NaiveSafety rule)
    {
        if (rule.Kind == "red-flag")
            return context.Triage.Up.Contains(rule) ? "holds" : context.Triage.Unresolved.Contains(rule) ? "open" : "no";
        var found = context.Recommendations.SelectMany(r => r.Describe().Objects("safety")).FirstOrDefault(s => s.Text("rule") == rule.Id);
        return found is null ? "no" : found.Text("state") == "true" ? "holds" : "open";
    }

    private static IEnumerable<JsonObject> Suggestions(NaiveContext was, NaiveContext now)
    {
        foreach (string id in was.Knowledge.Interventions.Select(i => i.Id).Order(StringComparer.Ordinal))
        {
            var (from, to) = (Of(was, id), Of(now, id));
            if (Kind(from, to, now.Answers) is not { } kind)
                continue;
            var result = new JsonObject { ["intervention"] = id, ["kind"] = kind };
            if (from is not null)
                result["before"] = from.Text("status");
            if (to is not null)
                result["after"] = to.Text("status");
            yield return result;
        }
    }

    private static JsonObject? Of(NaiveContext context, string id) => context.Recommendations.FirstOrDefault(r => r.Intervention.Id == id)?.Describe();

    private static bool IsSuggested(JsonObject? recommendation) => recommendation?.Text("status") is "recommended" or "caution";

    private static string? Kind(JsonObject? from, JsonObject? to, NaiveAnswers now)
    {
        if (IsSuggested(from) && to?.Text("status") == "already-met")
            return "taken-up";
        if (from?.Text("status") == "already-met" && to?.Text("room") == "open" && to.Text("status") != "already-met")
            return "lapsed";
        if (IsSuggested(from) && from!.Objects("changes").Any(c => IsNearer(c, now)))
            return "taken-up-in-part";
        return IsSuggested(to) == IsSuggested(from) ? null : IsSuggested(to) ? "new" : "withdrawn";
    }

    private static bool IsNearer(JsonObject change, NaiveAnswers now)
    {
        string factor = change.Text("factor")!;
        object from = NaiveJson.Answer(change["from"]!), to = NaiveJson.Answer(change["to"]!);
        if (now[factor] is not { } current)
            return false;
        if (from is not double x || current is not double y)
            return current.Equals(to) && !current.Equals(from);
        // Two measurements of the same differ by no more than this in 95 of 100 pairs.
        double least = 1.959963984540054 * Math.Sqrt(2) * now.Error(factor);
        return Math.Sign((double)to - x) == Math.Sign(y - x) && y != x && Math.Abs(y - x) > least;
    }

    private static double Score(double logOdds) => NaivePass.Score(logOdds);
}
