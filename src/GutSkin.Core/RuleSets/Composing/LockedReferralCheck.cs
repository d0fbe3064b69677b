using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Which locked safety rule an intervention would slip out of as a referral, which is never blocked: by its own id, by what it
/// stands in for, or by what else makes the same changes.
/// </summary>
internal static class MovedTargets
{
    /// <summary>Reports every referral in force that does the work of what a locked rule is for.</summary>
    public static void Check(MergeState state, SafetyInheritance inheritance)
    {
        foreach (var (referral, document) in state.Interventions.Entries)
        {
            if (!referral.IsReferral || document.Order == 0)
                continue;
            var rules = state.Safety.Entries.Where(s => s.Entry.Locked && s.Document.Order < document.Order).Select(s => s.Entry);
            if (Find(state, [.. rules], referral, document.Order, inheritance.Of(referral)) is { } rule)
                Report(document.Entry(Section.Interventions, referral.Id, referral), rule);
        }
    }

    /// <summary>The first locked rule that a referral slips out of.</summary>
    /// <param name="state">What is known so far.</param>
    /// <param name="rules">The locked rules.</param>
    /// <param name="referral">The referral.</param>
    /// <param name="order">The place of its document: what was said before that counts as its past.</param>
    /// <param name="standsFor">The ids it stands in for.</param>
    public static SafetyRule? Find(
        MergeState state, IReadOnlyCollection<SafetyRule> rules, Intervention referral, int order, IEnumerable<string> standsFor)
    {
        var past = state.Versions.GetValueOrDefault(referral.Id)?.FindAll(v => v.Document.Order < order) ?? [];
        bool wasReferral = past is [.., { Entry.IsReferral: true }];
        var ids = new HashSet<string>(standsFor, StringComparer.Ordinal);
        if (!wasReferral)
        {
            ids.UnionWith(past.SelectMany(v => v.Entry.SameSafetyAs));
            foreach (var (id, others) in state.Versions)
            {
                if (id != referral.Id && referral.Changes.Length > 0 && others.Exists(v => !v.Entry.IsReferral && v.ChangesTheSameAs(referral)))
                    ids.UnionWith(others.SelectMany(v => v.Entry.SameSafetyAs).Append(id));
            }
        }

        ids.RemoveWhere(id => state.Versions.TryGetValue(id, out var known) && known[^1].Entry.IsReferral);
        ids.Remove(referral.Id);
        return rules.FirstOrDefault(rule => rule.Interventions.Any(target =>
            ids.Any(id => SafetyRule.Targets(target, id))
            || (!wasReferral && SafetyRule.Targets(target, referral.Id) && !IsForReferrals(state, target, order))));
    }

    public static void Report(EntryScope scope, SafetyRule rule) => scope.Report(
        DiagnosticCodes.LockedTargetMoved, $"'{scope.Id}' cannot be a referral: the locked safety rule '{rule.Id}' is for it.",
        "A referral is never blocked.", "category");

    /// <summary>Whether a prefix already meant a referral, so that another one does not escape it.</summary>
    private static bool IsForReferrals(MergeState state, string target, int order) =>
        target.EndsWith('*') && state.Versions.Any(v =>
            SafetyRule.Targets(target, v.Key) && v.Value.Exists(i => i.Entry.IsReferral && i.Document.Order < order));
}
