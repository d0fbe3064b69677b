using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Of which safety rules something else is known than before.</summary>
internal static class SafetyChanges
{
    /// <summary>Red flags by urgency, then contraindications and cautions; each by id.</summary>
    public static ImmutableArray<SafetyChange> Build(ResolvedRuleSet rules, Assessment before, Assessment after)
    {
        var was = Findings(before);
        var now = Findings(after);
        var changes = new List<SafetyChange>();
        foreach (string id in was.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var (from, to) = (was.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (from.State == to.State || rules.Index.Safety.GetValueOrDefault(id) is not { } rule)
                continue;
            changes.Add(new SafetyChange
            {
                Rule = id,
                Kind = rule.Kind,
                Urgency = rule.Kind == SafetyKind.RedFlag ? rule.Urgency : null,
                Before = from.State,
                After = to.State,
                Message = to.Message ?? from.Message,
            });
        }

        return
        [
            .. changes.OrderBy(c => c.Kind != SafetyKind.RedFlag).ThenBy(c => c.Urgency).ThenBy(c => c.Kind).ThenBy(c => c.Rule, StringComparer.Ordinal),
        ];
    }

    /// <summary>What an assessment says of each safety rule; one that it does not name does not hold, or reaches nothing that is meant for the person.</summary>
    private static Dictionary<string, (FindingState State, string? Message)> Findings(Assessment assessment)
    {
        var findings = new Dictionary<string, (FindingState State, string? Message)>(StringComparer.Ordinal);
        foreach (var flag in assessment.Triage.Flags)
            findings[flag.Rule] = (FindingState.Holds, flag.Message);
        foreach (var flag in assessment.Triage.Unresolved)
            findings[flag.Rule] = (FindingState.Open, null);
        foreach (var finding in assessment.Recommendations.SelectMany(r => r.Safety))
            findings[finding.Rule] = (finding.State == SafetyState.True ? FindingState.Holds : FindingState.Open, finding.Message);
        return findings;
    }
}
