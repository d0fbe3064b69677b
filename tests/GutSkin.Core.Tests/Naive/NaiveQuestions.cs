using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What to ask next: section 8 of the scoring model.</summary>
internal sealed class NaiveQuestions
{
    private const int Most = 12;
    private static readonly string[] Reasons = ["urgent", "concern", "soon", "score", "safety", "advice", "core", "caution", "score"];

    private readonly NaiveContext context;
    private readonly NaiveGains gains;
    private readonly IReadOnlyList<(NaiveSafety Rule, IReadOnlySet<string> Deciding)> flags;
    private readonly IReadOnlyList<NaiveStake> safety;
    private readonly IReadOnlyList<NaiveStake> advice;
    private readonly IReadOnlyList<NaiveStake> cautions;
    private readonly IReadOnlyList<(NaivePage Page, double[] Key)> asked;

    public NaiveQuestions(NaiveContext context, NaiveGains gains)
    {
        this.context = context;
        this.gains = gains;
        flags = [.. context.Triage.Unresolved.Select(s => (s, context.Asking.Deciding(NaivePoint.Of(s.When))))];
        safety = [.. context.Recommendations.SelectMany(r =>
            (r.Status == "already-met" ? r.Unknown("contraindication") : r.WaitsFor).Select(p => Stake(r, r.Tier, p)))];
        advice = [.. context.Recommendations
            .Where(r => r.Status is not ("blocked" or "deferred" or "advised-against" or "already-met"))
            .SelectMany(AdviceOf)
            .Concat(References())];
        cautions = [.. context.Recommendations
            .Where(r => r.Status is "recommended" or "caution")
            .SelectMany(r => r.Unknown("caution").Select(p => Stake(r, r.Tier, p)))];

        var urgentOnly = context.Triage.Urgent.Any();
        asked = [.. context.Pages.All
            .Select(p => (Page: p, Key: Key(p)))
            .Where(q => q.Key.Length > 0 && (!urgentOnly || q.Key[0] == 0))
            .OrderBy(q => q.Key, Comparer<double[]>.Create(Compare))
            .ThenBy(q => q.Page.Id, StringComparer.Ordinal)];
    }

    /// <summary>No question is left that stands at urgent, concern, soon, score at place 4 or safety.</summary>
    public bool Enough => asked.All(q => q.Key[0] > 4);

    /// <summary>Besides, none that stands at advice or covers a core factor.</summary>
    public bool Full => Enough && asked.All(q => q.Key[0] != 5 && !CoreOrders(q.Page).Any());

    public IEnumerable<JsonObject> Next() => asked.Take(Most).Select(q => Describe(q.Page, Reasons[(int)q.Key[0]]));

    private JsonObject Describe(NaivePage page, string reason) => new()
    {
        ["id"] = page.Id,
        ["asks"] = page.Kind,
        ["reason"] = reason,
        ["gain"] = NaiveJson.Num(gains.Of(page)),
        ["fills"] = NaiveJson.Array(page.Covers.Where(f => context.Asking.Items(f) is not null)),
        ["decides"] = NaiveJson.Array(flags.Where(f => page.Covers.Overlaps(f.Deciding)).Select(f => f.Rule.Id)
            .Concat(safety.Concat(advice).Concat(cautions).Where(s => s.Recommendation is not null && page.Covers.Overlaps(s.Deciding)).Select(s => s.Recommendation!.Intervention.Id))
            .Distinct()
            .Order(StringComparer.Ordinal)),
        ["items"] = NaiveJson.Array(context.Pages.Items(page).Select(f => Item(context.Knowledge.Factors[f]))),
    };

    private static JsonObject Item(NaiveFactor factor)
    {
        var result = new JsonObject { ["factor"] = factor.Id, ["kind"] = factor.Kind };
        if (factor.Choices.Count > 0)
            result["choices"] = NaiveJson.Array(factor.Choices.Select(c => new JsonObject { ["id"] = c }));
        if (factor.Unit is not null)
            result["unit"] = factor.Unit;
        if (factor.Min is { } min)
            result["min"] = NaiveJson.Num(min);
        if (factor.Max is { } max)
            result["max"] = NaiveJson.Num(max);
        return result;
    }

    /// <summary>The place of the first reason, then what orders within it; empty where there is no reason. Smaller comes first.</summary>
    private double[] Key(NaivePage page)
    {
        var gain = -gains.Of(page);
        bool Decides(IReadOnlySet<string> deciding) => page.Covers.Overlaps(deciding);
        int Flags(string urgency) => flags.Count(f => f.Rule.Urgency == urgency && Decides(f.Deciding));

        if (Flags("urgent") is > 0 and var urgent)
            return [0, -urgent, gain];
        if (context.Knowledge.Conditions.Any(c => c.Presence is { } p && context.Answers.Concerns.Contains(c.Id) && page.Covers.Contains(p)))
            return [1];
        if (Flags("soon") is > 0 and var soon)
            return [2, -soon, gain];
        if (page.Covers.Any(f => gains.OfOne(f) >= 0.05))
            return [3, gain];
        var (routine, checks) = (Flags("routine"), safety.Where(s => Decides(s.Deciding)).ToList());
        if (routine > 0 || checks.Count > 0)
        {
            var tier = checks.Select(s => (double)s.Tier).DefaultIfEmpty(9).Min();
            var benefit = checks.Select(s => s.Recommendation!.Benefit).DefaultIfEmpty(double.NegativeInfinity).Max();
            return [4, -routine, tier, -benefit, gain];
        }

        var better = advice.Where(s => Decides(s.Deciding)).ToList();
        if (better.Count > 0)
            return [5, better.Min(s => s.Tier), gain];
        if (CoreOrders(page).ToList() is { Count: > 0 } core)
            return [6, core.Min()];
        if (cautions.Any(s => Decides(s.Deciding)))
            return [7];
        return gain < 0 ? [8, gain] : [];
    }

    /// <summary>Numbers within 1e-12 of each other are a tie.</summary>
    private static int Compare(double[] a, double[] b)
    {
        foreach (var (x, y) in a.Zip(b))
        {
            if (!x.Equals(y) && !(Math.Abs(x - y) <= 1e-12))
                return x.CompareTo(y);
        }

        return 0;
    }

    private IEnumerable<double> CoreOrders(NaivePage page) =>
        page.Covers.Select(f => context.Knowledge.Factors[f].CoreOrder).OfType<double>();

    /// <summary>What would change the advice: a better tier, a trial that could count, the presence of its condition.</summary>
    private IEnumerable<NaiveStake> AdviceOf(NaiveRecommendation r)
    {
        foreach (var (tier, point) in r.BetterTiers)
            yield return Stake(r, tier, point);
        foreach (var trial in r.OpenTrials)
        {
            yield return Stake(r, 3, NaivePoint.Of(trial.When));
            if (NaiveGate.Evaluate(trial.When, context.Answers) != Truth.False
                && context.Knowledge.Conditions.Single(c => c.Id == trial.Condition).Presence is { } presence)
            {
                yield return new NaiveStake(r, 3, new HashSet<string> { presence });
            }
        }
    }

    /// <summary>The unknown gate at which the search for the reference of a known modifiable factor ends.</summary>
    private IEnumerable<NaiveStake> References() =>
        from factor in context.Knowledge.Factors.Values
        where factor.Modifiable && context.Answers.Knows(factor.Id)
        from reference in factor.References.Where(r => NaiveGate.Evaluate(r.When, context.Answers) != Truth.False).Take(1)
        select Stake(null, 3, NaivePoint.Of(reference.When));

    private NaiveStake Stake(NaiveRecommendation? recommendation, int tier, NaivePoint point) =>
        new(recommendation, tier, context.Asking.Deciding(point));

    /// <summary>Something that a question may decide for an intervention, or for a reference.</summary>
    private sealed record NaiveStake(NaiveRecommendation? Recommendation, int Tier, IReadOnlySet<string> Deciding);
}
