using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>
/// One cause counted twice: two scored rules of one condition that push the same way for the same person, read the same factor or
/// factors of one group through the same mechanisms, and stand in no common overlap group.
/// </summary>
internal static class CauseCheck
{
    public static void Check(AnalysisContext context)
    {
        var rules = context.Set.Rules.Where(r => r.IsScored && !r.BurdenFactors.IsEmpty && r.Role == RuleRole.Driver)
            .OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        foreach (var group in rules.GroupBy(r => r.Condition))
        {
            var members = group.ToList();
            for (int i = 0; i < members.Count; i++)
            {
                for (int k = i + 1; k < members.Count; k++)
                    Check(context, members[i], members[k]);
            }
        }
    }

    private static void Check(AnalysisContext context, ScoringRule a, ScoringRule b)
    {
        if ((a.Overlap is not null && a.Overlap == b.Overlap) || a.Effect.LogOdds * b.Effect.LogOdds <= 0 || Cause(context, a, b) is not { } cause)
            return;
        if (!context.CanHoldTogether(a.When, b.When))
            return;
        var (told, other) = context.ScopeOf(b) is { } scope ? (scope, a) : context.ScopeOf(a) is { } first ? (first, b) : (default(EntryScope?), a);
        told?.Report(
            DiagnosticCodes.CauseCountedTwice, $"{told.Value.Name} and the rule '{other.Id}' both count {cause}, in no common overlap group.",
            "Give both the same 'overlap', or say why they are apart.", "overlap");
    }

    private static string? Cause(AnalysisContext context, ScoringRule a, ScoringRule b)
    {
        if (a.BurdenFactors.FirstOrDefault(b.BurdenFactors.Contains) is { } both)
            return $"'{both}'";
        // Whoever put both into groups of their own has looked at it.
        string? family = a.BurdenFactors.Select(f => Family(context, f)).FirstOrDefault(f => b.BurdenFactors.Any(o => Family(context, o) == f));
        if (family is null || (a.Overlap is not null && b.Overlap is not null))
            return null;
        var mechanisms = a.Mechanisms.Order(StringComparer.Ordinal).ToList();
        return mechanisms.Count > 0 && mechanisms.SequenceEqual(b.Mechanisms.Order(StringComparer.Ordinal))
            ? $"'{family}' through {string.Join(", ", mechanisms)}"
            : null;
    }

    private static string Family(AnalysisContext context, string id) =>
        context.Factors.TryGetValue(id, out var factor) && factor.Group is { } group ? group : id.Split('.')[0];
}
