using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Which locked safety rule an intervention would slip out of as a referral, which is never blocked: by its own id, or by what it stands in
/// for.
/// </summary>
internal static class MovedTargets
{
    /// <summary>Reports every referral in force that stands in for what a locked rule is for.</summary>
    public static void Check(MergeState state, SafetyInheritance inheritance)
    {
        List<(SafetyRule Entry, DocumentScope Document)>? locked = null;
        foreach (var (referral, document) in state.Interventions.Entries)
        {
            if (!referral.IsReferral || document.Order == 0)
                continue;
            locked ??= [.. state.Safety.Entries.Where(s => s.Entry.Locked)];
            var rules = locked.Where(s => s.Document.Order < document.Order).Select(s => s.Entry);
            if ((Find(state, rules, referral, document.Order, inheritance.Of(referral))
                ?? rules.FirstOrDefault(r => inheritance.AddedTo(r).Contains(referral.Id))
                ?? Behind(state, inheritance, referral, document)) is { } rule)
                Report(document.Entry(Section.Interventions, referral.Id, referral), rule.Id);
        }
    }

    /// <summary>The first locked rule that a referral slips out of.</summary>
    /// <param name="state">What is known so far.</param>
    /// <param name="rules">The locked rules.</param>
    /// <param name="referral">The referral.</param>
    /// <param name="order">The place of its document: what was said before that counts as its past.</param>
    /// <param name="standsFor">The ids it stands in for.</param>
    public static SafetyRule? Find(
        MergeState state, IEnumerable<SafetyRule> rules, Intervention referral, int order, IEnumerable<string> standsFor)
    {
        var past = Past(state, referral.Id, order);
        bool wasReferral = past is [.., { Entry.IsReferral: true }];
        var ids = new HashSet<string>(standsFor, StringComparer.Ordinal);
        if (!wasReferral)
            ids.UnionWith(past.SelectMany(v => v.Entry.VariantOf is { } parent ? v.Entry.SameSafetyAs.Add(parent) : v.Entry.SameSafetyAs));
        ids.RemoveWhere(id => state.Versions.TryGetValue(id, out var known) && known[^1].Entry.IsReferral);
        ids.Remove(referral.Id);
        return rules.FirstOrDefault(rule => rule.Interventions.Any(target =>
            ids.Any(id => SafetyRule.Targets(target, id))
            || (!wasReferral && SafetyRule.Targets(target, referral.Id) && !IsForReferrals(state, target, order))));
    }

    /// <summary>Whether what a document before one said last of an id was a referral.</summary>
    public static bool WasReferral(MergeState state, string id, int order) => Past(state, id, order) is [.., { Entry.IsReferral: true }];

    /// <summary>The first locked rule that reaches, in any way, what a referral is a way of or stands in for.</summary>
    private static SafetyRule? Behind(MergeState state, SafetyInheritance inheritance, Intervention referral, DocumentScope document)
    {
        foreach (string id in referral.VariantOf is { } parent ? inheritance.Of(referral).Add(parent) : inheritance.Of(referral))
        {
            if (state.Interventions.TryGet(id, out var other) && !other.IsReferral && inheritance.LockedRuleOf(other, document) is { } rule)
                return rule;
        }

        return null;
    }

    public static void Report(EntryScope scope, string rule) => scope.Report(
        DiagnosticCodes.LockedTargetMoved, $"'{scope.Id}' cannot be a referral: the locked safety rule '{rule}' is for it.",
        "A referral is never blocked.", "category");

    private static List<InterventionVersion> Past(MergeState state, string id, int order) =>
        state.Versions.GetValueOrDefault(id)?.FindAll(v => v.Document.Order < order) ?? [];

    /// <summary>Whether a prefix already meant a referral, so that another one does not escape it.</summary>
    private static bool IsForReferrals(MergeState state, string target, int order) =>
        target.EndsWith('*') && state.Versions.Any(v =>
            SafetyRule.Targets(target, v.Key) && v.Value.Exists(i => i.Entry.IsReferral && i.Document.Order < order));
}
