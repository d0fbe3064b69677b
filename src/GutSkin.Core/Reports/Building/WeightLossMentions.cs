namespace GutSkin.Core.Reports.Building;

/// <summary>Text about losing weight is shown only where it is suggested; never where it is blocked, or not yet known to be safe.</summary>
internal static class WeightLossMentions
{
    private const string BodyGroup = "body.";
    private const string InName = "weight-loss";

    /// <summary>Whether a suggestion is about losing weight and must not be named.</summary>
    public static bool Hides(ReportContext context, Recommendation recommendation) =>
        recommendation.Status is not (RecommendationStatus.Recommended or RecommendationStatus.Caution)
        && IsAbout(context.Names, recommendation.Intervention);

    /// <summary>Whether a lever is about losing weight and must not be shown: unless a suggestion to that end may be.</summary>
    public static bool Hides(ReportContext context, Lever lever) =>
        lever.Factor.StartsWith(BodyGroup, StringComparison.Ordinal)
        && lever is { From.Kind: FactorValueKind.Number, To.Kind: FactorValueKind.Number }
        && lever.To.AsNumber < lever.From.AsNumber
        && !context.Assessment.Recommendations.Any(r =>
            r.Status is RecommendationStatus.Recommended or RecommendationStatus.Caution && IsAbout(context.Names, r.Intervention));

    /// <summary>Whether an intervention is about losing weight.</summary>
    public static bool IsAbout(RuleSetWords names, string id) =>
        id.Contains(InName, StringComparison.Ordinal)
        || names.FindIntervention(id) is { Changes.Length: > 0 } intervention
            && intervention.Changes.All(c => c.AtMost is not null && c.Factor.StartsWith(BodyGroup, StringComparison.Ordinal));
}
