using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The levers of an assessment: section 5 of the scoring model.</summary>
internal static class NaiveLevers
{
    public static IEnumerable<JsonObject> All(NaiveContext context)
    {
        var levers = new List<(NaiveMove Move, Dictionary<string, double> Deltas, NaivePass After, double Sum)>();
        foreach (var factor in context.Knowledge.Factors.Values)
        {
            if (NaiveChanges.LeverTarget(factor, context.Answers) is not { } to)
                continue;
            var move = new NaiveMove(factor.Id, context.Answers[factor.Id]!, to);
            var after = NaiveChanges.After(context.Knowledge, context.Pass, [move]);
            var deltas = NaiveChanges.Deltas(context.Knowledge, context.Pass, after);
            var sum = context.Concerns.Sum(c => deltas[c]);
            if (sum > 1e-12)
                levers.Add((move, deltas, after, sum));
        }

        var place = NaiveTies.Places(levers.Select(l => l.Sum));
        return levers
            .OrderBy(l => place(l.Sum))
            .ThenBy(l => l.Move.Factor, StringComparer.Ordinal)
            .Select(l => Describe(context, l.Move, l.Deltas, l.After));
    }

    private static JsonObject Describe(NaiveContext context, NaiveMove move, Dictionary<string, double> deltas, NaivePass after)
    {
        var (held, unresolved, cautions) = Holds(context, move);
        return new JsonObject
        {
            ["factor"] = move.Factor,
            ["from"] = NaiveJson.Node(move.From),
            ["to"] = NaiveJson.Node(move.To),
            ["effects"] = NaiveJson.Array(context.Knowledge.Conditions.Where(c => deltas[c.Id] != 0).Select(c => new JsonObject
            {
                ["condition"] = c.Id,
                ["gain"] = NaiveJson.Num(deltas[c.Id]),
                ["scoreAfter"] = NaiveJson.Num(NaivePass.Score(after.LogOdds(c.Id))),
            })),
            ["held"] = NaiveJson.Array(held),
            ["unresolved"] = NaiveJson.Array(unresolved),
            ["cautions"] = NaiveJson.Array(cautions),
        };
    }

    private static (IReadOnlyList<string> Held, IReadOnlyList<string> Unresolved, IReadOnlyList<string> Cautions) Holds(NaiveContext context, NaiveMove move)
    {
        var way = NaiveWays.Of(move.From, move.To);
        var moved = context.Ways.From(move.Factor, way);
        IEnumerable<string> OnMovement(string kind, Truth state) => context.Knowledge.Safety
            .Where(s => s.Kind == kind && s.Movements.Any(m => context.Ways.Meets(m, moved)))
            .Where(s => NaiveGate.Evaluate(s.When, context.Answers) == state)
            .Select(s => s.Id);

        var movers = context.Recommendations
            .Where(r => !r.Intervention.IsReferral)
            .Where(r => r.Intervention.Changes.Any(c => (context.Ways.Of(c).GetValueOrDefault(move.Factor) & way) != Way.None))
            .ToList();
        bool Each(params string[] statuses) => movers.Count > 0 && movers.All(m => statuses.Contains(m.Status));

        var held = context.Triage.Urgent.Select(s => s.Id).Concat(OnMovement("contraindication", Truth.True));
        if (Each("blocked", "deferred", "advised-against"))
            held = held.Concat(movers.SelectMany(m => m.Holders));
        var unresolved = OnMovement("contraindication", Truth.Unknown).Concat(context.Triage.Holding.Select(s => s.Id));
        if (Each("blocked", "deferred", "advised-against", "needs-check"))
            unresolved = unresolved.Concat(movers.SelectMany(m => m.Holders));

        var cautions = Sorted(OnMovement("caution", Truth.True));
        return Sorted(held) is { Count: > 0 } some ? (some, [], cautions) : ([], Sorted(unresolved), cautions);
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> ids) => [.. ids.Distinct().Order(StringComparer.Ordinal)];
}
