using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>A plan by brute force: every choice of suggestions is looked at, and each is scored by full passes; <c>docs/follow-up.md</c>, read plainly.</summary>
public static class NaivePlan
{
    private const double Tie = 1e-12;

    /// <summary>The ids of the best steps, ordinally, and what care and steps do together to each condition.</summary>
    public static (IReadOnlyList<string> Steps, IReadOnlyDictionary<string, double> Levers, int Choices) Best(JsonObject ruleSet, JsonObject profile, int budget, int atMost)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(profile);
        var knowledge = new NaiveKnowledge(NaiveJson.Normalise(ruleSet));
        var context = new NaiveContext(knowledge, new NaiveAnswers(knowledge, NaiveJson.Normalise(profile)));
        var suggested = context.Recommendations.Where(r => r.Status is "recommended" or "caution" && !r.Intervention.IsReferral).ToList();
        suggested.RemoveAll(r => r.Intervention.Parent is { } parent && context.Recommendations.Any(p => p.Intervention.Id == parent && p.Status is "recommended" or "caution" && p.Intervention.Id == parent));
        var care = suggested.Where(r => r.Intervention.Category == "care").ToList();
        var candidates = suggested.Where(r => r.Intervention.Category is not ("care" or "medical")).Where(r => !care.Any(c => Pull(context, c, r))).ToList();

        List<NaiveRecommendation> best = [];
        var choices = 0;
        foreach (var choice in Choices(candidates, atMost))
        {
            choices++;
            if (choice.Sum(Points) <= budget && !PullsTwice(context, choice) && IsBetter(context, care, choice, best) && IsAllowed(context, care, choice))
                best = choice;
        }

        var after = NaiveChanges.After(knowledge, context.Pass, Moves(context, [.. care, .. best]));
        return ([.. best.Select(r => r.Intervention.Id).Order(StringComparer.Ordinal)], NaiveChanges.Deltas(knowledge, context.Pass, after), choices);
    }

    private static IEnumerable<List<NaiveRecommendation>> Choices(List<NaiveRecommendation> candidates, int atMost) =>
        Enumerable.Range(0, 1 << candidates.Count)
            .Select(bits => candidates.Where((_, i) => (bits >> i & 1) == 1).ToList())
            .Where(c => c.Count <= atMost);

    private static int Points(NaiveRecommendation r) => r.Intervention.Effort switch { "low" => 1, "medium" => 2, _ => 3 };

    private static IReadOnlyList<NaiveMove> Moves(NaiveContext context, IEnumerable<NaiveRecommendation> of) =>
        [.. of.SelectMany(r => NaiveChanges.Moves(context.Knowledge, r.Intervention, context.Answers))];

    private static bool Pull(NaiveContext context, NaiveRecommendation one, NaiveRecommendation other) =>
        Moves(context, [one]).Select(m => m.Factor).Intersect(Moves(context, [other]).Select(m => m.Factor)).Any();

    private static bool PullsTwice(NaiveContext context, List<NaiveRecommendation> choice) =>
        choice.Any(a => choice.Any(b => !ReferenceEquals(a, b) && Pull(context, a, b)));

    private static bool IsBetter(NaiveContext context, List<NaiveRecommendation> care, List<NaiveRecommendation> one, List<NaiveRecommendation> other)
    {
        foreach (int tier in (int[])[1, 2])
        {
            int more = one.Count(r => r.Tier == tier) - other.Count(r => r.Tier == tier);
            if (more != 0)
                return more > 0;
        }

        double gained = Gain(context, [.. care, .. one]) - Gain(context, [.. care, .. other]);
        if (Math.Abs(gained) > Tie)
            return gained > 0;
        if (one.Sum(Points) != other.Sum(Points))
            return one.Sum(Points) < other.Sum(Points);
        if (one.Count != other.Count)
            return one.Count < other.Count;
        var ids = one.Select(r => r.Intervention.Id).Order(StringComparer.Ordinal).Zip(other.Select(r => r.Intervention.Id).Order(StringComparer.Ordinal));
        return ids.Select(p => string.CompareOrdinal(p.First, p.Second)).FirstOrDefault(o => o != 0) < 0;
    }

    private static bool IsAllowed(NaiveContext context, List<NaiveRecommendation> care, List<NaiveRecommendation> choice)
    {
        double all = Gain(context, [.. care, .. choice]);
        if (choice.Where(r => r.Tier == 3).Any(r => all - Gain(context, [.. care, .. choice.Where(o => !ReferenceEquals(o, r))]) < 0.01 - Tie))
            return false;
        var with = Moved(context, care);
        var now = Moved(context, [.. care, .. choice]);
        return !context.Knowledge.Safety.Any(s =>
            NaiveGate.Evaluate(s.When, now) > NaiveGate.Evaluate(s.When, with)
            && (s.Kind == "red-flag" || (s.Kind == "contraindication" && choice.Concat(care).Any(r => r.IsReachedBy(s)))));
    }

    private static NaiveAnswers Moved(NaiveContext context, IEnumerable<NaiveRecommendation> by) =>
        Moves(context, by).Aggregate(context.Answers, (a, m) => a.With(m.Factor, m.To));

    /// <summary>On each condition advised on: clear trials as they are, all else moved at once and scored again.</summary>
    private static double Gain(NaiveContext context, IReadOnlyList<NaiveRecommendation> members)
    {
        double sum = 0;
        foreach (string condition in context.Concerns)
        {
            double gain = 0;
            var byAnswers = new List<NaiveRecommendation>();
            foreach (var member in members)
            {
                var own = NaiveChanges.Deltas(context.Knowledge, context.Pass, NaiveChanges.After(context.Knowledge, context.Pass, Moves(context, [member])));
                var benefit = new NaiveBenefit(member.Intervention, condition, own[condition], Truth.False, context.Pass);
                if (benefit.IsTheTrials)
                    gain += benefit.Benefit;
                else if (benefit.Chosen?.Certainty is not ("moderate" or "high") || own[condition] < 0)
                    byAnswers.Add(member);
            }

            var after = NaiveChanges.After(context.Knowledge, context.Pass, Moves(context, byAnswers));
            sum += gain + NaiveTies.Difference(context.Pass.LogOdds(condition), after.LogOdds(condition));
        }

        return sum;
    }
}
