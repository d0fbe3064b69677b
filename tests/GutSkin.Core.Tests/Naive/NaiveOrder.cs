namespace GutSkin.Core.Tests.Naive;

/// <summary>The order in which interventions are listed: section 6 of the scoring model.</summary>
internal static class NaiveOrder
{
    private static readonly string[] Degrees = ["low", "medium", "high"];

    private static readonly string[][] Groups =
    [
        ["recommended", "caution"], ["needs-check"], ["deferred"], ["blocked"], ["advised-against"], ["already-met"], ["not-assessed"],
        ["no-expected-benefit"],
    ];

    public static IReadOnlyList<NaiveRecommendation> Of(NaiveContext context, IReadOnlyList<NaiveRecommendation> all)
    {
        var place = NaiveTies.Places(all.Select(r => r.Benefit));
        return [.. all
            .OrderBy(r => context.Triage.CallFor(r.Intervention.Id))
            .ThenBy(r => Array.FindIndex(Groups, g => g.Contains(r.Status)))
            .ThenBy(r => r.Tier)
            .ThenBy(r => r.Status == "caution")
            .ThenBy(r => r.Tier == 3 ? 0 : !r.IsForACondition ? 2 : r.Intervention.Category == "care" ? 0 : 1)
            .ThenBy(r => r.Tier == 3 && r.Benefit < 0.1)
            .ThenBy(r => r.Tier == 3 ? CertaintyRank(r.Certainty) : 0)
            .ThenBy(r => place(r.Benefit))
            .ThenBy(r => Array.IndexOf(Degrees, r.Intervention.Effort))
            .ThenBy(r => Array.IndexOf(Degrees, r.Intervention.Cost))
            .ThenBy(r => r.Intervention.Id, StringComparer.Ordinal)];
    }

    /// <summary>Higher first, absent last.</summary>
    private static int CertaintyRank(string? certainty) =>
        certainty is null ? NaiveBenefit.Certainties.Length : Array.IndexOf(NaiveBenefit.Certainties, certainty);
}
