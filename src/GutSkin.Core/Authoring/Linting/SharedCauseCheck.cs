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
            var sharing = Sharing(context, members);
            for (int i = 0; i < members.Count; i++)
            {
                foreach (int k in Later(context, members[i], i, sharing))
                {
                    if (!context.MayCompare())
                        return;
                    Check(context, members[i], members[k]);
                }
            }
        }
    }

    /// <summary>The rules that read each factor, and a factor of each group, rising.</summary>
    private static Dictionary<string, List<int>> Sharing(AnalysisContext context, List<ScoringRule> rules)
    {
        var sharing = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < rules.Count; i++)
        {
            foreach (string key in Keys(context, rules[i]))
            {
                if (!sharing.TryGetValue(key, out var of))
                    sharing.Add(key, of = []);
                of.Add(i);
            }
        }

        return sharing;
    }

    /// <summary>The rules after one that read a factor of its, or one of the same group, rising: as many as may be looked at, and one more.</summary>
    private static SortedSet<int> Later(AnalysisContext context, ScoringRule rule, int index, Dictionary<string, List<int>> sharing)
    {
        var later = new SortedSet<int>();
        foreach (string key in Keys(context, rule))
        {
            var of = sharing[key];
            int at = of.BinarySearch(index + 1);
            for (at = at < 0 ? ~at : at; at < of.Count && later.Count <= AnalysisContext.MostPairs; at++)
                later.Add(of[at]);
        }

        return later;
    }

    private static IEnumerable<string> Keys(AnalysisContext context, ScoringRule rule) =>
        rule.BurdenFactors.Concat(rule.BurdenFactors.Select(f => " " + Family(context, f))).Distinct(StringComparer.Ordinal);

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
