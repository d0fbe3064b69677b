using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Which safety rules are for which interventions.</summary>
internal static class SafetyTargets
{
    /// <summary>
    /// The contraindications and cautions of each intervention, in the order of the rule set: those that target its id, directly
    /// or by prefix, or one of the ids in its <see cref="Intervention.SameSafetyAs"/> as if that were its own.
    /// </summary>
    public static FrozenDictionary<string, ImmutableArray<SafetyRule>> Resolve(RuleSet ruleSet) =>
        ruleSet.Interventions.ToFrozenDictionary(
            i => i.Id,
            i => ruleSet.Safety.Where(s => s.Kind != SafetyKind.RedFlag && AreFor(s, i)).ToImmutableArray(),
            StringComparer.Ordinal);

    /// <summary>Whether a rule's targets mean an intervention.</summary>
    public static bool AreFor(SafetyRule rule, Intervention intervention)
    {
        foreach (string target in rule.Interventions)
        {
            if (SafetyRule.Targets(target, intervention.Id))
                return true;
            foreach (string same in intervention.SameSafetyAs)
            {
                if (SafetyRule.Targets(target, same))
                    return true;
            }
        }

        return false;
    }
}
