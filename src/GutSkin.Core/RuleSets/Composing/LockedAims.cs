using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// The traits and movements that locked rules are for: no overlay takes one away from an intervention, by replacing it or by changing
/// what its changes count as, nor from the lever on a factor.
/// </summary>
internal sealed class LockedAims
{
    private readonly MergeState state;
    private readonly Dictionary<string, string> traits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(MovementDirection Direction, string Rule)>> movements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Derivation> derivations = [];
    private readonly Dictionary<(string Factor, Ways Ways), List<Aim>> levers = [];

    public LockedAims(MergeState state, IEnumerable<SafetyRule> locked)
    {
        this.state = state;
        foreach (var rule in locked.Where(r => r.Kind != SafetyKind.RedFlag))
        {
            foreach (string trait in rule.Traits)
                traits.TryAdd(trait, rule.Id);
            foreach (var movement in rule.Movements)
            {
                if (!movements.TryGetValue(movement.Factor, out var list))
                    movements.Add(movement.Factor, list = []);
                list.Add((movement.Direction, rule.Id));
            }
        }

        if (IsEmpty)
            return;
        derivations = state.Derivations.ToDictionary();
        var graph = Graph();
        foreach (var (intervention, _) in state.Interventions.Entries)
        {
            var aims = AimsAt(intervention, graph).ToList();
            if (aims.Count == 0)
                continue;
            if (!state.Aims.TryGetValue(intervention.Id, out var known))
                state.Aims.Add(intervention.Id, known = []);
            known.UnionWith(aims);
        }

        if (movements.Count > 0)
            levers = Levers(graph);
    }

    private bool IsEmpty => traits.Count == 0 && movements.Count == 0;

    /// <summary>A locked rule that is for an intervention by what it is or does, now or in what an earlier document said of it.</summary>
    public string? RuleFor(Intervention intervention) =>
        intervention.Traits.Select(t => traits.GetValueOrDefault(t)).FirstOrDefault(r => r is not null)
        ?? (state.Aims.TryGetValue(intervention.Id, out var known) && known.Count > 0 ? known.First().Rule : null);

    /// <summary>Reports what the document took away.</summary>
    public void CheckKept(DocumentScope document)
    {
        var said = document.RuleSet;
        bool changesGraph = !said.Derivations.IsEmpty || !said.Factors.IsEmpty || !said.Remove.Derivations.IsEmpty || !said.Remove.Factors.IsEmpty;
        if (IsEmpty || (said.Interventions.IsEmpty && !changesGraph))
            return;
        var graph = Graph();
        foreach (var (intervention, source) in state.Interventions.Entries)
        {
            if (!state.Aims.TryGetValue(intervention.Id, out var known) || (!changesGraph && source != document))
                continue;
            var now = AimsAt(intervention, graph).ToHashSet();
            foreach (var lost in known.Where(a => !now.Contains(a)))
            {
                if (source == document)
                    ReportLost(document.Entry(Section.Interventions, intervention.Id, intervention), intervention, lost);
                else
                    ReportUnlinked(document, $"'{intervention.Id}' would no longer count as moving '{lost.Factor}'", lost);
            }
        }

        if (!changesGraph || levers.Count == 0)
            return;
        var after = Levers(graph);
        foreach (var (lever, aims) in levers)
        {
            if (!state.Factors.TryGet(lever.Factor, out var factor) || !factor.Modifiable || (!factor.IsNumeric && lever.Ways != Ways.Both))
                continue;
            var now = after.GetValueOrDefault(lever) ?? [];
            foreach (var lost in aims.Where(a => !now.Contains(a)))
                ReportUnlinked(document, $"A change of '{lever.Factor}' would no longer count as moving '{lost.Factor}'", lost);
        }
    }

    private static void ReportLost(EntryScope scope, Intervention intervention, Aim lost)
    {
        bool isTrait = lost.Trait is not null;
        string property = isTrait ? "traits" : "changes";
        if (scope.IsBroken(property))
            return;
        scope.Report(
            DiagnosticCodes.LockedAimLost,
            isTrait
                ? $"'{intervention.Id}' cannot lose the trait '{lost.Trait}': the locked safety rule '{lost.Rule}' is for it."
                : $"'{intervention.Id}' cannot stop moving '{lost.Factor}': the locked safety rule '{lost.Rule}' is for that.",
            null, (isTrait ? intervention.Traits : intervention.Changes.Select(c => c.Factor)).Any() ? property : "id");
    }

    /// <summary>Reports a movement that counts for less, at the derivation or factor of the document that makes it so.</summary>
    private void ReportUnlinked(DocumentScope document, string what, Aim lost)
    {
        string message = $"{what}, which the locked safety rule '{lost.Rule}' is for.";
        var said = document.RuleSet;
        if (said.Derivations.FirstOrDefault(d => derivations.ContainsKey(d.Id)) is { } replaced)
            document.Entry(Section.Derivations, replaced.Id, replaced).Report(DiagnosticCodes.LockedAimLost, message, null, "id");
        else if (!said.Remove.Derivations.IsEmpty)
            document.Root.Report(DiagnosticCodes.LockedAimLost, message, null, "remove", "derivations", RemovedFor(said.Remove.Derivations, lost));
        else if (!said.Factors.IsEmpty)
            document.Entry(Section.Factors, said.Factors[0].Id, said.Factors[0]).Report(DiagnosticCodes.LockedAimLost, message, null, "id");
        else
            document.Root.Report(DiagnosticCodes.LockedAimLost, message, null, "remove", "factors", 0);
    }

    private int RemovedFor(IReadOnlyList<string> removed, Aim lost)
    {
        for (int i = 0; i < removed.Count; i++)
        {
            if (derivations.TryGetValue(removed[i], out var gone) && (gone.Factor == lost.Factor || gone.Inputs().Contains(lost.Factor)))
                return i;
        }

        return 0;
    }

    private MovementGraph Graph() => new(state.Factors.Entries.Select(f => f.Entry), state.Derivations.Entries.Select(d => d.Entry));

    private IEnumerable<Aim> AimsAt(Intervention intervention, MovementGraph graph)
    {
        foreach (string trait in intervention.Traits)
        {
            if (traits.TryGetValue(trait, out string? rule))
                yield return new Aim(trait, null, default, rule);
        }

        if (movements.Count == 0)
            yield break;
        foreach (var aim in AimsAt(graph.MovedBy(intervention)))
            yield return aim;
    }

    private IEnumerable<Aim> AimsAt(Dictionary<string, Ways> moved) => moved
        .Where(m => movements.ContainsKey(m.Key))
        .SelectMany(m => movements[m.Key].Where(a => MovementGraph.Meets(m.Value, a.Direction)).Select(a => new Aim(null, m.Key, a.Direction, a.Rule)));

    /// <summary>What the levers on factors are held by, where they are.</summary>
    private Dictionary<(string, Ways), List<Aim>> Levers(MovementGraph graph)
    {
        var found = new Dictionary<(string, Ways), List<Aim>>();
        foreach (var (factor, _) in state.Factors.Entries)
        {
            if (!factor.Modifiable)
                continue;
            foreach (var ways in factor.IsNumeric ? (Ways[])[Ways.Up, Ways.Down] : [Ways.Both])
            {
                var moved = new Dictionary<string, Ways>(StringComparer.Ordinal);
                graph.Add(factor.Id, ways, moved);
                if (AimsAt(moved).ToList() is { Count: > 0 } aims)
                    found.Add((factor.Id, ways), aims);
            }
        }

        return found;
    }
}

/// <summary>Why a locked rule is for an intervention: a trait that it has, or a movement that it makes.</summary>
internal readonly record struct Aim(string? Trait, string? Factor, MovementDirection Direction, string Rule);

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
