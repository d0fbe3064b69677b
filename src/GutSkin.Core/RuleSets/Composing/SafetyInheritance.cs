using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Whose safety rules an intervention has to keep (scoring model, section 7): those of what it says it replaces, of a removed intervention
/// with the same category and changes, and, where locked, of what it itself replaced or was a way of doing before, and of what an overlay's
/// intervention does again under another id.
/// </summary>
internal sealed class SafetyInheritance
{
    private readonly MergeState state;
    private readonly SafetyReach reach;
    private readonly SafetyGraph graph;
    private readonly MovementGraph movements;
    private readonly Dictionary<string, List<Siblings>> siblings;
    private readonly Dictionary<string, List<string>> added = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Rule, string Id), bool> reached = [];

    public SafetyInheritance(MergeState state, IReadOnlyList<DocumentScope> documents)
    {
        this.state = state;
        reach = new SafetyReach(state);
        graph = new SafetyGraph(reach);
        new StandIns(state, graph).Link();
        siblings = reach.HasLocked ? new SameDoing(state, graph, documents).Link() : [];
        movements = new MovementGraph(state.Factors.Entries.Select(f => f.Entry), state.Derivations.Entries.Select(d => d.Entry));
        if (graph.IsEmpty)
            return;
        // What an overlay took away says nothing of what was there before it.
        var ever = new MovementGraph(state.Factors.Entries.Select(f => f.Entry), documents.SelectMany(d => d.RuleSet.Derivations));
        graph.Solve(id => state.Versions.GetValueOrDefault(id)?.SelectMany(v => reach.AimedAt(v.Entry, ever)) ?? []);
        foreach (var (intervention, _) in state.Interventions.Entries)
        {
            var has = graph[intervention.Id];
            foreach (int rule in has.Aimed.Concat(has.Named.Keys).Where(r => reach[r].Locked && !IsReached(r, intervention)).Order())
            {
                if (!added.TryGetValue(reach[rule].Id, out var ids))
                    added.Add(reach[rule].Id, ids = []);
                ids.Add(intervention.Id);
                reached[(rule, intervention.Id)] = true;
            }
        }
    }

    /// <summary>The ids for <see cref="Intervention.SameSafetyAs"/>: the written ones in order, then the inherited ones that rules name, by id.</summary>
    public ImmutableArray<string> Of(Intervention intervention)
    {
        var written = intervention.SameSafetyAs;
        var has = graph[intervention.Id].Named;
        if (has.Count == 0)
            return written;
        var covered = reach.Naming(intervention.Id).Concat(written.SelectMany(reach.Naming)).ToHashSet();
        var inherited = new SortedSet<string>(has.Where(n => !covered.Contains(n.Key)).Select(n => n.Value), StringComparer.Ordinal);
        return inherited.Count == 0 ? written : [.. written, .. inherited];
    }

    /// <summary>The interventions that composition writes into a locked rule.</summary>
    public IReadOnlyList<string> AddedTo(SafetyRule rule) => added.GetValueOrDefault(rule.Id) ?? [];

    /// <summary>What an overlay's intervention does again under another id, while there are locked rules.</summary>
    public IReadOnlyList<Siblings> SiblingsOf(Intervention intervention) => siblings.GetValueOrDefault(intervention.Id) ?? [];

    /// <summary>The first locked contraindication of the documents before one that reaches an intervention in the composed set.</summary>
    public SafetyRule? ContraindicationOf(Intervention intervention, DocumentScope before) =>
        LockedRulesOf(intervention, before).FirstOrDefault(r => r.Kind == SafetyKind.Contraindication);

    /// <summary>The first locked contraindication or caution of the documents before one that reaches an intervention in the composed set.</summary>
    public SafetyRule? LockedRuleOf(Intervention intervention, DocumentScope before) => LockedRulesOf(intervention, before).FirstOrDefault();

    private IEnumerable<SafetyRule> LockedRulesOf(Intervention intervention, DocumentScope before) => state.Safety.Entries
        .Where(s => s.Entry is { Locked: true, Kind: not SafetyKind.RedFlag } && s.Document.Order < before.Order)
        .Select(s => s.Entry)
        .Where(r => IsReached(reach.IndexOf(r), intervention));

    /// <summary>Whether a locked rule reaches an intervention in the composed set.</summary>
    private bool IsReached(int rule, Intervention intervention)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Intervention? each = intervention; each is not null && seen.Add(each.Id); each = ParentOf(each))
        {
            if (!reached.TryGetValue((rule, each.Id), out bool known))
                reached[(rule, each.Id)] = known = IsReachedItself(rule, each);
            if (known)
                return true;
        }

        return false;
    }

    private bool IsReachedItself(int rule, Intervention intervention) =>
        reach.Names(rule, intervention.Id) || Of(intervention).Any(id => reach.Names(rule, id)) || reach.AimedAt(intervention, movements).Contains(rule);

    private Intervention? ParentOf(Intervention intervention) =>
        intervention.VariantOf is { } parent && state.Interventions.TryGet(parent, out var known) ? known : null;
}

/// <summary>Links an intervention to what it stands in for.</summary>
internal sealed class StandIns(MergeState state, SafetyGraph graph)
{
    private readonly HashSet<string> everRemoved = [.. state.Removals.Where(r => r.Section == Section.Interventions).Select(r => r.Id)];
    private readonly Dictionary<string, Doing> doings = new(StringComparer.Ordinal);

    public void Link()
    {
        foreach (var (id, versions) in state.Versions)
        {
            foreach (var version in versions)
            {
                string key = KeyOf(version.Entry);
                if (!doings.TryGetValue(key, out var doing))
                    doings.Add(key, doing = new Doing(key));
                doing.First.TryAdd(id, version.Document.Order);
                if (IsGone(version))
                    doing.Gone.Add((version.Document.Order, id));
            }
        }

        foreach (var doing in doings.Values)
            LinkGone(doing);
        foreach (var (id, versions) in state.Versions)
            LinkVersions(id, versions);
    }

    private void LinkVersions(string id, List<InterventionVersion> versions)
    {
        bool inForce = state.Interventions.Contains(id);
        for (int i = 0; i < versions.Count; i++)
        {
            var entry = versions[i].Entry;
            bool isNow = !inForce || i == versions.Count - 1;
            var kind = isNow ? Heir.All : Heir.Locked;
            foreach (string other in entry.SameSafetyAs)
                graph.Link(graph.Of(id), graph.Of(other), kind);
            if (entry.VariantOf is { } parent && parent != id)
                graph.Link(graph.Of(id), graph.Of(parent), isNow && !state.Interventions.Contains(parent) ? Heir.All : Heir.Written);
            var doing = doings[KeyOf(entry)];
            // It takes the place of those that did the same before it did, not of those that stood beside it from the start.
            if (versions[i].Document.Order > 0 && doing.NodeBefore(doing.First[id]) is { } group)
                graph.Link(graph.Of(id), group, kind);
        }
    }

    /// <summary>Links what is gone in the order of the documents that said it: each document's to those before.</summary>
    private void LinkGone(Doing doing)
    {
        int? before = null;
        foreach (var group in doing.Gone.GroupBy(g => g.Order).OrderBy(g => g.Key))
        {
            int node = graph.AddGroup();
            foreach (var (_, id) in group)
                graph.Link(node, graph.Of(id), Heir.All);
            if (before is { } earlier)
                graph.Link(node, earlier, Heir.All);
            doing.Nodes.Add((group.Key, node));
            before = node;
        }
    }

    /// <summary>Whether what a version did is no longer done under its id, or once was not.</summary>
    private bool IsGone(InterventionVersion version) =>
        everRemoved.Contains(version.Entry.Id) || !state.Interventions.TryGet(version.Entry.Id, out var now)
        || (!version.Entry.Changes.IsEmpty && KeyOf(now) != KeyOf(version.Entry));

    /// <summary>What two that do the same have in common: the category and the changes, in any order.</summary>
    private static string KeyOf(Intervention entry) => string.Join(
        '\n', entry.Changes.Select(c => FormattableString.Invariant($"{c.Factor} {c.AtMost:R} {c.AtLeast:R} {c.Set?.Kind} {c.Set}")).Order(StringComparer.Ordinal)
            .Distinct().Prepend($"{(entry.Changes.IsEmpty ? "nothing" : "changes")} {entry.Category}"));

    /// <summary>Those that do the same.</summary>
    private sealed record Doing(string Key)
    {
        /// <summary>The first document in which each does it.</summary>
        public Dictionary<string, int> First { get; } = new(StringComparer.Ordinal);

        public List<(int Order, string Id)> Gone { get; } = [];

        public List<(int Order, int Node)> Nodes { get; } = [];

        /// <summary>The node of those that are gone and did it in a document before one.</summary>
        public int? NodeBefore(int order)
        {
            int at = Nodes.FindLastIndex(n => n.Order < order);
            return at < 0 ? null : Nodes[at].Node;
        }
    }
}
