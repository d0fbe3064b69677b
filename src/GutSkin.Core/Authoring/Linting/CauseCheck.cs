namespace GutSkin.Core;

/// <summary>
/// One cause counted twice: two scored rules of one condition that push the same way for the same person, read the same factor or
/// factors of one group through the same mechanisms, and stand in no common overlap group.
/// </summary>
internal static class CauseCheck
{
    public static void Check(AnalysisContext context)
    {
        var rules = context.Set.Rules.Where(r => r.IsScored && r.Factor is not null && r.Role == RuleRole.Driver)
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
        if (a.Factor == b.Factor)
            return $"'{a.Factor}'";
        // Whoever put both into groups of their own has looked at it.
        string family = Family(context, a);
        if (family != Family(context, b) || (a.Overlap is not null && b.Overlap is not null))
            return null;
        var mechanisms = a.Mechanisms.Order(StringComparer.Ordinal).ToList();
        return mechanisms.Count > 0 && mechanisms.SequenceEqual(b.Mechanisms.Order(StringComparer.Ordinal))
            ? $"'{family}' through {string.Join(", ", mechanisms)}"
            : null;
    }

    private static string Family(AnalysisContext context, ScoringRule rule) =>
        context.Factors.TryGetValue(rule.Factor!, out var factor) && factor.Group is { } group ? group : rule.Factor!.Split('.')[0];
}
