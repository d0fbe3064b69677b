using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Reports.Building;

/// <summary>
/// Which levers are shown as something to do. None that is held; and, because unknown is never safe, none whose suggestions are held
/// back or wait for an answer while no suggestion to the same end may be made.
/// </summary>
internal static class LeverChoice
{
    public static bool IsToDo(ReportContext context, Lever lever)
    {
        if (lever.Held.Length > 0 || WeightLossMentions.Hides(context, lever))
            return false;
        var movers = context.Assessment.Recommendations
            .Where(r => r.Category != Intervention.ReferralCategory && Moves(context.Names.FindIntervention(r.Intervention), lever))
            .Select(r => r.Status).ToList();
        return !movers.Any(IsHeldBack) || movers.Any(s => s is RecommendationStatus.Recommended or RecommendationStatus.Caution);
    }

    private static bool IsHeldBack(RecommendationStatus status) =>
        status is RecommendationStatus.Blocked or RecommendationStatus.Deferred or RecommendationStatus.NeedsCheck;

    /// <summary>Whether an intervention moves the factor of a lever in the same direction.</summary>
    private static bool Moves(Intervention? intervention, Lever lever)
    {
        foreach (var change in intervention?.Changes ?? [])
        {
            if (change.Factor != lever.Factor)
                continue;
            if (change.Set is { } set && (set == lever.To || (set.Kind == FactorValueKind.Number && SameSide(lever, set.AsNumber))))
                return true;
            if (lever.To.Kind == FactorValueKind.Number && lever.From.Kind == FactorValueKind.Number
                && (change.AtMost is not null ? lever.To.AsNumber < lever.From.AsNumber : change.AtLeast is not null && lever.To.AsNumber > lever.From.AsNumber))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameSide(Lever lever, double set) =>
        lever is { From.Kind: FactorValueKind.Number, To.Kind: FactorValueKind.Number }
        && Math.Sign(set - lever.From.AsNumber) == Math.Sign(lever.To.AsNumber - lever.From.AsNumber);
}
