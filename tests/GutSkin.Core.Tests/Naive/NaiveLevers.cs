using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The levers of an assessment: section 5 of the scoring model.</summary>
internal static class NaiveLevers
{
    public static IEnumerable<JsonObject> All(NaiveContext context)
    {
        var levers =
            from factor in context.Knowledge.Factors.Values
            let to = NaiveChanges.LeverTarget(factor, context.Answers)
            where to is not null
            let deltas = NaiveChanges.Deltas(context.Knowledge, context.Pass, context.Answers.With(factor.Id, to))
            select (factor.Id, From: context.Answers[factor.Id]!, To: to, Deltas: deltas, Sum: context.Concerns.Sum(c => deltas[c]));

        return levers
            .Where(l => l.Sum > 0)
            .OrderByDescending(l => l.Sum)
            .ThenBy(l => l.Id, StringComparer.Ordinal)
            .Select(l => new JsonObject
            {
                ["factor"] = l.Id,
                ["from"] = NaiveJson.Node(l.From),
                ["to"] = NaiveJson.Node(l.To),
                ["effects"] = NaiveJson.Array(context.Listed.Where(c => l.Deltas[c.Id] != 0).Select(c => new JsonObject
                {
                    ["condition"] = c.Id,
                    ["logOdds"] = NaiveJson.Num(l.Deltas[c.Id]),
                    ["scoreAfter"] = NaiveJson.Num(NaivePass.Score(context.Pass.LogOdds(c.Id) - l.Deltas[c.Id])),
                })),
                ["held"] = NaiveJson.Array(Held(context, l.Id, l.From, l.To)),
            });
    }

    private static IEnumerable<string> Held(NaiveContext context, string factor, object from, object to)
    {
        var urgent = context.Triage.Urgent.Select(s => s.Id);
        var moving = context.Recommendations
            .Where(r => !r.Intervention.IsReferral && r.Intervention.Changes.Any(c => c.Factor == factor && SameWay(c, from, to)))
            .ToList();
        var contraindications = moving.All(r => r.Status is "blocked" or "deferred")
            ? moving.SelectMany(r => r.Contraindications(Truth.True)).Select(s => s.Id)
            : [];
        return urgent.Concat(contraindications).Distinct().Order(StringComparer.Ordinal);
    }

    private static bool SameWay(NaiveChange change, object from, object to)
    {
        var result = NaiveChanges.Apply(change, from);
        if (result.Equals(from))
            return false;
        return from is double v ? Math.Sign((double)result - v) == Math.Sign((double)to - v) : result.Equals(to);
    }
}
