using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests;

/// <summary>Which safety rules are for which interventions, read plainly from the two of them.</summary>
internal static class Reach
{
    /// <summary>Whether the rule is for the intervention: by its id, by a trait, or by a movement that one of its changes makes.</summary>
    public static bool Directly(SafetyRule rule, Intervention intervention) =>
        rule.AppliesTo(intervention)
        || rule.Traits.Intersect(intervention.Traits, StringComparer.Ordinal).Any()
        || rule.Movements.Any(m => intervention.Changes.Any(c => c.Factor == m.Factor && Moves(c, m.Direction)));

    private static bool Moves(FactorChange change, MovementDirection direction) => direction switch
    {
        MovementDirection.Up => change.AtLeast is not null || change.Set?.Kind == FactorValueKind.Number,
        MovementDirection.Down => change.AtMost is not null || change.Set?.Kind == FactorValueKind.Number,
        _ => true,
    };
}
