using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>What has to hold between scoring rules: one sign in an overlap group, no rule twice.</summary>
internal static class OverlapCheck
{
    public static void Check(MergeState state)
    {
        var scored = state.Rules.Entries
            .Where(r => r.Entry.IsScored)
            .Select(r => (r.Entry, Scope: r.Document.Entry(Section.Rules, r.Entry.Id, r.Entry)))
            .OrderBy(r => r.Entry.Id, StringComparer.Ordinal)
            .ToList();
        CheckSigns(scored);
        CheckDuplicates(scored);
    }

    private static void CheckSigns(List<(ScoringRule Entry, EntryScope Scope)> scored)
    {
        var grouped = scored.Where(r => r.Entry.Overlap is not null && !r.Scope.IsBroken("effect") && EffectCheck.IsUsable(r.Entry.Effect)
            && r.Entry.Effect.LogOdds != 0);
        foreach (var group in grouped.GroupBy(r => (r.Entry.Condition, r.Entry.Overlap)))
        {
            var members = group.ToList();
            int sign = Math.Sign(members[0].Entry.Effect.LogOdds);
            int odd = members.FindIndex(r => Math.Sign(r.Entry.Effect.LogOdds) != sign);
            if (odd >= 0)
                members[odd].Scope.Report(
                    DiagnosticCodes.MixedSigns,
                    $"In the overlap group '{group.Key.Overlap}' of '{group.Key.Condition}' the effect of '{members[odd].Entry.Id}' has another sign than that of '{members[0].Entry.Id}'.",
                    null,
                    "overlap");
        }
    }

    private static void CheckDuplicates(List<(ScoringRule Entry, EntryScope Scope)> scored)
    {
        var first = new Dictionary<(string, string?, string), string>();
        foreach (var (rule, scope) in scored)
        {
            if (rule.Condition.Length == 0 || scope.IsBroken("condition") || scope.IsBroken("factor") || scope.IsBroken("when"))
                continue;
            // Of several factors classes can make different things.
            string? reads = rule.Class is { Factors.Length: not 1 } own ? $"{own.Type}: {string.Join(", ", own.Factors)}" : rule.Factor;
            var key = (rule.Condition, reads, GateKey.Of(rule.When));
            if (!first.TryAdd(key, rule.Id))
                scope.Report(
                    DiagnosticCodes.DuplicateRule, $"{scope.Name} has the same condition, factor and gate as '{first[key]}'.", null, "id");
        }
    }
}
